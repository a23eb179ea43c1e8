"""The axis of time: instants and intervals as rows.

A thing is drawn in every row that it shares an instant with, so what overlaps shares a row. Between
an end and the start that follows it there is always the edge of a row, so what does not overlap
shares none: what only touches is drawn touching. No more edges than that are needed, and every
thing has a row. The other starts and ends are edges too where that makes no row shorter than a
third of the step; those that are not lie within a row, and are drawn with a part of it. Multiples
of the step on the clock cut what is longer, and midnight always does. A stretch without anything in
it is folded into one row. Headings are rows of no duration, before the row of their instant.
"""

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tui_planner.programme.timing import MINUTE, Interval
from tui_planner.programme.wall_time import find_midnight_after

STEPS = (60, 30, 20, 15, 10, 5, 2, 1)
"""The minutes per row that there are to choose from, coarse to fine."""

_LEAST_OF_STEP = 3
_COMMON = 3
"""How many things begin at an instant that no row spans."""
_LONGEST_QUIET = 45 * MINUTE
_EIGHTHS = 8


class Scale(NamedTuple):
    """The length of a row.

    Attributes:
        step: The minutes of a row where nothing cuts it shorter.
        is_exact: Whether every start and end is the edge of a row.
    """

    step: int
    is_exact: bool = False

    @property
    def least(self) -> timedelta:
        """The least that a row lasts, where nothing needs it to be shorter."""
        return timedelta() if self.is_exact else self.step * MINUTE / _LEAST_OF_STEP


class TimeRow(NamedTuple):
    """A row of the grid.

    Attributes:
        start: The instant at its upper edge.
        end: The instant at its lower edge.
        is_cut: Whether something starts or ends at its upper edge, or a day begins there.
        heading: The number of the heading that it is, or None.
        is_folded: Whether it stands for a long quiet stretch.
        new_day: The date that begins at its upper edge, or None.
    """

    start: datetime
    end: datetime
    is_cut: bool = True
    heading: int | None = None
    is_folded: bool = False
    new_day: date | None = None


class RowSpan(NamedTuple):
    """The rows of an interval.

    Attributes:
        top: Its first row.
        bottom: The row behind its last.
        before: The eighths, 0 to 7, of its first row that lie before it.
        behind: The eighths, 0 to 7, of its last row that lie behind it.
        text_rows: The rows for text about it: those that it fills, or else its first.
    """

    top: int
    bottom: int
    before: int
    behind: int
    text_rows: range


@dataclass(frozen=True)
class Axis:
    """The rows of a day, from the first instant to the last."""

    rows: tuple[TimeRow, ...]

    @cached_property
    def _starts(self) -> list[datetime]:
        return [row.start for row in self.rows]

    def find_top(self, at: datetime) -> int:
        """Find the row that an instant is in, below any headings there."""
        return bisect_right(self._starts, at) - 1

    def find_bottom(self, at: datetime) -> int:
        """Find the row behind the last one before an instant: there ends what ends then."""
        return bisect_left(self._starts, at)

    def find_rows(self, interval: Interval) -> RowSpan:
        """Find the rows of an interval; one that many things share is looked up once."""
        found = self._found_rows.get(interval)
        if found is None:
            found = self._found_rows[interval] = self._find_rows(interval)
        return found

    @cached_property
    def _found_rows(self) -> dict[Interval, RowSpan]:
        return {}

    def _find_rows(self, interval: Interval) -> RowSpan:
        top, bottom = self.find_top(interval.start), self.find_bottom(interval.end)
        first, last = self.rows[top], self.rows[bottom - 1]
        before = _eighths(interval.start - first.start, first)
        behind = _eighths(last.end - interval.end, last)
        text_rows = range(top + bool(before), bottom - bool(behind)) or range(top, top + 1)
        return RowSpan(top, bottom, before, behind, text_rows)

    def find_heading_row(self, heading: int) -> int | None:
        """Find the row of a heading; None where it has none."""
        return next((i for i, row in enumerate(self.rows) if row.heading == heading), None)

    def insert_headings(self, headings: Mapping[int, datetime]) -> "Axis":
        """Add headings, by their numbers, before the rows that begin at their instants."""
        rows: list[TimeRow] = []
        for row in self.rows:
            rows.extend(
                TimeRow(row.start, row.start, heading=number)
                for number, at in headings.items()
                if at == row.start
            )
            rows.append(row)
        return Axis(tuple(rows))


