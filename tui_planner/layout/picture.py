"""The boxes of one day in cells: where every session and block stands in the grid.

Coordinates are cells: x from the left edge of the first lane, y from the first row of the axis.
The picture is larger than the screen where the lanes do not fit; it knows nothing of scrolling.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from ..programme.model import Block, Programme, Session, Thing
from ..wording import times
from .axis import STEPS, Axis, Cuts, make_axis
from .cells import wrap
from .day_content import DayContent
from .lanes import Slot, pack

NARROWEST_COLUMN = 14
_COMFORTABLE = 16, NARROWEST_COLUMN
"""The cells of a lane, and of a column in it, that can be read with ease."""
_TIGHT = 12, 12
"""The cells that will do, where nothing lies off the edge for it."""
FRAME = 3
"""The cells of a box that hold no text: its bar, the space behind it, the gap to the next."""
_MOST_TITLE_LINES = 3
_SAMPLE = 200


@dataclass(frozen=True, slots=True)
class Lane:
    """A room's column; the one lane of a programme without rooms has no title."""

    title: str
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Box:
    """A session, or a block without sessions, as a rectangle; `right` and `bottom` are outside.

    `tail` is the row behind the last one that it may run on into, `bottom` where it may not.
    """

    thing: Thing
    left: int
    right: int
    top: int
    bottom: int
    tail: int

    @property
    def width(self) -> int:
        """How many cells wide it is."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """How many rows high it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The middle of its width."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Band:
    """A block that lies behind sessions; its heading stands in row `heading`."""

    block: Block
    heading: int
    top: int
    bottom: int


@dataclass(frozen=True)
class Picture:
    """A day laid out."""

    axis: Axis
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...]
    width: int

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self.axis.rows)

    @cached_property
    def box_by_id(self) -> dict[str, Box]:
        """The boxes by the ids of their sessions or blocks."""
        return {box.thing.id: box for box in self.boxes}

    @cached_property
    def boxes_by_row(self) -> tuple[tuple[Box, ...], ...]:
        """The boxes that are drawn in each row, from left to right."""
        return self._by_row([(box, box.top, box.bottom) for box in self.boxes])

    @cached_property
    def boxes_by_top(self) -> tuple[tuple[Box, ...], ...]:
        """The boxes whose first row each is, from left to right."""
        return self._by_row([(box, box.top, box.top + 1) for box in self.boxes])

    @cached_property
    def boxes_by_bottom(self) -> tuple[tuple[Box, ...], ...]:
        """The boxes that are over where each row begins, from left to right."""
        rows: list[list[Box]] = [[] for _ in range(self.height + 1)]
        for box in self.boxes:
            rows[box.bottom].append(box)
        return tuple(tuple(sorted(row, key=lambda box: box.left)) for row in rows)

    @cached_property
    def tails_by_row(self) -> tuple[tuple[Box, ...], ...]:
        """The boxes that may run on in each row, from left to right."""
        return self._by_row([(box, box.bottom, box.tail) for box in self.boxes])

    @cached_property
    def band_by_row(self) -> tuple[Band | None, ...]:
        """The band behind each row; of several, the one that begins last."""
        rows: list[Band | None] = [None] * self.height
        for band in self.bands:
            for row in range(min(band.heading, band.top), band.bottom):
                rows[row] = band
        return tuple(rows)

    def nearest_box(self, id_: str) -> Box | None:
        """The box of a session or block; of a band, the first box that begins in it."""
        if box := self.box_by_id.get(id_):
            return box
        band = next((band for band in self.bands if band.block.id == id_), None)
        if band is None:
            return None
        within = (box for box in self.boxes if band.top <= box.top < band.bottom)
        own = [box for box in self.boxes if getattr(box.thing, "block", None) == id_]
        return next(iter(own), None) or next(within, None)

    def box_at(self, x: int, y: int) -> Box | None:
        """The box that is drawn at a cell."""
        if not 0 <= y < self.height:
            return None
        return next((box for box in self.boxes_by_row[y] if box.left <= x < box.right), None)

    def _by_row(self, spans: Sequence[tuple[Box, int, int]]) -> tuple[tuple[Box, ...], ...]:
        rows: list[list[Box]] = [[] for _ in range(self.height)]
        for box, top, bottom in spans:
            for row in range(top, bottom):
                rows[row].append(box)
        return tuple(tuple(sorted(row, key=lambda box: box.left)) for row in rows)


_LanePlan = tuple[Lane, tuple[Session, ...], list[Slot]]
"""A lane, its sessions, and where in it each stands."""


def make_picture(
    programme: Programme, day: date, width: int, height: int, step: int | None = None
) -> Picture:
    """Lay out a day.

    Args:
        programme: The programme.
        day: Which of its days.
        width: The cells that there are for the lanes; the picture is at least as wide.
        height: The rows that there are; decides the step where none is given.
        step: The minutes per row.
    """
    shown_day = DayContent(
        tuple(session for session in programme.sessions if session.day == day),
        tuple(block for block in programme.blocks if block.day == day),
    )
    if not shown_day.sessions and not shown_day.blocks:
        return Picture(Axis(()), (), (), (), width)
    columns = max((slot.columns for slot in shown_day.alone_slots), default=1)
    lanes = _lanes(shown_day, programme, max(width, NARROWEST_COLUMN * columns))
    axes = _Axes(shown_day, programme.zone)
    axis = _readable(axes, shown_day, programme, lanes, height) if step is None else axes.of(step)
    return _laid_out(shown_day, lanes, axis)


