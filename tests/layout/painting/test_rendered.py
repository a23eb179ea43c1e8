"""What is rendered of any day at any zoom, size, scroll and arrangement, read back cell by cell.

What touches and what overlaps is found out from the characters and whose they are, to the eighth of
a row, and held against the times.
"""

from collections.abc import Iterator
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.layout.days import DATE, any_titles, at, programme, programmes
from tests.layout.seeing import window
from tui_planner.layout.cursor.viewport import Viewport
from tui_planner.layout.day.axis import STEPS, Scale
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import DayLayout, lay_out_day
from tui_planner.layout.painting.highlights import Highlights
from tui_planner.layout.painting.lane_header import paint_lane_header
from tui_planner.layout.painting.painter import GUTTER, Painter
from tui_planner.layout.painting.spans import Span
from tui_planner.layout.text.cells import join_lines
from tui_planner.layout.text.glyphs import ASCII, UNICODE, Glyphs
from tui_planner.programme.model import Programme, Room, Session
from tui_planner.programme.timing import Timing
from tui_planner.settings.settings import Lanes

relaxed = settings(deadline=None, max_examples=50)
scales = st.none() | st.builds(Scale, st.sampled_from(STEPS))


@st.composite
def busy_days(draw: st.DrawFn, last: int = 700) -> Programme:
    """Sessions that start and end at any minute from eight o'clock on, in up to seven rooms."""
    number_of_rooms = draw(st.sampled_from([0, 1, 4, 7]))
    rooms = tuple(Room(f"r{n}", draw(any_titles)) for n in range(number_of_rooms))
    ids = [*(room.id for room in rooms), None]
    sessions = []
    for number in range(draw(st.integers(2, 14))):
        start = draw(st.integers(480, last))
        length = draw(st.integers(1, 30) | st.sampled_from([25, 50, 240]))
        times = Timing(at(start), at(start + length))
        sessions.append(
            Session(
                f"s{number}", draw(any_titles), times, DATE, number, room=ids[number % len(ids)]
            )
        )
    return programme(tuple(sessions), (), rooms)


@st.composite
def day_layouts(draw: st.DrawFn, days: st.SearchStrategy[Programme]) -> tuple[Programme, DayLayout]:
    """A day laid out at any zoom and size, its lanes arranged in any way."""
    day = draw(days)
    rooms = st.lists(st.sampled_from([*(room.id for room in day.rooms), ""]), unique=True)
    few = st.lists(st.sampled_from([room.id for room in day.rooms] or [""]), max_size=1)
    lanes = Lanes(tuple(draw(few)), tuple(draw(few)), tuple(draw(rooms)))
    width = draw(st.sampled_from([33, 53, 73]) | st.integers(1, 120))
    height = draw(st.integers(1, 50))
    return day, lay_out_day(day, DATE, width, height, draw(scales), lanes)


def views_of(day_layout: DayLayout) -> st.SearchStrategy[Viewport]:
    """What the grid may show of a layout, scrolled in any way."""
    return st.builds(
        Viewport,
        st.integers(0, max(0, day_layout.width - day_layout.visible_width)),
        st.integers(0, max(0, day_layout.height - 1)),
        st.just(day_layout.visible_width),
        st.integers(1, 50),
        st.just(day_layout.pinned),
    )


def columns_of(spans: list[Span]) -> Iterator[tuple[int, Span]]:
    """Each column of a line with the span that is in it."""
    column = 0
    for span in spans:
        for _cell in range(cell_len(span.text)):
            yield column, span
            column += 1


def is_of_cursor(span: Span) -> bool:
    return "cursor" in span.roles or "cursor" in span.foreground


def extent_of(painter: Painter, box: Box) -> tuple[int, int]:
    """From where to where something is drawn, in eighths of a row from the top."""
    marks = Highlights(cursor=box.thing.id)
    filled: set[int] = set()
    for y in range(painter.day_layout.height):
        for span in painter.paint_row(y, window(0, painter.day_layout.width), marks):
            if "cursor" in span.foreground:  # blocks of it, from below
                eighths = UNICODE.eighths.index(span.text[0]) + 1
                filled.update(range(8 * y + 8 - eighths, 8 * y + 8))
            elif "cursor" in span.roles:
                ground = UNICODE.eighths.index(span.text[0]) + 1 if span.foreground else 0
                filled.update(range(8 * y, 8 * y + 8 - ground))
    assert filled == set(range(min(filled), max(filled) + 1)), "drawn in one piece"
    return min(filled), max(filled) + 1


