"""One checked file: what every format of `check` prints."""

from typing import NamedTuple

from ..programme.problem import Problem
from ..programme.reading import Reading


class Checked(NamedTuple):
    """A file and what was found in it."""

    reading: Reading
    problems: tuple[Problem, ...]
