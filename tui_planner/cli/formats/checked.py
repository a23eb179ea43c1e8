"""One checked file: what every format of `check` prints."""

from datetime import date
from typing import NamedTuple

from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult


class Checked(NamedTuple):
    """A file and what is told of it.

    Attributes:
        reading: The file.
        problems: What was found in it; where it is compared with what it was, what is new.
        left_out: How many findings are left out, as they are not about what one wants to hear of.
        solved: What is solved since; None where it is compared with nothing.
        unchanged: How many findings are as they were.
        unknown: How many are gone, and could not be looked for because of faults.
        day: The day of which one wants to hear alone; None for all.
    """

    reading: ReadResult
    problems: tuple[Problem, ...]
    left_out: int = 0
    solved: tuple[Problem, ...] | None = None
    unchanged: int = 0
    unknown: int = 0
    day: date | None = None
