"""The place for the heading of a block that lies behind its sessions."""

from tui_planner.layout.day.day_layout import DayLayout


def find_free_stretch(day_layout: DayLayout, row: int) -> tuple[int, int]:
    """Find the widest free stretch of a row, in cells; all of the row where it is full.

    A heading elsewhere would lie on what runs through its block.
    """
    return find_free_cells(day_layout, row) or (0, day_layout.width)


def find_free_cells(day_layout: DayLayout, row: int) -> tuple[int, int] | None:
    """Find the widest free stretch of a row, in cells; None where it is full."""
    free = []
    at = 0
    for box in sorted(
        (*day_layout.boxes_by_row[row], *day_layout.tails_by_row[row]), key=lambda box: box.left
    ):
        free.append((at, box.left))
        at = max(at, box.right)
    left, right = max((*free, (at, day_layout.width)), key=lambda stretch: stretch[1] - stretch[0])
    return (left, right) if left < right else None
