"""What is on all day clashes with nothing by the hour, in no rule."""

import pytest

from tests.builders import all_day, block, room, session
from tests.checks.checking import checked, found
from tests.helpers import HEAD, reading_of

IN_HALL = 'room = "hall"'
SPEAKER = 'speakers = ["Ann Ode"]'
HOST = 'hosts = ["Group One"]'
ABOUT = 'description = "On wheels."'
ROOMS = room("hall") + room("attic")


@pytest.mark.parametrize("line", [IN_HALL, SPEAKER, HOST])
@pytest.mark.parametrize("other", [session, all_day])
def test_rooms_and_people_are_not_double_booked_by_it(line: str, other: object) -> None:
    talk = session("b", "10:00-11:00", line) if other is session else all_day("b", line)
    assert found(ROOMS + all_day("a", line) + talk) == []


def test_ways_between_rooms_are_not_judged() -> None:
    head = HEAD + "changeover = 10\n"
    talk = session("b", "00:05-01:00", 'room = "attic"', SPEAKER)
    assert found(ROOMS + all_day("a", IN_HALL, SPEAKER) + talk, head) == []


def test_plenaries_and_overruns_do_not_meet_it() -> None:
    plenary = block("opening", "plenary", "09:00-10:00")
    late = session("b", "10:00-11:00", 'overrun = "12:00"')
    assert found(plenary + late + all_day("a")) == []


def test_a_part_of_it_lies_within_it_and_it_within_what_it_is_part_of() -> None:
    whole = session("b", "10:00-11:00")
    assert found(whole + all_day("a", 'part_of = "b"')) == []
    assert found(all_day("a") + session("c", "10:00-11:00", 'part_of = "a"')) == []


def test_times_of_people_and_rooms_do_not_concern_it() -> None:
    person = '[[people]]\nname = "Ann Ode"\navailable = [{ from = "09:00", until = "10:00" }]\n'
    assert found(person + all_day("a", SPEAKER)) == []


def test_it_takes_nothing_of_a_meal_and_has_an_end() -> None:
    lunch = block("lunch", "meal", "12:00-13:00")
    assert checked(reading_of(lunch + all_day("a", ABOUT))) == ()


def test_thousands_of_them_take_no_time() -> None:
    many = "".join(all_day(f"a{number}", IN_HALL, SPEAKER) for number in range(3_000))
    talks = "".join(session(f"b{number}", "10:00-11:00", ABOUT) for number in range(3))
    assert found(ROOMS + many + talks) == []
