"""The axis of an overview: rows of one length, and things in the rows that are nearest to them."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from tui_planner.layout.day.axis import Axis, Cuts, RowSpan, Scale, make_axis
from tui_planner.programme.timing import MINUTE, Interval


def make_even_axis(shown: Iterable[Interval], step: int, zone: ZoneInfo) -> Axis:
    """Make rows of `step` minutes that begin at its multiples on the clock of a zone.

    Long stretches without anything are folded. The rows of whole hours are marked as cut.
    """
    even = {
        Interval(_step_before(start, step, zone), _step_behind(end, step, zone))
        for start, end in {*shown}
    }
    axis = make_axis(Cuts.from_intervals(even), Scale(step), zone)
    return Axis(
        tuple(
            row._replace(is_cut=not row.start.astimezone(zone).minute or row.new_day is not None)
            for row in axis.rows
        )
    )


def find_nearest_rows(axis: Axis, interval: Interval) -> RowSpan:
    """Find the rows whose edges are nearest to an interval's: one at least.

    So what follows something else shares no row with it, unless both are shorter than a row.
    """
    top = min(_nearest_edge(axis, interval.start), len(axis.rows) - 1)
    bottom = max(top + 1, _nearest_edge(axis, interval.end))
    return RowSpan(top, bottom, 0, 0, range(top, bottom))


def _nearest_edge(axis: Axis, at: datetime) -> int:
    """Find the number of the row whose upper edge is nearest to an instant."""
    number = axis.find_bottom(at)
    if not number:
        return 0
    row = axis.rows[number - 1]
    return number - 1 if at - row.start < row.end - at else number


def _step_before(at: datetime, step: int, zone: ZoneInfo) -> datetime:
    """Find the last multiple of a step on the clock that is not after an instant."""
    local = at.astimezone(zone)
    return at - ((local.hour * 60 + local.minute) % step) * MINUTE


def _step_behind(at: datetime, step: int, zone: ZoneInfo) -> datetime:
    """Find the first multiple of a step on the clock that is not before an instant."""
    before = _step_before(at, step, zone)
    return before if before == at else before + step * MINUTE
