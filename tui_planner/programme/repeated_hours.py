"""Times in the hour that the clocks show twice, in words: the first of the two is meant."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tui_planner.support.i18n import _

from .model import Programme
from .time_text import format_clock, format_long_date, join_words
from .timing import Timing

_FEW = 5
"""Sessions and blocks that are named of one day."""
_LATER = timedelta(hours=3)
"""A time after which the clocks have gone back, if a time before it comes twice."""


def describe_repeated_hours(programme: Programme) -> Iterator[str]:
    """Tell, for each day on which it matters, which of two equal times is meant, and of what."""
    zone = programme.zone
    for day, extent in programme.extents.items():
        start, end = (at.astimezone(zone) for at in (extent.start, extent.end + _LATER))
        if start.utcoffset() == end.utcoffset():
            continue
        found = [
            (at, f"{thing.title} {format_clock(at, zone)}")
            for thing in programme.by_day.get(day, ())
            for at in _stated_times(thing.timing)
            if _is_first_of_two(at, zone)
        ]
        if found:
            date = found[0][0].astimezone(zone).date()
            named = [name for _at, name in found[:_FEW]] + ["…"] * (len(found) > _FEW)
            message = _(
                "The clocks go back on {date}; of two equal times the first is meant: {of}."
            )
            yield message.format(date=format_long_date(date), of=join_words(named))


def _stated_times(timing: Timing) -> Iterator[datetime]:
    if timing.all_day:
        return
    yield timing.start
    if timing.end_stated:
        yield timing.end
    if timing.overrun is not None:
        yield timing.overrun


def _is_first_of_two(at: datetime, zone: ZoneInfo) -> bool:
    local = at.astimezone(zone)
    return local.fold == 0 and local.replace(fold=1).utcoffset() != local.utcoffset()
