"""Reader of lists of sessions in JSON or YAML, as the sources of static sites have them."""

from collections.abc import Iterator, Mapping
from typing import Any

from tui_planner.exchange.importing.import_limits import Limit, check_limit
from tui_planner.exchange.importing.json_document import (
    as_list,
    as_mapping,
    as_text,
    describe_encoding,
    try_json_or_lines,
)
from tui_planner.exchange.importing.text.written_times import read_date
from tui_planner.support.i18n import _

from .column_names import find_field, simplify_name
from .columns import map_columns, suggest_columns
from .sheet import Row, Sheet

_LISTS = frozenset(
    {
        *(
            "sessions",
            "sessies",
            "talks",
            "events",
            "schedule",
            "programme",
            "program",
            "programma",
        ),
        *("items", "slots", "timeslots", "days", "dagen", "rooms", "tracks", "entries", "data"),
        *("agenda", "presentations", "activities", "sessionlist"),
    }
)
"""Keys under which sessions stand, or what holds them."""
_DEEPEST = 5
_INHERITED = frozenset({"date", "room", "track", "start", "end"})
_LOOKED_AT = 50
_NAMED_BY = ("name", "naam", "title", "titel", "fullName", "full_name", "label", "value", "url")

Record = Mapping[str, Any]


def is_json_list(data: bytes) -> bool:
    """Tell whether a document is a list of sessions: keys of them say a title and a start."""
    return is_list(try_json_or_lines(data))


def is_list(document: Any) -> bool:
    """Tell the same of a document that has been parsed."""
    records = zip(_list_records(document), range(_LOOKED_AT), strict=False)
    return any(map_columns(list(record), {}).are_enough for record, _number in records)


def read_json_list(data: bytes) -> Sheet:
    """Read a list; its keys are the columns.

    Raises:
        NoScheduleError: it holds far more than a schedule does.
    """
    return make_sheet(try_json_or_lines(data), _("a list in JSON"), describe_encoding(data))


def make_sheet(document: Any, kind: str, mended: list[str]) -> Sheet:
    """Make a table of the sessions in a document.

    Args:
        document: What has been parsed.
        kind: What it is, in the user's language.
        mended: What had to be mended to read it, as sentences.

    Raises:
        NoScheduleError: it holds far more than a schedule does.
    """
    records: list[Record] = []
    for record in _list_records(document):
        check_limit(Limit.EVENTS, len(records) + 1)
        records.append(record)
    names = list(dict.fromkeys(key for record in records for key in record))
    title = as_text(as_mapping(document).get("title")) or as_text(as_mapping(document).get("name"))
    return Sheet(
        kind=kind,
        names=names,
        rows=[
            Row(_("session {id}").format(id=number), [_text(record.get(key)) for key in names])
            for number, record in enumerate(records, 1)
        ],
        above=[title] if title else [],
        mended=mended,
    )


def suggest_keys(data: bytes) -> str:
    """Say how the keys of a list can be named; empty where it is no list of objects."""
    record = next(_list_records(try_json_or_lines(data)), {})
    if len(record) < 2:
        return ""
    text = _("If it lists sessions, say which keys are what: tui-planner import {option} FILE")
    return text.format(option=suggest_columns(list(record)))


def _list_records(value: Any, depth: int = 0) -> Iterator[Record]:
    """List the sessions in a document, each with what stands around it: its day, its room."""
    if depth > _DEEPEST:
        return
    for item in as_list(value):
        if isinstance(item, dict):
            yield from _open(item, depth)
    if isinstance(value, dict):
        yield from _list_inside(value, depth)


def _open(item: Record, depth: int) -> Iterator[Record]:
    """List the sessions in an item of a list; itself where it holds none."""
    inside = list(_list_inside(item, depth)) if _holds_lists(item) else []
    if not inside:
        yield item
    around = {
        key: inner
        for key, inner in item.items()
        if simplify_name(key) in _INHERITED and not isinstance(inner, dict | list)
    }
    for record in inside:
        own = {found[0] for key in record if (found := find_field(key))}
        kept = {key: text for key, text in around.items() if simplify_name(key) not in own}
        yield {**kept, **record}


def _list_inside(value: Record, depth: int) -> Iterator[Record]:
    for key, inner in value.items():
        if len(key) == len("2026-05-09") and (day := read_date(key)):
            for record in _list_records(inner, depth + 1):
                yield {"date": day.isoformat(), **record}
        elif simplify_name(key) in _LISTS and isinstance(inner, dict | list):
            yield from _list_records(inner, depth + 1)


def _holds_lists(item: Record) -> bool:
    return any(
        simplify_name(key) in _LISTS and any(isinstance(one, dict) for one in as_list(inner))
        for key, inner in item.items()
    )


def _text(value: Any) -> str:
    """Write a value as the text of a cell; of what has a name, the name."""
    if isinstance(value, list):
        return "\n".join(filter(None, map(_text_of_one, value)))
    return _text_of_one(value)


def _text_of_one(value: Any) -> str:
    if isinstance(value, dict):
        named = next((value[key] for key in _NAMED_BY if key in value), value)
        return as_text(named)
    return as_text(value)
