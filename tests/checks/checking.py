"""Files of a few lines, and what the check finds in them."""

from tests.helpers import HEAD, SHIPPED, reading_of
from tui_planner.checks.check_file import check_file
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult

Found = tuple[str, str, tuple[str, ...]]
"""A rule, its severity here, and the ids."""


def checked(reading: ReadResult) -> tuple[Problem, ...]:
    """The findings of a file that must be sound."""
    assert reading.programme is not None, [problem.message for problem in reading.problems]
    return check_file(reading)


def clash_findings(reading: ReadResult) -> list[Problem]:
    """The findings about clashes; advice is another matter."""
    return [problem for problem in checked(reading) if problem.rule.code[0] == "C"]


def problems(body: str, head: str = HEAD) -> list[Problem]:
    return clash_findings(reading_of(body, head))


def found(body: str, head: str = HEAD) -> list[Found]:
    """What is found in a body, in brief."""
    return [brief(problem) for problem in problems(body, head)]


def brief(problem: Problem) -> Found:
    return problem.rule.code, problem.severity.value, problem.sessions


def shipped_lines() -> list[str]:
    return SHIPPED.read_text(encoding="utf-8").splitlines()
