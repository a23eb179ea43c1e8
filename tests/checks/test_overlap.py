"""C101 and C107: what one person is meant for twice at once, surely or maybe."""

import pytest

from tests.builders import block, session
from tests.checks.checking import Found, found, problems
from tests.helpers import HEAD

LUNCH = block("lunch", "meal", "12:00-14:00")
PLENARY = block("plenary", "plenary", "12:00-13:00")
IN_LUNCH = 'block = "lunch"'
SURE: list[Found] = [("C101", "warning", ("a", "b"))]
MAYBE: list[Found] = [("C107", "warning", ("a", "b"))]


def in_lunch(a: str, b: str, more_a: str = "", more_b: str = "") -> list[Found]:
    """What is found of two sessions in one meal."""
    return found(LUNCH + session("a", a, IN_LUNCH, more_a) + session("b", b, IN_LUNCH, more_b))


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("12:00-13:00", "12:30-13:30", SURE),
        ("12:00-13:00", "12:59-13:30", SURE),
        ("12:00-13:00", "13:00-13:30", []),
        ("12:00-13:00", "12:10-12:20", SURE),
        ("12:00-13:00", "12:00-13:00", SURE),
        ("12:00-", "12:00-13:00", SURE),  # both surely begin at noon
    ],
)
def test_two_of_one_block_that_is_no_choice(a: str, b: str, wanted: list[Found]) -> None:
    assert in_lunch(a, b) == wanted


@pytest.mark.parametrize(
    ("a", "b", "around", "wanted"),
    [
        ("12:00-12:30", "12:30-13:00", 5, MAYBE),
        ("12:00-12:30", "12:34-13:00", 5, MAYBE),
        ("12:00-12:30", "12:35-13:00", 5, []),
        ("12:00-12:30", "12:25-13:00", 5, MAYBE),
        ("12:00-12:30", "12:24-13:00", 5, SURE),
        ("12:00-", "12:30-13:00", 0, MAYBE),  # the end not stated
    ],
)
def test_possible_for_another_reason_than_an_overrun(
    a: str, b: str, around: int, wanted: list[Found]
) -> None:
    assert in_lunch(a, b, more_b=f"around = {around}") == wanted


def test_an_overrun_is_told_as_an_overrun() -> None:
    """Even where the later start is not exact either."""
    more = 'overrun = "12:45"'
    wanted = [("C102", "warning", ("a", "b"))]
    assert in_lunch("12:00-12:30", "12:40-13:00", more) == wanted
    assert in_lunch("12:00-12:30", "12:40-13:00", more, "around = 5") == wanted


@pytest.mark.parametrize("kind", ["arrival", "plenary", "break", "meal", "social"])
def test_in_a_block_of_any_kind_but_a_choice(kind: str) -> None:
    body = block("x", kind, "12:00-13:00")
    body += session("a", "", 'block = "x"') + session("b", "", 'block = "x"')
    assert found(body) == SURE


@pytest.mark.parametrize(
    ("more_a", "more_b"),
    [
        ('group = "g"', 'group = "g"'),
        ('repeat_of = "b"', ""),
        ("", 'repeat_of = "a"'),
        ("drop_in = true", ""),
        ("", "drop_in = true"),
        ('status = "cancelled"', ""),
        ("", 'status = "cancelled"'),
    ],
)
def test_alternatives_by_design_are_left_out(more_a: str, more_b: str) -> None:
    assert in_lunch("12:00-13:00", "12:30-13:30", more_a, more_b) == []
    assert in_lunch("12:00-", "12:30-13:30", more_a, more_b) == []


@pytest.mark.parametrize(("more_a", "more_b"), [("", 'part_of = "a"'), ('part_of = "b"', "")])
def test_a_part_is_left_out_where_it_lies_within(more_a: str, more_b: str) -> None:
    whole, part = ("12:00-13:30", "12:30-13:30") if more_b else ("12:10-12:20", "12:00-12:30")
    assert in_lunch(whole, part, more_a, more_b) == []
    outside = [
        rule for rule, _severity, _ids in in_lunch("12:00-13:00", "12:30-13:30", more_a, more_b)
    ]
    assert outside == ["C108"]


