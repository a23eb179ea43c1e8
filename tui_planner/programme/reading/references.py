"""The checks of ids: duplicate ones, and references to unknown ones (E005, E006)."""

from collections.abc import Iterable, Sequence

from tui_planner.programme import file_rules
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.support.i18n import _

from .problem_collector import ProblemCollector
from .validation import AnyTable, Tables

Ids = frozenset[str] | None
"""The ids of one kind; None where some could not be read, so that any reference may be right."""


def check_references(tables: Tables, collector: ProblemCollector) -> None:
    """Report duplicate ids and unknown references."""
    _check_unique([*tables["blocks"], *tables["sessions"]], "id", collector)
    _check_unique(tables["rooms"], "id", collector)
    _check_unique(tables["days"], "date", collector)
    blocks = _ids(tables, "blocks")
    sessions = _ids(tables, "sessions")
    rooms = _ids(tables, "rooms")
    _check_known(tables["blocks"], "room", rooms, collector)
    _check_known(tables["sessions"], "block", blocks, collector)
    _check_known(tables["sessions"], "room", rooms, collector)
    for key in ("part_of", "repeat_of"):
        _check_known(tables["sessions"], key, sessions, collector)
        _check_not_itself(tables["sessions"], key, collector)
    for key in ("from", "to"):
        _check_known(tables["routes"], key, rooms, collector)
    both = None if blocks is None or sessions is None else blocks | sessions
    _check_accepted(tables["accepted"], both, collector)


def _ids(tables: Tables, name: str) -> Ids:
    if name in tables.partial:
        return None
    return frozenset(located.table.id for located in tables[name] if "id" not in located.broken)


def _check_unique(
    located_tables: Iterable[AnyTable], key: str, collector: ProblemCollector
) -> None:
    by_value: dict[object, list[AnyTable]] = {}
    for located in located_tables:
        if key not in located.broken:
            by_value.setdefault(getattr(located.table, key), []).append(located)
    for value, same in by_value.items():
        if len(same) > 1:
            _report_duplicates(key, value, same, collector)


def _report_duplicates(
    key: str, value: object, located_tables: Sequence[AnyTable], collector: ProblemCollector
) -> None:
    first, *others = sorted(
        collector.positions.locate_value(located.at(key)) for located in located_tables
    )
    ids = (str(value),) if located_tables[0].path[0] in {"sessions", "blocks"} else ()
    message = _('The {key} "{value}" stands in line {line} already.')
    for place in others:
        collector.add_at(
            file_rules.DUPLICATE_ID,
            place,
            message.format(key=key, value=value, line=first.line),
            _("Give one of the two another {key}.").format(key=key),
            ids,
        )


def _check_known(
    located_tables: Iterable[AnyTable], key: str, ids: Ids, collector: ProblemCollector
) -> None:
    if ids is None:
        return
    name = "from_" if key == "from" else key
    for located in located_tables:
        value = getattr(located.table, name)
        if value is not None and value not in ids and name not in located.broken:
            message = _('"{key}": there is no "{value}".').format(key=key, value=value)
            _report_unknown(located.at(key), message, value, ids, collector)


def _check_not_itself(
    located_tables: Iterable[AnyTable], key: str, collector: ProblemCollector
) -> None:
    for located in located_tables:
        value = getattr(located.table, key)
        if value is not None and value == located.table.id and "id" not in located.broken:
            message = _('"{key}": a session cannot refer to itself.').format(key=key)
            collector.add(file_rules.UNKNOWN_REFERENCE, located.at(key), message)


def _check_accepted(
    located_tables: Iterable[AnyTable], ids: Ids, collector: ProblemCollector
) -> None:
    if ids is None:
        return
    for located in located_tables:
        for index, value in enumerate(located.table.sessions or ()):
            if value not in ids:
                message = _('There is no session or block "{value}".').format(value=value)
                path = (*located.at("sessions"), index)
                _report_unknown(path, message, value, ids, collector)


def _report_unknown(
    path: KeyPath, message: str, value: str, ids: frozenset[str], collector: ProblemCollector
) -> None:
    meant = collector.suggest_similar(value, ids)
    hint = _("Write the id as it stands at its own table.")
    collector.add_unknown(file_rules.UNKNOWN_REFERENCE, path, message, meant, hint)
