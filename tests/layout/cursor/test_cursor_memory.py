"""The way of the cursor: it keeps the column or the row that it came from."""

from tests.layout.days import DATE, block, programme, session
from tui_planner.layout.cursor.cursor_memory import CursorMemory
from tui_planner.layout.cursor.navigation import Direction
from tui_planner.layout.day.day_layout import DayLayout, lay_out_day
from tui_planner.programme.model import Room

UP, DOWN, LEFT, RIGHT = Direction.UP, Direction.DOWN, Direction.LEFT, Direction.RIGHT
ROOMS = tuple(Room(name, name) for name in "abc")


def led(
    day_layout: DayLayout, course: CursorMemory, start: str, *directions: Direction
) -> list[str]:
    """The ids of the boxes that the cursor comes to."""
    box = day_layout.box_by_id[start]
    way = []
    for direction in directions:
        box = course.step(day_layout, box, direction) or box
        way.append(box.thing.id)
    return way


def three_lanes() -> DayLayout:
    sessions = (
        session("a", 600, 660, room="a"),
        session("long", 540, 720, room="b"),
        session("early", 540, 600, room="c"),
        session("late", 600, 660, room="c"),
    )
    return lay_out_day(programme(sessions, rooms=ROOMS), DATE, 80, 40)


def test_sideways_keeps_the_time_past_what_is_longer() -> None:
    assert led(three_lanes(), CursorMemory(), "a", RIGHT, RIGHT) == ["long", "late"]
    assert led(three_lanes(), CursorMemory(), "early", LEFT, RIGHT) == ["long", "early"]


def test_a_cursor_that_was_put_somewhere_has_nothing_to_keep() -> None:
    course = CursorMemory()
    day_layout = three_lanes()
    led(day_layout, course, "a", RIGHT)
    course.forget()
    assert led(day_layout, course, "long", RIGHT) == ["early"]


def test_down_and_up_keep_the_column_past_what_is_wider() -> None:
    sessions = tuple(
        session(f"{room}{start}", start, start + 60, room=room)
        for room in "abc"
        for start in (540, 660)
    )
    day = programme(sessions, (block("lunch", 600, 660),), ROOMS)
    day_layout = lay_out_day(day, DATE, 80, 40)
    assert led(day_layout, CursorMemory(), "c540", DOWN, DOWN, UP, UP) == [
        "lunch",
        "c660",
        "lunch",
        "c540",
    ]


def test_a_leap_keeps_the_column_too() -> None:
    course = CursorMemory()
    day_layout = three_lanes()
    box = day_layout.box_by_id["early"]
    far = course.leap(day_layout, box, day_layout.height)
    assert far.thing.id == "late"
    assert course.leap(day_layout, far, -day_layout.height).thing.id == "early"
