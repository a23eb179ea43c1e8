"""Recurrence rules (RFC 5545, section 3.3.10), as far as programmes use them: by days.

The rules are walked within bounds. The libraries search for the next date up to the year 9999,
which takes seconds for a single rule that never holds (every 30 February), and a file can have
thousands of those.
"""

from calendar import isleap, monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

_KNOWN = frozenset(
    ("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS")
)
_FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_LONGEST_SEARCH = timedelta(days=3 * 366)
"""How far dates are looked for; the file of one event has few years."""


@dataclass(frozen=True, slots=True)
class RecurrenceRule:
    """A recurrence rule by days.

    Attributes:
        count: How many dates it has; None where it does not say.
        until: Its last date or time, as written; None where it does not say.
        weekdays: Pairs of an ordinal (0 for every one) and a weekday (0 for Monday).
        positions: Which of the dates of one period count (BYSETPOS); all where empty.
        week_start: The weekday on which a week begins.
    """

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | datetime | None = None
    months: frozenset[int] = frozenset()
    month_days: frozenset[int] = frozenset()
    weekdays: frozenset[tuple[int, int]] = frozenset()
    positions: frozenset[int] = frozenset()
    week_start: int = 0

    @property
    def is_finite(self) -> bool:
        """Whether it says where it ends."""
        return self.count is not None or self.until is not None


def parse_rule(text: str) -> RecurrenceRule | None:
    """Parse the rule in a property's value; None where it is none, or not one by days."""
    from icalendar.prop import vRecur  # noqa: PLC0415 - it takes its time

    try:
        parts = {key.upper(): values for key, values in vRecur.from_ical(text).items()}
        frequency = str(parts["FREQ"][0]).upper()
        until = _only(parts, "UNTIL", None)
        if frequency not in _FREQUENCIES or not _KNOWN.issuperset(parts):
            return None
        if not isinstance(until, date | None):  # a time of day
            return None
        return RecurrenceRule(
            frequency,
            max(1, _only(parts, "INTERVAL", 1)),
            _only(parts, "COUNT", None),
            until,
            frozenset(map(int, parts.get("BYMONTH", ()))),
            frozenset(map(int, parts.get("BYMONTHDAY", ()))),
            frozenset(map(_weekday, parts.get("BYDAY", ()))),
            frozenset(map(int, parts.get("BYSETPOS", ()))),
            _weekday(_only(parts, "WKST", "MO"))[1],
        )
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def expand_rule(rule: RecurrenceRule, first: date, after: date, limit: int) -> list[date]:
    """Expand a rule into dates from `after` on, at most `limit`; `first` is its first date.

    A date that is not of the rule counts as its first all the same, as calendars show it.
    """
    rule = _completed(rule, first)
    begun = after if rule.count is None else first
    last = min(begun + _LONGEST_SEARCH, _until(rule))
    found: list[date] = []
    for number, day in enumerate(_with_first(first, _search(rule, first, begun, last)), 1):
        if rule.count is not None and number > rule.count:
            break
        if day >= after:
            found.append(day)
        if len(found) == limit:
            break
    return found


def _only(parts: Any, key: str, default: Any) -> Any:
    values = parts.get(key)
    return values[0] if values else default


def _weekday(text: str) -> tuple[int, int]:
    text = str(text).upper()
    return int(text[:-2] or 0), _WEEKDAYS.index(text[-2:])


def _completed(rule: RecurrenceRule, first: date) -> RecurrenceRule:
    """Complete a rule with what it takes from its first date."""
    if rule.month_days or rule.weekdays or rule.frequency == "DAILY":
        return rule
    if rule.frequency == "WEEKLY":
        return replace(rule, weekdays=frozenset({(0, first.weekday())}))
    months = rule.months
    if rule.frequency == "YEARLY" and not months:
        months = frozenset({first.month})
    return replace(rule, months=months, month_days=frozenset({first.day}))


def _until(rule: RecurrenceRule) -> date:
    if rule.until is None:
        return date.max
    return rule.until.date() if isinstance(rule.until, datetime) else rule.until


def _with_first(first: date, days: Iterator[date]) -> Iterator[date]:
    yield first
    for day in days:
        if day > first:
            yield day


def _search(rule: RecurrenceRule, first: date, begun: date, last: date) -> Iterator[date]:
    for days in _periods(rule, first, begun, last):
        matching = [day for day in days if _matches(rule, day)]
        for day in _pick_positions(matching, rule.positions):
            if day > last:
                return
            yield day


def _pick_positions(days: Sequence[date], positions: frozenset[int]) -> Sequence[date]:
    if not positions:
        return days
    length = len(days)
    return [day for at, day in enumerate(days) if at + 1 in positions or at - length in positions]


def _periods(rule: RecurrenceRule, first: date, begun: date, last: date) -> Iterator[list[date]]:
    """List the days of each period of a rule, from the one before `begun` to that of `last`."""
    match rule.frequency:
        case "DAILY":
            yield from _runs(first, 1, rule.interval, begun, last)
        case "WEEKLY":
            week = first - timedelta(days=(first.weekday() - rule.week_start) % 7)
            yield from _runs(week, 7, 7 * rule.interval, begun, last)
        case "MONTHLY":
            month = first.year * 12 + first.month - 1
            skipped = max(0, begun.year * 12 + begun.month - 1 - month) // rule.interval
            start = month + skipped * rule.interval
            for index in range(start, last.year * 12 + last.month, rule.interval):
                yield _month(index // 12, index % 12 + 1)
        case _:
            skipped = max(0, begun.year - first.year) // rule.interval
            start = first.year + skipped * rule.interval
            for year in range(start, last.year + 1, rule.interval):
                months = sorted(rule.months) or range(1, 13)
                yield [day for number in months for day in _month(year, number)]


def _runs(first: date, length: int, step: int, begun: date, last: date) -> Iterator[list[date]]:
    """List runs of days, one every `step` days."""
    skipped = max(0, (begun - first).days) // step
    for offset in range(skipped * step, (last - first).days + 1, step):
        yield [first + timedelta(days=offset + day) for day in range(length)]


def _month(year: int, month: int) -> list[date]:
    if not 1 <= month <= 12:
        return []
    return [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]


def _matches(rule: RecurrenceRule, day: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    length = monthrange(day.year, day.month)[1]
    if rule.month_days and not rule.month_days & {day.day, day.day - length - 1}:
        return False
    return not rule.weekdays or any(
        weekday == day.weekday() and _is_nth(rule, day, ordinal, length)
        for ordinal, weekday in rule.weekdays
    )


def _is_nth(rule: RecurrenceRule, day: date, ordinal: int, month_length: int) -> bool:
    """Tell whether a day is that one of its weekday in its month, or in its year."""
    if ordinal == 0 or rule.frequency in ("DAILY", "WEEKLY"):
        return True
    number, length = day.day, month_length
    if rule.frequency == "YEARLY" and not rule.months:
        number, length = day.timetuple().tm_yday, 366 if isleap(day.year) else 365
    from_start, from_end = (number - 1) // 7 + 1, (length - number) // 7 + 1
    return ordinal in (from_start, -from_end)