@pytest.mark.parametrize(
    ("more_a", "more_b"),
    [
        ('group = "g"', 'group = "h"'),
        ('status = "full"', ""),
        ('status = "invitation"', ""),
        ("meal = true", ""),
    ],
)
def test_others_are_not(more_a: str, more_b: str) -> None:
    assert in_lunch("12:00-13:00", "12:30-13:30", more_a, more_b) == SURE


def test_two_runs_of_a_third_are_alternatives() -> None:
    body = LUNCH + session("first", "09:00-10:00")
    body += session("a", "12:00-13:00", IN_LUNCH, 'repeat_of = "first"')
    body += session("b", "12:30-13:30", IN_LUNCH, 'repeat_of = "first"')
    assert found(body) == []


def test_in_one_choice_block_all_are_alternatives() -> None:
    body = block("r", "choice", "12:00-14:00")
    body += session("a", "", 'block = "r"') + session("b", "12:30-", 'block = "r"')
    assert found(body) == []


def test_sessions_without_a_block_run_in_parallel_by_design() -> None:
    assert found(session("a", "12:00-13:00") + session("b", "12:30-13:30")) == []
    assert found(session("a", "12:00-") + session("b", "12:30-13:30", "around = 5")) == []


def test_sessions_of_two_blocks_do_too() -> None:
    body = LUNCH + block("other", "break", "12:00-14:00")
    body += session("a", "12:00-13:00", IN_LUNCH) + session("b", "12:00-13:00", 'block = "other"')
    assert found(body) == []


@pytest.mark.parametrize(
    ("times", "more", "wanted"),
    [
        ("12:30-13:30", "", [("C101", "warning", ("plenary", "a"))]),
        ("11:00-12:01", "", [("C101", "warning", ("a", "plenary"))]),
        ("13:00-14:00", "", []),
        ("11:00-12:00", "", []),
        ("13:00-14:00", "around = 5", [("C107", "warning", ("plenary", "a"))]),
        ("11:10-", "", [("C107", "warning", ("a", "plenary"))]),
        ("11:00-", "", []),
        ("11:00-12:00", 'overrun = "12:10"', [("C102", "warning", ("a", "plenary"))]),
        ("12:30-13:30", 'block = "plenary"\noverrun = "13:40"', []),
        ("12:30-13:30", 'status = "cancelled"', []),
        ("12:30-13:30", "drop_in = true", []),
    ],
)
def test_a_session_and_a_plenary(times: str, more: str, wanted: list[Found]) -> None:
    assert found(PLENARY + session("a", times, more)) == wanted


def test_a_session_of_a_round_over_a_plenary() -> None:
    body = PLENARY + block("r", "choice", "12:30-13:30") + session("a", "", 'block = "r"')
    assert found(body) == [("C101", "warning", ("plenary", "a"))]


def test_a_part_of_what_stands_in_the_plenary() -> None:
    body = PLENARY + session("a", "", 'block = "plenary"')
    assert found(body + session("b", "12:10-12:20", 'part_of = "a"')) == []


@pytest.mark.parametrize("kind", ["arrival", "choice", "break", "meal", "social"])
def test_no_other_block_is_for_the_same_people(kind: str) -> None:
    assert found(block("x", kind, "12:00-13:00") + session("a", "12:30-13:30")) == []


def test_it_stands_at_the_start_of_the_later_session() -> None:
    body = LUNCH + session("b", "12:30-13:30", IN_LUNCH) + session("a", "12:00-13:00", IN_LUNCH)
    (problem,) = problems(body)
    assert problem.sessions == ("a", "b")
    assert _line(body, problem.place.line) == 'start = "12:30"'


def test_of_a_session_and_a_plenary_it_stands_at_the_session() -> None:
    body = PLENARY + session("a", "11:00-12:30")
    (problem,) = problems(body)
    assert _line(body, problem.place.line) == 'start = "11:00"'


def test_without_a_start_of_its_own_it_stands_at_the_session_itself() -> None:
    body = LUNCH + session("a", "", IN_LUNCH) + session("b", "", IN_LUNCH)
    (problem,) = problems(body)
    assert _line(body, problem.place.line) == "[[sessions]]"
    assert _line(body, problem.place.line + 1) == 'id = "b"'


def _line(body: str, number: int) -> str:
    return (HEAD + body).splitlines()[number - 1]
