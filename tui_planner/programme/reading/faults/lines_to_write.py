"""The line to write in place of a value that the file does not take, where it is understood."""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from tui_planner.programme.addresses import is_address
from tui_planner.programme.reading.format.file_models import ARRAYS, ProgrammeTable
from tui_planner.programme.recognition import (
    ClockTime,
    recognise_clock,
    recognise_date,
    recognise_date_time,
    recognise_length,
    recognise_range,
)
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.programme.wall_time import FIRST_YEAR, LAST_YEAR, WallTime, format_time
from tui_planner.support.i18n import _

from .key_names import LENGTH
from .table_facts import TableFacts, add_length

_MOST_BITS = 64
_WITHOUT_SCHEME = re.compile(r"(//)?[\w.@-]+\.\w+(/.*)?")
"""An address of a page or a mailbox that only lacks how it begins."""
_LONGEST = 200
_TRUTH = {
    **dict.fromkeys(("true", "yes", "ja", "on", "1", "1.0"), "true"),
    **dict.fromkeys(("false", "no", "nee", "off", "0", "0.0"), "false"),
}
_BETWEEN_HOSTS = re.compile(r"\s*[,;]\s*")
_BETWEEN_NAMES = re.compile(r"\s*(?:[,;/&+]|\b(?:and|en|und|et)\b)\s*")
_NUMBER = re.compile(
    r"\s*(\d{1,6})(?:\.0+)?\s*(?:min\.?|minutes?|minuten|m|p|people|personen|seats)?\s*"
)


def hint_line(path: KeyPath, key: str, value: object, facts: TableFacts, written: str = "") -> str:
    """Say which line to write for a value; empty where it is not understood.

    Args:
        path: The table's path.
        key: The key that is meant, or `LENGTH`.
        value: The value, as the file has it.
        facts: What the file says beside it.
        written: The value as it is written, where that may tell more: 9.50 is no 9.5.
    """
    lines = list(_list_lines(path, key, value, facts, written))
    if len(lines) == 2:
        return _("Write two lines: {one} and {other}").format(one=lines[0], other=lines[1])
    if lines and _is_quoted_date(key, value, lines[0]):
        return _("Write it without quotes: {line}").format(line=lines[0])
    return _("Write: {line}").format(line=lines[0]) if lines else ""


def read_as_meant(path: KeyPath, key: str, value: object, facts: TableFacts) -> Any:
    """Return a value as the file takes it; None where it is not understood, or already right."""
    kind = _find_kind(path, key)
    if kind == "list" and isinstance(value, str) and value.strip():
        between = _BETWEEN_NAMES if key == "speakers" else _BETWEEN_HOSTS
        return [name for name in between.split(value.strip()) if name]
    if kind == "end":
        return _find_end(path, value, facts)
    return None


def _list_lines(
    path: KeyPath, key: str, value: object, facts: TableFacts, written: str
) -> Iterable[str]:
    """List the lines that say the same rightly."""
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return ()
    text = written if isinstance(value, float) and written else str(value)
    match _find_kind(path, key):
        case "time":
            return _time_lines(path, key, value, text, facts)
        case "end":
            end = _find_end(path, value, facts)
            return [f"end = {format_time(end)}"] if end else ()
        case "date":
            day = _find_date(value, facts)
            return [f"{key} = {day.isoformat()}"] if day else ()
        case "list":
            return _list_line(path, key, value, facts)
        case "number":
            match = None if isinstance(value, bool | list | dict) else _NUMBER.fullmatch(text)
            return [f"{key} = {int(match[1])}"] if match else ()
        case "truth":
            return [f"{key} = {_TRUTH[text.casefold()]}"] if text.casefold() in _TRUTH else ()
        case "text":
            return _text_line(key, value, facts)
    return ()


def _find_kind(path: KeyPath, key: str) -> str:
    """Find of which kind the values of a key are."""
    if key == LENGTH and "end" in _list_fields(path):
        return "end"
    annotation = str(_list_fields(path).get(key, ""))
    if "Table" in annotation:
        return ""
    for part, kind in (
        ("datetime.time", "time"),
        ("datetime.date", "date"),
        ("tuple", "list"),
        ("bool", "truth"),
        ("int", "number"),
        ("str", "text"),
    ):
        if re.search(rf"\b{part}\b", annotation):  # no part of "StringConstraints"
            return kind
    return "text" if "Literal" not in annotation and annotation else ""


