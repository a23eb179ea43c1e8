"""The result of parsing a TOML text, whether or not it has faults."""

from typing import Any, NamedTuple

from tui_planner.programme.problem import Problem

from .key_path import KeyPath
from .toml_positions import Positions


class Parsed(NamedTuple):
    """TOML data with the place of each value.

    `damaged` holds the paths of the tables of which something was left out; the empty path stands
    for any table of the file.
    """

    data: dict[str, Any]
    positions: Positions
    problems: tuple[Problem, ...] = ()
    damaged: frozenset[KeyPath] = frozenset()

    def is_damaged(self, table: KeyPath) -> bool:
        """Whether something may be missing from a table because it was left out."""
        return not self.damaged.isdisjoint({(), table})
