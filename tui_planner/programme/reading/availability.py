"""The times at which rooms and people are available, as intervals of instants."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time

from tui_planner.programme.timing import Interval
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.programme.wall_time import find_midnight_after, resolve_after, resolve_instant

from .event_days import EventDays
from .format.file_models import AvailabilityTable
from .validation import LocatedTable, Tables

Available = Mapping[KeyPath, tuple[Interval, ...]]
"""The times of those that are not available at all times, by their tables."""


def resolve_availability(tables: Tables, event: EventDays) -> Available:
    """Resolve the times of all rooms and people; problems are reported (E003, E007, E009)."""
    return {
        located.path: tuple(
            interval
            for number, table in enumerate(located.table.available)
            for interval in _intervals(
                LocatedTable((*located.at("available"), number), table), event
            )
        )
        for located in (*tables["rooms"], *tables["people"])
        if "available" not in located.broken and located.table.available
    }


def _intervals(located: LocatedTable[AvailabilityTable], event: EventDays) -> Iterator[Interval]:
    """Yield the intervals that a table means: one, or one on each day."""
    table = located.table
    if table.day is not None:
        if event.complete and table.day not in event.days:
            event.unlisted.setdefault(table.day, []).append(located.at("day"))
        yield from _on_day(located, event, table.day)
    elif isinstance(table.from_, datetime):
        yield from _on_day(located, event, table.from_.date())
    else:
        for day in event.days:
            yield from _on_day(located, event, day)


def _on_day(
    located: LocatedTable[AvailabilityTable], event: EventDays, day: date
) -> Iterator[Interval]:
    from_, until = located.table.from_ or time(), located.table.until
    is_skipped = [
        event.report_skipped(located, key, day, wall)
        for key, wall in (("from", located.table.from_), ("until", until))
    ]
    if any(is_skipped):
        return
    start = resolve_instant(event.zone, day, from_)
    if until is None:
        yield Interval(
            start, max(event.get_day(day).extent.end, find_midnight_after(event.zone, day))
        )
        return
    end = resolve_after(event.zone, day, until, start)
    if end <= start:
        event.report_end_before_start(located, "until", until, "from", start)
    yield Interval(start, end)
