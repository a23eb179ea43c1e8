"""The shipped programme as it is laid out and painted, at many sizes."""

from itertools import combinations

import pytest
from rich.cells import cell_len

from tests.helpers import local
from tests.layout.seeing import window
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import DayLayout, lay_out_day
from tui_planner.layout.painting.highlights import Highlights
from tui_planner.layout.painting.painter import GUTTER, Painter
from tui_planner.programme.model import Programme, Session

WIDTHS = [40, 73, 113, 193]
HEIGHTS = [15, 22, 30, 45, 60]
SIZES = [(width, height) for width in WIDTHS for height in HEIGHTS]

ROUND_1 = ["nota-ruimte", "slim-met-stroom", "dakloze-arbeidsmigranten", "veiligheid"]
LUNCH = [
    "iza-lunch",
    "wandeling-gouden-erfgoed",
    "wandeling-westerdijk",
    "strandwandeling",
    "verhaal-van-hoorn",
]
ROUND_2 = ["arbeidsmigranten-economie", "digital-twins", "hervormingsagenda-jeugd", "samen-slim"]
ROUND_3 = [
    "gemeentefinancien",
    "waarde-van-cultuur",
    "ruimte-voor-werken",
    "regionaal-samenwerken",
    "asielketen",
]

at_every_size = pytest.mark.parametrize(("width", "height"), SIZES)


def picture_of(hoorn: Programme, width: int, height: int = 45) -> DayLayout:
    return lay_out_day(hoorn, hoorn.days[0].date, width, height)


def rows_of(painter: Painter, box: Box, top: int, bottom: int) -> list[str]:
    return [
        "".join(
            span.text for span in painter.paint_row(y, window(box.left, box.width), Highlights())
        )
        for y in range(top, bottom)
    ]


@at_every_size
def test_rounds_have_the_fewest_columns_and_fill_the_width(
    hoorn: Programme, width: int, height: int
) -> None:
    day_layout = picture_of(hoorn, width, height)
    for ids, columns in ((ROUND_1, 4), (LUNCH, 5), (ROUND_2, 4), (ROUND_3, 5)):
        boxes = [day_layout.box_by_id[id_] for id_ in ids]
        assert len({box.left for box in boxes}) == columns
        assert (boxes[0].left, boxes[-1].right) == (0, day_layout.width)
        widths = [box.width for box in boxes]
        assert max(widths) - min(widths) <= 1


@at_every_size
def test_no_boxes_overlap_and_touching_ones_share_no_row(
    hoorn: Programme, width: int, height: int
) -> None:
    day_layout = picture_of(hoorn, width, height)
    for one, other in combinations(day_layout.boxes, 2):
        meets = one.thing.timing.planned.meets(other.thing.timing.planned)
        assert (max(one.top, other.top) < min(one.bottom, other.bottom)) == meets
        if meets:
            assert min(one.right, other.right) <= max(one.left, other.left)


@at_every_size
def test_a_quarter_to_one_and_ten_to_one_are_told_apart(
    hoorn: Programme, width: int, height: int
) -> None:
    day_layout = picture_of(hoorn, width, height)
    iza, walks = day_layout.box_by_id["iza-lunch"], [day_layout.box_by_id[id_] for id_ in LUNCH[1:]]
    assert len({walk.top for walk in walks}) == 1
    assert (iza.top, iza.row_span.before) < (walks[0].top, walks[0].row_span.before)
    assert walks[0].top < iza.bottom < walks[0].bottom


@at_every_size
def test_the_overrun_of_veiligheid_is_drawn_until_one(
    hoorn: Programme, width: int, height: int
) -> None:
    day_layout = picture_of(hoorn, width, height)
    painter = Painter(day_layout, hoorn)
    box = day_layout.box_by_id["veiligheid"]
    rows = day_layout.axis.rows
    assert rows[box.bottom].start == local(hoorn, "2025-02-13 12:30")
    assert rows[box.tail - 1].end == local(hoorn, "2025-02-13 13:00")
    tail = rows_of(painter, box, box.bottom, box.tail)
    free = [row for y, row in enumerate(tail, box.bottom) if len(day_layout.boxes_by_row[y]) <= 1]
    assert free
    assert all(row.startswith("┊") for row in free)
    assert tail[0].strip().startswith("┊ until 13:0")


