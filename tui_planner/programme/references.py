"""Ids that stand twice, and ids that stand for nothing (E005, E006)."""

from collections.abc import Iterable, Mapping

from ..i18n import _
from . import file_rules as rules
from .report import Report, did_you_mean
from .validation import AnyRow, Tables


def check_references(tables: Tables, report: Report) -> None:
    """Report duplicate ids and unknown references."""
    _check_unique([*tables["blocks"], *tables["sessions"]], "id", report)
    _check_unique(tables["rooms"], "id", report)
    _check_unique(tables["days"], "date", report)
    blocks = _ids(tables["blocks"])
    sessions = _ids(tables["sessions"])
    rooms = _ids(tables["rooms"])
    for row in tables["blocks"]:
        _check_known(row, {"room": rooms}, report)
    for row in tables["sessions"]:
        known = {"block": blocks, "room": rooms, "part_of": sessions, "repeat_of": sessions}
        _check_known(row, known, report)
        _check_not_itself(row, report)
    for row in tables["routes"]:
        _check_known(row, {"from": rooms, "to": rooms}, report)
    for row in tables["accepted"]:
        _check_accepted(row, blocks | sessions, report)


def _ids(rows: Iterable[AnyRow]) -> frozenset[str]:
    return frozenset(row.table.id for row in rows if "id" not in row.broken)


def _check_unique(rows: Iterable[AnyRow], key: str, report: Report) -> None:
    first: dict[object, AnyRow] = {}
    for row in rows:
        if key in row.broken:
            continue
        value = getattr(row.table, key)
        earlier = first.setdefault(value, row)
        if earlier is row:
            continue
        line = report.positions.value(earlier.at(key)).line
        message = _('The {key} "{value}" stands in line {line} already.')
        report.add(
            rules.DUPLICATE_ID,
            row.at(key),
            message.format(key=key, value=value, line=line),
            _("Give one of the two another {key}.").format(key=key),
        )


def _check_known(row: AnyRow, known: Mapping[str, frozenset[str]], report: Report) -> None:
    for key, ids in known.items():
        name = "from_" if key == "from" else key
        value = getattr(row.table, name, None)
        if name in row.broken or value is None or value in ids:
            continue
        message = _('"{key}": there is no "{value}".').format(key=key, value=value)
        report.add(rules.UNKNOWN_REFERENCE, row.at(key), message, _hint(value, ids))


def _check_not_itself(row: AnyRow, report: Report) -> None:
    for key in ("part_of", "repeat_of"):
        value = getattr(row.table, key)
        if value is not None and "id" not in row.broken and value == row.table.id:
            message = _('"{key}": a session cannot refer to itself.').format(key=key)
            report.add(rules.UNKNOWN_REFERENCE, row.at(key), message)


def _check_accepted(row: AnyRow, ids: frozenset[str], report: Report) -> None:
    for index, value in enumerate(row.table.sessions or ()):
        if value not in ids:
            message = _('There is no session or block "{value}".').format(value=value)
            path = (*row.at("sessions"), index)
            report.add(rules.UNKNOWN_REFERENCE, path, message, _hint(value, ids))


def _hint(value: str, ids: frozenset[str]) -> str:
    return did_you_mean(value, sorted(ids)) or _("Write the id as it stands at its own table.")
