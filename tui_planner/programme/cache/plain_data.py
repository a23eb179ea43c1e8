"""A programme as lists, numbers and texts that JSON can carry, and the programme back from these.

What there are many of goes by columns: for each field the values of all, or the one that all share.
Read so, 5,000 sessions take as long as by pickle; as a list for each session twice as long.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import repeat
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from tui_planner.programme.model import (
    Accepted,
    Block,
    BlockKind,
    Day,
    Link,
    Person,
    Programme,
    Room,
    Session,
    Status,
)
from tui_planner.programme.timing import Interval, Timing

_TABLES: Mapping[str, type[Any]] = {
    "days": Day,
    "rooms": Room,
    "people": Person,
    "blocks": Block,
    "sessions": Session,
    "accepted": Accepted,
}
_SIMPLE = (
    *("id", "title", "changeover", "default_duration", "language", "venue", "city", "url"),
    *("version", "description"),
)
_NESTED: Mapping[str, type[Any]] = {"timing": Timing, "extent": Interval}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


class _Conversion(NamedTuple):
    """The conversion of the values of a field, and back."""

    write: Callable[[Any], Any]
    read: Callable[[Any], Any]


def _seconds(at: datetime | None) -> int | None:
    return None if at is None else (at - _EPOCH) // _SECOND


@lru_cache(maxsize=2_048)
def _instant(seconds: int | None) -> datetime | None:
    return None if seconds is None else _EPOCH + seconds * _SECOND


_INSTANT = _Conversion(_seconds, _instant)


def _spans(intervals: Iterable[Interval]) -> list[list[int | None]]:
    return [[_seconds(at) for at in interval] for interval in intervals]


def _intervals(spans: Iterable[Iterable[int]]) -> tuple[Interval, ...]:
    return tuple(Interval(*(_EPOCH + at * _SECOND for at in span)) for span in spans)


_AVAILABLE = _Conversion(_spans, _intervals)
_DATE = _Conversion(date.toordinal, date.fromordinal)
_WORDS = _Conversion(list, tuple)
_LINKS = _Conversion(list, lambda links: tuple(Link(*link) for link in links))
_CONVERSIONS: Mapping[tuple[type[Any], str], _Conversion] = {
    **{(kind, name): _INSTANT for kind in (Timing, Interval) for name in ("start", "end")},
    (Timing, "overrun"): _INSTANT,
    (Day, "date"): _DATE,
    (Block, "day"): _DATE,
    (Session, "day"): _DATE,
    (Block, "kind"): _Conversion(str, BlockKind),
    (Session, "status"): _Conversion(str, Status),
    (Block, "speakers"): _WORDS,
    (Session, "speakers"): _WORDS,
    (Session, "hosts"): _WORDS,
    (Block, "links"): _LINKS,
    (Session, "links"): _LINKS,
    (Room, "available"): _AVAILABLE,
    (Person, "available"): _AVAILABLE,
    (Accepted, "sessions"): _Conversion(sorted, frozenset),
}
"""The fields that JSON cannot carry as they are."""


def dump_programme(programme: Programme) -> dict[str, Any]:
    """Convert a programme to what JSON can carry."""
    tables = {name: getattr(programme, name) for name in _TABLES}
    return {
        "zone": programme.zone.key,
        "simple": [getattr(programme, name) for name in _SIMPLE],
        "routes": [[sorted(rooms), minutes] for rooms, minutes in programme.routes.items()],
        **{
            name: [len(records), _columns(_TABLES[name], records)]
            for name, records in tables.items()
        },
    }


def load_programme(data: Mapping[str, Any]) -> Programme:
    """Convert plain data back to the programme; any exception may be raised for other data."""
    fields: dict[str, Any] = dict(zip(_SIMPLE, data["simple"], strict=True))
    fields |= {name: tuple(_records(kind, *data[name])) for name, kind in _TABLES.items()}
    routes = {frozenset(rooms): minutes for rooms, minutes in data["routes"]}
    return Programme(zone=ZoneInfo(data["zone"]), routes=routes, **fields)


def _columns(kind: type[Any], records: Sequence[Any]) -> list[Any]:
    """Make the columns of some records: for each field, the values that they have."""
    return [
        _columns(_NESTED[name], values) if name in _NESTED else _column(kind, name, values)
        for name in kind._fields
        for values in [[getattr(record, name) for record in records]]
    ]


def _column(kind: type[Any], name: str, values: Sequence[Any]) -> Sequence[Any]:
    conversion = _CONVERSIONS.get((kind, name))
    written = values if conversion is None else list(map(conversion.write, values))
    return written[:1] if all(value == written[0] for value in written) else written


def _records(kind: type[Any], number: int, columns: Sequence[Any]) -> Iterable[Any]:
    """Make so many records from the columns of their fields."""
    fields = zip(kind._fields, columns, strict=True)
    return map(kind, *(_values(kind, name, number, column) for name, column in fields))


def _values(kind: type[Any], name: str, number: int, column: Sequence[Any]) -> Iterable[Any]:
    if name in _NESTED:
        return _records(_NESTED[name], number, column)
    conversion = _CONVERSIONS.get((kind, name))
    if len(column) == 1:
        return repeat(column[0] if conversion is None else conversion.read(column[0]), number)
    return column if conversion is None else map(conversion.read, column)
