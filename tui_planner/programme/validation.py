"""The tables of a file against format 1: missing keys, bad values, unknown keys (E002 to E004).

Every table is validated on its own, and of a table with a fault the sound values are kept, so
that later checks can say all that is wrong in one run.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar, cast
from zoneinfo import available_timezones

from pydantic import ConfigDict, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from ..i18n import _
from . import file_rules as rules
from .format1 import (
    ARRAYS,
    KINDS,
    NO_SUCH_ZONE,
    NO_TIME,
    STATUSES,
    ProgrammeFile,
    ProgrammeTable,
    Table,
    keys_of,
)
from .positions import Path
from .report import Report, did_you_mean
from .syntax import Parsed
from .wall_time import as_written

T_co = TypeVar("T_co", bound=Table, covariant=True)


@dataclass(frozen=True)
class Row(Generic[T_co]):
    """A table with its path in the file. The fields named in `broken` hold nothing to rely on."""

    path: Path
    table: T_co
    broken: frozenset[str] = frozenset()

    def at(self, key: str) -> Path:
        """The path of one of its keys."""
        return (*self.path, key)


AnyRow = Row[Any]


@dataclass(frozen=True)
class Tables:
    """What could be read of the whole file.

    `partial` names the arrays of which more may be meant than could be read.
    """

    programme: Row[ProgrammeTable]
    arrays: Mapping[str, tuple[Row[Any], ...]]
    partial: frozenset[str] = frozenset()

    def __getitem__(self, name: str) -> tuple[Row[Any], ...]:
        return self.arrays.get(name, ())


def validate(parsed: Parsed, report: Report) -> Tables:
    """The tables of a file; what is wrong with them goes to the report."""
    try:
        whole = ProgrammeFile.model_validate(parsed.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    else:
        details = []
        if not parsed.damaged:
            return _sound(whole)
    for detail in details:
        _report(detail, parsed, report)
    broken: dict[Path, set[str]] = {}
    for detail in details:
        loc = detail["loc"]
        table: Path = loc[:1] if loc[0] == "programme" else loc[:2]
        broken.setdefault(table, set()).update(str(key) for key in loc[len(table) :][:1])
    return _salvaged(parsed, broken)


def _sound(whole: ProgrammeFile) -> Tables:
    arrays = {
        name: tuple(Row((name, index), table) for index, table in enumerate(getattr(whole, name)))
        for name in ARRAYS
    }
    return Tables(Row(("programme",), whole.programme), arrays)


def _salvaged(parsed: Parsed, broken: Mapping[Path, set[str]]) -> Tables:
    arrays = {}
    partial = set()
    for name, model in ARRAYS.items():
        items = parsed.data.get(name, [])
        tables = items if isinstance(items, list) else []
        arrays[name] = tuple(
            _row((name, index), model, item, broken, lossy=parsed.is_damaged((name, index)))
            for index, item in enumerate(tables)
            if isinstance(item, dict)
        )
        lost_ids = any(parsed.is_damaged(row.path) and "id" in row.broken for row in arrays[name])
        if len(arrays[name]) < len(tables) or tables is not items or lost_ids:
            partial.add(name)
    if parsed.is_damaged(()):
        partial.update(ARRAYS)
    main = parsed.data.get("programme")
    path: Path = ("programme",)
    lossy = parsed.is_damaged(path) or not isinstance(main, dict)
    values = main if isinstance(main, dict) else {}
    programme = _row(path, ProgrammeTable, values, broken, lossy=lossy)
    return Tables(programme, arrays, frozenset(partial))


def _row(
    path: Path,
    model: type[T_co],
    values: Mapping[str, Any],
    broken: Mapping[Path, set[str]],
    *,
    lossy: bool,
) -> Row[T_co]:
    """The row of a table; where it is lossy, nothing is known of the keys that it lacks."""
    if path not in broken and not lossy:
        return Row(path, model.model_validate(values))
    adapters = _adapters(model)
    faulty = broken.get(path, set()) | {
        key for key in adapters if key not in values and (lossy or key in _required(model))
    }
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    good = {
        names[key]: adapters[key].validate_python(value)
        for key, value in values.items()
        if key in adapters and key not in faulty
    }
    missing = dict.fromkeys((names[key] for key in faulty if key in names), None)
    table = cast("T_co", model.model_construct(**{**missing, **good}))
    return Row(path, table, frozenset(missing))


@cache
def _adapters(model: type[Table]) -> Mapping[str, TypeAdapter[Any]]:
    strict = ConfigDict(strict=True)
    return {
        info.alias or name: TypeAdapter(info.rebuild_annotation(), config=strict)
        for name, info in model.model_fields.items()
    }


@cache
def _required(model: type[Table]) -> frozenset[str]:
    return frozenset(
        info.alias or name for name, info in model.model_fields.items() if info.is_required()
    )


def _report(detail: ErrorDetails, parsed: Parsed, report: Report) -> None:
    path: Path = detail["loc"]
    key = path[-1]
    match detail["type"]:
        case "missing":
            _report_missing(path, parsed, report)
        case "extra_forbidden":
            known = keys_of(str(path[0]) if len(path) > 1 else None)
            message = _('There is no key "{key}" here.').format(key=key)
            meant = did_you_mean(str(key), known)
            report.add_unknown(rules.UNKNOWN_KEY, path, message, meant, _known(known), at_key=True)
        case _:
            name = next(part for part in reversed(path) if isinstance(part, str))
            reason, hint = _bad_value(detail)
            message = _('"{key}": {reason}.').format(key=name, reason=reason)
            report.add_unknown(rules.BAD_VALUE, path, message, _meant(detail), hint)


def _report_missing(path: Path, parsed: Parsed, report: Report) -> None:
    key, table = path[-1], path[:-1]
    if parsed.is_damaged(table):
        return  # it may stand in a line that is no TOML, which has been told
    if not table:
        message = _("The table [{key}] is missing.")
        hint = _("A programme begins with [{key}], its title, its date and its time zone.")
    else:
        message = _('"{key}" is missing.')
        hint = _('Add a line "{key} = …" to this table.')
    report.add(rules.MISSING_KEY, path, message.format(key=key), hint.format(key=key))


def _known(keys: Iterable[str]) -> str:
    return _("Known here: {keys}.").format(keys=", ".join(keys))


def _meant(detail: ErrorDetails) -> str:
    """What may have been meant by a word that is none of the known ones."""
    if detail["type"] == "literal_error":
        return did_you_mean(str(detail["input"]), _words(detail))
    if detail["type"] == NO_SUCH_ZONE:
        return did_you_mean(str(detail["input"]), sorted(available_timezones()))
    return ""


def _words(detail: ErrorDetails) -> tuple[str, ...]:
    return KINDS if detail["loc"][-1] == "kind" else STATUSES


def _bad_value(detail: ErrorDetails) -> tuple[str, str]:
    """What is wrong with a value, and what to do."""
    value, context = detail["input"], detail.get("ctx", {})
    match detail["type"]:
        case "literal_error":
            choices = _("One of: {words}.").format(words=", ".join(_words(detail)))
            return _("{value} is not known").format(value=as_written(value)), choices
        case type_ if type_ == NO_SUCH_ZONE:
            hint = _('Write an IANA name like "Europe/Amsterdam".')
            return _("there is no time zone {value}").format(value=as_written(value)), hint
        case type_ if type_ == NO_TIME:
            return str(context["reason"]), ""
        case "string_pattern_mismatch":
            return _bad_characters(str(detail["loc"][-1]), value)
        case "string_too_short" | "too_short":
            return _("it is empty"), _("Fill it in, or leave the key out.")
        case "greater_than_equal" | "less_than_equal":
            bound = context.get("ge", context.get("le"))
            hint = _("At least {bound}.") if "ge" in context else _("At most {bound}.")
            return _("{value} is out of range").format(value=as_written(value)), hint.format(
                bound=bound
            )
        case type_:
            expected = _expected().get(type_.rsplit("_", 1)[0], _("something else"))
            found = _("expected {expected}, found {value}")
            text = found.format(expected=expected, value=as_written(value))
            return text, _brackets(detail["loc"], value)


def _brackets(path: Path, value: object) -> str:
    """What to do where a table has the brackets of another kind."""
    name = path[0]
    if len(path) > 1 or not isinstance(value, list | dict):
        return ""
    head = f"[{name}]" if name == "programme" else f"[[{name}]]"
    return _("Write its head as {head}.").format(head=head)


def _bad_characters(key: str, value: object) -> tuple[str, str]:
    text = as_written(value)
    match key:
        case "language":
            message, hint = _("{value} is no language"), _('Write its code, like "nl" or "en-GB".')
        case "rule":
            message, hint = _("{value} is no rule"), _('Write its number, like "C101".')
        case _:
            message = _("{value} holds characters that cannot stand here")
            hint = _("Leave out line ends and control characters.")
    return message.format(value=text), hint


def _expected() -> Mapping[str, str]:
    """What stands for pydantic's names of types."""
    return {
        "string": _("text in quotes"),
        "int": _("a whole number"),
        "bool": _("true or false"),
        "date": _("a date without quotes, like 2025-02-13"),
        "tuple": _("a list in square brackets"),
        "model": _("a table"),
    }
