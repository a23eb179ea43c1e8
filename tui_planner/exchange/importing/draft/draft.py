"""The draft of a programme: what an importer makes of a published file, before it is written.

Every importer fills these records; normalising and writing them is common to all.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from tui_planner.support.i18n import _


class NoteKind(StrEnum):
    """What became of something in the published file.

    `LEFT_OUT` is one session that does not come out, and nothing less: they are counted by it.
    `LIKELY` is what was not done, since only a person can know: it says what to write.
    """

    MENDED = "mended"
    GUESSED = "guessed"
    LIKELY = "likely"
    LEFT_OUT = "left out"


EventNotes = list[tuple[NoteKind, str]]
"""What is to be noted about an event before its session has an id: kinds and sentences."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note on one thing that the import did of its own accord.

    Attributes:
        kind: What it did.
        place: Where in the published file, in its own terms: `line 40`, `event 5f3a…`.
        message: A sentence.
        session: The id of the session that it is about, where there is one; the note is written
            beside it as a comment too.
    """

    kind: NoteKind
    place: str
    message: str
    session: str = ""


@dataclass(slots=True)
class DraftRoom:
    """A room, known by its name in the published file; `shared` is guessed of an area."""

    name: str
    capacity: int | None = None
    building: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True)
class DraftLink:
    """An address that belongs to a session: its slides, a recording, a conference room online."""

    url: str
    title: str = ""


@dataclass(slots=True)
class DraftSession:
    """A session as it was published; `room` is a name, times are instants with zone.

    Attributes:
        id: Its own identity (guid, UID); choices survive the next import by it.
        day: The day of the programme that it is on, also where it starts past midnight.
        end: None where it is not stated.
        place: Where it stands in the published file, for notes.
        type: The kind of session that the file calls it, such as `lightning_talk`.
        part_is_guessed: Whether `part_of` is a guess, and not said by the file.
        links: Addresses beside `url`, the page of the session itself.
        capacity: For how many people there is place, where that is said.
        all_day: Whether it is on all of its day, without hours of its own: then it starts at
            midnight and ends at the next.
    """

    id: str
    title: str
    start: datetime
    day: date
    place: str
    end: datetime | None = None
    room: str = ""
    track: str = ""
    type: str = ""
    speakers: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    description: str = ""
    url: str = ""
    links: tuple[DraftLink, ...] = ()
    language: str = ""
    status: str = "open"
    part_of: str | None = None
    part_is_guessed: bool = False
    repeat_of: str | None = None
    drop_in: bool = False
    meal: bool = False
    all_day: bool = False
    capacity: int | None = None
    for_everyone: str = ""
    """The kind of block that it is where it is for everyone, such as `break`; else empty."""


@dataclass(slots=True)
class Draft:
    """A whole programme as it was published.

    Attributes:
        zone: The IANA name of its zone.
        is_title_guessed: Whether the title is not its own, but that of the file, say.
        found: How many sessions the published file held: those in `sessions` and those left out.
        added: How many stand in `sessions` once more, for another of the rooms that they are in.
        is_round_trip: Whether this program wrote the file, and said all that there is in it: then
            nothing is guessed.
    """

    title: str
    zone: str
    sessions: list[DraftSession] = field(default_factory=list)
    rooms: list[DraftRoom] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    id: str = ""
    is_title_guessed: bool = False
    venue: str = ""
    city: str = ""
    url: str = ""
    version: str = ""
    language: str = ""
    description: str = ""
    notes: list[Note] = field(default_factory=list)
    found: int = 0
    added: int = 0
    is_round_trip: bool = False


def describe_skipped_start(wall: datetime, taken: datetime) -> str:
    """Describe a start that the clocks never show, and the time that is taken instead."""
    text = _("Its start, {start}, is in an hour that the clocks skip: {taken} is taken.")
    return text.format(start=f"{wall:%H:%M}", taken=f"{taken:%H:%M}")
