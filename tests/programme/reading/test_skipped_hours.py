"""E003 for times that the clocks skip, and for a date that is none of the days."""

import pytest

from tests.helpers import HEAD, local, programme_of
from tests.programme.marked import SEVERAL_DAYS, block, only_problem, read_marked, session

SPRING = HEAD.replace("2025-02-13", "2025-03-30")


@pytest.mark.parametrize(
    "times",
    [
        'start = «E003»"02:30"\nend = "04:00"',
        'start = "01:30"\nend = «E003»"02:59"',
        'start = "01:30"\nend = «E003»"02:00"',
        'start = "01:00"\nend = "01:30"\noverrun = «E003»"02:15"',
        'start = «E003»2025-03-30T02:30:00\nend = "04:00"',
        'start = «E003»"02:10"\nend = «E003»"02:20"',
    ],
)
def test_a_time_that_the_clocks_skip_is_told(times: str) -> None:
    read_marked(session("", times), SPRING)


def test_it_is_told_with_what_the_clocks_show_then() -> None:
    problem = only_problem(block('start = «E003»"02:30"\nend = "04:00"'), SPRING)
    assert "02:30 does not exist on 2025-03-30" in problem.message
    assert "03:30" in problem.hint


def test_the_ends_of_a_day_exist_too() -> None:
    read_marked('[[days]]\ndate = 2025-03-30\nstart = «E003»"02:30"\n', SPRING)
    read_marked('[[days]]\ndate = 2025-03-30\nend = «E003»"02:30"\n', SPRING)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York"])
def test_where_the_clocks_do_not_skip_it_all_is_well(zone: str) -> None:
    head = SPRING.replace("Europe/Amsterdam", zone)
    read_marked(session("", 'start = "02:30"\nend = "04:00"'), head)
    read_marked(session("", 'start = "01:59"\nend = "03:00"'), SPRING)


def test_of_two_equal_times_the_first_is_meant() -> None:
    autumn = HEAD.replace("2025-02-13", "2025-10-26")
    programme = programme_of(session("", 'start = "02:30"\nend = "05:00"'), autumn)
    assert programme.sessions[0].timing.start == local(programme, "2025-10-26 02:30")
    assert programme.sessions[0].timing.planned.minutes == 210


def test_a_date_beside_days_is_one_of_them() -> None:
    with_date = SEVERAL_DAYS.replace("title", "date = {}2025-02-{}\ntitle", 1)
    read_marked("", with_date.format("", 14))
    problem = only_problem("", with_date.format("«E003»", 15))
    assert "2025-02-15" in problem.message
