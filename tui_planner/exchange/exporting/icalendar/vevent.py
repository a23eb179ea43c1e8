"""VEVENT, an event of an iCalendar file (RFC 5545, section 3.6.1)."""

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tui_planner.exchange.ical_extensions import X_PREFIX
from tui_planner.programme.model import Programme
from tui_planner.programme.timing import Timing

from .event_fields import CANCELLED, EventFields

if TYPE_CHECKING:
    from icalendar import Alarm, Event

UNKNOWN_CHANGE = datetime(1970, 1, 1, tzinfo=UTC)
"""When something was changed of which nobody knows that."""
_FIRST_SEQUENCE = datetime(2020, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_NOT_IN_PARAMETER = re.compile(r'["\\^%]')
"""What parameters of properties cannot hold, or hold escaped in ways that readers differ in."""


def make_vevent(
    fields: EventFields, programme: Programme, stamp: datetime, alarm: int | None
) -> "Event":
    """Make the VEVENT of an event.

    Args:
        fields: What it says.
        programme: The programme in whose zone its times are.
        stamp: When it was last changed (UTC), or `UNKNOWN_CHANGE`. Its seconds since 2020 are the
            SEQUENCE: it only rises, and fits 31 bits until 2088.
        alarm: How many minutes before its start to remind; None for never.
    """
    from icalendar import Event  # noqa: PLC0415 - it takes its time
    from icalendar.prop import vText  # noqa: PLC0415

    event = Event()
    event.add("UID", fields.uid)
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", max(0, (stamp - _FIRST_SEQUENCE) // _SECOND))
    if stamp > UNKNOWN_CHANGE:
        event.add("LAST-MODIFIED", stamp)
    event.add("SUMMARY", fields.title, {"LANGUAGE": fields.language} if fields.language else {})
    _add_times(event, fields.timing, programme)
    event.add("STATUS", fields.status)
    event.add("TRANSP", "OPAQUE" if fields.takes_time else "TRANSPARENT")
    _add_description(event, fields)
    if fields.location:
        event.add("LOCATION", fields.location)
    if fields.track:
        event.add("CATEGORIES", [fields.track])
    if fields.url:
        event.add("URL", fields.url)
    for url, title in fields.links:
        label = " ".join(_NOT_IN_PARAMETER.sub(" ", title).split())
        event.add("ATTACH", url, {"LABEL": label} if label else {})
    for kind, uid in fields.related:
        event.add("RELATED-TO", uid, {"RELTYPE": kind})
    for name, text in fields.extensions:
        event.add(X_PREFIX + name, vText(text))
    if alarm is not None and fields.reminds and fields.status != CANCELLED:
        event.add_component(_alarm(fields, alarm))
    return event


def _add_times(event: "Event", timing: Timing, programme: Programme) -> None:
    """Add the start and the end; something that only the end of the day ends has no DTEND.

    What is on all day has dates, and ends on the day behind it.
    """
    if timing.all_day:
        day = timing.start.astimezone(programme.zone).date()
        event.add("DTSTART", day)
        event.add("DTEND", day + timedelta(days=1))
        return
    event.add("DTSTART", _local(timing.start, programme))
    if timing.end > timing.start and not timing.open_end:
        event.add("DTEND", _local(timing.end, programme))
    if not timing.end_stated:
        event.add(X_PREFIX + "END-ASSUMED", "TRUE")


def _local(at: datetime, programme: Programme) -> datetime:
    """Convert an instant to the zone; to UTC where its clocks show the time for the second time."""
    local = at.astimezone(programme.zone)
    return at.astimezone(UTC) if local.fold else local


def _add_description(event: "Event", fields: EventFields) -> None:
    added = "\n".join(fields.added)
    text = "\n\n".join(filter(None, (added, fields.description)))
    if not text:
        return
    event.add("DESCRIPTION", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = added.count("\n") + 1 + bool(fields.description) if added else 0
    event.add(X_PREFIX + "ADDED-LINES", str(lines))


def _alarm(fields: EventFields, minutes: int) -> "Alarm":
    """Make a reminder, `minutes` before the earliest start."""
    from icalendar import Alarm  # noqa: PLC0415 - it takes its time

    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", fields.title)
    alarm.add("TRIGGER", -timedelta(minutes=minutes + fields.timing.around))
    return alarm