class _Axes:
    """The axes of one day, by their steps."""

    def __init__(self, day: DayContent, zone: ZoneInfo) -> None:
        self._cuts = Cuts.of(day.drawn)
        self._headings = [block.timing.start for block in day.headed]
        self._zone = zone

    def of(self, step: int) -> Axis:
        """The axis of a step in minutes."""
        return make_axis(self._cuts, self._headings, step, self._zone)


def _readable(
    axes: _Axes,
    day: DayContent,
    programme: Programme,
    lanes: Sequence[_LanePlan],
    height: int,
) -> Axis:
    """The finest axis that is readable and fits `height` rows, or else the coarsest readable one.

    Readable is what gives nine of ten sessions the rows that their title and times need; of many
    sessions a part, evenly spread, stands for all.
    """
    placed = [
        (session, lane.width * slot.span // slot.columns)
        for lane, sessions, slots in lanes
        for session, slot in zip(sessions, slots, strict=True)
    ]
    sample = placed[:: 1 + len(placed) // _SAMPLE]
    needed = [
        (day.shown(session), _rows_needed(session, width, programme)) for session, width in sample
    ]
    best: Axis | None = None
    for step in STEPS:  # from coarse to fine, which is from low to high
        axis = axes.of(step)
        if best is not None and len(axis.rows) > height:
            break
        enough = sum(axis.bottom(at.end) - axis.top(at.start) >= rows for at, rows in needed)
        if enough * 10 >= len(needed) * 9:
            best = axis
    return best or axis


def _lanes(day: DayContent, programme: Programme, width: int) -> list[_LanePlan]:
    """The lanes with their sessions; as wide as is available, and never too narrow to read."""
    by_room: dict[str | None, list[Session]] = {}
    if programme.rooms:
        by_room = {room.id: [] for room in programme.rooms}
    for session in day.sessions:
        by_room.setdefault(session.room if programme.rooms else None, []).append(session)
    filled = {room: sessions for room, sessions in by_room.items() if sessions} or {None: []}
    packed = {
        room: pack([day.shown(session) for session in sessions])
        for room, sessions in filled.items()
    }
    columns = {
        room: max((slot.columns for slot in slots), default=1) for room, slots in packed.items()
    }
    needed = _widths(columns, programme, _COMFORTABLE)
    if sum(needed.values()) > width:
        tight = _widths(columns, programme, _TIGHT)
        needed = tight if sum(tight.values()) <= width else needed  # else one scrolls all the same
    least = sum(needed.values())
    lanes: list[_LanePlan] = []
    left = taken = 0
    for room, sessions in filled.items():
        taken += needed[room]
        right = max(taken, width * taken // least)  # what is spare goes to all, to the cell
        lane = Lane(programme.room_name(room), left, right - left)
        lanes.append((lane, tuple(sessions), packed[room]))
        left = right
    return lanes


def _widths(
    columns: Mapping[str | None, int], programme: Programme, least: tuple[int, int]
) -> dict[str | None, int]:
    """The cells that each lane needs, by its room, where a lane and a column need `least`."""
    lane, column = least
    return {
        room: max(lane if programme.rooms else 0, column * number)
        for room, number in columns.items()
    }


def _laid_out(day: DayContent, lanes: Sequence[_LanePlan], axis: Axis) -> Picture:
    width = sum(lane.width for lane, _, _ in lanes)
    bands = []
    for block in day.bands:
        top = axis.top(block.timing.start)
        heading = axis.heading_row(day.headed.index(block)) if block in day.headed else top
        bands.append(Band(block, heading, top, axis.bottom(day.shown(block).end)))
    boxes = [
        _box(session, lane, slot, axis, day)
        for lane, sessions, slots in lanes
        for session, slot in zip(sessions, slots, strict=True)
    ]
    whole = Lane("", 0, width)
    for block, slot in zip(day.alone, day.alone_slots, strict=True):
        boxes.append(_box(block, whole, slot, axis, day))
    boxes.sort(key=lambda box: (box.top, box.left))
    return Picture(axis, tuple(lane for lane, _, _ in lanes), tuple(boxes), tuple(bands), width)


def _box(thing: Thing, lane: Lane, slot: Slot, axis: Axis, day: DayContent) -> Box:
    interval = day.shown(thing)
    left = lane.left + lane.width * slot.column // slot.columns
    right = lane.left + lane.width * (slot.column + slot.span) // slot.columns
    bottom = axis.bottom(interval.end)
    tail = bottom
    if thing.timing.overrun and not thing.timing.open_end:
        tail = max(bottom, axis.bottom(thing.timing.last_end))
    return Box(thing, left, right, axis.top(interval.start), bottom, tail)


def _rows_needed(session: Session, width: int, programme: Programme) -> int:
    """The rows that a box of `width` cells needs for the title and times of a session."""
    title = session.title
    lines = len(wrap(title, max(1, width - FRAME), _MOST_TITLE_LINES))
    inline = cell_len(f"{title}  {times(session.timing, programme.zone)}") <= width - FRAME
    minutes = session.timing.planned.minutes
    most = 2 if minutes <= 30 else _MOST_TITLE_LINES + 1
    return 1 if inline else min(lines + 1, most)
