"""Zones that a file defines itself (VTIMEZONE), matched with the zones of the IANA database.

A programme names its zone as IANA does. The icalendar library makes a zone of such a definition,
but looks for all its changes, up to the year 9999 where its rules have no end.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone

from tui_planner.exchange.importing.text.zone_names import find_zone_with_offsets

from .content_lines import Component
from .recurrence import RecurrenceRule, expand_rule, parse_rule

_MOST_TRIED = 500
_MOST_LISTED = 100


def match_zone(definition: Component, walls: Iterable[datetime]) -> str | None:
    """Find an IANA zone with the offsets of a VTIMEZONE at some wall times, or None."""
    observances = [
        part for part in definition.subcomponents if part.name in ("STANDARD", "DAYLIGHT")
    ]
    offsets = {wall: _offset_at(observances, wall) for wall in sorted(set(walls))[:_MOST_TRIED]}
    return find_zone_with_offsets(
        wall.replace(tzinfo=timezone(offset))
        for wall, offset in offsets.items()
        if offset is not None
    )


def _offset_at(observances: Sequence[Component], wall: datetime) -> timedelta | None:
    """Get the offset of the observance that began last before a wall time."""
    begun = [
        (onset, offset)
        for observance in observances
        if (offset := _offset(observance.get_text("TZOFFSETTO"))) is not None
        for onset in _onsets(observance, wall.date())
        if onset <= wall
    ]
    return max(begun)[1] if begun else None


def _onsets(observance: Component, day: date) -> Iterator[datetime]:
    """List when an observance begins: at first, as listed, and by its rule in the year before."""
    first = _wall(observance.get_text("DTSTART"))
    if first is None:
        return
    yield first
    listed = (
        at for item in observance.get_all("RDATE") for at in item.value.split(",")[:_MOST_LISTED]
    )
    yield from filter(None, map(_wall, listed))
    written = observance.get_first("RRULE")
    rule: RecurrenceRule | None = None if written is None else parse_rule(written.value)
    if rule is not None and first.date() < day:
        after = max(first.date(), day - timedelta(days=370))
        for date_ in expand_rule(rule, first.date(), after, 3):
            yield datetime.combine(date_, first.time())


def _wall(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=None)
    except ValueError:
        return None


def _offset(text: str) -> timedelta | None:
    from icalendar.prop import vUTCOffset  # noqa: PLC0415 - it takes its time

    try:
        offset: timedelta = vUTCOffset.from_ical(text)
    except ValueError:
        return None
    return offset - timedelta(seconds=offset.seconds % 60)
