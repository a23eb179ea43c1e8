"""What may be meant by a time that is readable and cannot be right: the other half of the day."""

from datetime import datetime, timedelta

from tui_planner.programme.timing import Interval
from tui_planner.programme.wall_time import WallTime, format_time
from tui_planner.support.i18n import _

_HALF_DAY = timedelta(hours=12)
_USUAL = timedelta(hours=8)
"""What would last longer is not meant by an end that lacks twelve hours."""
_LONGEST = timedelta(hours=14)
"""What is longer does not end past midnight, but is wrong."""


def hint_later_end(key: str, value: WallTime, start: datetime) -> str:
    """Say what may be meant by an end, `value`, that lies before the local time `start`."""
    start = start.replace(tzinfo=None)
    at = value if isinstance(value, datetime) else datetime.combine(start, value)
    if at.hour < 12 and start < at + _HALF_DAY < start + _USUAL:
        line = f"{key} = {_format_like(at + _HALF_DAY, value)}"
        return _("Do you mean {line}?").format(line=line)
    next_day = at + timedelta(days=1)
    if start < next_day < start + _LONGEST:
        line = f"{key} = {format_time(next_day)}"
        return _("If it is past midnight, write the date too: {line}").format(line=line)
    return _("Mend one of the two.")


def hint_other_half(
    start: WallTime, end: WallTime | None, local: Interval, around: Interval
) -> str:
    """Ask for the other half of the day, where only with that something lies where it must.

    Args:
        start: Its start as it is written; `end` likewise.
        end: Its end; None where it is not stated.
        local: From when to when it is, at the clocks of the event.
        around: From when to when it must be, likewise.
    """
    for shift in (_HALF_DAY, -_HALF_DAY):
        moved = local.start + shift
        if around.start <= moved < min(local.end, around.end) and moved < local.end:
            return _ask([f"start = {_format_like(moved, start)}"])
        both = Interval(moved, local.end + shift)
        if around.start <= both.start and both.end <= around.end:
            lines = [f"start = {_format_like(both.start, start)}"]
            if end is not None:
                lines.append(f"end = {_format_like(both.end, end)}")
            return _ask(lines)
    return ""


def _ask(lines: list[str]) -> str:
    if len(lines) == 2:
        return _("Do you mean {one} and {other}?").format(one=lines[0], other=lines[1])
    return _("Do you mean {line}?").format(line=lines[0])


def _format_like(at: datetime, written: WallTime) -> str:
    """Format a time with its date where that was written too."""
    return format_time(at if isinstance(written, datetime) else at.time())
