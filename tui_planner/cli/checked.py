"""One checked file: what every format of `check` prints."""

from dataclasses import dataclass

from ..programme.problem import Problem
from ..programme.reading import Reading


@dataclass(frozen=True)
class Checked:
    """A file and what was found in it."""

    reading: Reading
    problems: tuple[Problem, ...]
