"""The result of parsing a TOML text, whether or not it has faults."""

from typing import Any, NamedTuple

from tui_planner.programme.problem import Problem

from .key_path import KeyPath
from .toml_positions import Positions

A_TABLE: KeyPath = ("",)


class Parsed(NamedTuple):
    """TOML data with the place of each value.

    `damaged` holds the paths of the keys that were left out, and of the tables of which more may
    have been; the empty path stands for any table of the file, and `A_TABLE` for one whole table of
    which the name is not known.
    """

    data: dict[str, Any]
    positions: Positions
    problems: tuple[Problem, ...] = ()
    damaged: frozenset[KeyPath] = frozenset()

    def may_lack(self, path: KeyPath) -> bool:
        """Whether a table or key may be missing, or lack something, because it was left out."""
        return bool(self.damaged) and not self.damaged.isdisjoint(
            {(), path[:-1], path, *([A_TABLE] if len(path) == 1 else [])}
        )
