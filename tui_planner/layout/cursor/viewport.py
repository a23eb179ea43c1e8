"""The part of a layout that is in sight, and scrolling it so that a box is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import DayLayout

_left = attrgetter("left")


class Viewport(NamedTuple):
    """The cells of a layout that are in sight, `columns` by `rows`.

    Its first `pinned` columns stay; behind them it is scrolled by `x` cells, and all by `y` rows.
    """

    x: int
    y: int
    columns: int
    rows: int
    pinned: int = 0

    def find_columns(self, left: int, right: int) -> tuple[int, int]:
        """Find the columns of the screen that show the cells from `left` to `right`.

        Where none does, the second is not behind the first.
        """
        end = min(right - self.x, self.columns)
        if left >= self.pinned:
            return max(left - self.x, self.pinned), end
        return left, max(min(right, self.pinned), end)

    def pick_visible(self, boxes: Sequence[Box]) -> Sequence[Box]:
        """Pick the boxes of one row, from left to right, of which something may be in sight."""
        pinned = bisect_left(boxes, self.pinned, key=_left)
        first = max(pinned, bisect_right(boxes, self.pinned + self.x, key=_left) - 1)
        end = bisect_left(boxes, self.x + self.columns, lo=first, key=_left)
        return *boxes[:pinned], *boxes[first:end]

    def cell_at(self, column: int) -> int:
        """Get the cell of the layout that a column of the screen shows."""
        return column if column < self.pinned else column + self.x

    def align_to_lane(self, day_layout: DayLayout) -> "Viewport":
        """Scroll back to where a lane begins, so that none is cut at its left."""
        if not day_layout.lanes:
            return self
        lane = day_layout.lanes[day_layout.find_lane_at(self.pinned + self.x)]
        return self._replace(x=max(0, lane.left - self.pinned))

    def scroll_to(self, box: Box, day_layout: DayLayout) -> "Viewport":
        """Scroll as little as shows a box, with the row above it for its heading.

        The band of what is on all day is always in sight.
        """
        if box.top < 0:
            return self
        return self._replace(x=self._x_for(box, day_layout), y=self._y_for(box))

    def _y_for(self, box: Box) -> int:
        top, bottom = max(0, box.top - 1), box.bottom
        if top < self.y or bottom - top > self.rows:
            return top
        return bottom - self.rows if bottom > self.y + self.rows else self.y

    def _x_for(self, box: Box, day_layout: DayLayout) -> int:
        if box.left < self.pinned:
            return self.x
        columns = self.columns - self.pinned
        x, left = self.x, box.left - self.pinned
        if left < x or box.width > columns:
            return left
        least = box.right - 1 - self.columns  # its last cell is only the gap to the next
        if least <= x:
            return x
        # Stop where a box beside this one begins, so that none is cut at its left.
        rows = day_layout.boxes_by_row[box.top : box.bottom]
        beside = {other.left - self.pinned for row in rows for other in row}
        return min((at for at in beside if least <= at <= left), default=least)
