"""A201 to A205: what breaks each, what nearly does, and where it is told."""

import pytest

from tests.builders import block, room, session
from tests.checks.checking import checked
from tests.helpers import HEAD, reading_of
from tui_planner.programme.problem import Problem

SAID = 'description = "What it is about."'
LUNCH = block("lunch", "meal", "12:30-13:45", "minutes_needed = 20")
ROUND = block("round", "choice", "14:00-15:00")
IN_ROUND = 'block = "round"'


def advice(body: str, rule: str) -> list[Problem]:
    """What one rule finds in a body."""
    return [p for p in checked(reading_of(body)) if p.rule.code == rule]


def told(body: str, rule: str) -> list[tuple[str, ...]]:
    return [problem.sessions for problem in advice(body, rule)]


def where(body: str, problem: Problem) -> tuple[str, int]:
    """The line of a finding and its column."""
    return (HEAD + body).splitlines()[problem.place.line - 1], problem.place.column


def the_only(body: str, rule: str, severity: str = "info") -> Problem:
    (problem,) = advice(body, rule)
    assert problem.severity.value == severity
    return problem


# -- A201 --


def test_no_description_stands_at_the_head_of_the_session() -> None:
    body = session("a", "10:00-11:00", SAID) + session("b", "10:00-11:00")
    problem = the_only(body, "A201")
    assert problem.sessions == ("b",)
    assert where(body, problem) == ("[[sessions]]", 1)
    assert (HEAD + body).splitlines()[problem.place.line] == 'id = "b"'


@pytest.mark.parametrize("value", ['""', '"  "', '"""\n"""'])
def test_an_empty_description_stands_at_its_value(value: str) -> None:
    body = session("a", "10:00-11:00", f"description = {value}")
    line, column = where(body, the_only(body, "A201"))
    assert line.startswith("description = ")
    assert column == len("description = ") + 1


@pytest.mark.parametrize("more", [SAID, 'status = "cancelled"'])
def test_described_or_cancelled(more: str) -> None:
    assert told(session("a", "10:00-11:00", more), "A201") == []


@pytest.mark.parametrize("described", ["a", "b", "c"])
def test_one_description_is_enough_for_all_runs(described: str) -> None:
    rows = {"a": [], "b": ['repeat_of = "a"'], "c": ['repeat_of = "b"']}
    rows[described].append(SAID)
    body = "".join(session(id_, "10:00-11:00", *more) for id_, more in rows.items())
    assert told(body, "A201") == []


def test_what_has_the_title_of_another_may_be_another_run_of_it() -> None:
    body = session("a", "10:00-11:00", SAID) + session("b", "12:00-13:00").replace('"B"', '"a"')
    assert the_only(body, "A201").hint == 'If it is "A" (a) again, write: repeat_of = "a"'


def test_blocks_need_no_description() -> None:
    assert told(LUNCH, "A201") == []


# -- A202 --


def test_no_room() -> None:
    body = room("hall") + session("a", "10:00-11:00", 'room = "hall"') + session("b", "11:00-12:00")
    problem = the_only(body, "A202")
    assert problem.sessions == ("b",)
    assert where(body, problem) == ("[[sessions]]", 1)


def test_no_room_where_the_programme_has_none() -> None:
    assert told(session("a", "10:00-11:00"), "A202") == []


@pytest.mark.parametrize("more", ['block = "x"', 'part_of = "whole"', 'status = "cancelled"'])
def test_the_room_of_what_it_stands_in_will_do(more: str) -> None:
    body = room("hall") + block("x", "social", "10:00-12:00", 'room = "hall"')
    body += session("whole", "10:00-12:00", 'room = "hall"') + session("a", "10:00-11:00", more)
    assert told(body, "A202") == []


# -- A203 --


def test_no_end() -> None:
    body = session("a", "10:00-11:00") + session("b", "10:00-")
    problem = the_only(body, "A203")
    assert problem.sessions == ("b",)
    assert where(body, problem) == ("[[sessions]]", 1)


