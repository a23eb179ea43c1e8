"""`check --format github`: workflow commands, which GitHub shows beside the lines of a change."""

from collections.abc import Sequence

from tui_planner.cli.output import say
from tui_planner.cli.relative_paths import shorten_name
from tui_planner.programme.problem import Problem, Severity
from tui_planner.programme.toml.source import Source

from .checked import Checked
from .problem_text import measure_value

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = {**_IN_MESSAGE, **str.maketrans({":": "%3A", ",": "%2C"})}


def print_github(files: Sequence[Checked]) -> None:
    """Print one command for each finding."""
    for file in files:
        for problem in file.problems:
            say(_command(problem, file.reading.source))


def _command(problem: Problem, source: Source | None) -> str:
    place = problem.place
    properties: dict[str, object] = {
        "file": shorten_name(problem.file),
        "line": place.line,
        "endLine": place.line,
        "col": place.column,
        "endColumn": place.column + (measure_value(place, source) if source else 1),
        "title": f"{problem.rule.code} {problem.rule.name}",
    }
    told = ",".join(
        f"{key}={str(value).translate(_IN_PROPERTY)}" for key, value in properties.items()
    )
    message = "\n".join(filter(None, (problem.message, problem.hint)))
    return f"::{_COMMANDS[problem.severity]} {told}::{message.translate(_IN_MESSAGE)}"
