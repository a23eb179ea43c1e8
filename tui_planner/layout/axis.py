"""Times into rows.

Rows are cut wherever something starts or ends, and in between at the multiples of a step. So
nothing ever starts or ends within a row: what touches is drawn touching, what overlaps shares a
row, and the gutter shows the times of the programme itself. A stretch without anything in it is
folded into one row. Headings are rows of no duration, before the row of their instant.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from ..programme.timing import MINUTE, Interval

STEPS = (60, 30, 20, 15, 10, 5)
"""The minutes per row that there are to choose from, coarse to fine."""

_LONGEST_QUIET = 45


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the grid.

    Attributes:
        start: The instant at its upper edge.
        end: The instant at its lower edge.
        is_cut: Whether something starts or ends at its upper edge.
        heading: The number of the heading that it is, or None.
        is_folded: Whether it stands for a long quiet stretch.
    """

    start: datetime
    end: datetime
    is_cut: bool = True
    heading: int | None = None
    is_folded: bool = False


@dataclass(frozen=True)
class Axis:
    """The rows of a day, from the first instant to the last."""

    rows: tuple[Row, ...]

    @cached_property
    def _starts(self) -> list[datetime]:
        return [row.start for row in self.rows]

    @cached_property
    def _tops(self) -> dict[datetime, int]:
        """The row of each instant that one begins at, below any headings there."""
        return {row.start: number for number, row in enumerate(self.rows) if row.heading is None}

    @cached_property
    def _bottoms(self) -> dict[datetime, int]:
        """The first row of each instant that one begins at, headings too."""
        return {row.start: number for number, row in reversed([*enumerate(self.rows)])}

    def top(self, at: datetime) -> int:
        """The row that begins at an instant, below any headings there."""
        row = self._tops.get(at)
        return self.bottom(at) if row is None else row

    def bottom(self, at: datetime) -> int:
        """The row behind the last one before an instant: where something that ends then stops."""
        row = self._bottoms.get(at)
        return bisect_left(self._starts, at) if row is None else row

    def heading_row(self, heading: int) -> int:
        """The row of a heading."""
        return next(i for i, row in enumerate(self.rows) if row.heading == heading)


@dataclass(frozen=True)
class Cuts:
    """The instants at which rows are cut, in order, and those at which a quiet stretch begins."""

    at: tuple[datetime, ...]
    quiet: Collection[datetime]

    @classmethod
    def of(cls, shown: Iterable[Interval]) -> "Cuts":
        """Where something that is drawn starts or ends."""
        intervals = set(shown)
        at = {at for interval in intervals for at in (interval.start, interval.end)}
        return cls(tuple(sorted(at)), _quiet_starts(intervals))


def make_axis(cuts: Cuts, headings: Sequence[datetime], step: int, zone: ZoneInfo) -> Axis:
    """The rows for what is shown, with a heading before each instant of `headings`.

    Args:
        cuts: Where something starts or ends.
        headings: The instants that headings stand at, by their numbers.
        step: The minutes of a row where nothing cuts it shorter.
        zone: The zone whose clock the steps follow.
    """
    rows: list[Row] = []
    for start, end in pairwise(cuts.at):
        rows.extend(Row(start, start, heading=n) for n, at in enumerate(headings) if at == start)
        rows.extend(_between(start, end, step, zone, is_quiet=start in cuts.quiet))
    return Axis(tuple(rows))


def _between(
    start: datetime, end: datetime, step: int, zone: ZoneInfo, *, is_quiet: bool
) -> Iterator[Row]:
    """The rows between two cuts."""
    if is_quiet and end - start > _LONGEST_QUIET * MINUTE:
        yield Row(start, end, is_folded=True)
        return
    at, is_cut = start, True
    for line in _multiples(start, end, step, zone):
        yield Row(at, line, is_cut)
        at, is_cut = line, False
    yield Row(at, end, is_cut)


def _multiples(start: datetime, end: datetime, step: int, zone: ZoneInfo) -> Iterator[datetime]:
    """The multiples of a step on the clock that are at least half a step from both ends."""
    local = start.astimezone(zone)
    line = start + (step - (local.hour * 60 + local.minute) % step) * MINUTE
    while line < end:
        if 2 * (line - start) >= step * MINUTE and 2 * (end - line) >= step * MINUTE:
            yield line
        line += step * MINUTE


def _quiet_starts(shown: Iterable[Interval]) -> Collection[datetime]:
    """The instants at which a stretch begins that nothing shown is in."""
    quiet = set()
    until: datetime | None = None
    for interval in sorted(shown):
        if until is not None and interval.start > until:
            quiet.add(until)
        until = interval.end if until is None else max(until, interval.end)
    return quiet