@pytest.mark.parametrize(
    ("times", "more", "wanted"),
    [
        ("", IN_ROUND, []),  # the block's own times
        ("14:00-", IN_ROUND, [("a",)]),
        ("14:00-", 'status = "cancelled"', []),
        ("14:00-", 'overrun = "15:00"', [("a",)]),
        ("14:00-14:30", "", []),
    ],
)
def test_an_end_is_stated(times: str, more: str, wanted: list[tuple[str, ...]]) -> None:
    assert told(ROUND + session("a", times, more), "A203") == wanted


def test_the_end_of_an_open_block_is_not_stated() -> None:
    body = block("x", "social", "16:00-")
    assert told(body, "A203") == []
    assert told(body + session("a", "", 'block = "x"'), "A203") == [("a",)]


# -- A204 --


@pytest.mark.parametrize("status", ["full", "cancelled", "invitation"])
def test_nothing_left_of_a_round(status: str) -> None:
    closed = f'status = "{status}"'
    body = ROUND + session("a", "", IN_ROUND, closed) + session("b", "", IN_ROUND, closed)
    problem = the_only(body, "A204", "warning")
    assert problem.sessions == ("round",)
    assert where(body, problem) == ('kind = "choice"', 8)
    assert '"A" (a) and "B" (b)' in problem.message
    one_open = body + session("c", "", IN_ROUND)
    assert told(one_open, "A204") == []


def test_a_round_without_sessions() -> None:
    assert told(ROUND, "A204") == [("round",)]
    assert told(block("x", "break", "14:00-15:00"), "A204") == []


def test_nothing_left_of_a_group() -> None:
    closed = ('group = "g"', 'status = "full"')
    body = session("a", "10:00-11:00", *closed) + session("b", "10:00-11:00", *closed)
    problem = the_only(body, "A204", "warning")
    assert problem.sessions == ("a", "b")
    assert where(body, problem) == ('group = "g"', 9)
    assert told(body + session("c", "10:00-11:00", 'group = "g"'), "A204") == []
    assert told(body + session("c", "10:00-11:00", 'group = "h"'), "A204") == [("a", "b")]


def test_a_group_of_a_round_of_which_nothing_is_left_is_told_once() -> None:
    closed = (IN_ROUND, 'group = "g"', 'status = "full"')
    body = ROUND + session("a", "", *closed) + session("b", "", *closed)
    assert told(body, "A204") == [("round",)]
    assert told(body + session("c", "15:00-16:00", *closed[1:]), "A204") == [
        ("round",),
        ("a", "b", "c"),
    ]


# -- A205 --


@pytest.mark.parametrize(
    ("times", "minutes"),
    [
        ("12:49-13:45", 19),
        ("12:50-13:45", None),
        ("12:30-13:26", 19),
        ("12:30-13:25", None),
        ("12:45-13:30", 15),
        ("12:00-14:00", 0),
        ("11:00-12:30", None),
        ("13:45-14:00", None),
    ],
)
def test_a_squeezed_meal(times: str, minutes: int | None) -> None:
    wanted = [] if minutes is None else [minutes]
    over_it = LUNCH + session("a", times)
    assert [problem.minutes for problem in advice(over_it, "A205")] == wanted
    if "12:30" <= times < "13:30":
        in_it = LUNCH + session("a", times, 'block = "lunch"')
        assert [problem.minutes for problem in advice(in_it, "A205")] == wanted


def test_it_stands_at_the_start() -> None:
    body = LUNCH + session("a", "12:45-13:30")
    problem = the_only(body, "A205")
    assert problem.sessions == ("a", "lunch")
    assert where(body, problem) == ('start = "12:45"', 9)
    assert (
        '12:30–12:45 and 13:30–13:45 of "LUNCH" (lunch): at most 15 minutes in one'
        in problem.message
    )
    assert problem.interval is not None
    assert problem.interval.minutes == 45


@pytest.mark.parametrize(
    "more", ["meal = true", "drop_in = true", 'status = "cancelled"', 'overrun = "13:45"']
)
def test_one_can_eat_all_the_same(more: str) -> None:
    times = "12:30-13:00" if "overrun" in more else "12:30-13:45"
    assert told(LUNCH + session("a", times, more), "A205") == []


def test_only_meals_are_for_eating() -> None:
    body = block("x", "break", "12:30-13:45", "minutes_needed = 20")
    assert told(body + session("a", "12:30-13:45"), "A205") == []
