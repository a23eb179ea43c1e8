"""What is painted of any day: every cell once, every title, every sign."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tests.layout.days import DATE, ascii_titles, at, block, programme, programmes, session
from tests.layout.seeing import header, window
from tui_planner.itinerary.notices import NoticeKind
from tui_planner.layout.cursor.viewport import Viewport
from tui_planner.layout.day.axis import Scale
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import lay_out_day
from tui_planner.layout.painting.highlights import Highlights
from tui_planner.layout.painting.painter import GUTTER, Painter
from tui_planner.layout.text.cells import join_lines
from tui_planner.layout.text.glyphs import ASCII, UNICODE, Glyphs
from tui_planner.programme.model import Block, Day, Programme, Room, Session, Status
from tui_planner.programme.timing import MINUTE, Interval, Timing

NO_MARKS = Highlights()
widths = st.integers(20, 120)
relaxed = settings(deadline=None, max_examples=50)


def painter_of(
    programme_: Programme, width: int = 73, height: int = 40, glyphs: Glyphs = UNICODE
) -> Painter:
    return Painter(lay_out_day(programme_, DATE, width, height), programme_, glyphs)


def cells_of(painter: Painter, y: int, left: int, width: int, marks: Highlights = NO_MARKS) -> str:
    return "".join(span.text for span in painter.paint_row(y, window(left, width), marks))


def text_of(painter: Painter, box: Box, marks: Highlights = NO_MARKS) -> list[str]:
    """The rows of a box."""
    return [cells_of(painter, y, box.left, box.width, marks) for y in range(box.top, box.bottom)]


def screen_of(painter: Painter, marks: Highlights = NO_MARKS) -> list[str]:
    """All rows, with their gutter."""
    return [
        painter.paint_gutter(y, marks).text
        + cells_of(painter, y, 0, painter.day_layout.width, marks)
        for y in range(painter.day_layout.height)
    ]


@st.composite
def marks_of(draw: st.DrawFn, programme_: Programme) -> Highlights:
    """Any marks."""
    ids = st.sampled_from([*programme_.session_by_id, *programme_.block_by_id])
    return Highlights(
        chosen=draw(st.frozensets(ids)),
        gravest=draw(st.dictionaries(ids, st.sampled_from(NoticeKind))),
        notes=draw(st.dictionaries(ids, st.sampled_from(["40 min: 中文 \x07 👨‍👩‍👧", "5 min: A"]))),
        cursor=draw(st.none() | ids),
        hits=draw(st.frozensets(ids)),
        now=draw(st.none() | st.integers(480, 1300).map(at)),
    )


@relaxed
@given(programmes(), widths, st.data())
def test_every_row_of_any_window_is_exactly_as_wide_as_asked(
    programme_: Programme, width: int, data: st.DataObject
) -> None:
    painter = painter_of(programme_, width)
    marks = data.draw(marks_of(programme_))
    left = data.draw(st.integers(0, painter.day_layout.width + 9))
    asked = data.draw(st.integers(0, 130))
    for y in range(painter.day_layout.height):
        spans = painter.paint_row(y, window(left, asked), marks)
        assert sum(cell_len(span.text) for span in spans) == asked
        assert all(span.text and span.roles for span in spans)
        assert cell_len(painter.paint_gutter(y, marks).text) == GUTTER
    assert cell_len(header(painter, left, asked)) == GUTTER + asked


@relaxed
@given(programmes(), st.data())
def test_windows_side_by_side_show_what_one_wide_window_shows(
    programme_: Programme, data: st.DataObject
) -> None:
    painter = painter_of(programme_)
    width = painter.day_layout.width
    cut = data.draw(st.integers(0, width))
    blocks = [box for box in painter.day_layout.boxes if isinstance(box.thing, Block)]
    staying = {band.heading for band in painter.day_layout.bands}  # words that stay in sight
    staying.update(y for box in blocks for y in range(box.top, box.bottom))
    for y in set(range(painter.day_layout.height)) - staying:
        whole = cells_of(painter, y, 0, width)
        parts = cells_of(painter, y, 0, cut) + cells_of(painter, y, cut, width - cut)
        differing = [n for n, (a, b) in enumerate(zip(whole, parts, strict=False)) if a != b]
        assert not differing or cell_len(whole[: differing[0]]) in {cut - 2, cut - 1, cut}


@relaxed
@given(programmes(), widths, st.data())
def test_every_title_begins_in_its_box(
    programme_: Programme, width: int, data: st.DataObject
) -> None:
    painter = painter_of(programme_, width)
    marks = data.draw(marks_of(programme_))
    for box in painter.day_layout.boxes:
        first_word = join_lines(box.thing.title).partition(" ")[0]
        spans = split_graphemes(first_word)[0][:2]
        first_letters = first_word[: spans[-1][1]] if spans else ""
        assert first_letters in text_of(painter, box, marks)[box.row_span.text_rows.start - box.top]


@relaxed
@given(programmes(titles=ascii_titles), widths, st.data())
def test_ascii_stays_ascii(programme_: Programme, width: int, data: st.DataObject) -> None:
    painter = painter_of(programme_, width, glyphs=ASCII)
    marks = data.draw(marks_of(programme_))
    marks = Highlights(marks.chosen, marks.gravest, {}, marks.cursor, marks.hits, marks.now)
    assert "\n".join(screen_of(painter, marks)).isascii()
    assert header(painter, 0, width).isascii()


@relaxed
@given(programmes(titles=ascii_titles), st.integers(60, 120))
def test_every_band_is_named_unless_all_of_its_row_is_taken(
    programme_: Programme, width: int
) -> None:
    painter = painter_of(programme_, width)
    day_layout = painter.day_layout
    for band in day_layout.bands:
        over = (*day_layout.boxes_by_row[band.heading], *day_layout.tails_by_row[band.heading])
        free = [x for x in range(day_layout.width) if not any(b.left <= x < b.right for b in over)]
        text = cells_of(painter, band.heading, 0, day_layout.width)
        assert text.count("─") > 0 or not free
        if len(free) == day_layout.width:
            assert text.startswith(f"─ {band.block.title[:20]}")


SIGNS = [
    (None, "✓"),
    (NoticeKind.CERTAIN, "!"),
    (NoticeKind.POSSIBLE, "?"),
    (NoticeKind.TIGHT, "»"),
    (NoticeKind.MEAL, "✓"),
]


@pytest.mark.parametrize(("kind", "sign"), SIGNS)
@pytest.mark.parametrize("end", [605, 660])
def test_a_chosen_session_has_its_sign_before_its_title(
    kind: NoticeKind | None, sign: str, end: int
) -> None:
    painter = painter_of(programme((session("Veiligheid", 600, end),)))
    marks = Highlights(frozenset({"Veiligheid"}), {"Veiligheid": kind} if kind else {})
    first = text_of(painter, painter.day_layout.boxes[0], marks)[0]
    assert first[1:].startswith(f"{sign} Veiligheid")


def test_what_is_not_chosen_has_no_sign() -> None:
    painter = painter_of(programme((session("Veiligheid", 600, 660),)))
    marks = Highlights(gravest={"Veiligheid": NoticeKind.CERTAIN})
    assert text_of(painter, painter.day_layout.boxes[0], marks)[0].startswith("▌ Veiligheid")


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.FULL, "full"),
        (Status.CANCELLED, "cancelled"),
        (Status.INVITATION, "by invitation"),
    ],
)
@pytest.mark.parametrize("end", [605, 660])
def test_a_status_is_said_in_words(status: Status, word: str, end: int) -> None:
    painter = painter_of(programme((session("a", 600, end, status=status),)))
    assert word in "".join(text_of(painter, painter.day_layout.boxes[0]))


def test_a_remark_stands_in_its_box_without_control_characters() -> None:
    painter = painter_of(programme((session("a", 600, 660),)))
    marks = Highlights(frozenset({"a"}), {}, {"a": "5 min:\x1b \u202eb"})
    text = "".join(text_of(painter, painter.day_layout.boxes[0], marks))
    assert "5 min: b" in text
    assert text.isprintable()


def test_the_roles_say_what_is_marked() -> None:
    painter = painter_of(programme((session("a", 600, 660), session("b", 600, 660))))
    marks = Highlights(frozenset({"a", "b"}), {"b": NoticeKind.CERTAIN}, cursor="a")
    roles = {role for span in painter.paint_row(0, window(0, 36), marks) for role in span.roles}
    assert {"box", "chosen", "cursor", "title", "edge"} <= roles
    roles = {role for span in painter.paint_row(0, window(36, 37), marks) for role in span.roles}
    assert "clash" in roles
    assert "cursor" not in roles


def test_an_overrun_is_drawn_as_a_time_that_may_be() -> None:
    painter = painter_of(programme((session("a", 600, 630, overrun=660), session("b", 600, 690))))
    box = painter.day_layout.box_by_id["a"]
    tail = [cells_of(painter, y, box.left, box.width) for y in range(box.bottom, box.tail)]
    assert "until 11:00?" in tail[0]
    assert all("░" in row for row in tail)


def test_the_name_of_a_band_stands_beside_what_runs_on_at_its_left() -> None:
    sessions = (session("desk", 480, 720), session("a", 600, 660), session("b", 540, 660))
    painter = painter_of(programme(sessions, (block("Round", 600, 660),)), 90)
    heading = painter.day_layout.bands[0].heading
    assert "─ Round  10:00–11:00 ─" in cells_of(painter, heading, 0, 90)


def test_the_name_of_a_band_stands_beside_an_overrun_at_its_left() -> None:
    sessions = (session("a", 540, 600, overrun=630), session("b", 540, 600), session("c", 615, 660))
    painter = painter_of(programme(sessions, (block("Lunch", 600, 660),)), 90)
    heading = painter.day_layout.bands[0].heading
    row = cells_of(painter, heading, 0, 90)
    assert "until 10:30?" in row
    assert "─ Lunch  10:00–11:00 ─" in row


def test_the_present_time_is_in_the_gutter_and_a_line() -> None:
    painter = painter_of(programme((session("a", 600, 630), session("b", 700, 730))))
    marks = Highlights(now=at(640))
    rows = screen_of(painter, marks)
    assert [row for row in rows if row.startswith("10:40▶") and "╌" in row]
    assert not any("▶" in row for row in screen_of(painter))


def test_a_folded_stretch_has_its_sign() -> None:
    painter = painter_of(programme((session("a", 600, 630), session("b", 900, 930))))
    assert [row[:7] for row in screen_of(painter) if "⋮" in row] == ["10:30 ⋮"]


def test_the_header_names_the_rooms_above_their_lanes() -> None:
    rooms = (Room("r1", "Grote zaal"), Room("r2", "中文 hall of many words to read"))
    painter = painter_of(
        programme(
            (session("a", 600, 660, room="r1"), session("b", 600, 660, room="r2")), (), rooms
        ),
        40,
    )
    assert header(painter, 0, 40) == " " * GUTTER + " Grote zaal          中文 hall of many… "


def test_a_session_in_one_row_still_has_its_title() -> None:
    long = session("a", 600, 605, title="Een lange titel voor een korte sessie")
    painter = painter_of(programme((long, session("b", 600, 605))), 40)
    assert text_of(painter, painter.day_layout.boxes[0]) == ["▘ Een lange titel…  "]
    assert isinstance(painter.day_layout.boxes[0].thing, Session)


def test_the_gutter_says_where_midnight_is() -> None:
    painter = painter_of(programme((session("Night", 22 * 60, 32 * 60), session("b", 1500, 1530))))
    rows = screen_of(painter)
    midnight = [row for row in rows if row.startswith("Fri 14")]
    assert len(midnight) == 1
    assert "┈" in midnight[0]
    before, after = rows[rows.index(midnight[0]) - 1], rows[rows.index(midnight[0]) + 1]
    assert before[:2] == "23"
    assert after[:2] == "00"


def test_a_quiet_night_is_two_folded_rows_around_midnight() -> None:
    painter = painter_of(programme((session("a", 1200, 1260), session("b", 1900, 1960))))
    assert [row[:7] for row in screen_of(painter) if "⋮" in row] == ["21:00 ⋮", "Fri 14⋮"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 3, 30), ["01:00", "01:30", "03:00±", "03:30"]),
        (date(2025, 10, 26), ["02:00", "02:30", "02:00±", "02:30", "03:00"]),
    ],
)
def test_a_night_in_which_the_clocks_change_says_where(day: date, expected: list[str]) -> None:
    first = datetime(day.year, day.month, day.day, tzinfo=UTC)
    night = Session("a", "Night", Timing(first, first + 180 * MINUTE), day, 0)
    programme_ = replace(programme((night,)), days=(Day(day, "", Interval(first, first)),))
    painter = Painter(lay_out_day(programme_, day, 40, 30, Scale(30)), programme_)
    gutter = [
        painter.paint_gutter(y, NO_MARKS).text.strip() for y in range(painter.day_layout.height)
    ]
    start = gutter.index(expected[0])
    assert gutter[start : start + len(expected)] == expected


def test_the_words_of_a_session_stay_in_sight_when_its_beginning_does_not() -> None:
    painter = painter_of(programme((session("Marathon", 600, 1200),)), 40, 60)
    height = painter.day_layout.height
    for top in range(height):
        view = Viewport(0, top, 40, 20)
        text = "".join(span.text for span in painter.paint_row(top, view, NO_MARKS))
        assert "Marathon" in text
        if top + 1 < height:
            text = "".join(span.text for span in painter.paint_row(top + 1, view, NO_MARKS))
            assert "10:00–20:00" in text


def test_of_two_that_touch_the_second_has_another_shade_and_its_state_stays() -> None:
    shown = programme(
        (
            session("one", 600, 660, room="a"),
            session("two", 660, 720, room="a"),
            session("three", 720, 780, room="a"),
            session("four", 790, 850, room="a"),
        ),
        rooms=(Room("a", "A"),),
    )
    assert lay_out_day(shown, DATE, 60, 40).alternate_ids == {"two"}


def test_the_row_of_now_is_marked_from_edge_to_edge() -> None:
    shown = programme((session("one", 600, 660), session("two", 600, 720)))
    painter = painter_of(shown)
    marks = Highlights(now=at(620))
    rows = painter.day_layout.axis.rows
    for y, row in enumerate(rows):
        spans = painter.paint_row(y, window(0, 73), marks)
        assert all(("now-row" in span.roles) == (row.start <= at(620) < row.end) for span in spans)


def test_the_cursor_changes_the_edges_and_leaves_the_state() -> None:
    shown = programme((session("one", 600, 720),))
    painter = painter_of(shown)
    box = painter.day_layout.boxes[0]
    marks = Highlights(cursor="one", chosen=frozenset({"one"}))
    for y in range(box.top, box.bottom):
        spans = painter.paint_row(y, window(0, box.right), marks)
        assert "edge" in spans[0].roles
        assert "edge" in spans[-1].roles
        assert all("chosen" in span.roles for span in spans[:-1])
