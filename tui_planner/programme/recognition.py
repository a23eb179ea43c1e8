"""Times, dates and lengths that are not written as the file wants them, and can be understood."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from .wall_time import FIRST_YEAR, LAST_YEAR

_HALF = r"(?P<half>[ap])\.?m\.?"
_CLOCK = re.compile(
    r"(?:om|at|um|à)? ?(?:(?P<hour>\d{1,2}) ?[:.,;hu] ?(?P<minute>\d{2})(?:[:.]\d{2})?"
    r"|(?P<digits>\d{3,4})|(?P<whole>\d{1,2})(?= ?[aphu]|$)) ?"
    rf"(?:{_HALF}|h|u|hrs?|hours?|uur|uhr|o'clock)?\.?"
)
_WORDS = {"noon": time(12), "midday": time(12), "midnight": time(0), "middernacht": time(0)}
_BETWEEN = re.compile(r" ?(?:[-–—−‐‑~→]+|\b(?:to|till|until|tot|bis|t/m)\b) ?")
_LATEST = 30
"""The hour past midnight that is still told by the day before, as 25:30."""
_ISO_DAY = re.compile(r"(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})[-/. ](\d{4}|\d{2})")
_MONTH = r"(?P<month>[a-zéä]{3,9})\.?"
_IN_WORDS = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[- ]{_MONTH},?[- ](?P<year>\d{{4}})"),
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"),
)
_MONTHS = (
    *("jan", "feb", "mar maa mrt mär", "apr", "may mei mai", "jun", "jul"),
    *("aug", "sep", "oct okt", "nov", "dec dez"),
)
_WEEKDAYS = ("mo maa", "tu din die", "we woe mit", "th do", "fr vr", "sa za", "su zo so")
_WEEKDAY = re.compile(r"[a-zö]{2,10}\.?,? ")
_DATE_AND_TIME = re.compile(r"(?P<date>.*?\d{4}(?:-\d\d-\d\d)?),?(?: |t)(?P<time>\d.*)")
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2})(?: ?(?:h|u|hours?|hrs?|uur) ?|:))?"
    r"(?:(?P<minutes>\d{1,4}) ?(?:'|m|min|mins|minutes?|minuten|minuut)?\.?)?"
)


class ClockTime(NamedTuple):
    """A time of day, and the days by which it lies after the day that it is told by."""

    clock: time
    days: int = 0

    def on(self, day: date) -> datetime:
        """Return the local date and time, counted from a day."""
        return datetime.combine(day, self.clock) + timedelta(days=self.days)


def recognise_clock(text: str) -> ClockTime | None:
    """Recognise a time of day: `09h15`, `9:15 AM`, `12.15 uur`, `930`, `24:00`; or None."""
    plain = _simplify(text)
    if plain in _WORDS:
        return ClockTime(_WORDS[plain])
    match = _CLOCK.fullmatch(plain)
    if match is None:
        return None
    if digits := match["digits"]:
        hour, minute = int(digits[:-2]), int(digits[-2:])
    else:
        hour, minute = int(match["hour"] or match["whole"]), int(match["minute"] or 0)
    if match["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    if minute > 59 or hour >= _LATEST:
        return None
    return ClockTime(time(hour % 24, minute), hour // 24)


def recognise_range(text: str) -> tuple[ClockTime, ClockTime] | None:
    """Recognise a start and an end in one text: `12:15–13:45`, `9-10 AM`; or None."""
    parts = _BETWEEN.split(_simplify(text))
    if len(parts) != 2:
        return None
    start, end = map(recognise_clock, parts)
    if start is None or end is None:
        return None
    half = re.search(_HALF, parts[1])
    if half and not re.search(_HALF, parts[0]):  # "1:30-2:30 PM"
        halved = recognise_clock(f"{parts[0]} {half[0]}")
        start = halved if halved and halved <= end else start
    return start, end


def recognise_date_time(text: str) -> datetime | None:
    """Recognise a local date and time: `2026-10-15 01:30`, `15-10-2026 01:30`; or None."""
    match = _DATE_AND_TIME.fullmatch(_simplify(text))
    if match is None:
        return None
    day, clock = recognise_date(match["date"]), recognise_clock(match["time"])
    return clock.on(day) if day and clock else None


def recognise_date(text: str, days: Iterable[date] = ()) -> date | None:
    """Recognise a date: `14-10-2026`, `2026/10/14`, `14 oktober 2026`, `Wed 14 Oct 2026`.

    Args:
        text: The date as it is written.
        days: The days of the event. They tell which of two dates is meant, and what `Wednesday`
            or `14` is.
    """
    plain = _simplify(text)
    days = list(days)
    if match := _WEEKDAY.match(plain):
        rest = plain[match.end() :]
        if _is_weekday(match[0]) and rest[:1].isalnum():
            plain = rest
    found = list(dict.fromkeys(_list_dates(plain)))
    on_days = [day for day in found if day in days]
    if len(found) == 1 or len(on_days) == 1:
        return (on_days or found)[0]
    if found:
        return None
    matching = [day for day in days if _is_called(day, plain)]
    return matching[0] if len(matching) == 1 else None


def recognise_length(text: str) -> timedelta | None:
    """Recognise a length: `75`, `75 min`, `1h15`, `1:15`; or None."""
    match = _LENGTH.fullmatch(_simplify(text))
    if match is None or not (match["hours"] or match["minutes"]):
        return None
    length = timedelta(hours=int(match["hours"] or 0), minutes=int(match["minutes"] or 0))
    return length if timedelta() < length <= timedelta(days=1) else None


def _list_dates(plain: str) -> Iterable[date]:
    """List the dates that a text may mean, the likeliest first."""
    parts: list[tuple[int, int, int]] = []
    if match := _ISO_DAY.fullmatch(plain):
        parts = [(int(match[1]), int(match[2]), int(match[3]))]
    elif match := _DAY_FIRST.fullmatch(plain):
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        parts = [(year, int(match[3]), int(match[1]))]
        if match[2] == "/":
            parts.append((year, int(match[1]), int(match[3])))
    for pattern in _IN_WORDS:
        match = pattern.fullmatch(plain)
        if match and (month := _find_month(match["month"])):
            parts.append((int(match["year"]), month, int(match["day"])))
    for year, month, day in parts:
        if (
            FIRST_YEAR <= year <= LAST_YEAR
            and 1 <= month <= 12
            and 1 <= day <= monthrange(year, month)[1]
        ):
            yield date(year, month, day)


def _find_month(name: str) -> int | None:
    for number, beginnings in enumerate(_MONTHS, 1):
        if name.startswith(tuple(beginnings.split())):
            return number
    return None


def _is_weekday(word: str) -> bool:
    return any(word.startswith(tuple(beginnings.split())) for beginnings in _WEEKDAYS)


def _is_called(day: date, plain: str) -> bool:
    """Whether a text is the number of a day in its month, or its day of the week."""
    if plain.isdecimal():
        return int(plain) == day.day
    return len(plain) < 12 and plain.startswith(tuple(_WEEKDAYS[day.weekday()].split()))


def _simplify(text: str) -> str:
    """Return a text in lower case, with single blanks."""
    return " ".join(text[:100].casefold().split())
