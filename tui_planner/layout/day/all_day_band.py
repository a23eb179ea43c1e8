"""The band of what is on all day: a few rows above the hours, as wide as what is in sight.

It is in no lane and does not scroll, so that it is seen whatever hour or room one looks at. Its
rows have negative numbers: -1 is the one above the first hour.
"""

from collections.abc import Sequence

from tui_planner.programme.model import Thing

from .axis import RowSpan
from .boxes import Box

_NARROWEST = 24
"""The least cells of a box, where the screen has them."""
_MOST_ROWS = 3
_ROWS_TO_ONE = 8
"""How many rows of the screen allow for one of the band."""


def lay_out_band(things: Sequence[Thing], width: int) -> tuple[Box, ...]:
    """Lay things out side by side in `width` cells, in as few rows as hold them."""
    if not things:
        return ()
    most = min(len(things), max(1, width // _NARROWEST))
    rows = -(-len(things) // most)
    columns = -(-len(things) // rows)
    boxes = []
    for index, thing in enumerate(things):
        row, column = divmod(index, columns)
        top = row - rows
        span = RowSpan(top, top + 1, 0, 0, range(top, top + 1))
        left, right = (width * edge // columns for edge in (column, column + 1))
        boxes.append(Box(thing, left, right, span, span.bottom))
    return tuple(boxes)


def count_shown_rows(rows: int, height: int) -> int:
    """Count the rows of a band that are shown in `height` rows of the screen."""
    return min(rows, _MOST_ROWS, max(1, height // _ROWS_TO_ONE))


def find_first_shown(rows: int, shown: int, cursor: Box | None) -> int:
    """Find the first row of a band that is shown: its first, but for a cursor further below."""
    if cursor is None or cursor.top >= 0:
        return -rows
    return max(-rows, cursor.top - shown + 1)
