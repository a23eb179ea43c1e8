"""The band of what is on all day, above the hours of the day."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import all_day, block, room, session
from tests.helpers import programme_of
from tests.layout.days import DATE, at, programmes
from tests.layout.walking import keys_from
from tui_planner.layout.cursor.cursor_memory import CursorMemory
from tui_planner.layout.cursor.navigation import Direction
from tui_planner.layout.day.all_day_band import count_shown_rows
from tui_planner.layout.day.axis import Axis
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import DayLayout, lay_out_day
from tui_planner.programme.model import Programme, Session
from tui_planner.programme.time_text import format_clock
from tui_planner.programme.timing import Timing

ROOMS = "".join(room(f"r{number}") for number in range(8))
TALKS = "".join(session(f"t{n}", "10:00-11:00", f'room = "r{n}"') for n in range(8))


def laid_out(body: str, width: int = 73, height: int = 20) -> DayLayout:
    programme = programme_of(body)
    return lay_out_day(programme, programme.days[0].date, width, height)


def fairs(number: int, *more: str) -> str:
    return "".join(all_day(f"fair-{n}", *more) for n in range(number))


def walk(day_layout: DayLayout, start: str, *way: Direction, scrolled: int = 0) -> str:
    """Where the keys lead from a box; nowhere from where there is nothing further."""
    memory, box = CursorMemory(), day_layout.box_by_id[start]
    for direction in way:
        box = memory.step(day_layout, box, direction, scrolled) or box
    return box.thing.id


@pytest.mark.parametrize("number", [1, 2, 3, 4, 7, 40])
@pytest.mark.parametrize("width", [10, 33, 73, 193])
def test_nothing_in_it_overlaps_and_nothing_lies_outside(number: int, width: int) -> None:
    day_layout = laid_out(TALKS + ROOMS + fairs(number), width)
    assert len(day_layout.all_day) == number
    for box in day_layout.all_day:
        assert 0 <= box.left < box.right <= day_layout.visible_width
        assert -day_layout.all_day_rows <= box.top < box.bottom <= 0
    for one, other in combinations(day_layout.all_day, 2):
        assert one.top != other.top or one.right <= other.left or other.right <= one.left


def test_the_hours_that_are_shown_are_those_of_the_others() -> None:
    programme = programme_of(fairs(1) + session("a", "10:00-11:00"))
    day_layout = lay_out_day(programme, programme.days[0].date, 73, 20)
    rows = day_layout.axis.rows
    assert format_clock(rows[0].start, programme.zone) == "10:00"
    assert format_clock(rows[-1].end, programme.zone) == "11:00"


def test_a_room_with_nothing_else_has_no_lane() -> None:
    body = room("hall") + room("attic") + fairs(1, 'room = "hall"')
    day_layout = laid_out(body + session("a", "10:00-11:00", 'room = "attic"'))
    assert [lane.room for lane in day_layout.lanes] == ["attic"]


def test_the_rows_of_the_day_leave_place_for_it() -> None:
    with_it, without = laid_out(TALKS + ROOMS + fairs(1)), laid_out(TALKS + ROOMS)
    assert with_it.height + with_it.all_day_rows <= 20
    assert without.height <= 20


def test_a_day_of_nothing_else_has_no_hours() -> None:
    day_layout = laid_out(fairs(2))
    assert day_layout.axis == Axis(())
    assert [box.thing.id for box in day_layout.every_box] == ["fair-0", "fair-1"]
    assert walk(day_layout, "fair-0", Direction.RIGHT) == "fair-1"
    for direction in (Direction.UP, Direction.DOWN):
        assert walk(day_layout, "fair-0", direction) == "fair-0"


def test_every_arrow_leads_to_it_and_back() -> None:
    day_layout = laid_out(block("opening", "plenary", "09:00-10:00") + TALKS + ROOMS + fairs(5))
    assert day_layout.all_day_rows == 2
    up, down, left, right = Direction.UP, Direction.DOWN, Direction.LEFT, Direction.RIGHT
    assert walk(day_layout, "t1", up) == "opening"
    assert walk(day_layout, "t1", up, up) == "fair-4"
    assert walk(day_layout, "t1", up, up, up) == "fair-1"
    assert walk(day_layout, "t1", up, up, down, down) == "t1"
    assert walk(day_layout, "fair-0", *[right] * 9) == "fair-4"
    assert walk(day_layout, "fair-4", *[left] * 9) == "fair-0"


def test_below_it_is_what_is_seen_below_it_where_the_lanes_are_scrolled() -> None:
    day_layout = laid_out(TALKS + ROOMS + fairs(1), width=40)
    assert day_layout.width > 100
    for number in range(8):
        lane = day_layout.box_by_id[f"t{number}"]
        scrolled = int(lane.middle) - int(day_layout.all_day[0].middle)
        if scrolled >= 0:
            assert walk(day_layout, "fair-0", Direction.DOWN, scrolled=scrolled) == f"t{number}"


def test_a_few_rows_of_it_are_shown() -> None:
    assert [count_shown_rows(9, height) for height in (8, 20, 40, 60)] == [1, 2, 3, 3]
    assert count_shown_rows(1, 60) == 1


def test_a_click_finds_what_is_drawn_there() -> None:
    day_layout = laid_out(TALKS + ROOMS + fairs(5))
    found: list[Box | None] = [
        day_layout.find_all_day_at(box.left, box.top) for box in day_layout.all_day
    ]
    assert found == list(day_layout.all_day)
    assert day_layout.find_all_day_at(72, -1) is None


@settings(deadline=None, max_examples=12)
@given(programmes(), st.integers(1, 9), st.integers(1, 200))
def test_all_is_reachable_beside_any_other_sessions(
    day: Programme, number: int, width: int
) -> None:
    whole_day = Timing(at(0), at(24 * 60), all_day=True)
    fairs = tuple(Session(f"fair-{n}", "Fair", whole_day, DATE, 100 + n) for n in range(number))
    day_layout = lay_out_day(replace(day, sessions=(*day.sessions, *fairs)), DATE, width, 30)
    everywhere = set(day_layout.box_by_id)
    assert {fair.id for fair in fairs} <= everywhere
    for id_ in sorted(everywhere):
        assert set(keys_from(day_layout, id_)) == everywhere
