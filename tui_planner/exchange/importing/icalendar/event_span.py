"""How long an event lasts: until its end, for its length, or all day."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from tui_planner.exchange.importing.draft.draft import EventNotes, NoteKind
from tui_planner.support.i18n import _

from .content_lines import Component
from .people import read_extensions
from .zones import WrittenTime, Zones, parse_written_time

LONGEST = timedelta(days=100)
"""What lasts longer is not meant so, or is no part of one event."""
_ONE_DAY = timedelta(days=1)
_ONE_MINUTE = timedelta(minutes=1)
_LONGEST_WRITTEN = timedelta(days=1_000)


def take_as_date(written: WrittenTime, component: Component) -> WrittenTime:
    """Take a midnight for a date, where an event says that it is on all day."""
    says_so = component.get_text("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE" or "DATE" in {
        item.params.get("VALUE", "").upper() for item in component.get_all("DTSTART")
    }
    if not says_so or written.whole_day or written.wall.time() != time():
        return written
    return WrittenTime(written.wall.replace(tzinfo=None), "", True, written.line)


def read_end(
    component: Component, written: WrittenTime, start: datetime, zones: Zones, notes: EventNotes
) -> datetime | None:
    """Read when an event ends (UTC); None where nothing usable says so."""
    if read_extensions(component, "END-ASSUMED"):
        return None
    end = _stated_end(component, written, start, zones)
    if written.whole_day:
        return _end_of_days(written, start, end, zones, notes)
    if end is None:
        text = _("It says no end that can be read: its end counts as not stated.")
    elif end == start:
        text = _("It lasts no time: its end counts as not stated.")
    elif end < start:
        text = _("It ends before it starts: its end counts as not stated.")
    elif end <= start + LONGEST:
        return end
    else:
        text = _("It lasts longer than {n} days: its end counts as not stated.")
    notes.append((NoteKind.MENDED, text.format(n=LONGEST.days)))
    return None


def find_if_all_day(
    component: Component,
    written: WrittenTime,
    span: tuple[datetime, datetime | None],
    zones: Zones,
    notes: EventNotes,
) -> bool:
    """Find whether an event is on all day: written so, or from one midnight to another.

    The midnights are those of the programme's clocks; a minute before counts as an end too.
    """
    start, end = span
    if written.whole_day or end is None or read_extensions(component, "DAY"):
        return written.whole_day
    begun, ended = (at.astimezone(zones.programme) for at in (start, end))
    if begun.time() != time() or time() not in (ended.time(), (ended + _ONE_MINUTE).time()):
        return False
    text = _("It is from midnight to midnight: that is taken as all day.")
    notes.append((NoteKind.GUESSED, text))
    return True


def _stated_end(
    component: Component, written: WrittenTime, start: datetime, zones: Zones
) -> datetime | None:
    stated = parse_written_time(component.get_first("DTEND"))
    if stated is None:
        length = parse_duration(component.get_text("DURATION"))
        return None if length is None else add_duration(written, start, length, zones)
    if written.whole_day:
        stated = take_as_date(stated, component)
    end = zones.to_instant(stated)
    if end < start and stated.wall.tzinfo is None:  # the clocks go back in between
        end = zones.to_instant(WrittenTime(stated.wall.replace(fold=1), stated.zone))
    return end


def _end_of_days(
    written: WrittenTime, start: datetime, end: datetime | None, zones: Zones, notes: EventNotes
) -> datetime:
    """Find the end of an event of whole days, of which it has one at least."""
    if end is None or end <= start:
        return add_duration(written, start, Duration(_ONE_DAY), zones)
    if end <= start + LONGEST:
        return end
    text = _("It lasts longer than {n} days: the first {n} are taken.")
    notes.append((NoteKind.MENDED, text.format(n=LONGEST.days)))
    return add_duration(written, start, Duration(LONGEST), zones)


class Duration(NamedTuple):
    """A length of time: of days, each from a time of day to the same one, and of exact time."""

    days: timedelta
    rest: timedelta = timedelta()


def parse_duration(text: str) -> Duration | None:
    """Parse a length of time such as `P1DT2H` or `P2W`; None where it is none that can be meant."""
    from icalendar.prop import vDuration  # noqa: PLC0415 - it takes its time

    written = text.strip().upper()
    try:
        length: timedelta = vDuration.from_ical(written)
    except (ValueError, OverflowError):
        return None
    if abs(length) > _LONGEST_WRITTEN:
        length = _LONGEST_WRITTEN if length > timedelta() else -_LONGEST_WRITTEN
    if "D" not in written and "W" not in written:
        return Duration(timedelta(), length)
    days = timedelta(days=length.days)
    return Duration(days, length - days)


def add_duration(like: WrittenTime, start: datetime, length: Duration, zones: Zones) -> datetime:
    """Add a length to an instant (UTC), by the clocks in the zone of a written time."""
    if like.whole_day:
        return zones.resolve_wall(like, zones.to_wall(like, start) + length.days + length.rest)
    if not length.days:
        return start + length.rest
    return zones.resolve_wall(like, zones.to_wall(like, start) + length.days) + length.rest
