"""Times and durations, in the ways in which schedules write them."""

import re
from datetime import date, datetime, timedelta

from tui_planner.programme.recognition import recognise_clock, recognise_date, recognise_length
from tui_planner.programme.wall_time import FIRST_YEAR, LAST_YEAR

_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?")
_NUMBER = r"(\d{1,6}(?:[.,]\d{1,9})?)"
_ISO_DURATION = re.compile(
    rf"P(?=[\dT])(?:0+Y)?(?:0+M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?=\d)(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_UNITS = ("weeks", "days", "hours", "minutes", "seconds")
_DAYS_DURATION = re.compile(
    r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2}):(\d{2})|(\d{1,3}):(\d{2})|(\d{1,4})(?:\.0)?"
)
_DAYS_FIRST = re.compile(r"([1-9]):([01]\d|2[0-3]):([0-5]\d)")
"""Days, hours and minutes, as pretalx has them; or hours, minutes and seconds."""
_IN_WORDS = re.compile(r"(?:(\d{1,2}) days?,? )?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?")
_DECIMAL_HOURS = re.compile(r"(\d{1,2}[.,]\d{1,2}) ?(?:h|u|hrs?|hours?|uur|std\.?|stunden?)")
_WHOLE_DAYS = re.compile(r"(\d{1,2}) ?(?:d|days?|dag(?:en)?|tage?)")
_LONGEST_CLOCK, _LONGEST_LENGTH = 20, 40
"""Characters."""
LONGEST = timedelta(days=14)
"""What lasts longer is not meant so."""


def read_date(text: str) -> date | None:
    """Read the date that a text begins with; None unless it is in a possible year."""
    try:
        day = date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def read_day(text: str) -> date | None:
    """Read the date of a day of the event, as people write it too: `8 May 2026`; or None."""
    day = read_date(text)
    return day if day or not text.strip() else recognise_date(text)


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
    if not FIRST_YEAR < at.year < LAST_YEAR and not (
        date(FIRST_YEAR, 1, 2) <= at.date() <= date(LAST_YEAR, 12, 30)
    ):
        return None
    return at.replace(second=0, microsecond=0) if at.second or at.microsecond else at


def read_clock(text: str) -> timedelta | None:
    """Read a time of day as the time since midnight, up to 47:59, past the next one; or None.

    As people write it, too: `9h30`, `9:30 AM`, `0930`, `9.30 uur`.
    """
    text = text.strip()
    match = _CLOCK.fullmatch(text)
    if match is not None:
        if int(match[1]) > 47 or int(match[2]) > 59:
            return None
        return timedelta(hours=int(match[1]), minutes=int(match[2]))
    if not 0 < len(text) <= _LONGEST_CLOCK:
        return None
    written = recognise_clock(text)
    if written is None:
        return None
    clock = written.clock
    return timedelta(days=written.days, hours=clock.hour, minutes=clock.minute)


def read_duration(text: str) -> timedelta | None:
    """Read a duration; None where it is none, and for what is longer than `LONGEST`.

    `0:45`, `00:45:00`, `PT45M`, `P0DT0H45M0.000S`, `45`, `45 min`, `1h30`, `1.5 hours`; with days
    `1:02:30`, `1:02:30:00` and `1 day, 2:30:00`. `1:00:00` is an hour. Seconds do not count.
    """
    text = text.strip()
    match = _DAYS_DURATION.fullmatch(text)
    if match is None:
        return _read_long_duration(text) if 0 < len(text) <= _LONGEST_LENGTH else None
    days, hours, minutes = match[1], match[2] or match[5], match[3] or match[6] or match[7]
    if match[4] not in {None, "00"} and (first := _DAYS_FIRST.fullmatch(text)):
        days, hours, minutes = first.groups()
    return _limit(_length(days, hours, minutes))


def _read_long_duration(text: str) -> timedelta | None:
    if match := _ISO_DURATION.fullmatch(text):
        numbers = (float((number or "0").replace(",", ".")) for number in match.groups())
        length = timedelta(**dict(zip(_UNITS, numbers, strict=True)))
        return _limit(timedelta(minutes=length // timedelta(minutes=1)))
    if match := _IN_WORDS.fullmatch(text):
        return _limit(_length(match[1], match[2], match[3]))
    if match := _DECIMAL_HOURS.fullmatch(text.lower()):
        return timedelta(minutes=round(float(match[1].replace(",", ".")) * 60))
    if match := _WHOLE_DAYS.fullmatch(text.lower()):
        return _limit(timedelta(days=int(match[1])))
    return recognise_length(text)


def _length(days: str | None, hours: str | None, minutes: str | None) -> timedelta:
    return timedelta(days=int(days or 0), hours=int(hours or 0), minutes=int(minutes or 0))


def _limit(length: timedelta) -> timedelta | None:
    return length if length <= LONGEST else None
