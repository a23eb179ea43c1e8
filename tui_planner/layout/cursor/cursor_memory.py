"""The moves of the cursor, and the column and row that it keeps on its way."""

from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import DayLayout

from .navigation import Direction, find_neighbour, find_sideways


class CursorMemory:
    """The column or row that the cursor keeps while it moves.

    Up and down keep the column that the cursor came from, left and right the row, so that the way
    back leads where one was, whatever the boxes in between are like.
    """

    def __init__(self) -> None:
        self._column: float | None = None
        self._row: int | None = None

    def forget(self) -> None:
        """Forget the column and row, since the cursor was put somewhere."""
        self._column = self._row = None

    def step(
        self, day_layout: DayLayout, box: Box, direction: Direction, scrolled: int = 0
    ) -> Box | None:
        """Find the nearest box in a direction from the one under the cursor; None at the edge.

        `scrolled` is by how many cells the lanes are scrolled.
        """
        column, row = self._kept(box, scrolled)
        target = find_neighbour(day_layout, box, direction, column, row, scrolled)
        if target is not None:
            is_vertical = direction in {Direction.UP, Direction.DOWN}
            self._column, self._row = (column, None) if is_vertical else (None, row)
        return target

    def leap(self, day_layout: DayLayout, box: Box, rows: int) -> Box:
        """Find the box nearest to so many rows below the one under the cursor, or above it."""
        column, _row = self._kept(box)
        self._column, self._row = column, None
        wanted = box.top + rows
        return min(
            day_layout.boxes,
            key=lambda other: (abs(other.top - wanted), abs(other.middle - column)),
            default=box,
        )

    def leap_sideways(self, day_layout: DayLayout, box: Box, screens: int) -> Box | None:
        """Find the box nearest in time, whole screens of lanes to the right; None at the edge."""
        _column, row = self._kept(box)
        cells = screens * (day_layout.visible_width - day_layout.pinned)
        here = day_layout.find_lane_at(box.left)
        lanes = day_layout.find_lane_at(box.left + cells) - here
        target = find_sideways(day_layout, here, lanes or screens, row)
        if target is not None:
            self._column, self._row = None, row
        return target

    def _kept(self, box: Box, scrolled: int = 0) -> tuple[float, int]:
        """Get the column and row that the cursor keeps; those of the box where it keeps none."""
        own = box.middle + (scrolled if box.top < 0 else 0)
        column = own if self._column is None else self._column
        return column, box.top if self._row is None else self._row
