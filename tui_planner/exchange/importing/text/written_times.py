"""Times and durations, in the ways in which schedules write them."""

import re
from datetime import date, datetime, timedelta

from tui_planner.programme.wall_time import FIRST_YEAR, LAST_YEAR

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?")
_ISO_DURATION = re.compile(
    r"P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:\d{1,6}(?:\.\d+)?S)?)?"
)
_DAYS_DURATION = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2}):(\d{2})|(\d{1,3}):(\d{2})|(\d{1,4})")
LONGEST = timedelta(days=14)
"""What lasts longer is not meant so."""


def read_date(text: str) -> date | None:
    """Read the date that a text begins with; None unless it is in a possible year."""
    try:
        day = date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def read_instant(text: str) -> datetime | None:
    """Read a date and time, with or without an offset, in whole minutes; None for all else."""
    text = text.strip()
    if len(text) <= 10:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    # The first and the last year lose a day, so that an offset never leads out of them.
    if not date(FIRST_YEAR, 1, 2) <= at.date() <= date(LAST_YEAR, 12, 30):
        return None
    return at.replace(second=0, microsecond=0)


def read_clock(text: str) -> timedelta | None:
    """Read a time of day as the time since midnight, up to 47:59, past the next one; or None."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or int(match[1]) > 47 or int(match[2]) > 59:
        return None
    return timedelta(hours=int(match[1]), minutes=int(match[2]))


def read_duration(text: str) -> timedelta | None:
    """Read a duration: `0:45`, `00:45:00`, `1:00:45:00` with days, `PT45M`, minutes; or None.

    Seconds do not count. None also for what is longer than `LONGEST`.
    """
    text = text.strip()
    if match := _DAYS_DURATION.fullmatch(text):
        days, hours, minutes = match[1], match[2] or match[5], match[3] or match[6] or match[7]
    elif (match := _ISO_DURATION.fullmatch(text)) and len(text) > 2:
        days, hours, minutes = match[1], match[2], match[3]
    else:
        return None
    length = timedelta(days=int(days or 0), hours=int(hours or 0), minutes=int(minutes or 0))
    return length if length <= LONGEST else None
