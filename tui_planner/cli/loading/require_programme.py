"""A programme that can be read, or the end of the command."""

from collections.abc import Iterable

from tui_planner.cli.formats.problem_text import format_problem
from tui_planner.cli.loading.load_programme import read_programme
from tui_planner.cli.output import Exit, end, tell
from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult


def require_programme(name: str) -> Programme:
    """Read the programme in a file; where there is none, tell why, and end with 2."""
    return require_sound(read_programme(name))


def require_sound(reading: ReadResult) -> Programme:
    """Return the programme that was read; end with 2 as `require_programme` does."""
    if reading.programme is None:
        tell_problems(reading, reading.problems)
        end(Exit.FAILED)
    return reading.programme


def tell_problems(reading: ReadResult, problems: Iterable[Problem]) -> None:
    """Tell problems as narration."""
    for problem in problems:
        for line in format_problem(problem, reading.source):
            tell("".join(text for text, _style in line))
