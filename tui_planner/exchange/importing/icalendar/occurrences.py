"""The occurrences of the events of an iCalendar file, of those that recur too."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tui_planner.exchange.importing.draft.draft import Note, NoteKind
from tui_planner.support.i18n import _, ngettext

from .listed_dates import find_day, find_excluded, find_listed, resolve_day
from .parsed_event import ParsedEvent
from .recurrence import RecurrenceRule, expand_rule, parse_rule
from .zones import Zones

MOST_OF_ONE = 60
"""Occurrences of one event; a programme holds few."""
MOST_OF_ALL = 10_000
"""Occurrences that come from recurrences, in the whole file."""
_LEAST_COST = 10
"""What an event that recurs takes of these at least: to find that it never does takes time, too."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that an event takes place, under an id; instants in UTC."""

    event: ParsedEvent
    id: str
    start: datetime
    end: datetime | None


@dataclass(frozen=True, slots=True)
class _Extent:
    """The days of the events that take place once; None where there are none."""

    first: date | None = None
    last: date | None = None


def expand_occurrences(
    events: Sequence[ParsedEvent], zones: Zones, notes: list[Note]
) -> list[Occurrence]:
    """Expand events into occurrences, in the order of the file.

    What does not take place while the other events do is left out, and noted.
    """
    return list(_Expansion(_current(events, zones, notes), zones, notes).find_all())


def _current(events: Sequence[ParsedEvent], zones: Zones, notes: list[Note]) -> list[ParsedEvent]:
    """Drop older versions of events; an event without a UID has no versions."""
    versions: dict[tuple[str, datetime | None], list[ParsedEvent]] = defaultdict(list)
    current = []
    for event in events:
        if event.component.get_first("UID") is None:
            current.append(event)
            continue
        at = zones.to_instant(event.instead_of) if event.instead_of else None
        versions[event.uid, at].append(event)
    newest = {key: max(event.revision for event in same) for key, same in versions.items()}
    for key, same in versions.items():
        for event in same:
            if event.revision == newest[key]:
                current.append(event)
                continue
            text = _('"{title}" is left out: a newer version of it is in the file.')
            text = text.format(title=event.title)
            notes.append(Note(NoteKind.LEFT_OUT, event.place, text))
    return sorted(current, key=lambda event: event.component.line)


