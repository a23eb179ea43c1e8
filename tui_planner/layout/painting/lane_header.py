"""The line above the lanes: their names, and what lies beyond each edge."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui_planner.layout.cursor.viewport import Viewport
from tui_planner.layout.day.day_layout import DayLayout
from tui_planner.layout.day.lane_widths import Lane
from tui_planner.layout.text.cells import clip, cut, fit, join_lines
from tui_planner.layout.text.glyphs import Glyphs
from tui_planner.support.i18n import _, ngettext

from .spans import Span

_LEAST_NAME = 8
"""The cells of the name of a lane that the words of a sign leave to it."""


def paint_lane_header(
    day_layout: DayLayout, view: Viewport, chosen: Collection[str], gutter: int, glyphs: Glyphs
) -> Span:
    """Paint the names of the lanes in sight, and how many more there are at either side.

    The line is `gutter` cells longer than what is seen of the lanes. Where only one lane is seen,
    its neighbours are named.

    Args:
        day_layout: The day.
        view: What of it is seen.
        chosen: The ids of what is chosen: a sign says where some of it lies beyond an edge.
        gutter: The cells before the lanes.
        glyphs: The characters for the signs.
    """
    width = gutter + view.columns
    seen = [
        _VisibleLane(f"{glyphs.pinned} " * lane.is_pinned + join_lines(lane.title), start, end)
        for lane in day_layout.lanes
        for start, end in [view.find_columns(lane.left, lane.right)]
        if start < end
    ]
    if not seen:
        return Span(" " * width, ("header",))
    is_single = len(seen) == 1
    beyond = _EdgeSigns(day_layout, view, chosen, glyphs)
    left = beyond.left(width // 3 if is_single else gutter + seen[0].spare, named=is_single)
    right = beyond.right(width // 3 if is_single else seen[-1].spare, named=is_single)
    stop = width - cell_len(right)
    line = fit(left, max(gutter, cell_len(left)))
    for lane in seen:
        line += " " * (gutter + lane.start - cell_len(line))
        room = min(gutter + lane.end, stop) - cell_len(line)
        line += fit(f" {lane.name}", max(0, room), glyphs.ellipsis)
    return Span(clip(clip(line, 0, max(0, stop)) + right, 0, width), ("header",))


class _VisibleLane(NamedTuple):
    """A lane in sight: its name, and the columns in which it is."""

    name: str
    start: int
    end: int

    @property
    def spare(self) -> int:
        """The cells that its name can give up."""
        return self.end - self.start - 2 - min(_LEAST_NAME, cell_len(self.name))


class _EdgeSigns:
    """The signs of what lies beyond the edges of what is in sight."""

    def __init__(
        self, day_layout: DayLayout, view: Viewport, chosen: Collection[str], glyphs: Glyphs
    ) -> None:
        found = (day_layout.box_by_id.get(id_) for id_ in chosen)
        boxes = [box for box in found if box is not None and box.top >= 0]
        hidden = view.pinned + view.x
        self._before = [lane for lane in day_layout.lanes if view.pinned <= lane.left < hidden][
            ::-1
        ]
        self._mark_before = any(view.pinned <= box.left < hidden for box in boxes)
        end = view.x + view.columns + 1  # the last cell is only the gap to the next
        self._behind = [lane for lane in day_layout.lanes if lane.right > max(end, view.pinned)]
        self._mark_behind = any(box.right > max(end, view.pinned) for box in boxes)
        self._glyphs = glyphs

    def left(self, room: int, *, named: bool) -> str:
        """Format the sign at the left edge: `◀ 3 rooms ✓`; empty where nothing lies there."""
        pattern = f"{self._glyphs.left} {{}}{self._mark(self._mark_before)}"
        return self._fitting(self._before, pattern, room, named=named)

    def right(self, room: int, *, named: bool) -> str:
        """Format the sign at the right edge: `12 rooms ▶ ✓`; empty where nothing lies there."""
        pattern = f" {{}} {self._glyphs.right}{self._mark(self._mark_behind)}"
        return self._fitting(self._behind, pattern, room, named=named)

    def _mark(self, has_chosen: bool) -> str:
        return f" {self._glyphs.chosen}" if has_chosen else ""

    def _fitting(self, lanes: Sequence[Lane], pattern: str, room: int, *, named: bool) -> str:
        """Choose the fullest sign for lanes, the next first, in `room` cells; else the shortest."""
        if not lanes:
            return ""
        signs = [pattern.format(words) for words in self._words(lanes, room if named else 0)]
        return next((text for text in signs if cell_len(text) <= room), signs[-1])

    def _words(self, lanes: Sequence[Lane], room: int) -> Iterator[str]:
        """Count the lanes in ever fewer words; first with the name of the next, in `room` cells."""
        if not lanes[0].title:
            yield _("more")
            return
        number = str(len(lanes))
        if room:
            space = max(4, room - cell_len(number) - 7)
            yield f"{number} {cut(join_lines(lanes[0].title), space, self._glyphs.ellipsis)}"
        yield ngettext("{n} room", "{n} rooms", len(lanes)).format(n=number)
        yield number
