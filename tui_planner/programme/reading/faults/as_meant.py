"""A file with faults as it is meant, so that they hide no clash: each is told, and only once.

Without a head `[programme]` the keys at the top are its; a key under another name is read as the
one that is meant; a name with an invisible character in it is the one without.
"""

from typing import Any

from tui_planner.programme import file_rules
from tui_planner.programme.invisible_characters import (
    describe_invisible,
    find_invisible,
    without_invisible,
)
from tui_planner.programme.reading.format.adapters import fits
from tui_planner.programme.reading.format.file_models import ARRAYS, get_model, list_keys
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.programme.toml.parsed import Parsed
from tui_planner.support.i18n import _

from .key_names import LENGTH, find_key
from .lines_to_write import hint_line, read_as_meant
from .problem_collector import ProblemCollector
from .table_facts import TableFacts

_MAIN = "programme"
_REFERENCES = {"room", "from", "to", "block", "part_of", "repeat_of"}
_NEAR = 75
"""The least similarity of a key to be read as another, of 100."""


def take_as_meant(parsed: Parsed, collector: ProblemCollector) -> Parsed:
    """Take what a file holds as it is meant; what is not written so is reported.

    The tables of `parsed` are changed.
    """
    parsed = _take_keys_at_top(parsed, collector)
    _read_invisible(parsed, collector)
    return _read_other_names(parsed, collector)


def _take_keys_at_top(parsed: Parsed, collector: ProblemCollector) -> Parsed:
    """Take the keys at the top of a file without `[programme]` as those of that table."""
    own = set(list_keys((_MAIN,)))
    at_top = {
        key: value
        for key, value in parsed.data.items()
        if key not in ARRAYS and not isinstance(value, dict)
        if not (isinstance(value, list) and value and isinstance(value[0], dict))
    }
    if _MAIN in parsed.data or own.isdisjoint(at_top):
        return parsed
    rest = {key: value for key, value in parsed.data.items() if key not in at_top}
    parsed.positions.move((_MAIN,), ())
    if not parsed.may_lack((_MAIN,)):
        collector.add(
            file_rules.MISSING_KEY,
            (_MAIN, next(iter(at_top))),
            _("The head [programme] is missing: the keys here are read as those of that table."),
            _("Write above this line: [programme]"),
            at_key=True,
        )
    return parsed._replace(data={_MAIN: at_top, **rest})


def _read_other_names(parsed: Parsed, collector: ProblemCollector) -> Parsed:
    """Read keys that are misspelt, or known under another name, as those that are meant.

    What a meant key holds is taken where the format takes it;
    of the others that they have it is known that their values are not.
    """
    facts = TableFacts(parsed.data)
    found = (table.get("id") for path, table in _list_tables(parsed) if path[0] != _MAIN)
    ids = {id_ for id_ in found if isinstance(id_, str)}
    lost: set[KeyPath] = set()
    for path, table in _list_tables(parsed):
        known = list_keys(path)
        for written in [key for key in table if key not in known]:
            key = find_key(str(path[0]), written, known) or collector.find_similar(
                written, [one for one in known if one not in table], _NEAR
            )
            if key is None:
                continue
            meant = "end" if key == LENGTH else key
            is_free = meant not in table
            _report_other_name((*path, written), key, table[written], facts, collector, is_free)
            value = read_as_meant(path, key, table[written], facts)
            if value is None and key != LENGTH:
                value = table[written]
            del table[written]
            if not is_free:
                continue
            if fits(get_model(str(path[0])), meant, value) and (
                meant not in _REFERENCES or value in ids
            ):
                table[meant] = value
                collector.positions.move((*path, meant), (*path, written))
            else:
                lost.add((*path, meant))
    return parsed._replace(damaged=parsed.damaged | lost)


def _report_other_name(
    path: KeyPath,
    key: str,
    value: object,
    facts: TableFacts,
    collector: ProblemCollector,
    is_free: bool,
) -> None:
    """Report a key that has another name here, with the line to write."""
    meant = "end" if key == LENGTH else key
    message = _('There is no key "{key}" here. Did you mean "{meant}"?')
    hint = _('"{meant}" stands in this table already.').format(meant=meant)
    if is_free:
        hint = hint_line(path[:-1], key, value, facts, collector.get_written(path))
    message = message.format(key=path[-1], meant=meant)
    collector.add(file_rules.UNKNOWN_KEY, path, message, hint, at_key=True)


def _read_invisible(parsed: Parsed, collector: ProblemCollector) -> None:
    """Read ids and references that differ only by what nobody sees as the same; each is told."""
    tables = _list_tables(parsed)
    ids = {
        table["id"].strip(): (*path, "id")
        for path, table in tables
        if isinstance(table.get("id"), str)
    }
    plain = {without_invisible(id_).strip(): path for id_, path in ids.items()}
    wanted: dict[KeyPath, str] = {}
    for path, table in tables:
        for key in _REFERENCES & table.keys():
            value = table[key]
            if not isinstance(value, str):
                continue
            clean = without_invisible(value).strip()
            if clean in plain and value.strip() not in ids:
                wanted[*path, key] = clean
                wanted[plain[clean]] = clean
    for path, table in tables:
        for key in list(table):
            if (clean := wanted.get((*path, key), "")) and clean != table[key].strip():
                _report_invisible((*path, key), table[key].strip(), clean, collector)
                table[key] = clean


def _report_invisible(path: KeyPath, written: str, clean: str, collector: ProblemCollector) -> None:
    found = find_invisible(written)
    if found is None:
        return
    rule = file_rules.BAD_VALUE if path[-1] == "id" else file_rules.UNKNOWN_REFERENCE
    message = _('"{key}": {character} stands in "{value}".').format(
        key=path[-1], character=describe_invisible(found[0]), value=clean
    )
    hint = _('Write it anew: {key} = "{value}"').format(key=path[-1], value=clean)
    collector.add(rule, path, message, hint)


def _list_tables(parsed: Parsed) -> list[tuple[KeyPath, dict[str, Any]]]:
    """List the tables of a file with their paths."""
    tables: list[tuple[KeyPath, dict[str, Any]]] = []
    for name in (_MAIN, *ARRAYS):
        value = parsed.data.get(name)
        if name == _MAIN:
            tables += [((name,), value)] if isinstance(value, dict) else []
        elif isinstance(value, list):
            numbered = enumerate(value)
            tables += [((name, n), table) for n, table in numbered if isinstance(table, dict)]
    return tables
