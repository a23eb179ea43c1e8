"""The model of a programme: references checked, times as instants.

`file_models` has the tables as they are written; `resolving` makes these records of them. Plain
records are named tuples, here and elsewhere: a frozen dataclass takes six times as long to define,
which every start of a command would pay forty times, and several times as long to make.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from heapq import merge
from operator import attrgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from .timing import Interval, Timing


class BlockKind(StrEnum):
    """The purpose of a block."""

    ARRIVAL = "arrival"
    PLENARY = "plenary"
    CHOICE = "choice"
    BREAK = "break"
    MEAL = "meal"
    SOCIAL = "social"


class Status(StrEnum):
    """Whether a session can still be chosen."""

    OPEN = "open"
    FULL = "full"
    CANCELLED = "cancelled"
    INVITATION = "invitation"


class Room(NamedTuple):
    """A place where sessions are held; where `available` is empty, it is so at all times.

    One that is `shared` holds several sessions at once.
    """

    id: str
    name: str
    capacity: int | None = None
    building: str = ""
    level: str = ""
    shared: bool = False
    available: tuple[Interval, ...] = ()


class Person(NamedTuple):
    """A speaker or host who is not there at all times."""

    name: str
    available: tuple[Interval, ...] = ()


class Day(NamedTuple):
    """One day of the event; `extent` is from its start to its end, midnight where not stated."""

    date: date
    title: str
    extent: Interval


class Link(NamedTuple):
    """An address that belongs to a session or block: its slides, a recording, a stream."""

    url: str
    title: str = ""


class Block(NamedTuple):
    """A band of the day that holds for everyone: a row of the printed table."""

    id: str
    kind: BlockKind
    title: str
    timing: Timing
    day: date
    order: int
    room: str | None = None
    minutes_needed: int = 20
    description: str = ""
    speakers: tuple[str, ...] = ()
    url: str = ""
    links: tuple[Link, ...] = ()


class Session(NamedTuple):
    """Something a delegate can choose: a cell of the printed table.

    `block`, `room`, `part_of` and `repeat_of` are ids; `order` is the place in the file, from 0.
    The room is that of its block, or of what it is part of, where the file names none for it.
    """

    id: str
    title: str
    timing: Timing
    day: date
    order: int
    block: str | None = None
    room: str | None = None
    status: Status = Status.OPEN
    group: str | None = None
    part_of: str | None = None
    repeat_of: str | None = None
    drop_in: bool = False
    meal: bool = False
    track: str = ""
    hosts: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    description: str = ""
    agenda: str = ""
    url: str = ""
    links: tuple[Link, ...] = ()
    language: str = ""
    capacity: int | None = None


Thing = Session | Block
"""A session or block, as the grid shows it."""


class Accepted(NamedTuple):
    """Findings of a rule that the organiser knows and accepts.

    They are those among some sessions and blocks; or, where there are none, among the sessions in
    a room, of a speaker or of a track, of which exactly one is not None.
    """

    rule: str
    sessions: frozenset[str]
    reason: str
    room: str | None = None
    speaker: str | None = None
    track: str | None = None


@dataclass(frozen=True)
class Programme:
    """One event: its days, rooms, blocks and sessions, in the order of the file.

    `routes` gives the minutes of the way between two rooms, by their unordered pair of ids;
    `changeover` holds where no route does.
    """

    id: str
    title: str
    zone: ZoneInfo
    days: tuple[Day, ...]
    blocks: tuple[Block, ...] = ()
    sessions: tuple[Session, ...] = ()
    rooms: tuple[Room, ...] = ()
    people: tuple[Person, ...] = ()
    routes: Mapping[frozenset[str], int] = field(default_factory=dict)
    changeover: int = 0
    default_duration: int | None = None
    accepted: tuple[Accepted, ...] = ()
    language: str = ""
    venue: str = ""
    city: str = ""
    url: str = ""
    version: str = ""
    description: str = ""

    def __hash__(self) -> int:
        """Hash quickly, by the fields that mostly tell two programmes apart."""
        return hash((self.id, self.version, self.days[:1], len(self.days)))

    @cached_property
    def session_by_id(self) -> Mapping[str, Session]:
        """The sessions by their ids."""
        return {session.id: session for session in self.sessions}

    @cached_property
    def block_by_id(self) -> Mapping[str, Block]:
        """The blocks by their ids."""
        return {block.id: block for block in self.blocks}

    @cached_property
    def room_by_id(self) -> Mapping[str, Room]:
        """The rooms by their ids."""
        return {room.id: room for room in self.rooms}

    @cached_property
    def by_day(self) -> Mapping[date, Sequence[Thing]]:
        """The blocks and sessions of each day that has some, the blocks first."""
        days: dict[date, list[Thing]] = defaultdict(list)
        things: tuple[Thing, ...] = (*self.blocks, *self.sessions)
        for thing in things:
            days[thing.day].append(thing)
        return dict(days)

    @cached_property
    def blocks_alone(self) -> tuple[Block, ...]:
        """The blocks without sessions, which are attended themselves."""
        with_sessions = {session.block for session in self.sessions}
        return tuple(block for block in self.blocks if block.id not in with_sessions)

    @cached_property
    def extents(self) -> Mapping[date, Interval]:
        """The time of each day, from its start to the last end on it: maybe past midnight."""
        ends = {day.date: day.extent.end for day in self.days}
        things: tuple[Thing, ...] = (*self.sessions, *self.blocks_alone)
        for thing in things:
            if not thing.timing.all_day:
                ends[thing.day] = max(ends[thing.day], thing.timing.last_end)
        return {day.date: Interval(day.extent.start, ends[day.date]) for day in self.days}

    def get_room_name(self, room: str | None) -> str:
        """Return the name of a room by its id; empty where there is none."""
        return self.room_by_id[room].name if room else ""

    def find_changeover(self, here: str | None, there: str | None) -> int:
        """Return the minutes needed between two rooms: 0 within one, or where one is unknown."""
        if here is None or there is None or here == there:
            return 0
        return self.routes.get(frozenset((here, there)), self.changeover)

    def find_first_run(self, session: Session) -> str:
        """Find the id of the first run that a session repeats in the end; its own for the first."""
        return self._first_runs.get(session.id, session.id)

    @cached_property
    def _first_runs(self) -> Mapping[str, str]:
        """The first runs of the sessions that repeat another."""
        first: dict[str, str] = {}
        for session in self.sessions:
            runs: list[str] = []
            one = session
            while one.id not in first and one.repeat_of is not None:
                runs.append(one.id)
                one = self.session_by_id[one.repeat_of]
            first |= dict.fromkeys(runs, first.get(one.id, one.id))
        return first

    def list_alternatives(self, session: Session) -> list[Session]:
        """List the others of its group, what it repeats and what repeats it; as in the file."""
        others = [*self._repeats.get(session.id, ())]
        if session.group is not None:
            others += self._by_group[session.group]
        if session.repeat_of is not None:
            others.append(self.session_by_id[session.repeat_of])
        found = {other.id: other for other in others if other.id != session.id}
        return sorted(found.values(), key=lambda other: other.order)

    def list_interchangeable(self, session: Session) -> Iterator[Session]:
        """Find the others of its group and its block, and its other runs; as in the file."""
        run = ("run", self.find_first_run(session))
        alike = [self._alike[key] for key in (run, *_shared(session)) if key in self._alike]
        last = -1
        for other in merge(*alike, key=attrgetter("order")):
            if other.order != last and other.id != session.id:
                yield other
            last = other.order

    @cached_property
    def _alike(self) -> Mapping[tuple[str, str], Sequence[Session]]:
        """The sessions that share a first run, a group or a block, by what they share."""
        alike: dict[tuple[str, str], list[Session]] = defaultdict(list)
        for session in self.sessions:
            for key in (("run", self.find_first_run(session)), *_shared(session)):
                alike[key].append(session)
        return dict(alike)

    @cached_property
    def _by_group(self) -> Mapping[str, list[Session]]:
        groups = defaultdict(list)
        for session in self.sessions:
            if session.group is not None:
                groups[session.group].append(session)
        return groups

    @cached_property
    def _repeats(self) -> Mapping[str, list[Session]]:
        """The sessions that repeat each session, by its id."""
        repeats = defaultdict(list)
        for session in self.sessions:
            if session.repeat_of is not None:
                repeats[session.repeat_of].append(session)
        return repeats

    @cached_property
    def longest_changeover(self) -> int:
        """The most minutes that any change of rooms needs."""
        return max((self.changeover, *self.routes.values()))


def _shared(session: Session) -> Iterator[tuple[str, str]]:
    """Yield what a session may share with its alternatives: its group and its block."""
    if session.group is not None:
        yield "group", session.group
    if session.block is not None:
        yield "block", session.block
