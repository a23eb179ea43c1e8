"""The starts of the events of a schedule as they are written, and what is meant by most of them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.text.written_times import read_clock, read_day, read_instant

from .schedule_records import PublishedDay, PublishedEvent

_ONE_DAY = timedelta(days=1)
_FAR = timedelta(days=60)
"""So far from every day of the event, a date is likelier a mistake than the day."""


class WrittenStart(NamedTuple):
    """When an event starts, as it is written in two places.

    Attributes:
        dated: The date with its time, with or without an offset; None where there is no time.
        clock: The time since midnight, which may be that of the next day; None where none is given.
    """

    dated: datetime | None
    clock: timedelta | None


class DateHabits(NamedTuple):
    """What is meant by the dates of a schedule, as most of them show.

    Attributes:
        in_utc: Whether times without an offset are in UTC: the clock times beside them say so.
        only_days: Whether their time of day, midnight, says nothing.
        far: Whether they are meant although far from every day that is listed.
    """

    in_utc: bool = False
    only_days: bool = False
    far: bool = False


def read_start(event: PublishedEvent) -> WrittenStart:
    """Read when an event starts."""
    if dated := read_instant(event.date):
        return WrittenStart(dated, read_clock(event.start))
    if dated := read_instant(event.start):
        return WrittenStart(dated, None)
    return WrittenStart(None, read_clock(event.start))


def find_habits(
    starts: Sequence[WrittenStart], days: Sequence[PublishedDay], zone: ZoneInfo
) -> DateHabits:
    """Find what most dates show, of a schedule in a zone."""
    bounds = bound_days(days)
    both = [(dated, clock) for dated, clock in starts if dated is not None and clock is not None]
    naive = [(dated, clock) for dated, clock in both if dated.tzinfo is None]
    of_utc = [
        clock % _ONE_DAY == since_midnight(dated.replace(tzinfo=UTC).astimezone(zone))
        for dated, clock in naive
    ]
    local = [clock % _ONE_DAY == since_midnight(dated) for dated, clock in naive]
    midnight = [not since_midnight(dated) and bool(clock % _ONE_DAY) for dated, clock in both]
    far = [is_far(dated.date(), bounds) for dated, _clock in starts if dated is not None]
    return DateHabits(
        in_utc=sum(of_utc) > sum(local),
        only_days=2 * sum(midnight) > len(midnight),
        far=2 * sum(far) > len(far) > 1,
    )


def bound_days(days: Sequence[PublishedDay]) -> tuple[date, date] | None:
    """Find the first and the last date that can be meant, going by the days that are listed."""
    listed = [day for each in days if (day := read_day(each.date))]
    return (min(listed) - _FAR, max(listed) + _FAR) if listed else None


def is_far(day: date, bounds: tuple[date, date] | None) -> bool:
    """Tell whether a date is far from all the days of the event."""
    return bounds is not None and not bounds[0] <= day <= bounds[1]


def since_midnight(at: datetime) -> timedelta:
    """Compute the time since midnight, in whole minutes."""
    return timedelta(hours=at.hour, minutes=at.minute)
