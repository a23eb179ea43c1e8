"""What is seen of a layout in a test, and how its lines read."""

from tui_planner.layout.cursor.viewport import Viewport
from tui_planner.layout.painting.highlights import Highlights
from tui_planner.layout.painting.lane_header import paint_lane_header
from tui_planner.layout.painting.painter import GUTTER, Painter


def window(left: int, width: int) -> Viewport:
    """All rows of some columns."""
    return Viewport(left, 0, width, 999)


def header(painter: Painter, left: int, width: int, marks: Highlights | None = None) -> str:
    """The line above some columns, with what stands above the gutter."""
    chosen = marks.chosen if marks else ()
    return paint_lane_header(
        painter.day_layout, window(left, width), chosen, GUTTER, painter.glyphs
    ).text
