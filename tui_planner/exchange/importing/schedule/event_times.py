"""The start, the end and the day of a published event, where its own texts may disagree."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.draft.draft import NoteKind
from tui_planner.exchange.importing.draft.event_notes import EventNotes, describe_skipped_start
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.exchange.importing.text.written_times import (
    LONGEST,
    read_clock,
    read_date,
    read_duration,
    read_instant,
)
from tui_planner.programme.wall_time import find_midnight_after
from tui_planner.support.i18n import _

from .schedule_records import PublishedDay, PublishedEvent

_ONE_DAY = timedelta(days=1)
_NIGHT = timedelta(hours=6)
"""After midnight, what is still meant to be of the day before, where the file does not say."""


class EventTimes:
    """Finder of the times of events, in the zone of the schedule.

    Attributes:
        other_offsets: How many dates bear an offset that the zone does not have then, by offset.
    """

    def __init__(
        self, zone: ZoneInfo, days: Iterable[PublishedDay] = (), day_change: timedelta = timedelta()
    ) -> None:
        """Take times without an offset in `zone`; a day lasts until `day_change` of the next."""
        self._zone = zone
        self._day_change = day_change
        self._extents = sorted(filter(None, map(self._extent, days)))
        self.other_offsets: Counter[str] = Counter()

    def find_start(self, event: PublishedEvent, event_notes: EventNotes) -> datetime | None:
        """Find when an event starts (UTC); None where nothing says so."""
        dated = read_instant(event.date) or read_instant(event.start)
        since_midnight = read_clock(event.start)
        day = read_date(event.day.date) if event.day else read_date(event.date)
        if dated is None:
            if since_midnight is None or day is None:
                return None
            return self._on_day(day, since_midnight, event.day, event_notes)
        at = self._instant(dated) if dated.tzinfo else self._shown(dated, event_notes)
        if since_midnight is None:
            return at
        wall, local = dated.replace(tzinfo=None), self._wall(at)
        if day is not None and not day <= local.date() <= day + _ONE_DAY:
            text = _("Its date is {date}, but it stands under {day}: it is put there.")
            event_notes.append((NoteKind.MENDED, text.format(date=wall.date(), day=day)))
            return self._on_day(day, since_midnight, event.day, event_notes)
        clock = since_midnight % _ONE_DAY
        if clock == _since_midnight(local):
            return at
        if clock == _since_midnight(wall):
            self.other_offsets[f"{dated:%z}"] += 1
            return self._shown(wall, event_notes)
        text = _("Its date says {date}, its start {start}: the date is taken.")
        start = event.start.strip()
        event_notes.append((NoteKind.MENDED, text.format(date=f"{local:%H:%M}", start=start)))
        return at

    def find_day(self, event: PublishedEvent, start: datetime, event_notes: EventNotes) -> date:
        """Find the day of an event with this start (UTC): that it stands under, if possible."""
        own = self._wall(start).date()
        if event.day is None:
            return self._day_at(start) or own
        listed = read_date(event.day.date)
        if listed is None or self._is_on(listed, event.day, start):
            return listed or own
        text = _("It stands under {day}, but starts on {date}: it is put there.")
        event_notes.append((NoteKind.MENDED, text.format(day=listed, date=own)))
        return own

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
        event_notes.append((NoteKind.MENDED, text.format(duration=flatten(event.duration)[:40])))
        return None

    def is_whole_day(self, start: datetime, end: datetime | None) -> bool:
        """Tell whether an event lasts from a midnight to the next, as what is on all day does."""
        day = self._wall(start).date()
        midnight = find_midnight_after(self._zone, day - _ONE_DAY)
        return start == midnight and end == find_midnight_after(self._zone, day)

    def _is_on(self, listed: date, at: PublishedDay, start: datetime) -> bool:
        """Tell whether a start is on a day, or in the night after it, as far as the day says."""
        extent = self._extent(at)
        if extent is not None and extent[0] <= start < extent[1]:
            return True
        wall = self._wall(start)
        night = max(self._day_change, _NIGHT)
        return wall.date() == listed or (
            wall.date() == listed + _ONE_DAY and _since_midnight(wall) < night
        )

    def _on_day(
        self, day: date, since_midnight: timedelta, at: PublishedDay | None, event_notes: EventNotes
    ) -> datetime:
        """Compute the instant of a time of day; past midnight where its day goes on so long."""
        change = self._day_change
        extent = self._extent(at) if at else None
        if extent is not None:
            begins, ends = self._wall(extent[0]), self._wall(extent[1])
            if begins.date() == day < ends.date():
                change = min(_since_midnight(begins), _since_midnight(ends))
        if since_midnight < change:
            since_midnight += _ONE_DAY
        return self._shown(datetime.combine(day, time()) + since_midnight, event_notes)

    def _shown(self, wall: datetime, event_notes: EventNotes) -> datetime:
        """Compute the instant (UTC) at which the clocks show a time."""
        at = self._instant(wall)
        if self._wall(at) != wall:
            event_notes.append((NoteKind.MENDED, describe_skipped_start(wall, self._wall(at))))
        return at

    def _day_at(self, start: datetime) -> date | None:
        """Find the day of the schedule that holds an instant, where days have starts and ends."""
        place = bisect_right(self._extents, start, key=lambda extent: extent[0]) - 1
        if place < 0:
            return None
        _first, last, day = self._extents[place]
        return day if start < last else None

    def _extent(self, day: PublishedDay) -> tuple[datetime, datetime, date] | None:
        first, last, listed = read_instant(day.start), read_instant(day.end), read_date(day.date)
        if first is None or last is None or listed is None:
            return None
        return self._instant(first), self._instant(last), listed

    def _instant(self, at: datetime) -> datetime:
        """Convert a time to an instant (UTC); without an offset, by the clocks of the zone."""
        return (at if at.tzinfo else at.replace(tzinfo=self._zone)).astimezone(UTC)

    def _wall(self, at: datetime) -> datetime:
        """Convert an instant to the time on the clocks."""
        return at.astimezone(self._zone).replace(tzinfo=None)


def _since_midnight(at: datetime) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)
