"""In few cells a time is said whole or not at all: one that is cut would be another time."""

import pytest
from rich.cells import cell_len

from tests.layout.seeing import window
from tui_planner.layout.day.day_layout import lay_out_day
from tui_planner.layout.painting.highlights import Highlights
from tui_planner.layout.painting.painter import Painter
from tui_planner.layout.text.box_text import LineKind, Space, write_box, write_heading
from tui_planner.layout.text.glyphs import UNICODE
from tui_planner.programme.model import Programme


@pytest.mark.parametrize(
    ("id_", "width", "times"),
    [
        ("iza-lunch", 12, "12:45–13:30"),
        ("iza-lunch", 11, "12:45"),
        ("asielketen", 13, "15:15–16:15+"),
        ("asielketen", 12, "15:15"),
        ("strandwandeling", 9, "~12:50–?"),
        ("strandwandeling", 8, "~12:50"),
    ],
)
def test_a_narrow_box_says_when_it_begins(
    hoorn: Programme, id_: str, width: int, times: str
) -> None:
    session = hoorn.session_by_id[id_]
    lines = write_box(session, hoorn, Space(width, 4), ("", ""), UNICODE)
    assert [text.strip() for part, text in lines if part is LineKind.TIMES] == [times]


def test_the_name_of_a_band_is_cut_before_its_times() -> None:
    title, when = "Keuzesessies ronde 1", "11:30–12:30"
    assert write_heading(title, when, UNICODE) == "─ Keuzesessies ronde 1  11:30–12:30 "
    assert write_heading(title, when, UNICODE, 31) == "─ Keuzesessies ron… 11:30–12:30"
    for width in range(40):
        assert cell_len(write_heading(title, when, UNICODE, width)) <= width


@pytest.mark.parametrize("width", range(56, 100))
def test_until_when_a_session_may_run_on_is_not_cut(hoorn: Programme, width: int) -> None:
    day_layout = lay_out_day(hoorn, hoorn.days[0].date, width, 45)
    painter = Painter(day_layout, hoorn)
    box = next(box for box in day_layout.boxes if box.thing.id == "asielketen")
    row = "".join(
        span.text
        for span in painter.paint_row(box.bottom, window(0, day_layout.width), Highlights())
    )
    words = row[box.left : box.right].strip(" ┊░")
    assert words in {"until 16:45?", "–16:45?"}
