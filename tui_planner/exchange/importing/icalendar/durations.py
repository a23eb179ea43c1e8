"""Lengths of time in an iCalendar file; their days are counted by the clocks (RFC 5545, 3.3.6)."""

from datetime import datetime, timedelta
from typing import NamedTuple

from .zones import WrittenTime, Zones

_LONGEST = timedelta(days=1_000)


class Duration(NamedTuple):
    """A length of time: of days, each from a time of day to the same one, and of exact time."""

    days: timedelta
    rest: timedelta = timedelta()


def parse_duration(text: str) -> Duration | None:
    """Parse a length of time such as `P1DT2H` or `P2W`; None where it is none that can be meant."""
    from icalendar.prop import vDuration  # noqa: PLC0415 - it takes its time

    written = text.strip().upper()
    try:
        length: timedelta = vDuration.from_ical(written)
    except (ValueError, OverflowError):
        return None
    if abs(length) > _LONGEST:
        length = _LONGEST if length > timedelta() else -_LONGEST
    if "D" not in written and "W" not in written:
        return Duration(timedelta(), length)
    days = timedelta(days=length.days)
    return Duration(days, length - days)


def add_duration(like: WrittenTime, start: datetime, length: Duration, zones: Zones) -> datetime:
    """Add a length to an instant (UTC), by the clocks in the zone of a written time."""
    if like.whole_day:
        return zones.resolve_wall(like, zones.to_wall(like, start) + length.days + length.rest)
    if not length.days:
        return start + length.rest
    return zones.resolve_wall(like, zones.to_wall(like, start) + length.days) + length.rest