def _eighths(part: timedelta, row: TimeRow) -> int:
    """Count the eighths of a row in a part of it, rounded down: overlaps never seem to touch."""
    return int(_EIGHTHS * part / (row.end - row.start)) if part else 0


class Cuts(NamedTuple):
    """The instants at which rows may be cut.

    Attributes:
        at: The instants at which something starts or ends, in order.
        needed: Those at which a row must begin.
        quiet: Those at which a long stretch without anything begins.
    """

    at: tuple[datetime, ...]
    needed: Collection[datetime]
    quiet: Collection[datetime]

    @classmethod
    def from_intervals(cls, shown: Collection[Interval], heads: Iterable[datetime] = ()) -> "Cuts":
        """Find the cuts for what is drawn; at the instants `heads` a row must begin."""
        starts = Counter(interval.start for interval in shown)
        intervals = set(shown)
        # In order of time, ends before the starts of the same instant.
        events = sorted(
            {(interval.end, False) for interval in intervals}
            | {(interval.start, True) for interval in intervals}
        )
        at = tuple(dict.fromkeys(at for at, _ in events))
        needed = {*at[:1], *at[-1:], *heads}
        needed.update(start for start, count in starts.items() if count >= _COMMON)
        needed.update(
            start for (_, began), (start, begins) in pairwise(events) if begins and not began
        )
        quiet = _quiet(intervals)
        needed.update(at for stretch in quiet for at in stretch)
        return cls(at, needed, {start for start, _ in quiet})


def make_axis(cuts: Cuts, scale: Scale, zone: ZoneInfo) -> Axis:
    """Make the rows for what is shown.

    Args:
        cuts: Where something starts or ends.
        scale: How long a row is.
        zone: The zone whose clock the steps and the days follow.
    """
    if not cuts.at:
        return Axis(())
    midnights = dict(_midnights(cuts.at[0], cuts.at[-1], zone))
    edges = sorted({*cuts.needed, *midnights})
    _keep_others(edges, cuts.at, scale.least)
    at = set(cuts.at)
    rows: list[TimeRow] = []
    is_quiet = False
    for start, end in pairwise(edges):
        if start in at:  # else it is midnight, in the midst of what was before
            is_quiet = start in cuts.quiet
        inner = () if is_quiet else _multiples(start, end, scale.step, zone)
        for upper, lower in pairwise([start, *inner, end]):
            new_day = midnights.get(upper)
            is_cut = upper in at or new_day is not None
            rows.append(TimeRow(upper, lower, is_cut, is_folded=is_quiet, new_day=new_day))
    return Axis(tuple(rows))


def _keep_others(edges: list[datetime], cuts: Sequence[datetime], least: timedelta) -> None:
    """Add the cuts that make no row shorter than `least` to the edges, in order of time."""
    for at in cuts:
        number = bisect_left(edges, at)
        if edges[number] != at and edges[number] - at >= least <= at - edges[number - 1]:
            insort(edges, at)


def _midnights(first: datetime, last: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, date]]:
    """Find the instants within a stretch at which a day begins in a zone, with their dates."""
    day = first.astimezone(zone).date()
    while (at := find_midnight_after(zone, day)) < last:
        day += timedelta(days=1)
        if at > first:
            yield at, day


def _multiples(start: datetime, end: datetime, step: int, zone: ZoneInfo) -> Iterator[datetime]:
    """Find the multiples of a step on the clock, at least half a step from both ends."""
    if end - start < step * MINUTE:  # as most are
        return
    local = start.astimezone(zone)
    line = start + (step - (local.hour * 60 + local.minute) % step) * MINUTE
    while line < end:
        if 2 * (line - start) >= step * MINUTE and 2 * (end - line) >= step * MINUTE:
            yield line
        line += step * MINUTE


def _quiet(shown: Iterable[Interval]) -> list[tuple[datetime, datetime]]:
    """Find the long stretches that nothing shown is in: where each begins, and where it ends."""
    quiet = []
    until: datetime | None = None
    for interval in sorted(shown):
        if until is not None and interval.start - until > _LONGEST_QUIET:
            quiet.append((until, interval.start))
        until = interval.end if until is None else max(until, interval.end)
    return quiet
