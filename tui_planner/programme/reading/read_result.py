"""The result of reading a programme file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem
from tui_planner.programme.toml.source import Source
from tui_planner.programme.toml.toml_positions import Positions


class Readable(NamedTuple):
    """What could be read of a file with faults: enough to look for clashes in it.

    It is no programme to open: references to what is not there are left out of it, and a session
    whose id is missing or not its own has another one.

    Attributes:
        programme: The sessions and blocks whose times are known.
        sessions_left_out: The ids of the other sessions, as written; empty for one without.
        blocks_left_out: Those of the other blocks.
        written_ids: The ids as written of those that have another one here.
        is_dated: Whether day and zone are known, so that instants are right and not only their
            order.
    """

    programme: Programme
    sessions_left_out: tuple[str, ...] = ()
    blocks_left_out: tuple[str, ...] = ()
    written_ids: Mapping[str, str] = {}
    is_dated: bool = True

    @property
    def not_judged(self) -> tuple[str, ...]:
        """The ids of all that is left out and has one."""
        return tuple(filter(None, (*self.sessions_left_out, *self.blocks_left_out)))


@dataclass(frozen=True)
class ReadResult:
    """The result of reading one file.

    Attributes:
        name: The file as the user named it.
        programme: The programme; None where there is a problem.
        problems: The problems of the file, in its order.
        source: Its text; None where it could not be read.
        positions: Where each value stands in it.
        readable: Where there are problems, what could be read all the same.
    """

    name: str
    programme: Programme | None
    problems: tuple[Problem, ...]
    source: Source | None = None
    positions: Positions = field(default_factory=lambda: Positions(Source("", "")))
    readable: Readable | None = None

    @property
    def text_name(self) -> str:
        """The name of the text that its places are in, which for some files is an import's."""
        return self.name if self.source is None else self.source.name

    @property
    def judged(self) -> Readable | None:
        """What is looked at for clashes: the programme, or what could be read of it."""
        return self.readable if self.programme is None else Readable(self.programme)
