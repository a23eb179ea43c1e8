"""Times as they are written in the file, and the instants that they stand for."""

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tui_planner.support.i18n import _

WallTime = time | datetime
"""A time of day, or a local date and time; always whole minutes and without a zone."""

FIRST_YEAR, LAST_YEAR = 1900, 2999
_QUOTED = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?")


class UnreadableTimeError(ValueError):
    """A value that is no time.

    Attributes:
        reason: What is wrong with it, for the user.
        advice: How to write it.
    """

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(f"{reason}; {advice}")
        self.reason = reason
        self.advice = advice


def read_wall_time(value: object) -> WallTime:
    """Read a time from what TOML holds: `"11:30"`, `"11.30"`, a local time or a local date-time.

    Raises:
        UnreadableTimeError: it is none of these.
    """
    match value:
        case str():
            return _from_text(value)
        case datetime() if value.tzinfo is not None:
            raise UnreadableTimeError(
                _("{value} has an offset").format(value=value), _("write the local time")
            )
        case datetime() | time():
            return _whole_minutes(value)
        case _:
            raise _no_time(value, _example(value))


@lru_cache(maxsize=2_048)
def resolve_instant(zone: ZoneInfo, day: date, wall: WallTime) -> datetime:
    """Resolve a wall time on a day to an instant (UTC).

    Where the clocks go back, the first of the two; a time that they skip counts by the offset
    before the change (RFC 5545, section 3.3.5).
    """
    local = wall if isinstance(wall, datetime) else datetime.combine(day, wall)
    return local.replace(tzinfo=zone, fold=0).astimezone(UTC)  # times equal but in fold are one key


@lru_cache(maxsize=2_048)
def is_skipped(zone: ZoneInfo, day: date, wall: WallTime) -> bool:
    """Whether a wall time on a day does not exist: the clocks skip it."""
    local = wall if isinstance(wall, datetime) else datetime.combine(day, wall)
    shown = resolve_instant(zone, day, wall).astimezone(zone)
    return shown.replace(tzinfo=None) != local


def resolve_after(zone: ZoneInfo, day: date, wall: WallTime, start: datetime) -> datetime:
    """Resolve like `resolve_instant`, to the second of two if only that is not before `start`."""
    first = resolve_instant(zone, day, wall)
    if first >= start:
        return first
    local = wall if isinstance(wall, datetime) else datetime.combine(day, wall)
    second = local.replace(tzinfo=zone, fold=1).astimezone(UTC)
    return second if second >= start else first


def find_midnight_after(zone: ZoneInfo, day: date) -> datetime:
    """Find the instant (UTC) at which a day ends."""
    return resolve_instant(zone, day + timedelta(days=1), time())


def format_time(value: WallTime) -> str:
    """Format a time as a file says it: `"09:15"`, `2026-10-15T01:30:00`."""
    return value.isoformat() if isinstance(value, datetime) else f'"{value:%H:%M}"'


def format_as_written(value: object) -> str:
    """Format a value as it stands in the file, shortened."""
    match value:
        case str():
            text = f'"{value}"'
        case bool():
            text = str(value).lower()
        case list():
            text = _("a list")
        case dict():
            text = _("a table")
        case int() if value.bit_length() > 256:
            text = hex(value)  # Python refuses to write out thousands of decimals
        case _:
            text = str(value)
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}…"


def _from_text(text: str) -> time:
    match = _QUOTED.fullmatch(text.strip())
    if match and int(match[1]) < 24 and int(match[2]) < 60:
        return time(int(match[1]), int(match[2]))
    if match and int(match[1]) == 24 and int(match[2]) == 0:
        raise UnreadableTimeError(
            _("{text} is the next day").format(text=format_as_written(text)),
            _("write its date too, like {example}").format(example="2025-02-14T00:00:00"),
        )
    raise _no_time(text, '"11:30"')


def _no_time(value: object, example: str) -> UnreadableTimeError:
    reason = _("{value} is no time").format(value=format_as_written(value))
    return UnreadableTimeError(reason, _("write it like {example}").format(example=example))


def _whole_minutes(value: WallTime) -> WallTime:
    if value.second or value.microsecond:
        raise UnreadableTimeError(
            _("{value} has seconds").format(value=value), _("write whole minutes")
        )
    if isinstance(value, datetime) and not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise UnreadableTimeError(
            _("{value} is in a year that cannot be meant").format(value=value),
            _("write another one"),
        )
    return value


def _example(value: object) -> str:
    """Make an example of a time: "09:30" for 930."""
    if isinstance(value, int) and not isinstance(value, bool):
        hour, minute = divmod(value, 100) if value >= 24 else (value, 0)
        if 0 <= hour < 24 and 0 <= minute < 60:
            return f'"{hour:02}:{minute:02}"'
    return '"11:30"'
