"""Export to iCalendar (RFC 5545) of a programme, or of what one delegate chose of it.

The same plan gives the same bytes, and each event keeps its UID, so that a second import updates
what the first one made. There is no METHOD: the file is a calendar, not a message about one, and
so DTSTAMP is when its events were last changed (section 3.8.7.2).
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tui_planner.exchange.exporting.unsupported_features import Feature
from tui_planner.exchange.ical_extensions import X_PREFIX
from tui_planner.itinerary.notices import Notice, find_notices
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.addresses import parse_address
from tui_planner.programme.model import BlockKind, Programme

from .event_fields import (
    EventFields,
    make_appointment_fields,
    make_block_fields,
    make_choice_fields,
    make_gone_fields,
    make_session_fields,
    mark_notices,
)
from .vevent import UNKNOWN_CHANGE, make_vevent
from .vtimezone import make_vtimezone

if TYPE_CHECKING:
    from icalendar import Calendar

UNSUPPORTED = frozenset(
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
        Feature.ROUTES,
        Feature.ACCEPTED,
        Feature.PRESENCE,
    }
)
"""What does not come back from such a file, though some of it stands there in words."""


def make_calendar(
    plan: ResolvedItinerary, *, mine: bool, alarm: int | None, changed: datetime | None = None
) -> bytes:
    """Make an iCalendar file of the itinerary, or of the whole programme if `mine` is false.

    Args:
        plan: The programme and the itinerary.
        mine: Whether only what the delegate attends is meant: the choices at the times they keep,
            their appointments, and the blocks for everyone while they are there. A choice that
            the programme has no longer is a cancelled event, so that a calendar that has it
            already shows that.
        alarm: How many minutes before each start to remind; None for never.
        changed: When the programme or the itinerary was last written, to the second; None where
            nobody knows. Each event bears it as DTSTAMP, and a SEQUENCE made of it: a calendar
            that has an earlier one takes what was written later.
    """
    from icalendar import Calendar  # noqa: PLC0415 - it takes its time

    programme = plan.programme
    calendar = Calendar()
    _describe(calendar, programme)
    events = list(_mine(plan) if mine else _all(programme))
    stamp = (changed or UNKNOWN_CHANGE).astimezone(UTC).replace(microsecond=0)
    _add_zone(calendar, programme, events)
    for fields in sorted(events, key=lambda fields: (fields.timing.start, fields.uid)):
        calendar.add_component(make_vevent(fields, programme, stamp, alarm))
    return bytes(calendar.to_ical())


def _describe(calendar: "Calendar", programme: Programme) -> None:
    """Write what the programme says of itself, under the names that old and new clients know."""
    from icalendar.prop import vText  # noqa: PLC0415 - it takes its time

    calendar.add("PRODID", "-//tui-planner//tui-planner//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("X-WR-TIMEZONE", programme.zone.key)
    for names, text in (
        (("NAME", "X-WR-CALNAME"), programme.title),
        (("DESCRIPTION", "X-WR-CALDESC"), programme.description),
        (("URL",), parse_address(programme.url)),
        ((X_PREFIX + "PROGRAMME",), programme.id),
        ((X_PREFIX + "VENUE",), programme.venue),
        ((X_PREFIX + "CITY",), programme.city),
        ((X_PREFIX + "VERSION",), programme.version),
        ((X_PREFIX + "LANGUAGE",), programme.language),
    ):
        for name in names if text else ():
            calendar.add(name, text if name == "URL" else vText(text))


def _add_zone(calendar: "Calendar", programme: Programme, events: list[EventFields]) -> None:
    """Add the rules of the zone for the years of the events; UTC has none."""
    if programme.zone.key == "UTC" or not events:
        return
    years = {at.year for fields in events for at in (fields.timing.start, fields.timing.last_end)}
    # A year more on both sides, so that there is a change of the clocks before and after them.
    first, last = date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1)
    calendar.add_component(make_vtimezone(programme.zone, first, last))


def _all(programme: Programme) -> Iterator[EventFields]:
    blocks = (block for block in programme.blocks if block.kind is not BlockKind.CHOICE)
    for block in blocks:
        yield make_block_fields(block, programme)
    for session in programme.sessions:
        yield make_session_fields(session, programme)


def _mine(plan: ResolvedItinerary) -> Iterator[EventFields]:
    programme = plan.programme
    told: dict[str, list[Notice]] = defaultdict(list)
    for notice in find_notices(plan):
        for id_ in notice.things:
            told[id_].append(notice)
    for block in programme.blocks:
        if block.kind is not BlockKind.CHOICE and not plan.misses(block.timing):
            yield mark_notices(make_block_fields(block, programme), block.id, told[block.id])
    for chosen_session in plan.chosen_sessions:
        fields, id_ = make_choice_fields(chosen_session, programme), chosen_session.session.id
        yield mark_notices(fields, id_, told[id_])
    for scheduled in plan.scheduled_appointments:
        fields = make_appointment_fields(scheduled, programme)
        yield mark_notices(fields, scheduled.id, told[scheduled.id])
    for choice in plan.gone:
        if choice.start is not None:
            yield make_gone_fields(choice, choice.start, programme)
