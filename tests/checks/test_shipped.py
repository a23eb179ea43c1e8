"""What the check finds in the shipped programme."""

import pytest

from tests.builders import accepted
from tests.checks.checking import brief, checked, clash_findings, shipped_lines
from tests.helpers import SHIPPED, local
from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem, Severity
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.toml.source import Source

WALKS = ["wandeling-gouden-erfgoed", "wandeling-westerdijk", "strandwandeling", "verhaal-van-hoorn"]
WANTED = {
    *(("C101", "warning", ("iza-lunch", walk)) for walk in WALKS),
    *(("C102", "warning", ("veiligheid", other)) for other in ("iza-lunch", *WALKS)),
    ("C102", "info", ("veiligheid", "lunch")),
    ("C102", "info", ("asielketen", "afsluiting")),
}

ADVICE = {
    *(("A203", "info", (walk,)) for walk in WALKS),
    ("A205", "info", ("iza-lunch", "lunch")),
}


@pytest.fixture(scope="module")
def findings(hoorn_reading: ReadResult) -> list[Problem]:
    return clash_findings(hoorn_reading)


def test_exactly_these(findings: list[Problem]) -> None:
    said = [brief(problem) for problem in findings]
    assert set(said) == WANTED
    assert len(said) == len(WANTED)


def test_the_advice_is(hoorn_reading: ReadResult) -> None:
    said = [problem for problem in checked(hoorn_reading) if problem.rule.code[0] == "A"]
    assert {brief(problem) for problem in said} == ADVICE
    assert len(said) == len(ADVICE)
    lines = shipped_lines()
    for problem in said:
        line, column = lines[problem.place.line - 1], problem.place.column
        if problem.rule.code == "A203":
            assert (line, column) == ("[[sessions]]", 1)
            assert lines[problem.place.line] == f'id = "{problem.sessions[0]}"'
        else:
            assert (line, column) == ('start = "12:45"', 9)


def test_nothing_is_told_where_all_is_accepted(hoorn_reading: ReadResult) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    known = "".join(accepted(p.rule.code, *p.sessions) for p in checked(hoorn_reading))
    assert checked(read_text(Source("all-accepted.toml", f"{text}\n{known}"))) == ()


def test_no_error(hoorn_reading: ReadResult) -> None:
    assert all(problem.severity is not Severity.ERROR for problem in checked(hoorn_reading))


def test_when_and_how_long(findings: list[Problem], hoorn: Programme) -> None:
    said = {}
    for problem in findings:
        assert problem.interval is not None
        ends = problem.interval.start, problem.interval.end
        said[problem.sessions] = (*ends, problem.minutes)
    wanted = {
        ("iza-lunch", "strandwandeling"): ("12:50", "13:30", 40),
        ("veiligheid", "iza-lunch"): ("12:45", "13:00", 15),
        ("veiligheid", "verhaal-van-hoorn"): ("12:45", "13:00", 15),
        ("veiligheid", "lunch"): ("12:30", "13:00", 30),
        ("asielketen", "afsluiting"): ("16:15", "16:45", 30),
    }
    for pair, (start, end, minutes) in wanted.items():
        day = "2025-02-13"
        assert said[pair] == (
            local(hoorn, f"{day} {start}"),
            local(hoorn, f"{day} {end}"),
            minutes,
        )


@pytest.mark.parametrize("sessions", [pair for _, _, pair in sorted(WANTED)], ids="+".join)
def test_each_is_placed_at_the_value_that_makes_it(
    findings: list[Problem], sessions: tuple[str, str]
) -> None:
    """A certain one at the start of the later session, an overrun at its own value."""
    problem = next(problem for problem in findings if problem.sessions == sessions)
    id_, key = (sessions[1], "start") if problem.rule.code == "C101" else (sessions[0], "overrun")
    lines = shipped_lines()
    begin = lines.index(f'id = "{id_}"')
    number = next(n for n in range(begin, len(lines)) if lines[n].startswith(f"{key} = "))
    assert (problem.place.line, problem.place.column) == (number + 1, len(f"{key} = ") + 1)


def test_in_the_order_of_the_file(findings: list[Problem]) -> None:
    assert [problem.place for problem in findings] == sorted(p.place for p in findings)


def test_silent_where_each_is_accepted(findings: list[Problem]) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    known = "".join(accepted(problem.rule.code, *problem.sessions) for problem in findings)
    assert clash_findings(read_text(Source("all-accepted.toml", f"{text}\n{known}"))) == []


def test_one_accepted_leaves_the_others(findings: list[Problem]) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    known = accepted("C101", "strandwandeling", "iza-lunch")
    left = clash_findings(read_text(Source("one-accepted.toml", f"{text}\n{known}")))
    said = {brief(problem) for problem in left}
    assert WANTED - said == {("C101", "warning", ("iza-lunch", "strandwandeling"))}
    assert said <= WANTED
    assert len(findings) == len(said) + 1
