"""`check --format json`: one document, the findings one by one."""

from collections.abc import Mapping, Sequence

from tui_planner.cli.output import say_json
from tui_planner.programme.problem import Problem, Severity
from tui_planner.programme.reading.read_result import ReadResult

from .checked import Checked


def print_json(files: Sequence[Checked], numbers: Mapping[Severity, int]) -> None:
    """Print the findings and how many there are; where files are compared, what is solved too."""
    compared = [file for file in files if file.solved is not None]
    change: dict[str, object] = {
        "solved": [
            _as_json(problem, file.reading) for file in compared for problem in file.solved or ()
        ],
        "unchanged": sum(file.unchanged for file in compared),
    }
    say_json(
        {
            "problems": [
                _as_json(problem, file.reading) for file in files for problem in file.problems
            ],
            "not_judged": [
                id_
                for file in files
                if file.reading.judged is not None
                for id_ in file.reading.judged.not_judged
            ],
            "summary": {severity.value: number for severity, number in numbers.items()},
            **(change if compared else {}),
        }
    )


def _as_json(problem: Problem, reading: ReadResult) -> dict[str, object]:
    interval = problem.interval
    zone = reading.judged.programme.zone if reading.judged else None
    return {
        "rule": problem.rule.code,
        "name": problem.rule.name,
        "severity": problem.severity.value,
        "message": problem.message,
        "hint": problem.hint,
        "file": problem.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "sessions": list(problem.sessions),
        "start": interval.start.astimezone(zone).isoformat() if interval else None,
        "end": interval.end.astimezone(zone).isoformat() if interval else None,
        "minutes": problem.minutes,
    }
