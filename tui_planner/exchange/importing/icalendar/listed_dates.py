"""The dates that a recurring event lists beside its rule, or leaves out of it (RDATE, EXDATE)."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from tui_planner.exchange.importing.draft.draft import Note, NoteKind
from tui_planner.support.i18n import _

from .content_lines import Component, Property
from .event_span import LONGEST, add_duration, parse_duration
from .parsed_event import ParsedEvent
from .zones import WrittenTime, Zones, parse_written_time

MOST_LISTED = 10_000
"""Dates of one event."""


def first_listed(entry: Component) -> Iterator[Property]:
    """Yield each list of dates as if it held its first only: that names the zone of all."""
    for name in ("RDATE", "EXDATE"):
        for item in entry.get_all(name):
            first = item.value.partition(",")[0].partition("/")[0]
            yield Property(name, item.params, first, item.line)


def find_listed(
    event: ParsedEvent, zones: Zones, notes: list[Note]
) -> dict[datetime, timedelta | None]:
    """Find the instants (UTC) at which an event starts by its list, of periods with their lengths.

    On a date without a time it starts as on its other days.
    """
    found: dict[datetime, timedelta | None] = {}
    for at, end in _parse(event, "RDATE", notes):
        by_day = at.whole_day
        start = resolve_day(event, at.wall.date(), zones) if by_day else zones.to_instant(at)
        found[start] = _length(event, at, (start, end), zones) if end else None
    return found


def find_excluded(
    event: ParsedEvent, starts: Iterable[datetime], zones: Zones, notes: list[Note]
) -> set[datetime]:
    """Find those starts of an event that it leaves out, by their time or by their day."""
    without = [at for at, _end in _parse(event, "EXDATE", notes)]
    days = {at.wall.date() for at in without if at.whole_day}
    instants = {zones.to_instant(at) for at in without if not at.whole_day}
    if days:
        instants.update(at for at in starts if find_day(event, at, zones) in days)
    return instants


def resolve_day(event: ParsedEvent, day: date, zones: Zones) -> datetime:
    """Compute the instant (UTC) at which an event would start on a day."""
    return zones.resolve_wall(event.written, datetime.combine(day, event.written.wall.timetz()))


def find_day(event: ParsedEvent, at: datetime, zones: Zones) -> date:
    """Find the day of an instant, by the clocks of an event."""
    return zones.to_wall(event.written, at).date()


def _parse(event: ParsedEvent, name: str, notes: list[Note]) -> list[tuple[WrittenTime, str]]:
    """Parse the times in the properties that list some, each with the end of its period."""
    values = (
        (Property(item.name, item.params, start, item.line), end)
        for item in event.component.get_all(name)
        for start, _slash, end in (value.partition("/") for value in item.value.split(","))
    )
    found = [(parse_written_time(value), end) for value, end in islice(values, MOST_LISTED)]
    if next(values, None) is not None:
        text = _("It lists more than {n} dates ({name}): the others are passed over.")
        notes.append(Note(NoteKind.GUESSED, event.place, text.format(n=MOST_LISTED, name=name)))
    return [(at, end) for at, end in found if at is not None]


def _length(
    event: ParsedEvent, at: WrittenTime, period: tuple[datetime, str], zones: Zones
) -> timedelta | None:
    """Find how long a period lasts, by its length or its end; None where it does not say."""
    start, end = period
    length = parse_duration(end)
    until = parse_written_time(Property("RDATE", {"TZID": at.zone}, end, at.line))
    lasts = timedelta()
    if length is not None:
        lasts = add_duration(at, start, length, zones) - start
    elif until is not None:
        lasts = zones.to_instant(until) - start
    if timedelta() < lasts <= LONGEST:
        return lasts
    text = _('It lists a period whose end cannot be: "{period}" counts as long as the others.')
    event.notes.append((NoteKind.MENDED, text.format(period=end[:60])))
    return None
