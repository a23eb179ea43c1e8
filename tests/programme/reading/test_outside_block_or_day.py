"""E008 and E009: what does not lie within its block, or within its day."""

import pytest

from tests.programme.marked import LUNCH, SEVERAL_DAYS, block, only_problem, read_marked, session


@pytest.mark.parametrize(
    "times",
    [
        'start = «E008»"12:29"\nend = "13:00"',
        'start = «E008»"13:46"\nend = "14:00"',
        'start = «E008»"13:46"\nend = "14:00"\noverrun = "14:30"',
        'start = «E008»"09:00"',
        'start = "13:00"\nend = «E008»"13:46"',
        'start = «E008»"12:00"\nend = "14:00"',
    ],
)
def test_a_session_outside_its_block_is_told_with_the_blocks_times(times: str) -> None:
    problem = only_problem(LUNCH + session('block = "lunch"', times))
    assert "12:30–13:45" in problem.message


@pytest.mark.parametrize(
    "times",
    [
        'start = "12:30"\nend = "13:45"',
        'start = "13:45"',
        'start = "13:45"\nend = "14:15"\noverrun = "14:15"',
        'start = "13:00"\nend = "13:50"\noverrun = "14:00"',
        'start = "13:00"\nend = "13:45"\noverrun = "15:00"',
        'start = "12:30"\naround = 30',
        'start = "12:30"',
    ],
)
def test_a_session_that_only_just_fits_its_block_is_fine(times: str) -> None:
    read_marked(LUNCH + session('block = "lunch"', times))


def test_a_session_may_end_any_time_in_an_open_block() -> None:
    party = block('start = "20:00"', "party", "social")
    read_marked(party + session('block = "party"', 'start = "21:00"\nend = "23:30"'))
    late = 'start = "21:00"\nend = 2025-02-14T03:00:00'
    read_marked(party + session('block = "party"', late))
    read_marked(party + session('block = "party"', 'start = «E008»"19:59"'))


def test_a_session_may_start_past_midnight_in_a_block_that_lasts_so_long() -> None:
    party = block('start = "20:00"\nend = 2025-02-14T03:00:00', "party", "social")
    read_marked(party + session('block = "party"', "start = 2025-02-14T00:30:00"))
    for day in ("", "day = 2025-02-13\n"):
        times = f"{day}start = 2025-02-14T03:00:00"
        read_marked(party + session('block = "party"', times))
    read_marked(party + session('block = "party"', "start = «E009»2025-02-14T03:01:00"))


def test_a_block_that_is_wrong_itself_accuses_no_session() -> None:
    read_marked(
        block('start = «E003»1230\nend = "13:45"') + session('block = "lunch"', 'start = "09:00"')
    )


def test_a_session_on_another_day_than_its_block_is_told() -> None:
    lunch = block('day = 2025-02-13\nstart = "12:30"\nend = "13:45"')
    problem = only_problem(
        lunch + '[[sessions]]\nid="x"\ntitle="X"\nblock="lunch"\nday=«E008»2025-02-14\n',
        SEVERAL_DAYS,
    )
    assert "2025-02-13" in problem.message
    read_marked(
        lunch + session('block = "lunch"\nday = 2025-02-14', 'start = «E008»"12:45"'), SEVERAL_DAYS
    )


@pytest.mark.parametrize(
    "times",
    [
        'day = «E009»2025-02-12\nstart = "12:00"',
        'day = «E009»2025-02-15\nstart = "12:00"',
        "start = «E009»2025-02-15T12:00:00",
        'day = 2025-02-13\nstart = «E009»"08:59"',
        'day = 2025-02-13\nstart = «E009»"18:01"',
        'day = 2025-02-13\nstart = «E009»"18:00"',
        'day = 2025-02-13\nstart = "17:00"\nend = «E009»"18:01"',
        "day = 2025-02-13\nstart = «E009»2025-02-14T09:00:00",
    ],
)
def test_what_is_on_no_day_or_outside_its_hours_is_told(times: str) -> None:
    read_marked(session("", times), SEVERAL_DAYS)
    read_marked(block(times), SEVERAL_DAYS)


@pytest.mark.parametrize(
    "times",
    [
        'day = 2025-02-13\nstart = "09:00"\nend = "18:00"',
        'day = 2025-02-14\nstart = "00:00"\nend = 2025-02-15T02:00:00',
        "start = 2025-02-13T17:59:00",
        "start = 2025-02-14T23:00:00\nend = 2025-02-15T00:00:00",
    ],
)
def test_what_only_just_fits_a_day_is_fine(times: str) -> None:
    read_marked(session("", times), SEVERAL_DAYS)
    read_marked(block(times), SEVERAL_DAYS)


def test_the_days_are_told_where_one_is_unknown() -> None:
    problem = only_problem(session("", 'day = «E009»2025-02-12\nstart = "12:00"'), SEVERAL_DAYS)
    assert "2025-02-13, 2025-02-14" in problem.hint


def test_a_day_of_which_the_date_is_wrong_accuses_nothing() -> None:
    head = SEVERAL_DAYS.replace("2025-02-14", '«E003»"14 feb"')
    read_marked(session("", 'day = 2025-02-14\nstart = "12:00"'), head)


def test_sessions_with_their_blocks_times_do_not_repeat_its_fault() -> None:
    lunch = block('day = 2025-02-13\nstart = «E009»"18:30"\nend = "19:00"')
    takes = '[[sessions]]\nid="x"\ntitle="X"\nblock="lunch"\n'
    problem = only_problem(lunch + takes, SEVERAL_DAYS)
    assert "09:00–18:00" in problem.message


def test_a_day_without_hours_is_told_to_end_at_twenty_four() -> None:
    times = "day = 2025-02-14\nstart = «E009»2025-02-15T09:00:00"
    assert "00:00–24:00" in only_problem(session("", times), SEVERAL_DAYS).message


def test_a_day_may_last_until_past_midnight() -> None:
    head = SEVERAL_DAYS + "end = 2025-02-15T04:00:00\n"
    read_marked(session("", "start = 2025-02-15T01:00:00\nend = 2025-02-15T04:00:00"), head)
    read_marked(session("", "start = 2025-02-15T01:00:00\nend = «E009»2025-02-15T04:01:00"), head)


@pytest.mark.parametrize(
    "rest",
    [
        "end = «E003»1300",
        "end = «E007»'11:00'",
        "overrun = «E003»'late'",
        "around = «E003»'5'",
        "day = «E003»13",
    ],
)
def test_a_wrong_end_does_not_hide_a_start_outside(rest: str) -> None:
    read_marked(LUNCH + session('block = "lunch"', f'start = «E008»"12:00"\n{rest}'))


def test_an_overrun_that_cannot_be_read_may_excuse_a_late_end() -> None:
    times = 'start = "13:00"\nend = "14:00"\noverrun = «E003»1430'
    read_marked(LUNCH + session('block = "lunch"', times))
