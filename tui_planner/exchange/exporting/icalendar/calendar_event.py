"""An event of an iCalendar file, out of whatever stands in a programme or an itinerary."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tui_planner.exchange.ical_extensions import OWN
from tui_planner.programme.model import Programme
from tui_planner.programme.timing import Timing

if TYPE_CHECKING:
    from icalendar import Alarm, Event

CANCELLED = "CANCELLED"
UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""When something was changed of which nobody knows that."""
_FIRST_SEQUENCE = datetime(2020, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """What an event says.

    Attributes:
        added: Lines about the event, for people; they stand above its description.
        status: `CONFIRMED`, `TENTATIVE` or `CANCELLED`.
        takes_time: Whether a calendar is to show that one is busy.
        reminds: Whether an alarm makes sense.
        related: Pairs of a kind of relation and a UID.
        own: Pairs of the name of a property of our own and its text.
    """

    uid: str
    title: str
    timing: Timing
    location: str = ""
    track: str = ""
    url: str = ""
    language: str = ""
    added: tuple[str, ...] = ()
    description: str = ""
    status: str = "CONFIRMED"
    takes_time: bool = True
    reminds: bool = True
    related: tuple[tuple[str, str], ...] = ()
    own: tuple[tuple[str, str], ...] = ()


def make_event(
    entry: CalendarEntry, programme: Programme, stamp: datetime, alarm: int | None
) -> "Event":
    """The event of an entry.

    Args:
        entry: What it says.
        programme: The programme in whose zone its times are.
        stamp: When it was last changed (UTC), or `UNKNOWN`. Its seconds since 2020 are the
            SEQUENCE: it only rises, and fits 31 bits until 2088.
        alarm: How many minutes before its start to remind; None for never.
    """
    from icalendar import Event  # noqa: PLC0415 - it takes its time
    from icalendar.prop import vText  # noqa: PLC0415

    event = Event()
    event.add("UID", entry.uid)
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", max(0, (stamp - _FIRST_SEQUENCE) // _SECOND))
    if stamp > UNKNOWN:
        event.add("LAST-MODIFIED", stamp)
    event.add("SUMMARY", entry.title, {"LANGUAGE": entry.language} if entry.language else {})
    _add_times(event, entry.timing, programme)
    event.add("STATUS", entry.status)
    event.add("TRANSP", "OPAQUE" if entry.takes_time else "TRANSPARENT")
    _add_description(event, entry)
    if entry.location:
        event.add("LOCATION", entry.location)
    if entry.track:
        event.add("CATEGORIES", [entry.track])
    if entry.url:
        event.add("URL", entry.url)
    for kind, uid in entry.related:
        event.add("RELATED-TO", uid, {"RELTYPE": kind})
    for name, text in entry.own:
        event.add(OWN + name, vText(text))
    if alarm is not None and entry.reminds and entry.status != CANCELLED:
        event.add_component(_alarm(entry, alarm))
    return event


def _add_times(event: "Event", timing: Timing, programme: Programme) -> None:
    """The start and the end; what only the end of the day ends, takes no time in a calendar."""
    event.add("DTSTART", _local(timing.start, programme))
    if timing.end > timing.start and not timing.open_end:
        event.add("DTEND", _local(timing.end, programme))
    if not timing.end_stated:
        event.add(OWN + "END-ASSUMED", "TRUE")


def _local(at: datetime, programme: Programme) -> datetime:
    """An instant by the clocks of the zone, but in UTC where they show it for the second time."""
    local = at.astimezone(programme.zone)
    return at.astimezone(UTC) if local.fold else local


def _add_description(event: "Event", entry: CalendarEntry) -> None:
    added = "\n".join(entry.added)
    text = "\n\n".join(filter(None, (added, entry.description)))
    if not text:
        return
    event.add("DESCRIPTION", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = added.count("\n") + 1 + bool(entry.description) if added else 0
    event.add(OWN + "ADDED-LINES", str(lines))


def _alarm(entry: CalendarEntry, minutes: int) -> "Alarm":
    """A reminder before the earliest start."""
    from icalendar import Alarm  # noqa: PLC0415 - it takes its time

    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", entry.title)
    alarm.add("TRIGGER", -timedelta(minutes=minutes + entry.timing.around))
    return alarm
