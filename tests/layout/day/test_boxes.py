"""Where boxes and bands stand, on any day."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.days import DATE, at, block, programme, programmes, session
from tui_planner.layout.day.axis import STEPS, Scale
from tui_planner.layout.day.boxes import Band, Box
from tui_planner.layout.day.day_layout import DayLayout, lay_out_day
from tui_planner.programme.model import Block, Programme, Room, Session
from tui_planner.programme.timing import Timing

widths = st.integers(1, 200)
scales = st.none() | st.builds(Scale, st.sampled_from(STEPS), st.booleans())
relaxed = settings(deadline=None, max_examples=60)


def laid_out(programme_: Programme, width: int = 73, step: int = 15) -> DayLayout:
    return lay_out_day(programme_, DATE, width, 30, Scale(step))


def band_of(day_layout: DayLayout, id_: str) -> Band:
    return next(band for band in day_layout.bands if band.block.id == id_)


def overlap(one: Box, other: Box) -> bool:
    return max(one.top, other.top) < min(one.bottom, other.bottom) and max(
        one.left, other.left
    ) < min(one.right, other.right)


@relaxed
@given(programmes(), widths, scales)
def test_everything_has_its_place_and_nothing_overlaps(
    programme_: Programme, width: int, scale: Scale | None
) -> None:
    day_layout = lay_out_day(programme_, DATE, width, 40, scale)
    bands = {band.block.id for band in day_layout.bands}
    things = {*programme_.session_by_id, *programme_.block_by_id}
    assert set(day_layout.box_by_id) | bands == things
    assert not set(day_layout.box_by_id) & bands
    assert day_layout.width >= width
    for box in day_layout.boxes:
        assert box.left >= 0
        assert box.right <= day_layout.width
        assert box.width >= (12 if day_layout.width == width else 14)  # tight only where all fits
        assert box.top >= 0
        assert box.height >= 1
        assert box.bottom <= box.tail <= day_layout.height
    for one, other in combinations(day_layout.boxes, 2):
        assert not overlap(one, other)


@relaxed
@given(programmes(), widths)
def test_boxes_stand_in_the_rows_of_their_times(programme_: Programme, width: int) -> None:
    day_layout = lay_out_day(programme_, DATE, width, 40)
    rows = day_layout.axis.rows
    for box in day_layout.boxes:
        timing = box.thing.timing
        assert rows[box.top].start <= timing.start < rows[box.top].end
        if timing.end > timing.start and not timing.open_end:
            assert rows[box.bottom - 1].start < timing.end <= rows[box.bottom - 1].end
        if timing.overrun and not timing.open_end and timing.overrun > timing.end > timing.start:
            assert rows[box.bottom - 1].end == timing.end
            assert rows[box.tail - 1].start < timing.overrun <= rows[box.tail - 1].end


@relaxed
@given(programmes(), widths)
def test_every_band_has_a_row_of_its_own_for_its_name(programme_: Programme, width: int) -> None:
    day_layout = lay_out_day(programme_, DATE, width, 40)
    for band in day_layout.bands:
        assert day_layout.band_by_row[band.heading] is band
        assert band.heading <= band.top < band.bottom


@relaxed
@given(programmes(), widths)
def test_lanes_stand_side_by_side_and_hold_their_sessions(
    programme_: Programme, width: int
) -> None:
    day_layout = lay_out_day(programme_, DATE, width, 40)
    edge = 0
    for lane in day_layout.lanes:
        assert lane.left == edge
        edge += lane.width
    assert edge == day_layout.width
    for box in day_layout.boxes:
        if isinstance(box.thing, Session) and programme_.rooms:
            lane = next(lane for lane in reversed(day_layout.lanes) if lane.left <= box.left)
            assert box.right <= lane.left + lane.width
            assert lane.room == box.thing.room
            assert lane.title == (programme_.get_room_name(lane.room) or "no room")


@relaxed
@given(programmes(), st.data())
def test_a_box_is_found_where_it_is_drawn(programme_: Programme, data: st.DataObject) -> None:
    day_layout = laid_out(programme_)
    box = data.draw(st.sampled_from(day_layout.boxes))
    x = data.draw(st.integers(box.left, box.right - 1))
    y = data.draw(st.integers(box.top, box.bottom - 1))
    assert day_layout.find_box_at(x, y) is box
    for outside in (-1, day_layout.height):
        assert day_layout.find_box_at(x, outside) is None
    assert day_layout.find_box_at(-1, y) is None
    assert day_layout.find_box_at(day_layout.width, y) is None


def test_a_day_without_anything_is_empty() -> None:
    day_layout = lay_out_day(programme((session("a", 600, 660),)), date(2025, 2, 14), 73, 30)
    assert (day_layout.height, day_layout.boxes, day_layout.width) == (0, (), 73)
    assert day_layout.find_box_at(0, 0) is None


def test_what_has_no_length_is_drawn_as_a_minute() -> None:
    box = laid_out(programme((session("a", 600, 600),))).box_by_id["a"]
    assert box.height == 1


def test_the_step_is_the_finest_that_fits() -> None:
    day = programme((session("a", 600, 900),))
    heights = [lay_out_day(day, DATE, 73, height).height for height in (5, 10, 20, 40, 70)]
    assert heights == [5, 10, 20, 30, 60]


def test_a_block_with_a_session_in_it_is_a_band_and_another_a_box() -> None:
    day_layout = laid_out(
        programme((session("a", 600, 660),), (block("b", 600, 660), block("c", 660, 690)))
    )
    assert [band.block.id for band in day_layout.bands] == ["b"]
    assert set(day_layout.box_by_id) == {"a", "c"}


def test_the_room_decides_the_lane() -> None:
    rooms = (Room("r1", "Zaal 1"), Room("r2", "Zaal 2"), Room("r3", "Zaal 3"))
    day_layout = laid_out(
        programme((session("a", 600, 660, room="r3"), session("b", 600, 660, room="r1")), (), rooms)
    )
    assert [lane.title for lane in day_layout.lanes] == ["Zaal 1", "Zaal 3"]
    assert day_layout.box_by_id["b"].right == day_layout.box_by_id["a"].left


def test_blocks_at_the_same_time_are_never_narrower_than_a_column() -> None:
    day_layout = laid_out(
        programme((), tuple(block(f"b{n}", 600, 660) for n in range(9))), width=20
    )
    assert {box.width for box in day_layout.boxes} == {14}
    assert day_layout.width == 9 * 14


@pytest.mark.parametrize("is_first", [True, False])
def test_the_band_that_begins_last_is_in_front_in_any_order_of_the_file(is_first: bool) -> None:
    blocks = (block("long", 540, 720), block("short", 600, 660))
    day_layout = laid_out(
        programme((session("a", 615, 645),), blocks if is_first else (blocks[1], blocks[0]))
    )
    short = band_of(day_layout, "short")
    assert day_layout.band_by_row[short.top : short.bottom] == (short,) * 4
    assert day_layout.band_by_row[short.bottom] is band_of(day_layout, "long")


def test_two_bands_that_begin_together_have_a_row_each_for_their_names() -> None:
    day_layout = laid_out(
        programme((session("a", 615, 630),), (block("b", 600, 660), block("c", 600, 690)))
    )
    assert [band.heading for band in day_layout.bands] == [0, 1]
    assert [row.heading for row in day_layout.axis.rows[:3]] == [0, 1, None]


def test_a_band_begins_with_its_name_where_a_block_for_everyone_begins_too() -> None:
    day_layout = laid_out(
        programme((session("a", 660, 690),), (block("lunch", 600, 720), block("speech", 600, 630)))
    )
    assert day_layout.box_by_id["speech"].top == 1
    assert band_of(day_layout, "lunch").heading == 0


def test_a_band_needs_no_row_for_its_name_where_nothing_stands_at_its_top() -> None:
    day_layout = laid_out(programme((session("a", 630, 660),), (block("lunch", 600, 720),)))
    assert not any(row.heading is not None for row in day_layout.axis.rows)
    assert band_of(day_layout, "lunch").heading == 0


def test_an_open_end_is_drawn_for_half_an_hour_or_until_the_last_of_the_day() -> None:
    open_ = Timing(at(600), at(24 * 60), end_stated=False, open_end=True)
    blocks = (Block("b", block("b", 0, 1).kind, "b", open_, DATE, 0),)
    alone = laid_out(programme((), blocks))
    assert alone.axis.rows[-1].end == at(630)
    later = laid_out(programme((), (*blocks, block("c", 660, 690))))
    box = later.box_by_id["b"]
    assert later.axis.rows[box.bottom - 1].end == at(690)
