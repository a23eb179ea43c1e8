"""The axis of an overview: rows of one length, and things in whole rows of it."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from tui_planner.layout.day.axis import Axis, Cuts, RowSpan, Scale, make_axis
from tui_planner.programme.timing import MINUTE, Interval


def find_busy(shown: Iterable[Interval]) -> list[Interval]:
    """Find the stretches in which something is on, in order; they do not touch."""
    busy: list[Interval] = []
    for start, end in sorted({*shown}):
        if busy and start <= busy[-1].end:
            busy[-1] = Interval(busy[-1].start, max(end, busy[-1].end))
        else:
            busy.append(Interval(start, end))
    return busy


def make_even_axis(busy: Iterable[Interval], step: int, zone: ZoneInfo) -> Axis:
    """Make rows of `step` minutes that begin at its multiples on the clock of a zone.

    Args:
        busy: The stretches in which something is on; long ones between them are folded.
        step: The minutes of a row.
        zone: The zone whose clock the rows follow.
    """
    even = {
        Interval(_step_before(start, step, zone), _step_behind(end, step, zone))
        for start, end in busy
    }
    return make_axis(Cuts.from_intervals(even), Scale(step), zone)


def find_whole_rows(axis: Axis, interval: Interval) -> RowSpan:
    """Find the rows from the one that an interval begins in to before the one that it ends in.

    It is one at least. So what follows something else shares no row with it, unless what is before
    ends in the row that it begins in.
    """
    top, bottom = axis.find_top(interval.start), axis.find_bottom(interval.end)
    if axis.rows[bottom - 1].end > interval.end:
        bottom -= 1
    bottom = max(bottom, top + 1)
    return RowSpan(top, bottom, 0, 0, range(top, bottom))


def _step_before(at: datetime, step: int, zone: ZoneInfo) -> datetime:
    """Find the last multiple of a step on the clock that is not after an instant."""
    local = at.astimezone(zone)
    return at - ((local.hour * 60 + local.minute) % step) * MINUTE


def _step_behind(at: datetime, step: int, zone: ZoneInfo) -> datetime:
    """Find the first multiple of a step on the clock that is not before an instant."""
    before = _step_before(at, step, zone)
    return before if before == at else before + step * MINUTE