def _list_fields(path: KeyPath) -> dict[str, object]:
    model = ProgrammeTable if path[:1] == ("programme",) else ARRAYS.get(str(path[0]))
    fields = model.model_fields if model else {}
    return {info.alias or name: info.annotation for name, info in fields.items()}


def _time_lines(
    path: KeyPath, key: str, value: object, text: str, facts: TableFacts
) -> Iterable[str]:
    day = facts.find_day(path)
    if isinstance(value, time | datetime):
        yield from _whole_local_minutes(key, value, facts)
    elif isinstance(value, bool):
        return
    elif both := recognise_range(text):
        present = facts.get_table(path).keys() - {key}
        for name, at in zip(("start", "end"), both, strict=True):
            if name not in present and _clock(at, day):
                yield f"{name} = {_clock(at, day)}"
    elif moment := recognise_date_time(text):
        yield f"{key} = {format_time(moment)}"
    elif isinstance(value, float) and not re.fullmatch(r"\d+\.(?:\d\d|0)", text):
        return  # 9.5 may be half past nine
    elif (clock := recognise_clock(text)) and _clock(clock, day):
        yield f"{key} = {_clock(clock, day)}"


def _whole_local_minutes(key: str, value: WallTime, facts: TableFacts) -> Iterable[str]:
    """Write a time without its seconds, and without its offset where the zone is known."""
    if value.tzinfo is not None:
        zone = facts.get_zone()
        if zone is None or not isinstance(value, datetime):
            return
        value = value.astimezone(zone).replace(tzinfo=None)
    if isinstance(value, datetime) and not FIRST_YEAR <= value.year <= LAST_YEAR:
        return
    yield f"{key} = {format_time(value.replace(second=0, microsecond=0))}"


def _clock(clock: ClockTime, day: date | None) -> str:
    """Write a time of day; past midnight with its date, and empty where that is not known."""
    if not clock.days:
        return format_time(clock.clock)
    return format_time(clock.on(day)) if day else ""


def _find_end(path: KeyPath, value: object, facts: TableFacts) -> WallTime | None:
    """Find the end of a row that says how long it takes."""
    length = None
    if isinstance(value, time):
        length = timedelta(hours=value.hour, minutes=value.minute)
    elif isinstance(value, str | int) and not isinstance(value, bool):
        length = recognise_length(str(value))
    start = facts.find_start(path)
    return add_length(start, length, facts.find_day(path)) if start and length else None


def _find_date(value: object, facts: TableFacts) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str | int) and not isinstance(value, bool):
        return facts.find_day_called(str(value)) or recognise_date(str(value), facts.list_days())
    return None


def _list_line(path: KeyPath, key: str, value: object, facts: TableFacts) -> Iterable[str]:
    names = read_as_meant(path, key, value, facts) or value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return ()
    return [f"{key} = [{', '.join(map(_quote, names))}]"]


def _text_line(key: str, value: object, facts: TableFacts) -> Iterable[str]:
    if isinstance(value, bool | list | dict):
        return ()
    text = str(value).strip()
    if key == "room":
        text = facts.find_room(text) or text
    if key == "url" and not is_address(text):
        if not _WITHOUT_SCHEME.fullmatch(text):
            return ()
        text = f"mailto:{text}" if "@" in text else f"https://{text.removeprefix('//')}"
        return [f"{key} = {_quote(text)}"] if is_address(text) else ()
    return [f"{key} = {_quote(text)}"] if text and len(text) <= _LONGEST else ()


def _quote(text: str) -> str:
    """Write a text as TOML has it."""
    return json.dumps(text.strip(), ensure_ascii=False)


def _is_quoted_date(key: str, value: object, line: str) -> bool:
    """Whether a date, or a date and time, is written as a text."""
    if not isinstance(value, str) or not line.startswith(f"{key} = 2"):
        return False
    return recognise_date(value) is not None or recognise_date_time(value) is not None
