"""The layout of one day: where every session and block stands in the grid.

Coordinates are cells: x from the left edge of the first lane, y from the first row of the axis.
The layout is larger than the screen where the lanes do not fit; it knows nothing of scrolling.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache
from operator import attrgetter

from tui_planner.programme.model import Block, Programme, Session, Thing
from tui_planner.settings.settings import Lanes

from .all_day_band import count_shown_rows, lay_out_band
from .auto_scale import Axes, choose_scale
from .axis import STEPS, Axis, Scale
from .boxes import Band, Box
from .day_content import DayContent
from .interval_columns import Slot
from .lane_order import list_shown_lanes
from .lane_widths import NARROWEST_COLUMN, FilledLane, Lane, fill_lanes, list_rooms

AS_PUBLISHED = Lanes()


BoxRows = Sequence[Sequence[Box]]
"""The boxes of each row."""


@dataclass(frozen=True)
class DayLayout:
    """The layout of a day.

    Attributes:
        axis: Its rows.
        lanes: Its lanes, from left to right.
        boxes: Its boxes, by their first rows, then from left to right.
        bands: The blocks that lie behind them.
        width: The cells of all lanes.
        visible_width: How many of these cells are to be seen at a time, so that no lane is cut.
        scale: How long a row is.
        all_day: The boxes of what is on all day, in a band above; they do not scroll.
    """

    axis: Axis
    lanes: tuple[Lane, ...]
    boxes: tuple[Box, ...]
    bands: tuple[Band, ...]
    width: int
    visible_width: int
    scale: Scale
    all_day: tuple[Box, ...] = ()

    @property
    def every_box(self) -> tuple[Box, ...]:
        """The boxes of the band above, then those below."""
        return (*self.all_day, *self.boxes)

    @property
    def all_day_rows(self) -> int:
        """The number of rows of the band above; the first is that much below 0."""
        return -self.all_day[0].top if self.all_day else 0

    @cached_property
    def all_day_by_row(self) -> Mapping[int, Sequence[Box]]:
        """The boxes of each row of the band above, from left to right."""
        rows: dict[int, list[Box]] = defaultdict(list)
        for box in self.all_day:
            rows[box.top].append(box)
        return dict(rows)

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.axis.rows)

    @property
    def header_rows(self) -> int:
        """The rows for the names of the lanes: one, or none where there is nothing to name."""
        is_cut = self.width > self.visible_width
        return int(is_cut or any(lane.title for lane in self.lanes))

    @cached_property
    def pinned(self) -> int:
        """The cells of the lanes that stay in sight; 0 where they leave no room for others."""
        pinned = sum(lane.width for lane in self.lanes if lane.is_pinned)
        others = [lane.width for lane in self.lanes if not lane.is_pinned]
        return pinned if others and pinned + min(others) <= self.visible_width else 0

    def find_lane_at(self, x: int) -> int:
        """Find the number of the lane that a cell is in."""
        return max(0, bisect_right(self._lefts, x) - 1)

    @cached_property
    def _lefts(self) -> Sequence[int]:
        return [lane.left for lane in self.lanes]

    @cached_property
    def boxes_by_lane(self) -> tuple[tuple[Box, ...], ...]:
        """The sessions in each lane, by their first rows."""
        lanes: list[list[Box]] = [[] for _ in self.lanes]
        for box in self.boxes:
            if isinstance(box.thing, Session):
                lanes[self.find_lane_at(box.left)].append(box)
        return tuple(map(tuple, lanes))

    @cached_property
    def alternate_ids(self) -> frozenset[str]:
        """The ids of the boxes in another shade than the one that they touch above them."""
        found: set[str] = set()
        for lane in self.boxes_by_lane:
            above: dict[int, list[Box]] = defaultdict(list)
            for box in lane:
                touched = (other for other in above[box.top] if other.left < box.right)
                if any(other.right > box.left and other.thing.id not in found for other in touched):
                    found.add(box.thing.id)
                above[box.bottom].append(box)
        return frozenset(found)

    @cached_property
    def box_by_id(self) -> dict[str, Box]:
        """The boxes by the ids of their sessions or blocks."""
        return {box.thing.id: box for box in self.every_box}

    @cached_property
    def boxes_by_row(self) -> BoxRows:
        """The boxes that are drawn in each row, from left to right."""
        return self._by_row((box, box.top, box.bottom) for box in self._from_left)

    @cached_property
    def boxes_by_top(self) -> BoxRows:
        """The boxes whose first row each is, from left to right."""
        return self._by_row((box, box.top, box.top + 1) for box in self._from_left)

    @cached_property
    def boxes_by_bottom(self) -> BoxRows:
        """The boxes that are over where each row begins, from left to right."""
        return self._by_row((box, box.bottom, box.bottom + 1) for box in self._from_left)

    @cached_property
    def tails_by_row(self) -> BoxRows:
        """The boxes that may run on in each row, from left to right."""
        tails = (box for box in self._from_left if box.tail > box.bottom)
        return self._by_row((box, box.bottom, box.tail) for box in tails)

    @cached_property
    def band_by_row(self) -> tuple[Band | None, ...]:
        """The band behind each row; of several, the one that begins last."""
        rows: list[Band | None] = [None] * self.height
        for band in self.bands:
            for row in range(min(band.heading, band.top), band.bottom):
                rows[row] = band
        return tuple(rows)

    def find_nearest_box(self, id_: str) -> Box | None:
        """Find the box of a session or block; of a band, the first box that begins in it."""
        if box := self.box_by_id.get(id_):
            return box
        band = next((band for band in self.bands if band.block.id == id_), None)
        if band is None:
            return None
        within = (box for box in self.boxes if band.top <= box.top < band.bottom)
        own = [box for box in self.boxes if getattr(box.thing, "block", None) == id_]
        return next(iter(own), None) or next(within, None)

    def find_box_at(self, x: int, y: int) -> Box | None:
        """Find the box that is drawn at a cell."""
        if not 0 <= y < self.height:
            return None
        return next((box for box in self.boxes_by_row[y] if box.left <= x < box.right), None)

    def find_all_day_at(self, x: int, y: int) -> Box | None:
        """Find the box at a cell of the band of what is on all day, whose rows are below 0."""
        in_row = self.all_day_by_row.get(y, ())
        return next((box for box in in_row if box.left <= x < box.right), None)

    @cached_property
    def _from_left(self) -> Sequence[Box]:
        return sorted(self.boxes, key=attrgetter("left"))

    def _by_row(self, spans: Iterable[tuple[Box, int, int]]) -> BoxRows:
        """List the boxes of each row; one row more than there are begins where the last ends."""
        rows: list[list[Box]] = [[] for _ in range(self.height + 1)]
        for box, top, bottom in spans:
            for row in rows[top:bottom]:
                row.append(box)
        return rows


def lay_out_day(
    programme: Programme,
    day: date,
    width: int,
    height: int,
    scale: Scale | None = None,
    lane_setup: Lanes = AS_PUBLISHED,
) -> DayLayout:
    """Lay out a day.

    Args:
        programme: The programme.
        day: Which of its days.
        width: The cells that there are for the lanes; the layout is at least as wide.
        height: The rows that there are; decides the scale where none is given.
        scale: How long a row is.
        lane_setup: Which lanes are shown, and in what order.
    """
    content = collect_content(programme, day, lane_setup)
    if not content.sessions and not content.blocks:
        above = lay_out_band(content.all_day, width)
        return DayLayout(Axis(()), (), (), (), width, width, Scale(STEPS[0]), above)
    columns = max((slot.columns for slot in content.standalone_slots), default=1)
    wide_enough = max(width, NARROWEST_COLUMN * columns)
    lanes, visible = fill_lanes(content, programme, wide_enough, lane_setup)
    axes = Axes(content, programme.zone)
    visible = min(visible, width)
    above = lay_out_band(content.all_day, visible)
    if scale is None:
        rows = count_shown_rows(-above[0].top, height) if above else 0
        scale = choose_scale(axes, content, programme, lanes, height - rows)
    return replace(_laid_out(content, lanes, axes.make(scale), visible, scale), all_day=above)


def step_scale(
    programme: Programme, day: date, lane_setup: Lanes, scale: Scale, *, finer: bool
) -> Scale | None:
    """Find the next scale that gives a day more rows, or fewer; None where none does."""
    axes = Axes(collect_content(programme, day, lane_setup), programme.zone)
    steps = [step for step in STEPS if (step < scale.step if finer else step > scale.step)]
    now = len(axes.make(scale).rows)
    others = map(Scale, steps if finer else reversed(steps))
    changes = ((other, len(axes.make(other).rows) - now) for other in others)
    return next((other for other, more in changes if (more > 0 if finer else more < 0)), None)


@lru_cache(maxsize=4)
def collect_content(programme: Programme, day: date, lane_setup: Lanes) -> DayContent:
    """Collect what is drawn of a day: all but the sessions in lanes that are not shown.

    What is on all day is in no lane.

    It stays the same, and what is known of it, while one zooms and resizes.
    """
    things = programme.by_day.get(day, ())
    found = [thing for thing in things if isinstance(thing, Session)]
    all_day = tuple(session for session in found if session.timing.all_day)
    sessions = tuple(session for session in found if not session.timing.all_day)
    if programme.rooms:
        rooms = {*list_shown_lanes(list_rooms(sessions, programme), lane_setup)}
        sessions = tuple(session for session in sessions if session.room in rooms)
    blocks = tuple(thing for thing in things if isinstance(thing, Block))
    return DayContent(sessions, blocks, bool(programme.rooms), all_day)


def _laid_out(
    day: DayContent, filled_lanes: Sequence[FilledLane], axis: Axis, visible: int, scale: Scale
) -> DayLayout:
    lanes = tuple(filled.lane for filled in filled_lanes)
    width = lanes[-1].right
    bands = []
    for number, block in enumerate(day.bands):
        top = axis.find_top(block.timing.start)
        heading = axis.find_heading_row(number)
        bottom = axis.find_bottom(day.find_interval(block).end)
        bands.append(Band(block, top if heading is None else heading, top, bottom))
    boxes = [
        _box(session, filled.lane, slot, axis, day)
        for filled in filled_lanes
        for session, slot in zip(filled.sessions, filled.slots, strict=True)
    ]
    whole = Lane("", 0, width)
    for block, slot in zip(day.standalone_blocks, day.standalone_slots, strict=True):
        boxes.append(_box(block, whole, slot, axis, day))
    boxes.sort(key=attrgetter("left"))  # as they nearly are
    boxes.sort(key=attrgetter("row_span.top"))
    return DayLayout(axis, lanes, tuple(boxes), tuple(bands), width, visible, scale)


def _box(thing: Thing, lane: Lane, slot: Slot, axis: Axis, day: DayContent) -> Box:
    row_span = axis.find_rows(day.find_interval(thing))
    column, span, columns = slot
    left = lane.left + lane.width * column // columns
    right = lane.left + lane.width * (column + span) // columns
    tail = row_span.bottom
    if thing.timing.overrun and not thing.timing.open_end:
        tail = max(tail, axis.find_bottom(thing.timing.last_end))
    return Box(thing, left, right, row_span, tail)
