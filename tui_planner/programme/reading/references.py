"""The checks of ids: duplicate ones, and references to unknown ones (E005, E006)."""

from collections.abc import Iterable, Sequence

from tui_planner.programme import file_rules as rules
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.support.i18n import _

from .problem_collector import ProblemCollector
from .validation import AnyRow, Tables

Ids = frozenset[str] | None
"""The ids of one kind; None where some could not be read, so that any reference may be right."""


def check_references(tables: Tables, report: ProblemCollector) -> None:
    """Report duplicate ids and unknown references."""
    _check_unique([*tables["blocks"], *tables["sessions"]], "id", report)
    _check_unique(tables["rooms"], "id", report)
    _check_unique(tables["days"], "date", report)
    blocks = _ids(tables, "blocks")
    sessions = _ids(tables, "sessions")
    rooms = _ids(tables, "rooms")
    _check_known(tables["blocks"], "room", rooms, report)
    _check_known(tables["sessions"], "block", blocks, report)
    _check_known(tables["sessions"], "room", rooms, report)
    for key in ("part_of", "repeat_of"):
        _check_known(tables["sessions"], key, sessions, report)
        _check_not_itself(tables["sessions"], key, report)
    for key in ("from", "to"):
        _check_known(tables["routes"], key, rooms, report)
    both = None if blocks is None or sessions is None else blocks | sessions
    _check_accepted(tables["accepted"], both, report)


def _ids(tables: Tables, name: str) -> Ids:
    if name in tables.partial:
        return None
    return frozenset(row.table.id for row in tables[name] if "id" not in row.broken)


def _check_unique(rows: Iterable[AnyRow], key: str, report: ProblemCollector) -> None:
    by_value: dict[object, list[AnyRow]] = {}
    for row in rows:
        if key not in row.broken:
            by_value.setdefault(getattr(row.table, key), []).append(row)
    for value, same in by_value.items():
        if len(same) > 1:
            _report_duplicates(key, value, same, report)


def _report_duplicates(
    key: str, value: object, rows: Sequence[AnyRow], report: ProblemCollector
) -> None:
    first, *others = sorted(report.positions.value(row.at(key)) for row in rows)
    ids = (str(value),) if rows[0].path[0] in {"sessions", "blocks"} else ()
    message = _('The {key} "{value}" stands in line {line} already.')
    for place in others:
        report.add_at(
            rules.DUPLICATE_ID,
            place,
            message.format(key=key, value=value, line=first.line),
            _("Give one of the two another {key}.").format(key=key),
            ids,
        )


def _check_known(rows: Iterable[AnyRow], key: str, ids: Ids, report: ProblemCollector) -> None:
    if ids is None:
        return
    name = "from_" if key == "from" else key
    for row in rows:
        value = getattr(row.table, name)
        if value is not None and value not in ids and name not in row.broken:
            message = _('"{key}": there is no "{value}".').format(key=key, value=value)
            _report_unknown(row.at(key), message, value, ids, report)


def _check_not_itself(rows: Iterable[AnyRow], key: str, report: ProblemCollector) -> None:
    for row in rows:
        value = getattr(row.table, key)
        if value is not None and value == row.table.id and "id" not in row.broken:
            message = _('"{key}": a session cannot refer to itself.').format(key=key)
            report.add(rules.UNKNOWN_REFERENCE, row.at(key), message)


def _check_accepted(rows: Iterable[AnyRow], ids: Ids, report: ProblemCollector) -> None:
    if ids is None:
        return
    for row in rows:
        for index, value in enumerate(row.table.sessions or ()):
            if value not in ids:
                message = _('There is no session or block "{value}".').format(value=value)
                path = (*row.at("sessions"), index)
                _report_unknown(path, message, value, ids, report)


def _report_unknown(
    path: KeyPath, message: str, value: str, ids: frozenset[str], report: ProblemCollector
) -> None:
    meant = report.did_you_mean(value, ids)
    hint = _("Write the id as it stands at its own table.")
    report.add_unknown(rules.UNKNOWN_REFERENCE, path, message, meant, hint)
