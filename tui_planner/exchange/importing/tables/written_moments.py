"""Dates and times as people write them into a table, whose columns tell what is meant by them."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from tui_planner.exchange.importing.text.written_times import read_instant
from tui_planner.programme.recognition import (
    ClockTime,
    recognise_clock,
    recognise_date,
    recognise_range,
)
from tui_planner.support.i18n import _

_NUMERIC = re.compile(r"(?<![\d:.])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d:])")
_DATE_THEN_TIME = re.compile(
    r"(.*?\d{4}(?:-\d{2}-\d{2})?),?(?: +(?:at|om|um)|[ T]+)? *(\d{1,2}\D.*)"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_LETTERS = re.compile(r"[^\W\d_]+")
_SERIAL = re.compile(r"(3[6-9]\d{3}|[4-7]\d{4}|0)(?:[.,](\d{1,12}))?")
"""A day or a share of one, as a spreadsheet counts them from the end of 1899: from 1998 to 2119."""
_SERIAL_START = datetime(1899, 12, 30)  # noqa: DTZ001 - a wall time, in the zone of the table
_HALF = re.compile(r"\d ?[ap]\.?m\b", re.IGNORECASE)
_LONGEST = 80
"""Characters of a date or a time."""
_A_WEEK = [date(2026, 5, 4) + timedelta(days=at) for at in range(7)]
_YEARS_AROUND = 2


class Moment(NamedTuple):
    """What a cell says of a time; any part may be None.

    Attributes:
        instant: A date and time with an offset.
        end: The end of a range.
    """

    day: date | None = None
    clock: ClockTime | None = None
    end: ClockTime | None = None
    instant: datetime | None = None


class MomentReader:
    """Reader of the moments of a table.

    Attributes:
        guessed: What was guessed of all dates, as sentences.
    """

    def __init__(self, dates: Sequence[str], clocks: Iterable[str], around: Iterable[str]) -> None:
        """Take the texts that hold dates and times, and those around that may tell the year."""
        self._is_month_first = False
        self._years = {int(year) for text in around for year in _YEAR.findall(text)}
        self._year_examples: dict[int, str] = {}
        self._serial_example: tuple[str, date] | None = None
        self.guessed: list[str] = []
        found = [match.groups() for text in dates for match in _NUMERIC.finditer(text[:_LONGEST])]
        self._decide_order(found, has_halves=any(_HALF.search(text[:_LONGEST]) for text in clocks))

    def read(self, text: str) -> Moment:
        """Read a cell; nothing is in the moment that could not be read."""
        text = " ".join(text[:_LONGEST].split())
        if not text:
            return Moment()
        if at := read_instant(text):
            if at.tzinfo:
                return Moment(at.date(), ClockTime(at.time()), instant=at)
            return Moment(at.date(), ClockTime(at.time()))
        clock = recognise_clock(text)
        if clock:
            return Moment(None, clock)
        if span := recognise_range(text):
            return Moment(None, *span)
        if serial := self._read_serial(text):
            return serial
        plain = _NUMERIC.sub(self._write_iso, text)
        if day := self.read_day(plain):
            return Moment(day)
        both = _DATE_THEN_TIME.fullmatch(plain)
        if both and (day := recognise_date(both[1])):
            return self.read(both[2])._replace(day=day)
        return Moment()

    def read_day(self, text: str) -> date | None:
        """Read a date; one without a year is of the year that the texts around tell."""
        plain = _NUMERIC.sub(self._write_iso, " ".join(text[:_LONGEST].split()))
        if day := recognise_date(plain):
            return day
        if serial := self._read_serial(plain):
            return serial.day
        if re.search(r"\d{4}", plain) or not re.search(r"\d", plain):
            return None
        fitting = list(
            filter(None, (self._of_year(plain, year) for year in self._list_years(plain)))
        )
        if len(fitting) != 1:
            return None
        self._year_examples.setdefault(fitting[0].year, text)
        return fitting[0]

    def describe_guesses(self) -> list[str]:
        """Describe which year was taken for the dates that have none, and what numbers mean."""
        told = _('Dates such as "{text}" name no year: {year} is taken.')
        guesses = [told.format(text=text, year=year) for year, text in self._year_examples.items()]
        if self._serial_example:
            told = _('Numbers such as "{text}" are days as a spreadsheet counts them: {date}.')
            text, day = self._serial_example
            guesses.append(told.format(text=text, date=day))
        return guesses

    def _read_serial(self, text: str) -> Moment | None:
        """Read the number that stands for a date or a time in a cell of a spreadsheet."""
        found = _SERIAL.fullmatch(text)
        if found is None or text == "0":
            return None
        minutes = round(float(f"0.{found[2] or 0}") * 24 * 60)
        at = _SERIAL_START + timedelta(days=int(found[1]), minutes=minutes)
        if found[1] == "0":
            return Moment(None, ClockTime(at.time(), (at - _SERIAL_START).days))
        self._serial_example = self._serial_example or (text, at.date())
        return Moment(at.date(), ClockTime(at.time()) if found[2] else None)

    def _list_years(self, plain: str) -> Iterable[int]:
        """List the years that may be meant: those around, or by its day of the week near today."""
        if len(self._years) == 1 or not _find_weekday(plain):
            return self._years
        this = date.today().year  # noqa: DTZ011 - the year alone, where nothing tells another
        return self._years or range(this - _YEARS_AROUND, this + _YEARS_AROUND + 1)

    def _of_year(self, plain: str, year: int) -> date | None:
        between = "-" if re.fullmatch(r"\d{1,2}-\d{1,2}", plain) else " "
        day = recognise_date(f"{plain}{between}{year}")
        weekday = _find_weekday(plain)
        return day if not (day and weekday) or recognise_date(weekday, [day]) else None

    def _write_iso(self, match: re.Match[str]) -> str:
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        day, month = (second, first) if self._is_month_first else (first, second)
        return f"{year + (2000 if year < 100 else 0):04}-{month:02}-{day:02}"

    def _decide_order(self, found: Sequence[Sequence[str]], *, has_halves: bool) -> None:
        """Decide by the whole column whether the month or the day is written first."""
        shown = [(int(first), int(second), int(year), sign) for first, sign, second, year in found]
        days_first = any(first > 12 for first, *_rest in shown)
        months_first = any(second > 12 for _first, second, *_rest in shown)
        self._is_month_first = months_first and not days_first
        slashed = [one for one in shown if one[3] == "/" and one[0] != one[1]]
        if days_first or months_first or not slashed:
            return
        widths = [
            _measure([(y, m, d) for m, d, y, _s in shown]),
            _measure([(y, m, d) for d, m, y, _s in shown]),
        ]
        self._is_month_first = widths[0] < widths[1] or (widths[0] == widths[1] and has_halves)
        first, second, year, _sign = slashed[0]
        text = _("{written} is read as {date}, as the other dates do not say otherwise.")
        day, month = (second, first) if self._is_month_first else (first, second)
        written = f"{first}/{second}/{year}"
        self.guessed.append(text.format(written=written, date=f"{year:04}-{month:02}-{day:02}"))


def _measure(dates: Sequence[tuple[int, int, int]]) -> int:
    """Measure how many days lie about between the first of some dates and the last."""
    about = [year * 372 + month * 31 + day for year, month, day in dates]
    return max(about) - min(about)


def _find_weekday(plain: str) -> str:
    """Find the day of the week that a date begins with; empty where it names none."""
    word = _LETTERS.match(plain)
    return word[0] if word and recognise_date(word[0], _A_WEEK) else ""
