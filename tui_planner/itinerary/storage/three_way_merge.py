"""The three-way merge of two sets of changes to one itinerary, by choice and field."""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from tui_planner.itinerary.itinerary import Itinerary, Record

from .record_tables import R, list_fields, parse_record

Fields = Mapping[str, Any]

_MISSING = object()

_IDENTITIES: dict[str, Callable[[Any], Hashable]] = {
    "choices": lambda choice: choice.session,
    "appointments": repr,  # it has no id: all that it says
    "companions": lambda companion: companion.name,
    "likes": str,
}
"""The identity of the entries of each list of the itinerary."""


def merge(base: Itinerary, mine: Itinerary, theirs: Itinerary) -> Itinerary:
    """Merge into `mine` what others have changed in `theirs` since both were `base`.

    What one side changed is as that side has it. Where both changed the same field it is as in
    `mine`, and notes are joined; what one side dropped and the other changed stays. The order is
    that of `mine` where that added, dropped or moved something, else that of `theirs`.
    """
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    return _merge_records(list_fields(base), mine, theirs)


def _merge_records(base: Fields, mine: R, theirs: R) -> R:
    """Merge the fields of two records, unknown keys too."""
    ours, others = list_fields(mine), list_fields(theirs)
    values = {
        name: _merge_value(
            None if name in mine.extra or name in theirs.extra else name,
            base.get(name, _MISSING),
            ours.get(name, _MISSING),
            others.get(name, _MISSING),
        )
        for name in {**ours, **others}
    }
    kept = {name: value for name, value in values.items() if value is not _MISSING}
    return parse_record(type(mine), kept)


def _merge_value(name: str | None, base: Any, mine: Any, theirs: Any) -> Any:
    """Merge a field by its name, None for an unknown key; a field that is absent is `_MISSING`."""
    if name in _IDENTITIES:
        return _merge_lists(_IDENTITIES[name], base, mine, theirs)
    if mine == base:
        return theirs
    if name == "note" and theirs not in (base, mine):
        return _join_notes(mine, theirs)
    return mine


def _join_notes(mine: str, theirs: str) -> str:
    """Join both notes, unless one contains the other."""
    if mine in theirs:
        return theirs
    return mine if theirs in mine else f"{mine}\n{theirs}"


def _merge_lists(
    identity: Callable[[Any], Hashable],
    base: tuple[Any, ...],
    mine: tuple[Any, ...],
    theirs: tuple[Any, ...],
) -> tuple[Any, ...]:
    were, ours, others = (_map_by_identity(identity, records) for records in (base, mine, theirs))
    first, second = (others, ours) if list(ours) == list(were) else (ours, others)
    merged = (
        _merge_entry(were.get(key), ours.get(key), others.get(key)) for key in {**first, **second}
    )
    return tuple(record for record in merged if record is not None)


def _merge_entry(base: R | None, mine: R | None, theirs: R | None) -> R | None:
    """Merge one entry of a list; None where it is dropped."""
    if mine is None:
        return None if theirs == base else theirs
    if theirs is None:
        return None if mine == base else mine
    if isinstance(mine, str):
        return mine  # a word, the same on both sides
    return _merge_records(_get_defaults(mine) if base is None else list_fields(base), mine, theirs)


def _get_defaults(record: Record) -> Fields:
    """Return the fields that a record which both sides have added is taken to have had before."""
    return record._field_defaults


def _map_by_identity(
    identity: Callable[[Any], Hashable], records: tuple[Any, ...]
) -> dict[tuple[Hashable, int], Any]:
    """Map records by their identity, and a number that tells two of the same identity apart."""
    seen: Counter[Hashable] = Counter()
    found = {}
    for record in records:
        key = identity(record)
        found[key, seen[key]] = record
        seen[key] += 1
    return found
