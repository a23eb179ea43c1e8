"""The tables of an itinerary's file: what each key may hold, parsed to records and back.

Every start of the app waits for this, so it is a table of functions and no library: to import one
takes longer than all else that reading an itinerary does.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar, get_args

from tui_planner.itinerary.itinerary import (
    FORMAT,
    Appointment,
    Choice,
    Companion,
    Itinerary,
    Priority,
    Record,
)
from tui_planner.programme.text_rules import check_line, check_text
from tui_planner.programme.wall_time import format_as_written, read_wall_time
from tui_planner.support.i18n import _

MOST_OF_A_LIST = 1_000
"""The most choices, appointments and entries of any other list."""

R = TypeVar("R", Choice, Appointment, Companion, Itinerary)
ValueCheck = Callable[[object], Any]
"""Converts a value of TOML to what a key holds; raises a ValueError with the reason."""


class _FaultError(ValueError):
    """A value that is not what its key needs."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


def parse_itinerary(values: Mapping[str, object]) -> Itinerary:
    """Parse the itinerary in the values of a file.

    Raises:
        ValueError: with the place and the reason, where it is not one.
    """
    return _parse_table(Itinerary, values)


def list_fields(record: Record) -> dict[str, Any]:
    """List the fields of a record by the keys of its table, unknown keys too."""
    known = {key: getattr(record, key) for key in _CHECKS[type(record)]}
    return {**known, **record.extra}


def parse_record(kind: type[R], values: Mapping[str, Any]) -> R:
    """Make a record of the values of its table; those of known keys have been checked."""
    known = {key: value for key, value in values.items() if key in _CHECKS[kind]}
    extra = {key: value for key, value in values.items() if key not in known}
    return kind(**known, extra=extra)


def make_table(record: Record) -> dict[str, Any]:
    """Make the table of a record; empty values are left out, but for those of unknown keys."""
    known = _CHECKS[type(record)]
    return {
        key: _convert_value(value) if key in known else value
        for key, value in list_fields(record).items()
        if key not in known or value not in (None, "", ())
    }


def check_number(itinerary: Itinerary) -> None:
    """Refuse to write what could not be read again.

    Raises:
        ValueError: with the reason.
    """
    for key in ("choices", "appointments", "companions", "likes"):
        if len(getattr(itinerary, key)) > MOST_OF_A_LIST:
            raise ValueError(
                f"{key}: " + _("it has more than {n} entries").format(n=MOST_OF_A_LIST)
            )


def _convert_value(value: object) -> object:
    """Convert a value of a known key to what TOML holds: records to tables."""
    if not isinstance(value, tuple):
        return value
    return [make_table(one) if isinstance(one, _RECORDS) else one for one in value]


def _parse_table(kind: type[R], table: object) -> R:
    if not isinstance(table, Mapping):
        raise ValueError(_("it is no table"))
    checks = _CHECKS[kind]
    values = {key: _check_value(key, checks.get(key), value) for key, value in table.items()}
    for key in checks:
        if key not in values and key not in kind._field_defaults:
            raise _FaultError(key, _("it is missing"))
    return parse_record(kind, values)


def _check_value(key: str, check: ValueCheck | None, value: object) -> Any:
    if check is None:
        return value
    try:
        return check(value)
    except _FaultError as fault:
        raise _FaultError(f"{key}.{fault.place}", fault.reason) from fault
    except ValueError as error:
        raise _FaultError(key, str(error)) from error


def _check_each(check: ValueCheck, value: object) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise ValueError(_("it is no list"))
    return tuple(_check_value(str(number), check, one) for number, one in enumerate(value))


def _check_few(check: ValueCheck, value: object) -> tuple[Any, ...]:
    if isinstance(value, list) and len(value) > MOST_OF_A_LIST:
        raise ValueError(_("it has more than {n} entries").format(n=MOST_OF_A_LIST))
    return _check_each(check, value)


def _check_string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(_("it is no text"))
    return value


def _check_date(value: object) -> date:
    if isinstance(value, datetime) or not isinstance(value, date):
        raise ValueError(_("it is no date"))
    return value


def _check_date_time(value: object) -> datetime:
    if not isinstance(value, datetime):
        raise ValueError(_("it is no date with a time"))
    return value


def _check_one_of(known: tuple[object, ...], value: object) -> Any:
    if not any(value == one and type(value) is type(one) for one in known):  # True is 1, and 1.0
        words = ", ".join(map(format_as_written, known))
        text = _("{value} is not one of: {known}")
        raise ValueError(text.format(value=format_as_written(value), known=words))
    return value


_RECORDS = (Choice, Appointment, Companion)
_CHECKS: Mapping[type[Record], Mapping[str, ValueCheck]] = {
    Choice: {
        "session": check_line,
        "priority": partial(_check_one_of, get_args(Priority)),
        "join": read_wall_time,
        "leave": read_wall_time,
        "note": check_text,
        "title": _check_string,
        "start": _check_date_time,
        "end": _check_date_time,
        "room": _check_string,
        "status": _check_string,
        "speakers": partial(_check_each, _check_string),
    },
    Appointment: {
        "title": check_line,
        "start": read_wall_time,
        "end": read_wall_time,
        "day": _check_date,
        "note": check_text,
    },
    Companion: {"name": check_line, "sessions": partial(_check_few, check_line)},
    Itinerary: {
        "format": partial(_check_one_of, (FORMAT,)),
        "programme": _check_string,
        "delegate": _check_string,
        "arrives": read_wall_time,
        "leaves": read_wall_time,
        "likes": partial(_check_few, check_line),
        "choices": partial(_check_few, partial(_parse_table, Choice)),
        "appointments": partial(_check_few, partial(_parse_table, Appointment)),
        "companions": partial(_check_few, partial(_parse_table, Companion)),
        "known_sessions": partial(_check_few, _check_string),
    },
}
