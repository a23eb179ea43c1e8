"""Sessions that are on all day, and the hours that they have not."""

import pytest

from tests.builders import all_day, block, room, session
from tests.helpers import HEAD, local, programme_of, reading_of
from tests.programme.marked import SEVERAL_DAYS, only_problem
from tui_planner.programme.cache.plain_data import dump_programme, load_programme


def test_it_lasts_from_midnight_to_midnight() -> None:
    programme = programme_of(all_day("fair"))
    timing = programme.session_by_id["fair"].timing
    assert timing.start == local(programme, "2025-02-13 00:00")
    assert timing.end == local(programme, "2025-02-14 00:00")
    assert timing.all_day


def test_a_day_on_which_the_clocks_change_is_a_whole_day_too() -> None:
    head = HEAD.replace("2025-02-13", "2025-03-30")
    timing = programme_of(all_day("fair"), head).session_by_id["fair"].timing
    assert timing.planned.minutes == 23 * 60


def test_a_day_whose_midnight_the_clocks_skip() -> None:
    head = HEAD.replace("2025-02-13", "2022-09-11").replace("Europe/Amsterdam", "America/Santiago")
    programme = programme_of(all_day("fair"), head)
    timing = programme.session_by_id["fair"].timing
    assert timing.start == local(programme, "2022-09-11 01:00")
    assert timing.planned.minutes == 23 * 60


def test_the_day_is_no_longer_for_it() -> None:
    head = HEAD.replace("date = 2025-02-13\n", "")
    day = '[[days]]\ndate = 2025-02-13\nstart = "09:00"\nend = "17:00"\n'
    programme = programme_of(day + all_day("fair"), head)
    (extent,) = programme.extents.values()
    assert extent.end == local(programme, "2025-02-13 17:00")


def test_it_tells_nothing_of_how_long_sessions_last() -> None:
    body = room("hall") + all_day("fair", 'room = "hall"') + session("a", "10:00-10:40")
    programme = programme_of(body + session("b", "12:00", 'room = "hall"'))
    assert programme.session_by_id["b"].timing.planned.minutes == 40


@pytest.mark.parametrize(
    "line",
    ['start = "10:00"', 'end = "11:00"', 'overrun = "12:00"', "around = 5", 'block = "round"'],
)
def test_hours_beside_it_are_a_fault(line: str) -> None:
    key = line.split(maxsplit=1)[0]
    marked = line.replace(" = ", " = «E003»")
    problem = only_problem(block("round", "choice", "10:00-11:00") + all_day("fair", marked))
    assert problem.message == (
        f'"{key}" stands beside "all_day = true": what is on all day has no hours.'
    )
    assert '"all_day = false"' in problem.hint


def test_the_other_sessions_are_judged_all_the_same() -> None:
    reading = reading_of(all_day("fair", 'start = "10:00"') + session("a", "10:00-11:00"))
    judged = reading.judged
    assert judged is not None
    assert judged.not_judged == ("fair",)


def test_of_several_days_it_must_say_which() -> None:
    fair = all_day("fair").replace("[[sessions]]", "«E002»[[sessions]]")
    assert only_problem(fair, head=SEVERAL_DAYS).message == '"day" is missing.'


def test_a_day_that_is_not_listed_is_told() -> None:
    problem = only_problem(all_day("fair", "day = «E009»2025-03-01"), head=SEVERAL_DAYS)
    assert "2025-03-01" in problem.message


def test_a_value_that_is_no_truth_is_told_alone() -> None:
    fair = all_day("fair").replace("all_day = true", 'all_day = «E003»"yes"')
    assert only_problem(fair).hint == "Write: all_day = true"


def test_a_session_without_hours_is_told_of_the_key() -> None:
    fair = all_day("fair").replace("all_day = true\n", "").replace("[[s", "«E002»[[s")
    assert "all_day = true" in only_problem(fair).hint


def test_it_stays_so_in_the_cache() -> None:
    programme = programme_of(all_day("fair") + session("a", "10:00-11:00"))
    assert load_programme(dump_programme(programme)) == programme
