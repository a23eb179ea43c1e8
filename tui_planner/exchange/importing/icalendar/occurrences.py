"""The occurrences of the events of an iCalendar file, of those that recur too."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import islice

from tui_planner.exchange.importing.draft.draft import Note, NoteKind
from tui_planner.support.i18n import _, ngettext

from .content_lines import Property
from .parsed_event import ParsedEvent
from .recurrence import RecurrenceRule, expand_rule, parse_rule
from .zones import WrittenTime, Zones, parse_written_time

MOST_OF_ONE = 60
"""Occurrences of one event; a programme holds few."""
MOST_OF_ALL = 10_000
"""Occurrences that come from recurrences, in the whole file."""
MOST_LISTED = 10_000
"""Dates that one event lists besides its rule, or leaves out of it."""
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
        for exception in self._exceptions.pop(event.uid, []):
            if exception.instead_of is not None:
                replaced[self._zones.to_instant(exception.instead_of)].append(exception)
        for at in sorted({*starts, *replaced}):
            wall = self._zones.to_wall(event.written, at)
            for one in replaced.get(at) or [self._moved(event, at)]:
                yield Occurrence(one, f"{event.uid}#{wall:%Y%m%dT%H%M}", one.start, one.end)
        if not starts and not replaced:
            text = _('"{title}" is left out: it recurs, but never while the other events are.')
            text = text.format(title=event.title)
            self._notes.append(Note(NoteKind.LEFT_OUT, event.place, text))

    def _moved(self, event: ParsedEvent, at: datetime) -> ParsedEvent:
        end = None
        if event.end is not None and event.written.whole_day:
            length = self._zones.to_wall(event.written, event.end) - event.written.wall
            wall = self._zones.to_wall(event.written, at) + length
            end = self._zones.resolve_wall(event.written, wall)
        elif event.end is not None:
            end = at + (event.end - event.start)
        return replace(event, start=at, end=end, notes=list(event.notes))

    def _starts(self, event: ParsedEvent, extent: _Extent) -> list[datetime]:
        """Find the instants at which a recurring event starts, by its rule and its dates."""
        written = event.component.get_first("RRULE")
        rule = parse_rule(written.value) if written else None
        if written is not None and rule is None:
            text = _('It recurs in a way that is not known here ("{rule}"): once is taken.')
            event.notes.append((NoteKind.GUESSED, text.format(rule=written.value[:60])))
        found = self._by_rule(event, rule, extent) if rule else {event.start}
        found |= {self._zones.to_instant(at) for at in self._listed(event, "RDATE")}
        without = self._listed(event, "EXDATE")
        days = {at.wall.date() for at in without if at.whole_day}
        if days:
            found = {one for one in found if self._day(event, one) not in days}
        found -= {self._zones.to_instant(at) for at in without}
        kept = sorted(found)[: max(1, min(MOST_OF_ONE, self._left))]
        self._left -= max(len(kept), _LEAST_COST)
        if rule is not None or written is None:
            self._note_recurrence(event, rule, len(found), len(kept))
        return kept

    def _listed(self, event: ParsedEvent, name: str) -> list[WrittenTime]:
        """Parse the times in the properties that list some; of periods, their starts."""
        values = (
            Property(item.name, item.params, value.partition("/")[0], item.line)
            for item in event.component.get_all(name)
            for value in item.value.split(",")
        )
        found = [parse_written_time(value) for value in islice(values, MOST_LISTED)]
        if next(values, None) is not None:
            text = _("It lists more than {n} dates ({name}): the others are passed over.")
            message = text.format(n=MOST_LISTED, name=name)
            self._notes.append(Note(NoteKind.GUESSED, event.place, message))
        return [at for at in found if at is not None]

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
            wall = datetime.combine(day, event.written.wall.timetz())
            at = self._zones.resolve_wall(event.written, wall)
            if (last is None or day <= last) and (until is None or at <= until):
                yield at

    def _until(self, event: ParsedEvent, rule: RecurrenceRule) -> datetime | None:
        if not isinstance(rule.until, datetime):
            return None
        return self._zones.resolve_wall(event.written, rule.until)

    def _day(self, event: ParsedEvent, at: datetime) -> date:
        return self._zones.to_wall(event.written, at).date()

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