@relaxed
@given(st.data())
def test_every_line_is_exactly_as_wide_as_what_is_seen(data: st.DataObject) -> None:
    days = programmes() | busy_days(last=1900)
    day, day_layout = data.draw(day_layouts(days))
    glyphs: Glyphs = data.draw(st.sampled_from([UNICODE, ASCII]))
    painter = Painter(day_layout, day, glyphs)
    view = data.draw(views_of(day_layout))
    ids = st.sampled_from([*day.session_by_id])
    marks = Highlights(chosen=data.draw(st.frozensets(ids)), cursor=data.draw(ids))
    for y in range(view.y, min(day_layout.height, view.y + view.rows)):
        spans = painter.paint_row(y, view, marks)
        assert sum(cell_len(span.text) for span in spans) == view.columns
        assert cell_len(painter.paint_gutter(y, marks).text) == GUTTER
    header = paint_lane_header(day_layout, view, marks.chosen, GUTTER, glyphs)
    assert cell_len(header.text) == GUTTER + view.columns


@relaxed
@given(day_layouts(busy_days()))
def test_what_overlaps_is_drawn_overlapping_and_what_touches_touching(
    laid_out: tuple[Programme, DayLayout],
) -> None:
    day, day_layout = laid_out
    painter = Painter(day_layout, day)
    extents = {box.thing.id: extent_of(painter, box) for box in day_layout.boxes}
    for one, other in combinations(day_layout.boxes, 2):
        (top, bottom), (other_top, other_bottom) = extents[one.thing.id], extents[other.thing.id]
        times, other_times = one.thing.timing.planned, other.thing.timing.planned
        overlaps = max(top, other_top) < min(bottom, other_bottom)
        assert overlaps == times.meets(other_times)
        if times.end == other_times.start:
            assert bottom == other_top
        if times.start == other_times.end:
            assert other_bottom == top


@relaxed
@given(day_layouts(busy_days()), st.data())
def test_the_title_of_every_session_begins_in_a_row_of_its_own(
    laid_out: tuple[Programme, DayLayout], data: st.DataObject
) -> None:
    day, day_layout = laid_out
    painter = Painter(day_layout, day)
    box = data.draw(st.sampled_from(day_layout.boxes))
    view = window(box.left, box.width)
    lines = [
        "".join(s.text for s in painter.paint_row(y, view, Highlights()))
        for y in box.row_span.text_rows
    ]
    first = join_lines(box.thing.title)[:1]
    assert first in lines[0][1:]


@relaxed
@given(day_layouts(busy_days(last=500)), st.data())
def test_a_click_hits_what_is_drawn_there(
    laid_out: tuple[Programme, DayLayout], data: st.DataObject
) -> None:
    day, day_layout = laid_out
    painter = Painter(day_layout, day)
    view = data.draw(views_of(day_layout))
    y = data.draw(st.integers(0, day_layout.height - 1))
    for box in day_layout.boxes_by_row[y]:
        for column, span in columns_of(painter.paint_row(y, view, Highlights(cursor=box.thing.id))):
            hit = day_layout.find_box_at(view.cell_at(column), y)
            assert not is_of_cursor(span) or hit is box


@relaxed
@given(day_layouts(busy_days(last=900)), st.data())
def test_what_is_brought_into_view_is_seen_from_its_beginning(
    laid_out: tuple[Programme, DayLayout], data: st.DataObject
) -> None:
    _day, day_layout = laid_out
    box = data.draw(st.sampled_from(day_layout.boxes))
    view = data.draw(views_of(day_layout)).align_to_lane(day_layout).scroll_to(box, day_layout)
    left, right = view.find_columns(box.left, box.right)
    assert left < right
    assert right - left >= min(box.width - 1, view.columns - view.pinned)
    assert view.y <= box.top < view.y + max(2, view.rows)
