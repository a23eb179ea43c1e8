"""The validation of a file against format 1: missing keys, bad values, unknown keys (E002 to E004).

Every table is validated on its own, and of a table with a fault the sound values are kept, so
that later checks can report all that is wrong in one run.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, cast

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from tui_planner.programme import file_rules
from tui_planner.programme.invisible_characters import has_invisible
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.programme.toml.limits import MOST_FAULTS
from tui_planner.programme.toml.parsed import A_TABLE, Parsed
from tui_planner.support.i18n import _

from .faults.problem_collector import ProblemCollector
from .faults.value_faults import report_detail
from .format.adapters import fits, get_adapters
from .format.file_models import (
    ARRAYS,
    ProgrammeFile,
    ProgrammeTable,
    Table,
    get_model,
    list_keys,
)

if TYPE_CHECKING:
    from .faults.table_facts import TableFacts

T_co = TypeVar("T_co", bound=Table, covariant=True)


class LocatedTable(NamedTuple, Generic[T_co]):
    """A table with its path in the file. The fields named in `broken` have no reliable value."""

    path: KeyPath
    table: T_co
    broken: frozenset[str] = frozenset()

    def at(self, key: str) -> KeyPath:
        """Return the path of one of its keys."""
        return (*self.path, key)


AnyTable = LocatedTable[Any]


@dataclass(frozen=True)
class Tables:
    """The tables that could be read of the whole file.

    `partial` names the arrays of which more may be meant than could be read.
    """

    programme: LocatedTable[ProgrammeTable]
    arrays: Mapping[str, tuple[LocatedTable[Any], ...]]
    partial: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> tuple[LocatedTable[Any], ...]:
        return self.arrays.get(name, ())


def validate(parsed: Parsed, collector: ProblemCollector) -> Tables:
    """Validate the tables of a file; problems are reported.

    The data of `parsed` may be changed to what is meant by them.
    """
    found = _find_faults(parsed)
    is_sound = isinstance(found, ProgrammeFile) and not parsed.damaged
    if not is_sound or has_invisible(parsed.positions.source.text):
        from .faults.as_meant import take_as_meant  # noqa: PLC0415 - for faulty files only

        parsed = take_as_meant(parsed, collector)
        found = _find_faults(parsed)
    if isinstance(found, ProgrammeFile):
        if not parsed.damaged:
            return _collect_sound(found)
        found = []
    from .faults.table_facts import TableFacts  # noqa: PLC0415 - for faulty files only

    facts = TableFacts(parsed.data)
    broken: dict[KeyPath, set[str]] = {}
    for detail in found[: MOST_FAULTS + 1]:
        _report(detail, parsed, collector, facts)
    for detail in found:
        loc = detail["loc"]
        table: KeyPath = loc[:1] if loc[0] == "programme" else loc[:2]
        if not _read_list(table, loc, detail, facts):
            broken.setdefault(table, set()).update(str(key) for key in loc[len(table) :][:1])
    return _salvage(parsed, broken)


def _find_faults(parsed: Parsed) -> ProgrammeFile | list[ErrorDetails]:
    """Return what a file holds, or else the details of its faults."""
    try:
        return ProgrammeFile.model_validate(parsed.data)
    except ValidationError as error:
        return [
            detail
            for detail in error.errors(include_url=False)
            if detail["type"] != "too_short" or not detail["input"]  # only its items are wrong
        ]


def _read_list(table: KeyPath, path: KeyPath, detail: ErrorDetails, facts: "TableFacts") -> bool:
    """Read a text where a list of texts is needed, as the list that is meant; False for others."""
    if detail["type"] != "tuple_type" or len(path) != len(table) + 1:
        return False
    from .faults.lines_to_write import read_as_meant  # noqa: PLC0415 - for faulty files only

    key = str(path[-1])
    names = read_as_meant(table, key, detail["input"], facts)
    if names is None or not fits(get_model(str(table[0])), key, names):
        return False
    facts.set_value(path, names)
    return True


def _collect_sound(whole: ProgrammeFile) -> Tables:
    arrays = {
        name: tuple(
            LocatedTable((name, index), table) for index, table in enumerate(getattr(whole, name))
        )
        for name in ARRAYS
    }
    return Tables(LocatedTable(("programme",), whole.programme), arrays)


def _salvage(parsed: Parsed, broken: Mapping[KeyPath, set[str]]) -> Tables:
    arrays = {}
    partial = set()
    for name, model in ARRAYS.items():
        items = parsed.data.get(name, [])
        tables = items if isinstance(items, list) else []
        arrays[name] = tuple(
            _validate_table((name, index), model, item, broken, parsed)
            for index, item in enumerate(tables)
            if isinstance(item, dict)
        )
        lost_ids = any(
            parsed.may_lack(located.at("id")) and "id" in located.broken for located in arrays[name]
        )
        if len(arrays[name]) < len(tables) or tables is not items or lost_ids:
            partial.add(name)
    if not parsed.damaged.isdisjoint({(), A_TABLE}):
        partial.update(ARRAYS)
    main = parsed.data.get("programme")
    values = main if isinstance(main, dict) else None
    programme = _validate_table(("programme",), ProgrammeTable, values, broken, parsed)
    return Tables(programme, arrays, frozenset(partial))


def _validate_table(
    path: KeyPath,
    model: type[T_co],
    values: Mapping[str, Any] | None,
    broken: Mapping[KeyPath, set[str]],
    parsed: Parsed,
) -> LocatedTable[T_co]:
    """Validate one table; of keys that were left out of the file nothing is known."""
    adapters = get_adapters(model)
    lost = {
        key
        for key in adapters
        if values is None or (key not in values and parsed.may_lack((*path, key)))
    }
    values = values or {}
    if path not in broken and not lost:
        return LocatedTable(path, model.model_validate(values))
    faulty = broken.get(path, set()) | lost | (_required(model) - values.keys())
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    good = {
        names[key]: adapters[key].validate_python(value)
        for key, value in values.items()
        if key in adapters and key not in faulty
    }
    missing = {
        names[key]: None if info.is_required() else info.default
        for key in faulty
        if key in names
        for info in [model.model_fields[names[key]]]
    }
    table = cast("T_co", model.model_construct(**{**missing, **good}))
    return LocatedTable(path, table, frozenset(missing))


@cache
def _required(model: type[Table]) -> frozenset[str]:
    return frozenset(
        info.alias or name for name, info in model.model_fields.items() if info.is_required()
    )


def _report(
    detail: ErrorDetails, parsed: Parsed, collector: ProblemCollector, facts: "TableFacts"
) -> None:
    path: KeyPath = detail["loc"]
    if detail["type"] == "missing":
        _report_missing(path, parsed, collector)
    else:
        report_detail(detail, list_keys(path[:-1]), collector, facts)


def _report_missing(path: KeyPath, parsed: Parsed, collector: ProblemCollector) -> None:
    key, table = path[-1], path[:-1]
    if parsed.may_lack(path):
        return  # it may stand in a line that is no TOML, which has been reported
    if not table:
        message = _("The table [{key}] is missing.")
        hint = _("A programme begins with [{key}], its title, its date and its time zone.")
    else:
        message = _('"{key}" is missing.')
        hint = _('Add a line "{key} = …" to this table.')
    collector.add(file_rules.MISSING_KEY, path, message.format(key=key), hint.format(key=key))
