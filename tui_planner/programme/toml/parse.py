"""TOML as data, with what is wrong with it."""

import tomli

from .heads import Names, mend_heads
from .limits import find_too_many_values
from .merge_markers import take_first_sides
from .parsed import Parsed
from .source import Source
from .toml_positions import Positions


def parse_toml(source: Source, names: Names = Names((), ())) -> Parsed:  # noqa: B008 - a tuple
    """Parse TOML, and go on after each fault; of far too much of it nothing (E010).

    Args:
        source: The text.
        names: The names of the tables at its top; by them a head that is misspelt is mended.
    """
    if refused := find_too_many_values(source):
        return Parsed({}, Positions(source), (refused,))
    source, conflicts = take_first_sides(source)
    try:
        parsed = Parsed(tomli.loads(source.text), Positions(source), conflicts)
    except (ValueError, RecursionError):
        from .toml_recovery import parse_around_faults  # noqa: PLC0415 - for faulty files only

        parsed = parse_around_faults(source, names, conflicts)
    return mend_heads(parsed, names) if names.arrays else parsed
