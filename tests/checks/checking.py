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


def session(id_: str, times: str, *more: str) -> str:
    """A session; `times` is `10:00-11:00`, `10:00-` where no end is said, `` for the block's."""
    return _table("sessions", id_, times, more)


def block(id_: str, kind: str, times: str, *more: str) -> str:
    return _table("blocks", id_, times, (f'kind = "{kind}"', *more))


def room(id_: str) -> str:
    return f'[[rooms]]\nid = "{id_}"\nname = "Room {id_}"\n'


def accepted(rule: str, *ids: str) -> str:
    listed = ", ".join(f'"{id_}"' for id_ in ids)
    return f'[[accepted]]\nrule = "{rule}"\nsessions = [{listed}]\nreason = "known"\n'


def shipped_lines() -> list[str]:
    return SHIPPED.read_text(encoding="utf-8").splitlines()


def _table(name: str, id_: str, times: str, more: tuple[str, ...]) -> str:
    start, _, end = times.partition("-")
    lines = [f"[[{name}]]", f'id = "{id_}"', f'title = "{id_}"']
    lines += [f'start = "{start}"'] if start else []
    lines += [f'end = "{end}"'] if end else []
    return "\n".join([*lines, *more, ""])
