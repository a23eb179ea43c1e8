"""The start, the end and the day of a published event, where its own texts may disagree."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.draft.draft import EventNotes, NoteKind, describe_skipped_start
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.exchange.importing.text.written_times import (
    LONGEST,
    read_date,
    read_day,
    read_duration,
    read_instant,
)
from tui_planner.programme.wall_time import find_midnight_after
from tui_planner.support.i18n import _

from .schedule_records import PublishedDay, PublishedEvent
from .written_starts import WrittenStart, bound_days, find_habits, is_far, since_midnight

_ONE_DAY = timedelta(days=1)
_SHORTEST_DAY = timedelta(hours=20)
"""Between two midnights, whichever way clocks change."""
_NIGHT = timedelta(hours=6)
"""After midnight, what is still meant to be of the day before, where the file does not say."""
_LONGEST_TOLD = 40
"""Characters."""


class TimeZones(NamedTuple):
    """The zones of an import.

    Attributes:
        own: The zone of the schedule: its clock times beside its dates are in it.
        undated: The zone of the times that have no offset, and stand beside no date.
        shown: The zone of the programme that is made.
        outweighs_offsets: Whether a clock time that a date repeats is right, and the offset of
            the date wrong, where the zone has another one then.
    """

    own: ZoneInfo
    undated: ZoneInfo
    shown: ZoneInfo
    outweighs_offsets: bool = True


class EventTimes:
    """Finder of the times of events.

    Attributes:
        other_offsets: How many dates bear an offset that the zone does not have then, by offset.
    """

    def __init__(
        self,
        zones: TimeZones,
        starts: Sequence[WrittenStart],
        days: Sequence[PublishedDay] = (),
        day_change: timedelta = timedelta(),
    ) -> None:
        """Take the starts of all events; a day lasts until `day_change` of the next."""
        self._zones = zones
        self._habits = find_habits(starts, days, zones.own)
        self._bounds = bound_days(days)
        self._day_change = day_change
        self._extent_by_day = {day: self._find_extent(day) for day in days}
        self._extents = sorted(filter(None, self._extent_by_day.values()))
        self.other_offsets: Counter[str] = Counter()
        self._wall = lru_cache(self._find_wall)  # many start together

    def find_start(
        self, event: PublishedEvent, written: WrittenStart, event_notes: EventNotes
    ) -> datetime | None:
        """Find when an event starts (UTC); None where nothing says so."""
        dated, clock = written
        if dated is None or (self._habits.only_days and clock is not None):
            day = self._day_of(event) if dated is None else dated.date()
            if clock is None or day is None:
                return None
            return self._on_day(day, clock, event.day, event_notes)
        at = self._at_date(dated, event_notes)
        if clock is None:
            return at
        day = self._day_of(event)
        if day is not None and not self._habits.far and is_far(dated.date(), self._bounds):
            text = _("Its date is {date}, but it stands under {day}: it is put there.")
            event_notes.append((NoteKind.MENDED, text.format(date=dated.date(), day=day)))
            return self._on_day(day, clock, event.day, event_notes)
        return self._compare(at, dated, event.start, clock, event_notes)

    def find_day(self, event: PublishedEvent, start: datetime, event_notes: EventNotes) -> date:
        """Find the day of an event with this start (UTC): that it stands under, if possible."""
        own = self._wall(start).date()
        listed = read_day(event.day.date) if event.day else None
        if event.day is None or listed is None:
            day = self._day_at(start) or own
        elif self._is_on(listed, event.day, start):
            day = listed
        else:
            text = _("It stands under {day}, but starts on {date}: it is put there.")
            event_notes.append((NoteKind.MENDED, text.format(day=listed, date=own)))
            day = own
        return self._shown_day(day, start)

    def find_end(
        self, event: PublishedEvent, start: datetime, event_notes: EventNotes
    ) -> datetime | None:
        """Find when an event with this start ends (UTC); None where nothing usable says so."""
        length = read_duration(event.duration)
        if length:
            return start + length
        stated = read_instant(event.end)
        if stated is not None and start < self._instant(stated) <= start + LONGEST:
            return self._instant(stated)
        if length is not None or stated is not None:
            text = _("It lasts no time: its end counts as not stated.")
        elif event.duration.strip():
            text = _('Its duration "{duration}" cannot be read: its end counts as not stated.')
        else:
            text = _("It has no duration: its end counts as not stated.")
        event_notes.append(
            (NoteKind.MENDED, text.format(duration=flatten(event.duration)[:_LONGEST_TOLD]))
        )
        return None

    def _compare(
        self,
        at: datetime,
        dated: datetime,
        start: str,
        clock: timedelta,
        event_notes: EventNotes,
    ) -> datetime:
        """Compare the instant of a date (UTC) with the clock time beside it."""
        local, clock = self._wall(at), clock % _ONE_DAY
        if clock == since_midnight(local):
            return at
        if clock == since_midnight(dated) and self._zones.outweighs_offsets:
            self.other_offsets[f"{dated:%z}"] += 1
            return self._shown(dated.replace(tzinfo=None), event_notes)
        if clock != since_midnight(dated):
            text = _("Its date says {date}, its start {start}: the date is taken.")
            said = text.format(date=f"{local:%H:%M}", start=flatten(start)[:_LONGEST_TOLD])
            event_notes.append((NoteKind.MENDED, said))
        return at

    def _shown_day(self, day: date, start: datetime) -> date:
        """Find the day in the zone of the programme: the same where it can be, in the night too."""
        if self._zones.shown == self._zones.own:
            return day
        local = start.astimezone(self._zones.shown).date()
        return day if day <= local <= day + _ONE_DAY else local

    def _day_of(self, event: PublishedEvent) -> date | None:
        return read_day(event.day.date) if event.day else read_date(event.date)

    def _at_date(self, dated: datetime, event_notes: EventNotes) -> datetime:
        """Compute the instant (UTC) of a date, with or without an offset."""
        if dated.tzinfo is None and not self._habits.in_utc:
            return self._shown(dated, event_notes)
        return dated.replace(tzinfo=dated.tzinfo or UTC).astimezone(UTC)

    def is_whole_day(self, start: datetime, end: datetime | None) -> bool:
        """Tell whether an event lasts from a midnight to the next, as what is on all day does."""
        if end is None or end - start < _SHORTEST_DAY:
            return False
        zone = self._zones.shown
        day = start.astimezone(zone).date()
        midnight = find_midnight_after(zone, day - _ONE_DAY)
        return start == midnight and end == find_midnight_after(zone, day)

    def _is_on(self, listed: date, at: PublishedDay, start: datetime) -> bool:
        """Tell whether a start is on a day, or in the night after it, as far as the day says."""
        extent = self._extent_by_day[at]
        if extent is not None and extent[0] <= start < extent[1]:
            return True
        wall = self._wall(start)
        night = max(self._day_change, _NIGHT)
        return wall.date() == listed or (
            wall.date() == listed + _ONE_DAY and since_midnight(wall) < night
        )

    def _on_day(
        self, day: date, clock: timedelta, at: PublishedDay | None, event_notes: EventNotes
    ) -> datetime:
        """Compute the instant of a time of day; past midnight where its day goes on so long."""
        change = self._day_change
        extent = self._extent_by_day[at] if at else None
        if extent is not None:
            begins, ends = self._wall(extent[0]), self._wall(extent[1])
            if begins.date() == day < ends.date():
                change = min(since_midnight(begins), since_midnight(ends))
        if clock < change:
            clock += _ONE_DAY
        return self._shown(datetime.combine(day, time()) + clock, event_notes)

    def _shown(self, wall: datetime, event_notes: EventNotes) -> datetime:
        """Compute the instant (UTC) at which the clocks show a time."""
        at = self._instant(wall)
        taken = at.astimezone(self._zones.undated).replace(tzinfo=None)
        if taken != wall:
            event_notes.append((NoteKind.MENDED, describe_skipped_start(wall, taken)))
        return at

    def _day_at(self, start: datetime) -> date | None:
        """Find the day of the schedule that holds an instant, where days have starts and ends."""
        place = bisect_right(self._extents, start, key=lambda extent: extent[0]) - 1
        if place < 0:
            return None
        _first, last, day = self._extents[place]
        return day if start < last else None

    def _find_extent(self, day: PublishedDay) -> tuple[datetime, datetime, date] | None:
        """Find the start and the end (UTC) of a day, and its date; None where not all is given."""
        first, last, listed = read_instant(day.start), read_instant(day.end), read_day(day.date)
        if first is None or last is None or listed is None:
            return None
        return self._instant(first), self._instant(last), listed

    def _instant(self, at: datetime) -> datetime:
        """Convert a time to an instant (UTC); without an offset, by the clocks of its zone."""
        return (at if at.tzinfo else at.replace(tzinfo=self._zones.undated)).astimezone(UTC)

    def _find_wall(self, at: datetime) -> datetime:
        """Convert an instant to the time on the clocks of the schedule."""
        return at.astimezone(self._zones.own).replace(tzinfo=None)
