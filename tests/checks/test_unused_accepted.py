"""A206: an [[accepted]] that silences nothing."""

import pytest

from tests.builders import accepted, accepted_among, block, room, session
from tests.checks.checking import checked
from tests.helpers import HEAD, reading_of
from tui_planner.checks.check_file import check_file
from tui_planner.programme.problem import Problem

PAIR = session("a", "10:00-11:00", 'overrun = "11:10"') + session("b", "11:00-12:00")
CHOICE = block("round", "choice", "10:00-11:00")


def unused(body: str) -> list[Problem]:
    return [p for p in checked(reading_of(body)) if p.rule.code == "A206"]


def test_one_that_silences_something_is_not_told() -> None:
    assert unused(PAIR + accepted("C102", "b", "a")) == []
    assert unused(PAIR + accepted("A201", "a") + accepted("A201", "b")) == []
    assert unused(CHOICE + accepted("A204", "round")) == []


@pytest.mark.parametrize(
    ("rule", "ids"),
    [("C101", ("a", "b")), ("C102", ("a",)), ("A203", ("a",)), ("C104", ("a", "b"))],
)
def test_one_that_silences_nothing_stands_at_its_rule(rule: str, ids: tuple[str, ...]) -> None:
    body = PAIR + accepted("C102", "a", "b") + accepted(rule, *ids)
    (problem,) = unused(body)
    assert problem.severity.value == "warning"
    assert problem.sessions == ids
    lines = (HEAD + body).splitlines()
    assert lines[problem.place.line - 1] == f'rule = "{rule}"'
    assert problem.place.column == 8
    assert rule in problem.message


def test_the_second_for_the_same_finding_silences_nothing() -> None:
    body = PAIR + accepted("C102", "a", "b") + accepted("C102", "b", "a")
    (problem,) = unused(body)
    lines = (HEAD + body).splitlines()
    assert 'rule = "C102"' in lines[: problem.place.line - 1]
    assert lines[problem.place.line - 1] == 'rule = "C102"'


@pytest.mark.parametrize("rule", ["E003", "E010", "A206", "C198", "Z999"])
def test_what_cannot_be_accepted(rule: str) -> None:
    (problem,) = unused(PAIR + accepted(rule, "a"))
    assert rule in problem.message
    assert "accepted" in problem.message


def test_a_near_rule_is_named() -> None:
    (problem,) = unused(PAIR + accepted("C198", "a"))
    assert 'Did you mean "C10' in problem.hint


def test_one_that_silences_what_another_does_already() -> None:
    more = session("c", "11:00-12:00")
    body = PAIR + more + accepted("C102", "a", "b") + accepted("C102", "a", "b", "c")
    assert unused(body) == []
    twice = PAIR + more + accepted("C102", "a", "b", "c") + accepted("C102", "a", "b")
    assert [problem.sessions for problem in unused(twice)] == [("a", "b")]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ('room = "hall"', ""),
        ('speaker = "Anne Ode"', '"Ann Ode"'),
        ('speaker = "Ann Ode"', ""),
        ('track = "Watre"', '"Water"'),
        ('track = "Water"', ""),
    ],
)
def test_by_a_room_a_speaker_or_a_track_in_vain(line: str, meant: str) -> None:
    body = room("hall") + session("a", "10:00-11:00", 'speakers = ["Ann Ode"]', 'track = "Water"')
    (problem,) = unused(body + accepted_among("C103", line))
    assert problem.sessions == ()
    assert meant in problem.hint
    assert ("Did you mean" in problem.hint) is bool(meant)


def test_it_is_not_accepted_itself() -> None:
    body = PAIR + accepted("C101", "a", "b") + accepted("A206", "a", "b")
    assert len(unused(body)) == 2


def test_selected_alone_it_is_found_all_the_same() -> None:
    reading = reading_of(PAIR + accepted("C101", "a", "b") + accepted("C102", "a", "b"))
    assert [p.sessions for p in check_file(reading, {"A206"})] == [("a", "b")]


def test_what_is_accepted_is_looked_for_where_it_is_not_selected() -> None:
    reading = reading_of(PAIR + accepted("C101", "a", "b"))
    assert [p.rule.code for p in check_file(reading, {"C101", "A206"})] == ["A206"]
    assert check_file(reading, {"C102", "A206"})[0].rule.code == "C102"
    assert [p.rule.code for p in check_file(reading, {"C102", "A206"})] == ["C102", "A206"]
    assert check_file(reading, {"C101"}) == ()
