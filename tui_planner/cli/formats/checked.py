"""One checked file: what every format of `check` prints."""

from typing import NamedTuple

from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult


class Checked(NamedTuple):
    """A file and what was found in it."""

    reading: ReadResult
    problems: tuple[Problem, ...]
