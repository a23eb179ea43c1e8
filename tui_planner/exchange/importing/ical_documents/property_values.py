"""Properties of iCalendar out of values with a type, as xCal and jCal write them.

Both write the types alike, and times and rules otherwise than a calendar in text does.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta

from tui_planner.exchange.importing.icalendar.content_lines import Property
from tui_planner.exchange.importing.import_limits import Limit, check_limit
from tui_planner.exchange.importing.text.written_times import read_duration

_SPECIAL = re.compile(r"[\\;,]")
_TEXTS = frozenset({"text", "unknown", ""})
_TIMES = frozenset({"date", "date-time", "utc-offset"})
_MINUTE = timedelta(minutes=1)


def make_property(
    name: str, params: Mapping[str, str], kind: str, values: Sequence[str], line: int
) -> Property:
    """Make a property of values.

    Args:
        name: Its name, in any case.
        params: Its parameters.
        kind: The type of the values, such as `date-time`; empty where none is written.
        values: The values as they are written; of a period, its start and its end or length.
        line: Where it stands.

    Raises:
        NoScheduleError: a value is longer than anything in a schedule.
    """
    name = name.upper()
    for value in values:
        check_limit(Limit.TEXT, len(value))
    params = {key.upper(): value for key, value in params.items()}
    if name in {"ATTENDEE", "ORGANIZER"} and values and not _is_address(values[0]):
        params.setdefault("CN", values[0].strip())
    if name.startswith(("DT", "RECURRENCE-ID", "TZOFFSET")) or kind in _TIMES:
        value = ",".join(map(_shorten, values))
    elif kind == "period":
        value = "/".join(map(_shorten, values))
    elif name == "DURATION":
        value = _write_duration("".join(values))
    elif kind in _TEXTS:
        value = ",".join(map(_escape, values))
    else:
        value = ",".join(values)
    return Property(name, params, value.strip(), line)


def make_rule(name: str, parts: Mapping[str, Sequence[str]], line: int) -> Property:
    """Make a property of a rule of recurrence, which both write in parts."""
    written = {
        key.upper(): ",".join(map(_shorten, values) if key.upper() == "UNTIL" else values)
        for key, values in parts.items()
    }
    rule = ";".join(f"{key}={value}" for key, value in written.items())
    check_limit(Limit.TEXT, len(rule))
    return Property(name.upper(), {}, rule, line)


def _shorten(text: str) -> str:
    """Write a time without the signs in it: `20260509T100000Z`; a length of time as it is."""
    text = text.strip()
    return text if "P" in text else re.sub(r"(?<=\d)[-:](?=\d)", "", text)


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\r\n", "\n").replace("\n", "\\n")


def _write_duration(text: str) -> str:
    """Write a length of time as a calendar does, also one such as `00:45`."""
    length = None if "P" in text else read_duration(text)
    return text.strip() if length is None else f"PT{length // _MINUTE}M"


def _is_address(text: str) -> bool:
    return "@" in text or ":" in text
