"""Scrolling shows the whole box, moves no further than it must, and cuts no box at its left."""

import pytest

from tui_planner.layout.cursor.viewport import Viewport
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import lay_out_day
from tui_planner.programme.model import Programme


def shows(viewport: Viewport, box: Box) -> bool:
    return (
        viewport.x <= box.left
        and box.right - 1 <= viewport.x + viewport.columns
        and viewport.y <= box.top
        and box.bottom <= viewport.y + viewport.rows
    )


@pytest.mark.parametrize("columns", [34, 52, 73])
@pytest.mark.parametrize("rows", [10, 19])
def test_every_box_that_fits_is_shown_whole_from_anywhere(
    hoorn: Programme, columns: int, rows: int
) -> None:
    day_layout = lay_out_day(hoorn, hoorn.days[0].date, columns, rows)
    for x in (0, 9, day_layout.width - columns):
        for y in (0, 7, day_layout.height - rows):
            start = Viewport(x, y, columns, rows)
            for box in day_layout.boxes:
                shown = start.scroll_to(box, day_layout)
                if box.width <= columns and box.height < rows:
                    assert shows(shown, box)
                if shows(start, box) and start.y < box.top:
                    assert shown == start


def test_going_right_stops_where_a_box_begins(hoorn: Programme) -> None:
    day_layout = lay_out_day(hoorn, hoorn.days[0].date, 34, 10)
    box = day_layout.box_by_id["veiligheid"]
    shown = Viewport(0, 0, 34, 10).scroll_to(box, day_layout)
    assert shown.x in {other.left for other in day_layout.boxes if other.top == box.top}