@at_every_size
def test_blocks_without_sessions_span_all_lanes(hoorn: Programme, width: int, height: int) -> None:
    day_layout = picture_of(hoorn, width, height)
    alone = [box for box in day_layout.boxes if not isinstance(box.thing, Session)]
    assert [box.thing.id for box in alone] == [
        "inloop",
        "opening",
        "plenair",
        "koffie-1",
        "koffie-2",
        "afsluiting",
    ]
    assert {(box.left, box.right) for box in alone} == {(0, day_layout.width)}
    assert [band.block.id for band in day_layout.bands] == [
        "ronde-1",
        "lunch",
        "ronde-2",
        "ronde-3",
    ]


@at_every_size
def test_every_row_is_as_wide_as_the_screen(hoorn: Programme, width: int, height: int) -> None:
    painter = Painter(picture_of(hoorn, width, height), hoorn)
    for y in range(painter.day_layout.height):
        assert (
            cell_len("".join(s.text for s in painter.paint_row(y, window(0, width), Highlights())))
            == width
        )
        assert cell_len(painter.paint_gutter(y, Highlights()).text) == GUTTER


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("veiligheid", ["Veiligheid", "11:30–12:30"]),
        ("ruimte-voor-werken", ["Ruimte", "voor", "werken", "15:15–16:15"]),
        ("verhaal-van-hoorn", ["Het", "verhaal", "van", "Hoorn", "~12:50–"]),
        ("samen-slim", ["Samen", "Slim:", "sociale", "13:45–14:45"]),
        ("opening", ["Opening", "09:45–10:00"]),
        ("koffie-1", ["Koffie,", "thee", "en", "11:15–11:30"]),
    ],
)
def test_short_titles_are_read_in_full(
    hoorn: Programme, width: int, id_: str, words: list[str]
) -> None:
    painter = Painter(picture_of(hoorn, width), hoorn)
    box = painter.day_layout.box_by_id[id_]
    text = " ".join(rows_of(painter, box, box.top, box.bottom))
    assert all(word in text for word in words), text


@pytest.mark.parametrize("width", WIDTHS)
def test_every_band_is_named(hoorn: Programme, width: int) -> None:
    painter = Painter(picture_of(hoorn, width), hoorn)
    for band in painter.day_layout.bands:
        row = "".join(
            span.text for span in painter.paint_row(band.heading, window(0, width), Highlights())
        )
        assert f"─ {band.block.title}  " in row


def test_taller_screens_get_finer_rows(hoorn: Programme) -> None:
    heights = [picture_of(hoorn, 113, height).height for height in range(15, 100, 5)]
    assert heights == sorted(heights)
    assert len(set(heights)) > 1


def test_an_overrun_is_seen_over_a_block_that_stands_alone(hoorn: Programme) -> None:
    day_layout = lay_out_day(hoorn, hoorn.days[0].date, 113, 40)
    painter = Painter(day_layout, hoorn)
    closing = day_layout.box_by_id["afsluiting"]
    rows = [
        "".join(
            span.text for span in painter.paint_row(y, window(0, day_layout.width), Highlights())
        )
        for y in range(closing.top, closing.bottom)
    ]
    assert "Afsluiting met hapje en drankje" in rows[0]
    assert "until 16:45?" in rows[0]


@pytest.mark.parametrize("left", [0, 5, 20, 39])
def test_the_name_of_a_band_stays_in_sight_when_scrolled_sideways(
    hoorn: Programme, left: int
) -> None:
    day_layout = lay_out_day(hoorn, hoorn.days[0].date, 73, 19)
    painter = Painter(day_layout, hoorn)
    heading = next(band.heading for band in day_layout.bands if band.block.id == "ronde-2")
    text = "".join(span.text for span in painter.paint_row(heading, window(left, 34), Highlights()))
    assert "Keuzesessies ronde 2" in text


@pytest.mark.parametrize("left", [0, 5, 20, 39])
def test_the_words_of_a_block_stay_in_sight_when_scrolled_sideways(
    hoorn: Programme, left: int
) -> None:
    day_layout = lay_out_day(hoorn, hoorn.days[0].date, 73, 19)
    painter = Painter(day_layout, hoorn)
    row = painter.paint_row(day_layout.box_by_id["afsluiting"].top, window(left, 34), Highlights())
    text = "".join(span.text for span in row)
    assert text.count("Afsluiting met hapje") == 1
    assert cell_len(text) == 34
