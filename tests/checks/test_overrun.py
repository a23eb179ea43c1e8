"""C102: what may run on into something else."""

import pytest

from tests.builders import block, session
from tests.checks.checking import Found, found, problems
from tests.helpers import HEAD

A = session("a", "11:00-12:00", 'overrun = "12:30"')
WARNING: list[Found] = [("C102", "warning", ("a", "b"))]
INFO: list[Found] = [("C102", "info", ("a", "b"))]


@pytest.mark.parametrize(
    ("times", "wanted"),
    [
        ("12:00-13:00", WARNING),
        ("12:29-13:00", WARNING),
        ("12:30-13:00", []),
        ("10:00-11:00", []),
    ],
)
def test_into_another_session(times: str, wanted: list[Found]) -> None:
    assert found(A + session("b", times)) == wanted


def test_what_is_certain_is_no_matter_of_an_overrun() -> None:
    assert found(A + session("b", "11:59-13:00")) == []


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("arrival", INFO),
        ("plenary", WARNING),
        ("choice", INFO),
        ("break", INFO),
        ("meal", INFO),
        ("social", INFO),
    ],
)
def test_into_a_block(kind: str, wanted: list[Found]) -> None:
    assert found(A + block("b", kind, "12:00-13:00")) == wanted
    assert found(A + block("b", kind, "12:30-13:00")) == []


@pytest.mark.parametrize("kind", ["plenary", "meal", "social"])
def test_not_into_its_own_block(kind: str) -> None:
    body = block("b", kind, "11:00-13:00")
    assert found(body + session("a", "11:00-12:00", 'overrun = "12:30"', 'block = "b"')) == []


def test_past_the_end_of_its_own_block() -> None:
    body = block("own", "choice", "11:00-12:00") + block("b", "plenary", "12:00-13:00")
    body += session("a", "", 'block = "own"', 'overrun = "12:10"')
    assert found(body) == WARNING


@pytest.mark.parametrize(
    ("more_a", "more_b"),
    [
        ('group = "g"', 'group = "g"'),
        ('block = "r"', 'block = "r"'),
        ('repeat_of = "b"', ""),
        ("", 'repeat_of = "a"'),
        ("drop_in = true", ""),
        ("", "drop_in = true"),
        ('status = "cancelled"', ""),
        ("", 'status = "cancelled"'),
    ],
)
def test_alternatives_by_design_are_left_out(more_a: str, more_b: str) -> None:
    body = block("r", "choice", "11:00-13:00")
    a = session("a", "11:00-12:00", 'overrun = "12:30"', more_a)
    said = found(body + a + session("b", "12:00-13:00", more_b))
    assert [one for one in said if "r" not in one[2]] == []


@pytest.mark.parametrize("more", ["drop_in = true", 'status = "cancelled"'])
def test_nor_does_it_eat_into_a_block_then(more: str) -> None:
    a = session("a", "11:00-12:00", 'overrun = "12:30"', more)
    assert found(a + block("b", "meal", "12:00-13:00")) == []


def test_two_that_both_may_run_on_are_told_once() -> None:
    b = session("b", "12:10-12:20", 'overrun = "12:50"')
    assert found(A + b) == WARNING


def test_one_that_begins_and_ends_within_the_overrun() -> None:
    assert found(A + session("b", "12:10-12:20")) == WARNING


def test_it_stands_at_the_overrun() -> None:
    body = session("b", "12:10-12:20") + A
    (problem,) = problems(body)
    line = (HEAD + body).splitlines()[problem.place.line - 1]
    assert line == 'overrun = "12:30"'
    assert problem.place.column == line.index('"') + 1
    assert "12:10–12:20" in problem.message
    assert "12:30" in problem.message