class _Expansion:
    """The expansion of the events of one file, with notes on it."""

    def __init__(self, events: Sequence[ParsedEvent], zones: Zones, notes: list[Note]) -> None:
        self._events = events
        self._zones = zones
        self._notes = notes
        self._left = MOST_OF_ALL
        self._recurring = {event.uid for event in events if _recurs(event)}
        self._exceptions: dict[str, list[ParsedEvent]] = defaultdict(list)
        for event in events:
            if event.instead_of is not None and event.uid in self._recurring:
                self._exceptions[event.uid].append(event)

    def find_all(self) -> Iterator[Occurrence]:
        """Find the occurrences of all events."""
        extent = self._extent()
        for event in self._events:
            if _recurs(event):
                yield from self._recurrences(event, extent)
            elif event.instead_of is None or event.uid not in self._recurring:
                yield Occurrence(event, event.uid, event.start, event.end)

    def _extent(self) -> _Extent:
        days = [
            self._zones.to_wall(event.written, event.start).date()
            for event in self._events
            if event.uid not in self._recurring and not event.lasts_days
        ]
        return _Extent(min(days), max(days)) if days else _Extent()

    def _recurrences(self, event: ParsedEvent, extent: _Extent) -> Iterator[Occurrence]:
        """Find the occurrences of a recurring event, each as it was changed."""
        starts = self._starts(event, extent)
        replaced: dict[datetime, list[ParsedEvent]] = defaultdict(list)
        futures: list[tuple[datetime, ParsedEvent]] = []
        for exception in self._exceptions.pop(event.uid, []):
            at = self._replaced(event, exception, starts)
            replaced[at].append(exception)
            if exception.is_for_future:
                futures.append((at, exception))
        futures.sort(key=lambda each: each[0])
        for at in sorted({*starts, *replaced}):
            wall = self._zones.to_wall(event.written, at)
            for one in replaced.get(at) or [self._moved(event, at, starts[at], futures)]:
                yield Occurrence(one, f"{event.uid}#{wall:%Y%m%dT%H%M}", one.start, one.end)
        if not starts and not replaced:
            text = _('"{title}" is left out: it recurs, but never while the other events are.')
            text = text.format(title=event.title)
            self._notes.append(Note(NoteKind.LEFT_OUT, event.place, text))

    def _replaced(
        self, event: ParsedEvent, exception: ParsedEvent, starts: Iterable[datetime]
    ) -> datetime:
        """Find the start of the occurrence in whose place one stands; of a date, the one on it."""
        named = exception.instead_of or exception.written
        if named.whole_day or event.written.whole_day:
            day = named.wall.date()
            on_day = (at for at in starts if find_day(event, at, self._zones) == day)
            return min(on_day, default=resolve_day(event, day, self._zones))
        return self._zones.to_instant(named)

    def _moved(
        self,
        event: ParsedEvent,
        at: datetime,
        length: timedelta | None,
        futures: Sequence[tuple[datetime, ParsedEvent]],
    ) -> ParsedEvent:
        """Make the occurrence at a start: as the event says, or the last that changes what follows.

        Args:
            event: The recurring event.
            at: The start.
            length: Of a period that is listed, how long it lasts.
            futures: The changes of all that follow, with the starts of the first of these.
        """
        past = bisect_right(futures, at, key=lambda each: each[0])
        if not past:
            return self._shifted(event, at, length)
        begun, change = futures[past - 1]
        wall = self._zones.to_wall(event.written, at)
        moved_by = change.written.wall.replace(tzinfo=None) - self._zones.to_wall(
            change.written, begun
        )
        like = change.written
        there = self._zones.to_wall(like, self._zones.resolve_wall(event.written, wall))
        return self._shifted(change, self._zones.resolve_wall(like, there + moved_by), length)

    def _shifted(self, event: ParsedEvent, at: datetime, length: timedelta | None) -> ParsedEvent:
        """Move an event to another start; one on all day lasts as long by the clocks."""
        end = None
        if length is not None:
            end = at + length
        elif event.end is not None and event.is_all_day:
            begun, ended, wall = (
                self._zones.to_wall(event.written, one) for one in (event.start, event.end, at)
            )
            end = self._zones.resolve_wall(event.written, wall + (ended - begun))
        elif event.end is not None:
            end = at + (event.end - event.start)
        return replace(event, start=at, end=end, notes=list(event.notes))

    def _starts(self, event: ParsedEvent, extent: _Extent) -> dict[datetime, timedelta | None]:
        """Find at which instants a recurring event starts, by its rule and its dates.

        Returns:
            The starts in order; with the lengths of those that are periods.
        """
        written = event.component.get_first("RRULE")
        rule = parse_rule(written.value) if written else None
        if written is not None and rule is None:
            text = _('It recurs in a way that is not known here ("{rule}"): once is taken.')
            event.notes.append((NoteKind.GUESSED, text.format(rule=written.value[:60])))
        found = dict.fromkeys(self._by_rule(event, rule, extent) if rule else {event.start})
        found |= find_listed(event, self._zones, self._notes)
        starts = sorted(found.keys() - find_excluded(event, found, self._zones, self._notes))
        kept = starts[: max(1, min(MOST_OF_ONE, self._left))]
        self._left -= max(len(kept), _LEAST_COST)
        if rule is not None or written is None:
            self._note_recurrence(event, rule, len(starts), len(kept))
        return {at: found[at] for at in kept}

    def _by_rule(self, event: ParsedEvent, rule: RecurrenceRule, extent: _Extent) -> set[datetime]:
        if self._left <= 0:
            event.notes.append((NoteKind.GUESSED, _("Too many events recur: once is taken.")))
            return {event.start}
        return set(self._found(event, rule, extent))

    def _found(
        self, event: ParsedEvent, rule: RecurrenceRule, extent: _Extent
    ) -> Iterator[datetime]:
        first = event.written.wall.date()
        after = first if rule.is_finite else max(first, extent.first or first)
        last = None if rule.is_finite else extent.last
        until = self._until(event, rule)
        for day in expand_rule(rule, first, after, MOST_OF_ONE + 1):
            at = resolve_day(event, day, self._zones)
            if (last is None or day <= last) and (until is None or at <= until):
                yield at

    def _until(self, event: ParsedEvent, rule: RecurrenceRule) -> datetime | None:
        if not isinstance(rule.until, datetime):
            return None
        return self._zones.resolve_wall(event.written, rule.until)

    def _note_recurrence(
        self, event: ParsedEvent, rule: RecurrenceRule | None, found: int, kept: int
    ) -> None:
        if not kept:
            return
        message = ngettext(
            '"{title}" recurs: {n} occurrence is taken.',
            '"{title}" recurs: {n} occurrences are taken.',
            kept,
        )
        kind = NoteKind.MENDED
        if found > kept or (rule is not None and not rule.is_finite):
            kind = NoteKind.GUESSED
            message = ngettext(
                '"{title}" recurs without an end, or too often: {n} occurrence is taken.',
                '"{title}" recurs without an end, or too often: {n} occurrences are taken.',
                kept,
            )
        text = message.format(title=event.title, n=kept)
        self._notes.append(Note(kind, event.place, text))


def _recurs(event: ParsedEvent) -> bool:
    says = event.component.properties
    return event.instead_of is None and ("RRULE" in says or "RDATE" in says)
