"""The checks of ids: duplicate ones, references to unknown ones, and rings (E005, E006)."""

from collections.abc import Iterable, Sequence

from tui_planner.programme import file_rules
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.support.i18n import _

from .faults.problem_collector import ProblemCollector
from .format.file_models import ACCEPTED_AMONG, SessionTable
from .rings import find_rings
from .validation import AnyTable, LocatedTable, Tables

Ids = frozenset[str] | None
"""The ids of one kind; None where some could not be read, so that any reference may be right."""
_FEW = 10
"""Sessions of a ring that are named."""


def check_references(tables: Tables, collector: ProblemCollector) -> None:
    """Report duplicate ids and unknown references."""
    _check_unique([*tables["blocks"], *tables["sessions"]], "id", collector)
    _check_unique(tables["rooms"], "id", collector)
    _check_unique(tables["days"], "date", collector)
    _check_unique(tables["people"], "name", collector)
    blocks = _ids(tables, "blocks")
    sessions = _ids(tables, "sessions")
    rooms = _ids(tables, "rooms")
    _check_known(tables["blocks"], "room", rooms, collector)
    _check_known(tables["sessions"], "block", blocks, collector)
    _check_known(tables["sessions"], "room", rooms, collector)
    for key in ("part_of", "repeat_of"):
        _check_known(tables["sessions"], key, sessions, collector)
        _report_rings(tables["sessions"], key, collector)
    for key in ("from", "to"):
        _check_known(tables["routes"], key, rooms, collector)
    _check_routes(tables["routes"], collector)
    both = None if blocks is None or sessions is None else blocks | sessions
    _check_accepted(tables["accepted"], both, collector)
    _check_known(tables["accepted"], "room", rooms, collector)
    _check_one_scope(tables["accepted"], collector)


def _report_rings(
    located_tables: Sequence[LocatedTable[SessionTable]], key: str, collector: ProblemCollector
) -> None:
    """Report each ring that the references of one key make, where it is closed in the file."""
    by_id = {located.table.id: located for located in located_tables if "id" not in located.broken}
    refers = {id_: whole for id_ in by_id if (whole := getattr(by_id[id_].table, key))}
    for ring in find_rings(refers):
        last = max(ring, key=lambda id_: by_id[id_].path)
        at = ring.index(last)
        named = [*ring[at:], *ring[:at]]
        shown = named if len(named) <= _FEW else [*named[:_FEW], "…"]
        message = _('"{key}" goes round in a ring: {ids}.')
        if len(ring) == 1:
            message = _('"{key}": a session cannot refer to itself.')
        collector.add(
            file_rules.UNKNOWN_REFERENCE,
            by_id[last].at(key),
            message.format(key=key, ids=" → ".join([*shown, last])),
            "" if len(ring) == 1 else _("Leave it out in one of them."),
        )


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


def _check_routes(located_tables: Iterable[AnyTable], collector: ProblemCollector) -> None:
    """Report routes from a room to itself, and other minutes for the same two rooms."""
    first_of: dict[frozenset[str], AnyTable] = {}
    for located in located_tables:
        if located.broken:
            continue
        table = located.table
        if table.from_ == table.to:
            message = _('"to": a route goes to another room, and this one to "{room}" itself.')
            hint = _("Name the other room, or leave the route out.")
            text = message.format(room=table.to)
            collector.add(file_rules.BAD_VALUE, located.at("to"), text, hint)
            continue
        first = first_of.setdefault(frozenset((table.from_, table.to)), located)
        if first.table.minutes != table.minutes:
            message = _(
                'The way between "{from_}" and "{to}" stands in line {line} already, with '
                "{minutes} minutes."
            ).format(
                from_=table.from_,
                to=table.to,
                line=collector.positions.locate_value(first.path).line,
                minutes=first.table.minutes,
            )
            hint = _("A route holds for both ways: leave one of the two out.")
            collector.add(file_rules.DUPLICATE_ID, located.at("minutes"), message, hint)


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


def _check_one_scope(located_tables: Iterable[AnyTable], collector: ProblemCollector) -> None:
    """Report entries of [[accepted]] that name nothing among which, or two different things."""
    for located in located_tables:
        if located.broken.intersection(ACCEPTED_AMONG):
            continue
        named = [key for key in ACCEPTED_AMONG if getattr(located.table, key)]
        if not named:
            hint = _('Add "sessions", or in its place "room", "speaker" or "track".')
            message = _('"{key}" is missing.').format(key="sessions")
            collector.add(file_rules.MISSING_KEY, located.at("sessions"), message, hint)
        for key in named[1:]:
            message = _('"{key}" stands beside "{other}"; one [[accepted]] has one of the two.')
            hint = _("Write another [[accepted]] for it.")
            text = message.format(key=key, other=named[0])
            collector.add(file_rules.BAD_VALUE, located.at(key), text, hint, at_key=True)


def _report_unknown(
    path: KeyPath, message: str, value: str, ids: frozenset[str], collector: ProblemCollector
) -> None:
    meant = collector.suggest_similar(value, ids)
    hint = _("Write the id as it stands at its own table.")
    collector.add_unknown(file_rules.UNKNOWN_REFERENCE, path, message, meant, hint)
