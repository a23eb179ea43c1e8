"""`check`: the problems of programme files, for their organisers."""

from collections.abc import Mapping

from ..findings.check import check, count
from ..i18n import _
from ..programme import file_rules
from ..programme.problem import Problem, Severity
from ..programme.reader import Reading, read_programme
from .common import programme_name
from .output import Exit, say_json, say_styled, tell
from .parser import Arguments
from .problem_text import problem_lines, severity_word


def run(args: Arguments) -> Exit:
    """Print the findings; 1 where one is more than advice, 2 where a file cannot be read."""
    readings = [read_programme(name) for name in args.files or [programme_name(args)]]
    found = [(reading, problem) for reading in readings for problem in check(reading)]
    numbers = count(problem for _reading, problem in found)
    if args.format == "json":
        say_json(
            {
                "problems": [_as_json(problem, reading) for reading, problem in found],
                "summary": {severity.value: number for severity, number in numbers.items()},
            }
        )
    else:
        for reading, problem in found:
            say_styled(problem_lines(problem, reading.source))
    tell(_summary(readings, numbers))
    if any(problem.rule is file_rules.UNREADABLE for _reading, problem in found):
        return Exit.FAILED
    return Exit.FOUND if numbers[Severity.ERROR] or numbers[Severity.WARNING] else Exit.OK


def _summary(readings: list[Reading], numbers: Mapping[Severity, int]) -> str:
    told = ", ".join(
        f"{severity_word(severity)}: {number}" for severity, number in numbers.items() if number
    )
    names = ", ".join(reading.name for reading in readings)
    return f"{names}: {told or _('no problems')}"


def _as_json(problem: Problem, reading: Reading) -> dict[str, object]:
    interval = problem.interval
    zone = reading.programme.zone if reading.programme else None
    return {
        "rule": problem.rule.code,
        "name": problem.rule.name,
        "severity": problem.severity.value,
        "message": problem.message,
        "file": problem.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "sessions": list(problem.sessions),
        "start": interval.start.astimezone(zone).isoformat() if interval else None,
        "end": interval.end.astimezone(zone).isoformat() if interval else None,
        "minutes": problem.minutes,
    }
