"""What schedule.xml and schedule.json have in common: the days, rooms and events of a schedule.

Both know sessions in rooms on days, and nothing else. A block for everyone becomes an event, its
kind as its type; a round of choices does not, since it would lie over its own sessions. A cancelled
session is left out: so the readers of a schedule learn of it.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from tui_planner.exchange.exporting.markup import drop_illegal, is_web_page
from tui_planner.exchange.exporting.unsupported_features import Feature
from tui_planner.exchange.html_detection import is_html
from tui_planner.programme.model import (
    Block,
    BlockKind,
    Day,
    Link,
    Programme,
    Session,
    Status,
    Thing,
)
from tui_planner.programme.timing import MINUTE

UNSUPPORTED = frozenset(Feature) - {
    Feature.DESCRIPTIONS,
    Feature.OPEN_ENDS,
    Feature.TRACKS,
    Feature.ADDRESSES,
    Feature.VERSION,
}
TIMESLOT = "00:05"
_SESSION_TYPE = "session"
_LONGEST = 99 * 60 + 59
_MOST_IDS = 2**31 - 1


@dataclass(frozen=True, slots=True)
class ScheduleEvent:
    """A session, or a block for everyone, in the words of a schedule.

    Attributes:
        guid: The id where that is one already, else one made of it: the same at every export.
        number: A positive number of its own, for those who need one.
        start: An instant in the zone of the programme.
        end: The same; None where it is not stated.
        duration: Hours and minutes, `00:00` where the end is not stated.
        room: The name of its room; empty where there is none.
        url: A page of the web; empty where there is none.
        links: Other pages.
    """

    guid: str
    number: int
    slug: str
    title: str
    start: datetime
    end: datetime | None
    duration: str
    room: str
    kind: str
    track: str
    language: str
    description: str
    speakers: tuple[str, ...]
    url: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ScheduleDay:
    """A day with its events by the names of their rooms; it ends where its last event does.

    What is on all day makes it no longer.
    """

    index: int
    date: date
    start: datetime
    end: datetime
    rooms: dict[str, list[ScheduleEvent]]


def make_schedule_days(programme: Programme) -> Iterator[ScheduleDay]:
    """Make the days of a schedule, with the rooms in the order of the programme."""
    events = _EventMaker(programme)
    for index, day in enumerate(programme.days, 1):
        by_room: dict[str, list[ScheduleEvent]] = {}
        for thing in _things(programme, day):
            event = events.make(thing)
            by_room.setdefault(event.room, []).append(event)
        names = [
            drop_illegal(room.name)
            for room in programme.rooms
            if drop_illegal(room.name) in by_room
        ]
        ordered = dict.fromkeys(["", *names] if "" in by_room else names)
        timings = [thing.timing for thing in _things(programme, day)]
        ends = [timing.end for timing in timings if not timing.all_day]
        yield ScheduleDay(
            index,
            day.date,
            day.extent.start.astimezone(programme.zone),
            max([day.extent.end, *ends]).astimezone(programme.zone),
            {name: by_room[name] for name in ordered},
        )


def make_acronym(programme: Programme, between: str) -> str:
    """Make a short name of a programme from its id: at least four of `a` to `z`, `0` to `9`, `_`.

    Args:
        programme: The programme.
        between: What stands between words; `-` leaves most ids as they are.
    """
    name = _slug(programme.id, between) or f"event_{uuid5(NAMESPACE_URL, programme.id).hex[:8]}"
    return f"{name:_<4}"


def format_description(text: str) -> str:
    """Format a description; a text that would be taken for HTML is escaped as HTML."""
    return drop_illegal(escape(text, quote=False) if is_html(text) else text)


def make_guid(id_: str, programme: Programme) -> UUID:
    """Make a guid of an id: the id itself where it is one, else the same one at every export."""
    try:
        guid = UUID(id_)
    except ValueError:
        guid = None
    if guid is None or str(guid) != id_.lower():  # in braces, say, it is none in a schedule
        return uuid5(uuid5(NAMESPACE_URL, programme.id), id_)
    return guid


def _things(programme: Programme, day: Day) -> Sequence[Thing]:
    things = [thing for thing in programme.by_day.get(day.date, ()) if _is_published(thing)]
    return sorted(things, key=lambda thing: (thing.timing.start, isinstance(thing, Session)))


def _is_published(thing: Thing) -> bool:
    if isinstance(thing, Session):
        return thing.status is not Status.CANCELLED
    return thing.kind is not BlockKind.CHOICE


class _EventMaker:
    """Maker of events, each with a number that no other one has."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._numbers: set[int] = set()

    def make(self, thing: Thing) -> ScheduleEvent:
        """Make the event of a session or block."""
        programme, timing = self._programme, thing.timing
        guid = make_guid(thing.id, programme)
        number = self._number(guid)
        end = timing.end if timing.end_stated else None
        return ScheduleEvent(
            guid=str(guid),
            number=number,
            slug=f"{make_acronym(programme, '_')}-{number:04}-{_slug(thing.title, '-')}".rstrip(
                "-"
            ),
            title=drop_illegal(thing.title),
            start=timing.start.astimezone(programme.zone),
            end=_local(end, programme.zone),
            duration=_hours_and_minutes(0 if end is None else (end - timing.start) // MINUTE),
            room=drop_illegal(programme.get_room_name(thing.room)),
            kind=thing.kind.value if isinstance(thing, Block) else _SESSION_TYPE,
            track=drop_illegal(getattr(thing, "track", "")),
            language=getattr(thing, "language", ""),
            description=format_description(_description(thing)),
            speakers=tuple(map(drop_illegal, thing.speakers)),
            url=thing.url if is_web_page(thing.url) else "",
            links=tuple(
                Link(link.url, drop_illegal(link.title))
                for link in thing.links
                if is_web_page(link.url)
            ),
        )

    def _number(self, guid: UUID) -> int:
        number = guid.int % _MOST_IDS + 1
        while number in self._numbers:
            number = number % _MOST_IDS + 1
        self._numbers.add(number)
        return number


def _description(thing: Thing) -> str:
    return "\n\n".join(filter(None, (thing.description, getattr(thing, "agenda", ""))))


def _local(at: datetime | None, zone: ZoneInfo) -> datetime | None:
    return None if at is None else at.astimezone(zone)


def _hours_and_minutes(minutes: int) -> str:
    """Format minutes as `01:30`; at most `99:59`, as the format has no place for more."""
    hours, rest = divmod(min(minutes, _LONGEST), 60)
    return f"{hours:02}:{rest:02}"


def _slug(text: str, between: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", between, plain).strip(between)
