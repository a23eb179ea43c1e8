"""iCalendar (RFC 5545) of a programme, or of what one delegate chose of it.

The same plan gives the same bytes, and each event keeps its UID, so that a second import updates
what the first one made. There is no METHOD: the file is a calendar, not a message about one, and
so DTSTAMP is when its events were last changed (section 3.8.7.2).
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tui_planner.exchange.exporting.unsupported_features import Feature
from tui_planner.exchange.ical_extensions import OWN
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.addresses import parse_address
from tui_planner.programme.model import BlockKind, Programme

from .calendar_event import UNKNOWN, CalendarEntry, make_event
from .calendar_events import (
    make_appointment_entry,
    make_block_entry,
    make_choice_entry,
    make_gone_entry,
    make_session_entry,
)
from .vtimezone import make_zone_rules

if TYPE_CHECKING:
    from icalendar import Calendar

NOT_HELD = frozenset(
    {
        Feature.ROUNDS,
        Feature.BLOCK_OF_SESSION,
        Feature.OVERRUNS,
        Feature.INEXACT_STARTS,
        Feature.GROUPS,
        Feature.AGENDAS,
        Feature.SESSION_CAPACITIES,
        Feature.ROOM_CAPACITIES,
        Feature.BUILDINGS,
        Feature.DAY_TITLES,
        Feature.MEAL_MINUTES,
        Feature.WAYS,
        Feature.ACCEPTED,
        Feature.PRESENCE,
    }
)
"""What does not come back from such a file, though some of it is told there in words."""


def make_calendar(
    plan: ResolvedItinerary, *, mine: bool, alarm: int | None, changed: datetime | None = None
) -> bytes:
    """The itinerary, or for `mine` false the whole programme, as an iCalendar file.

    Args:
        plan: The programme and the itinerary.
        mine: Whether only what the delegate attends is meant: the choices at the times they keep,
            their appointments, and the blocks for everyone while they are there. A choice that
            the programme has no longer is a cancelled event, so that a calendar that has it
            already shows that.
        alarm: How many minutes before each start to remind; None for never.
        changed: When the programme or the itinerary was last written, to the second; None where
            nobody knows. Each event bears it as DTSTAMP, and a SEQUENCE made of it: a calendar
            that was told before takes what was written later.
    """
    from icalendar import Calendar  # noqa: PLC0415 - it takes its time

    programme = plan.programme
    calendar = Calendar()
    _describe(calendar, programme)
    entries = list(_mine(plan) if mine else _all(programme))
    stamp = (changed or UNKNOWN).astimezone(UTC).replace(microsecond=0)
    _add_zone(calendar, programme, entries)
    for entry in sorted(entries, key=lambda entry: (entry.timing.start, entry.uid)):
        calendar.add_component(make_event(entry, programme, stamp, alarm))
    return bytes(calendar.to_ical())


def _describe(calendar: "Calendar", programme: Programme) -> None:
    """The programme without its sessions; NAME and its kin in the names of old and new clients."""
    from icalendar.prop import vText  # noqa: PLC0415 - it takes its time

    calendar.add("PRODID", "-//tui-planner//tui-planner//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("X-WR-TIMEZONE", programme.zone.key)
    for names, text in (
        (("NAME", "X-WR-CALNAME"), programme.title),
        (("DESCRIPTION", "X-WR-CALDESC"), programme.description),
        (("URL",), parse_address(programme.url)),
        ((OWN + "PROGRAMME",), programme.id),
        ((OWN + "VENUE",), programme.venue),
        ((OWN + "CITY",), programme.city),
        ((OWN + "VERSION",), programme.version),
        ((OWN + "LANGUAGE",), programme.language),
    ):
        for name in names if text else ():
            calendar.add(name, text if name == "URL" else vText(text))


def _add_zone(calendar: "Calendar", programme: Programme, entries: list[CalendarEntry]) -> None:
    """The rules of the zone for the years of the entries; UTC has none."""
    if programme.zone.key == "UTC" or not entries:
        return
    years = {at.year for entry in entries for at in (entry.timing.start, entry.timing.last_end)}
    # A year more on both sides, so that there is a change of the clocks before and after them.
    first, last = date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1)
    calendar.add_component(make_zone_rules(programme.zone, first, last))


def _all(programme: Programme) -> Iterator[CalendarEntry]:
    blocks = (block for block in programme.blocks if block.kind is not BlockKind.CHOICE)
    for block in blocks:
        yield make_block_entry(block, programme)
    for session in programme.sessions:
        yield make_session_entry(session, programme)


def _mine(plan: ResolvedItinerary) -> Iterator[CalendarEntry]:
    programme = plan.programme
    for block in programme.blocks:
        if block.kind is not BlockKind.CHOICE and not plan.misses(block.timing):
            yield make_block_entry(block, programme)
    for chosen_session in plan.chosen_sessions:
        yield make_choice_entry(chosen_session, programme)
    for scheduled in plan.scheduled_appointments:
        yield make_appointment_entry(scheduled, programme)
    for choice in plan.gone:
        if choice.start is not None:
            yield make_gone_entry(choice, choice.start, programme)
