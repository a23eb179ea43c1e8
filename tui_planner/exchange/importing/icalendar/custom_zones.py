"""Zones that a file defines itself (VTIMEZONE): their own offsets and rules, exactly.

The icalendar library makes a zone of such a definition too, but looks for all its changes, up to
the year 9999 where its rules have no end.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import cached_property
from typing import NamedTuple

from tui_planner.exchange.importing.text.zone_names import find_zone_with_offsets

from .content_lines import Component
from .recurrence import RecurrenceRule, expand_rule, parse_rule

_MOST_FITTED = 500
_MOST_LISTED = 50
_MOST_OBSERVANCES = 100
_MOST_EXPANDED = 100
"""How often the rules of one zone are expanded, each for the changes around one year."""
_MOST_OF_A_RULE = 5
"""Its changes from one year to the next."""
_YEAR = timedelta(days=366)
_EARLIEST = datetime.combine(date(1, 1, 10), time())
"""Before all that happens, with room for any offset before it."""
_SAMPLED_DAYS = (1, 15)


class _Change(NamedTuple):
    """A change of the clocks: at which wall time, from which offset and to which."""

    onset: datetime
    before: timedelta
    after: timedelta

    @property
    def instant(self) -> datetime:
        """The time in UTC, without a zone."""
        return self.onset - self.before


class _Changes(NamedTuple):
    """The changes around one year, in order; from when on each holds, by three kinds of clock."""

    first_offset: timedelta
    offsets: list[timedelta]
    instants: list[datetime]
    walls: tuple[list[datetime], list[datetime]]
    """Of a wall time that comes twice or never, by its fold: by the old offset, by the new one."""


class _Observance(NamedTuple):
    first: datetime
    before: timedelta
    after: timedelta
    listed: list[datetime]
    rule: RecurrenceRule | None


class DefinedZone(tzinfo):
    """The zone that a VTIMEZONE defines."""

    def __init__(self, definition: Component) -> None:
        self.line = definition.line
        parts = [one for one in definition.subcomponents if one.name in ("STANDARD", "DAYLIGHT")]
        self._observances = list(filter(None, map(_observance, parts[:_MOST_OBSERVANCES])))
        self._by_year: dict[int, _Changes] = {}
        self._expanded: dict[tuple[int, date], list[datetime]] = {}
        self._left = _MOST_EXPANDED

    @property
    def is_usable(self) -> bool:
        """Whether it says any offset."""
        return bool(self._observances)

    def utcoffset(self, dt: datetime | None) -> timedelta:
        """Find the offset of a wall time; of one that comes twice, by its fold."""
        if dt is None:
            return timedelta()
        changes = self._around(dt.year)
        number = bisect_right(changes.walls[dt.fold], dt.replace(tzinfo=None, fold=0))
        return changes.offsets[number - 1] if number else changes.first_offset

    def fromutc(self, dt: datetime) -> datetime:
        """Find the wall time of an instant, which bears this zone."""
        changes = self._around(dt.year)
        number = bisect_right(changes.instants, dt.replace(tzinfo=None))
        offset = changes.offsets[number - 1] if number else changes.first_offset
        wall = dt + offset
        return wall if self.utcoffset(wall) == offset else wall.replace(fold=1)

    def dst(self, dt: datetime | None) -> None:
        """Leave it open how much of the offset is for summer: a programme does not ask."""

    def tzname(self, dt: datetime | None) -> str:
        """Name the offset, as nothing else is known of the zone."""
        return str(timezone(self.utcoffset(dt)))

    def _around(self, year: int) -> _Changes:
        if year not in self._by_year:
            self._by_year[year] = self._find_changes(year)
        return self._by_year[year]

    def _find_changes(self, year: int) -> _Changes:
        begin, end = _EARLIEST.replace(year=max(year - 1, 1)), _EARLIEST.replace(year=year + 2)
        first, last = (bisect_left(self._stated, (at,)) for at in (begin, end))
        found = self._stated[max(0, first - 1) : last]
        for number, one in enumerate(self._observances):
            if one.rule is not None:
                onsets = self._expand(number, one.rule, begin.date())
                found += (_Change(at, one.before, one.after) for at in onsets)
        found.sort(key=lambda change: change.instant)
        shifts = [(one.onset, one.onset + one.after - one.before) for one in found]
        return _Changes(
            found[0].before if found else timedelta(),
            [one.after for one in found],
            [one.instant for one in found],
            (sorted(map(max, shifts)), sorted(map(min, shifts))),
        )

    def _expand(self, number: int, rule: RecurrenceRule, begin: date) -> list[datetime]:
        """List when an observance begins from a date on, for three years; last, if it is over."""
        until = rule.until.date() if isinstance(rule.until, datetime) else rule.until
        after = begin if until is None else min(begin, until - _YEAR)
        key = number, after
        if key not in self._expanded and self._left > 0:
            self._left -= 1
            first = self._observances[number].first
            days = expand_rule(rule, first.date(), max(first.date(), after), _MOST_OF_A_RULE)
            self._expanded[key] = [datetime.combine(day, first.time()) for day in days]
        return self._expanded.get(key, [])

    @cached_property
    def _stated(self) -> list[_Change]:
        """The changes that need no rule, in order."""
        return sorted(
            _Change(at, one.before, one.after)
            for one in self._observances
            for at in (one.first, *one.listed)
        )


def fit_zone(zone: DefinedZone, walls: Iterable[datetime]) -> str | None:
    """Find an IANA zone whose clocks go as those of a definition, or None.

    In the years of some wall times it must go alike, or at these times at least.
    """
    used = sorted({wall.replace(tzinfo=None) for wall in walls})[:_MOST_FITTED]
    years = sorted({wall.year for wall in used})[:10]
    all_year = [
        _EARLIEST.replace(year=year, month=month, day=day, hour=12)
        for year in years
        for month in range(1, 13)
        for day in _SAMPLED_DAYS
    ]
    for times in (all_year + used, used):
        offsets = (wall.replace(tzinfo=timezone(zone.utcoffset(wall))) for wall in times)
        if times and (fitting := find_zone_with_offsets(offsets)):
            return fitting
    return None


def _observance(part: Component) -> _Observance | None:
    after = _offset(part.get_text("TZOFFSETTO"))
    if after is None:
        return None
    before = _offset(part.get_text("TZOFFSETFROM"))
    first = _wall(part.get_text("DTSTART"))
    listed = (at for item in part.get_all("RDATE") for at in item.value.split(",")[:_MOST_LISTED])
    walls = list(filter(None, map(_wall, listed)))[:_MOST_LISTED]
    written = part.get_first("RRULE")
    rule = None if first is None or written is None else parse_rule(written.value)
    first = first or _EARLIEST
    return _Observance(first, after if before is None else before, after, walls, rule)


def _wall(text: str) -> datetime | None:
    try:
        wall = datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return None
    return wall if 1 < wall.year < 9998 else None


def _offset(text: str) -> timedelta | None:
    from icalendar.prop import vUTCOffset  # noqa: PLC0415 - it takes its time

    written = text.strip().replace(":", "")
    try:
        offset: timedelta = vUTCOffset.from_ical(written if written[:1] in "+-" else f"+{written}")
    except ValueError:
        return None
    return offset - timedelta(seconds=offset.seconds % 60)
