"""TOML as data, with what is wrong with it."""

from typing import Any, NamedTuple

import tomli

from tui_planner.programme.problem import Problem

from .limits import find_too_many_values
from .source import Source
from .toml_positions import KeyPath, Positions


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


def parse_toml(source: Source) -> Parsed:
    """Parse TOML, and go on after each fault; of far too much of it nothing (E010)."""
    if refused := find_too_many_values(source):
        return Parsed({}, Positions(source), (refused,))
    try:
        return Parsed(tomli.loads(source.text), Positions(source))
    except (ValueError, RecursionError):
        from .toml_recovery import parse_around_faults  # noqa: PLC0415 - for faulty files only

        return parse_around_faults(source)
