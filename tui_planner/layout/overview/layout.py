"""The layout of an overview: each session in whole rows, in the lane of its room.

It is a layout of the day like any other, so that the cursor, the marks and the mouse know it. Where
a cell is too small for all that is on in it, they are stacked there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import attrgetter

from tui_planner.layout.day.all_day_band import count_shown_rows, lay_out_band
from tui_planner.layout.day.axis import Axis, Scale
from tui_planner.layout.day.boxes import Band, Box
from tui_planner.layout.day.day_content import DayContent
from tui_planner.layout.day.day_layout import AS_PUBLISHED, DayLayout, collect_content
from tui_planner.layout.day.interval_columns import pack_columns
from tui_planner.layout.day.lane_order import RoomKey, arrange_lanes
from tui_planner.layout.day.lane_widths import COMFORTABLE, Lane, list_rooms
from tui_planner.programme.model import Programme, Session
from tui_planner.programme.timing import Interval
from tui_planner.settings.settings import Lanes

from .even_axis import find_busy, find_whole_rows, make_even_axis
from .lanes import LaneGroup, place_rooms

_HEADER_ROWS = 2
_STEPS = (5, 10, 15, 20, 30, 60)
_WHERE_NONE_FITS = 30
_MANY_ROOMS = 12


@dataclass(frozen=True)
class OverviewLayout(DayLayout):
    """The layout of an overview.

    Attributes:
        groups: The groups of its lanes, from left to right.
        rooms: The rooms that each lane shows.
    """

    groups: Sequence[LaneGroup] = ()
    rooms: Sequence[Sequence[RoomKey]] = ()

    @property
    def header_rows(self) -> int:
        """The rows for the names of the groups, if any, and for that of the room of the cursor."""
        return 1 + any(group.title for group in self.groups)

    @property
    def alternate_ids(self) -> frozenset[str]:
        """None: their edges tell those that touch apart."""
        return frozenset()

    @cached_property
    def stacks(self) -> Mapping[tuple[int, int], Sequence[Box]]:
        """The boxes in each cell, by its row and its left edge, in the order of time."""
        stacks = defaultdict(list)
        for box in self.boxes:
            for row in range(box.top, box.bottom):
                stacks[row, box.left].append(box)
        return dict(stacks)

    @cached_property
    def boxes_by_row(self) -> Sequence[Sequence[Box]]:
        """The boxes of each row, from left to right: of a stack, the first."""
        rows: list[list[Box]] = [[] for _ in range(self.height + 1)]
        for (row, _left), stack in sorted(self.stacks.items()):
            rows[row].append(stack[0])
        return rows


def opens_in_overview(programme: Programme, day: date, width: int, lane_setup: Lanes) -> bool:
    """Tell whether a day has so many rooms that `width` cells show less than half of them."""
    rooms = collect_content(programme, day, lane_setup).sessions_by_room
    return len(rooms) > _MANY_ROOMS and len(rooms) * COMFORTABLE > 2 * width


def fits_without_overview(programme: Programme, day: date, width: int, lane_setup: Lanes) -> bool:
    """Tell whether `width` cells show all rooms of a day side by side."""
    rooms = collect_content(programme, day, lane_setup).sessions_by_room
    return len(rooms) * COMFORTABLE <= width


def lay_out_overview(
    programme: Programme, day: date, width: int, height: int, lane_setup: Lanes = AS_PUBLISHED
) -> OverviewLayout:
    """Lay out the overview of a day that has sessions.

    Args:
        programme: The programme.
        day: Which of its days.
        width: The cells that there are for the lanes; the layout is wider only where it must.
        height: The rows that there are, with those of the header.
        lane_setup: Which lanes are shown, and in what order.
    """
    content = collect_content(programme, day, lane_setup)
    rooms = arrange_lanes(list_rooms(content.sessions, programme), lane_setup)
    placed = place_rooms({room: content.sessions_by_room[room] for room in rooms}, programme, width)
    right = placed.lanes[-1].right
    visible = min(width, right)
    above = lay_out_band(content.all_day, visible)
    shown = count_shown_rows(-above[0].top, height) if above else 0
    axis, step = _choose_axis(content, programme, height - _HEADER_ROWS - shown)
    boxes = [
        box
        for lane, own in zip(placed.lanes, placed.rooms, strict=True)
        for box in _fill(lane, own, content, axis)
    ]
    boxes.sort(key=attrgetter("left"))
    boxes.sort(key=attrgetter("row_span.top"))
    return OverviewLayout(
        axis,
        tuple(placed.lanes),
        tuple(boxes),
        tuple(_bands(content, axis)),
        right,
        visible,
        Scale(step),
        above,
        placed.groups,
        placed.rooms,
    )


def _choose_axis(content: DayContent, programme: Programme, height: int) -> tuple[Axis, int]:
    """Choose the finest rows of which all fit; where none does, half hours."""
    busy = find_busy(content.drawn_intervals)
    for step in (*_STEPS, _WHERE_NONE_FITS):
        axis = make_even_axis(busy, step, programme.zone)
        if len(axis.rows) <= height:
            break
    return axis, step


def _fill(lane: Lane, rooms: Iterable[RoomKey], content: DayContent, axis: Axis) -> Iterator[Box]:
    """Place the sessions of a lane: side by side where it has the cells, else one over another."""
    sessions: list[Session] = sorted(
        (session for room in rooms for session in content.sessions_by_room[room]),
        key=attrgetter("timing.start"),
    )
    spans = [find_whole_rows(axis, content.find_interval(session)) for session in sessions]
    rows = axis.rows
    slots = pack_columns(
        [Interval(rows[span.top].start, rows[span.bottom - 1].end) for span in spans]
    )
    for session, span, (column, columns_wide, columns) in zip(sessions, spans, slots, strict=True):
        left, right = lane.left, lane.right
        if columns <= lane.width:
            left = lane.left + lane.width * column // columns
            right = lane.left + lane.width * (column + columns_wide) // columns
        yield Box(session, left, right, span, span.bottom)


def _bands(content: DayContent, axis: Axis) -> Iterator[Band]:
    """Lay all blocks behind the sessions: no cursor goes to them here."""
    for block in sorted(content.blocks, key=attrgetter("timing.start")):
        span = find_whole_rows(axis, content.find_interval(block))
        yield Band(block, span.top, span.top, span.bottom)
