"""Records of a schedule as frab, pretalx and Pentabarf publish it, in XML or in JSON.

Nothing is interpreted here: every value is the text in the file, empty where there is none.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class PublishedDay:
    """One day: its date, and the instants of its first and last minute, where they are given."""

    date: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class PublishedRoom:
    """A room; only JSON says more than its name."""

    name: str
    capacity: int | None = None


class PublishedLink(NamedTuple):
    """A link or an attachment, maybe relative to the address of the schedule's system."""

    href: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class PublishedEvent:
    """One event, with its place in the file for notes.

    Attributes:
        day: The day under which it stands; None where events stand under no day.
        listed_in: The room under which it stands; `room` is what it says itself.
        date: When it starts, date and time.
        start: When it starts, time only.
        duration: How long it lasts; `end` is the instant, where that is given instead.
        state: What became of it, such as `CANCELED`, or `full`.
    """

    place: str
    day: PublishedDay | None = None
    listed_in: str = ""
    guid: str = ""
    id: str = ""
    date: str = ""
    start: str = ""
    duration: str = ""
    end: str = ""
    room: str = ""
    title: str = ""
    subtitle: str = ""
    slug: str = ""
    track: str = ""
    type: str = ""
    language: str = ""
    abstract: str = ""
    description: str = ""
    url: str = ""
    state: str = ""
    feedback_url: str = ""
    video_download_url: str = ""
    persons: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    links: tuple[PublishedLink, ...] = ()


@dataclass(slots=True)
class PublishedSchedule:
    """A published schedule: all of one file.

    Attributes:
        conference: The texts about the event by their names in the file, `title` and so on.
        mended: What had to be mended before it could be read at all, as sentences.
        guessed: What its reader had to guess, as sentences.
    """

    conference: dict[str, str] = field(default_factory=dict)
    version: str = ""
    days: list[PublishedDay] = field(default_factory=list)
    rooms: list[PublishedRoom] = field(default_factory=list)
    events: list[PublishedEvent] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
