"""The result of reading a programme file."""

from dataclasses import dataclass, field

from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem
from tui_planner.programme.toml.source import Source
from tui_planner.programme.toml.toml_positions import Positions


@dataclass(frozen=True)
class ReadResult:
    """The result of reading one file.

    Attributes:
        name: The file as the user named it.
        programme: The programme; None where there is a problem.
        problems: The problems of the file, in its order.
        source: Its text; None where it could not be read.
        positions: Where each value stands in it.
    """

    name: str
    programme: Programme | None
    problems: tuple[Problem, ...]
    source: Source | None = None
    positions: Positions = field(default_factory=lambda: Positions(Source("", "")))
