"""E007: an end before its start, an overrun before its end."""

import pytest

from tests.programme.marked import LUNCH, block, only_problem, read_marked, session


@pytest.mark.parametrize(
    "times",
    [
        'start = "12:45"\nend = «E007»"12:44"',
        'start = "12:45"\nend = «E007»"12:45"',
        'start = "12:45"\nend = «E007»"00:00"',
        'start = "22:00"\nend = «E007»"01:00"',
        "start = 12:45\nend = «E007»12:00",
        'start = "12:45"\nend = «E007»2025-02-13T12:00:00',
        'start = 2025-02-13T12:45:00\nend = «E007»"12:00"',
        'end = «E007»"12:00"\nstart = "12:45"',
        'start = "12:45"\nend = "13:30"\noverrun = «E007»"13:29"',
        'start = "12:45"\noverrun = «E007»"12:44"',
        'start = "12:45"\nend = «E007»"12:00"\noverrun = «E007»"11:00"',
    ],
)
def test_what_ends_before_it_starts_is_told_at_the_later_key(times: str) -> None:
    read_marked(session("", times))


@pytest.mark.parametrize(
    "times",
    [
        'start = "12:45"\nend = "12:46"',
        'start = "12:45"\nend = "13:30"\noverrun = "13:30"',
        'start = "12:45"\noverrun = "12:45"',
        'start = "22:00"\nend = 2025-02-14T01:00:00',
        'start = "22:00"\nend = "23:59"\noverrun = 2025-02-14T00:30:00',
        'start = "00:00"\nend = 2025-02-14T00:00:00',
    ],
)
def test_times_that_only_just_follow_one_another_are_fine(times: str) -> None:
    read_marked(session("", times))


def test_blocks_and_days_end_after_they_start_too() -> None:
    read_marked(block('start = "13:45"\nend = «E007»"12:30"'))
    read_marked(block('start = "13:45"\nend = «E007»"13:45"'))
    read_marked('[[days]]\ndate = 2025-02-13\nstart = "18:00"\nend = «E007»"09:00"\n')


def test_a_day_that_ends_before_it_starts_does_not_put_everything_outside() -> None:
    read_marked('[[days]]\ndate = 2025-02-13\nstart = "09:00"\nend = «E007»"08:00"\n' + LUNCH)


def test_of_one_that_lasts_no_time_the_two_are_called_the_same() -> None:
    problem = only_problem(session("", 'start = "12:45"\nend = «E007»"12:45"'))
    assert problem.message.startswith('"end" is the same as "start"')


def test_past_midnight_the_way_to_write_it_is_told() -> None:
    problem = only_problem(session("", 'start = "22:00"\nend = «E007»"01:00"'))
    assert "2025-02-14T01:00:00" in problem.hint


def test_the_overrun_of_a_session_with_its_blocks_times_follows_the_blocks_end() -> None:
    takes = '[[sessions]]\nid = "x"\ntitle = "X"\nblock = "lunch"\n'
    read_marked(f'{LUNCH}{takes}overrun = «E007»"13:44"\n')
    read_marked(f'{LUNCH}{takes}overrun = "13:45"\n')


def test_times_are_checked_where_the_zone_is_wrong() -> None:
    head = '[programme]\ntitle = "T"\ndate = 2025-02-13\ntimezone = «E003»"Mars"\n'
    read_marked(session("", 'start = "12:45"\nend = «E007»"12:00"'), head)
