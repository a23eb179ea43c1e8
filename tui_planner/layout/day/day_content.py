"""The content of one day: when each thing is drawn, and which blocks lie behind others."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tui_planner.clashes.sweep import find_meeting_across
from tui_planner.programme.model import Block, Session, Thing
from tui_planner.programme.timing import MINUTE, Interval

from .axis import Axis, Cuts
from .interval_columns import Slot, pack_columns
from .lane_order import RoomKey

UNKNOWN_LENGTH = 30 * MINUTE
"""How long something is drawn where nothing says when it ends."""


@dataclass(frozen=True)
class DayContent:
    """What is to be drawn of one day, and whether each room has a lane.

    What is on all day is apart from the other sessions: it makes the day no longer.
    """

    sessions: tuple[Session, ...]
    blocks: tuple[Block, ...]
    has_rooms: bool
    all_day: tuple[Session, ...] = ()

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """The sessions and the blocks."""
        return (*self.sessions, *self.blocks)

    @cached_property
    def last_instant(self) -> datetime:
        """The last instant that something of the day names."""
        things = self.things
        named = [thing.timing.start for thing in things]
        named += [thing.timing.end for thing in things if not thing.timing.open_end]
        named += [thing.timing.last_end for thing in things if thing.timing.overrun]
        return max(named)

    def find_interval(self, thing: Thing) -> Interval:
        """Find when a thing is drawn; never empty, and not until midnight where its end is open."""
        return self._intervals[thing.id]

    @cached_property
    def _intervals(self) -> dict[str, Interval]:
        return {thing.id: self._interval(thing) for thing in self.things}

    @cached_property
    def drawn_intervals(self) -> tuple[Interval, ...]:
        """The intervals of all that is drawn: every thing, and until when it may run on."""
        tails = (
            Interval(thing.timing.end, thing.timing.last_end)
            for thing in self.things
            if thing.timing.last_end > thing.timing.end and not thing.timing.open_end
        )
        return (*self._intervals.values(), *tails)

    @cached_property
    def sessions_by_room(self) -> Mapping[RoomKey, Sequence[Session]]:
        """The sessions in each room that has some; without lanes for rooms, all in no room."""
        by_room = defaultdict(list)
        for session in self.sessions:
            by_room[session.room if self.has_rooms else None].append(session)
        return dict(by_room)

    @cached_property
    def slots_by_room(self) -> Mapping[RoomKey, Sequence[Slot]]:
        """The places of these sessions beside each other."""
        return {
            room: pack_columns([self.find_interval(session) for session in sessions])
            for room, sessions in self.sessions_by_room.items()
        }

    @cached_property
    def cuts(self) -> Cuts:
        """The instants at which its rows may be cut."""
        return Cuts.from_intervals(self.drawn_intervals, (band.timing.start for band in self.bands))

    def _interval(self, thing: Thing) -> Interval:
        timing = thing.timing
        start, end = timing.start, timing.end
        if timing.open_end:
            end = start + UNKNOWN_LENGTH
            if isinstance(thing, Block):
                end = max(end, self.last_instant)
        elif end <= start:
            end = start + MINUTE
        return Interval(start, end)

    @cached_property
    def background_ids(self) -> frozenset[str]:
        """The ids of the blocks that something else is drawn over."""
        blocks = [self.find_interval(block) for block in self.blocks]
        sessions = [*{self.find_interval(session) for session in self.sessions}]
        return frozenset(self.blocks[number].id for number in _meeting_any(blocks, sessions))

    @cached_property
    def bands(self) -> tuple[Block, ...]:
        """The blocks that lie behind something, in the order of their starts."""
        behind = [block for block in self.blocks if block.id in self.background_ids]
        return tuple(sorted(behind, key=lambda block: block.timing.start))

    def find_headings(self, axis: Axis) -> dict[int, datetime]:
        """Find the bands that need a row of their own for their names; their starts by number.

        Something else stands in the row that such a band begins with: a box, or another band that
        begins there too.
        """
        starts = [band.timing.start for band in self.bands]
        rows = (axis.rows[axis.find_top(start)] for start in starts)
        taken = _meeting_any([Interval(row.start, row.end) for row in rows], [*self._boxed])
        bands = Counter(starts)
        return {
            number: start
            for number, start in enumerate(starts)
            if bands[start] > 1 or number in taken
        }

    @cached_property
    def _boxed(self) -> frozenset[Interval]:
        """The intervals in which the boxes are drawn, each once."""
        boxed: tuple[Thing, ...] = (*self.sessions, *self.standalone_blocks)
        return frozenset(self.find_interval(thing) for thing in boxed)

    @cached_property
    def standalone_blocks(self) -> tuple[Block, ...]:
        """The blocks that are boxes themselves."""
        return tuple(block for block in self.blocks if block.id not in self.background_ids)

    @cached_property
    def standalone_slots(self) -> list[Slot]:
        """The places of the blocks that are boxes."""
        return pack_columns([self.find_interval(block) for block in self.standalone_blocks])


def _meeting_any(intervals: Sequence[Interval], others: Sequence[Interval]) -> frozenset[int]:
    """Find the indices of the intervals that meet one of the others."""
    return frozenset(
        index
        for index, met in find_meeting_across(intervals, others)
        if next(met, None) is not None
    )
