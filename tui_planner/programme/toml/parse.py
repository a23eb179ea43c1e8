"""TOML as data, with what is wrong with it."""

from collections.abc import Collection

import tomli

from .limits import find_too_many_values
from .parsed import Parsed
from .source import Source
from .toml_positions import Positions


def parse_toml(
    source: Source, tables: Collection[str] = (), arrays: Collection[str] = ()
) -> Parsed:
    """Parse TOML, and go on after each fault; of far too much of it nothing (E010).

    Args:
        source: The text.
        tables: The names of the tables at its top, `[name]`.
        arrays: The names of the arrays of tables at its top, `[[name]]`; by both names a head that
            is misspelt is mended.
    """
    if refused := find_too_many_values(source):
        return Parsed({}, Positions(source), (refused,))
    try:
        return Parsed(tomli.loads(source.text), Positions(source))
    except (ValueError, RecursionError):
        from .toml_recovery import parse_around_faults  # noqa: PLC0415 - for faulty files only

        return parse_around_faults(source, tables, arrays)
