"""Sessions of a draft, made of the occurrences in a calendar."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from tui_planner.exchange.ical_extensions import REPEAT_OF, X_PREFIX
from tui_planner.exchange.importing.draft.draft import DraftSession, EventNotes, Note, NoteKind
from tui_planner.exchange.importing.import_limits import Limit, check_limit
from tui_planner.exchange.importing.text.languages import parse_language
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.exchange.importing.text.written_times import read_date
from tui_planner.programme.model import BlockKind, Status
from tui_planner.support.i18n import _

from .content_lines import Component, unescape
from .links import read_links
from .occurrences import Occurrence
from .parsed_event import ParsedEvent, is_cancelled, read_description, read_extension
from .people import read_hosts, read_speakers
from .zones import Zones

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class SessionMaker:
    """Maker of the sessions of occurrences.

    Attributes:
        calendar_of: The calendars of events, by the identity of their components.
        notes: Where it is said what was made of them.
        free_is_drop_in: Whether what takes no time, as its calendar says, is to drop in.
    """

    zones: Zones
    calendar_of: Mapping[int, Component]
    notes: list[Note]
    free_is_drop_in: bool = True

    def make_all(self, occurrences: Sequence[Occurrence]) -> list[DraftSession]:
        """Make the sessions; an event of days becomes one on each of them."""
        made: list[DraftSession] = []
        split: set[str] = set()
        for one in occurrences:
            if one.event.lasts_days:
                parts = list(self._by_day(one))
                split.update({one.id} - {part.id for part in parts})
                made += parts
            else:
                made.append(self._session(one))
            check_limit(Limit.EVENTS, len(made))
        for session in made:
            if session.part_of in split:  # it is of the part that is on the same day
                session.part_of = f"{session.part_of}#{session.day:%Y%m%d}"
        return made

    def _session(
        self, occurrence: Occurrence, event_notes: EventNotes | None = None
    ) -> DraftSession:
        event, component = occurrence.event, occurrence.event.component
        calendar = self.calendar_of[id(component)]
        event_notes = [*event.notes, *(event_notes or ())]
        named, description, mended = read_description(component)
        is_own = _is_own(calendar)
        drop_in = event.is_transparent and (is_own or self.free_is_drop_in)
        drop_in = drop_in and not event.is_all_day  # which clashes with nothing anyway
        kind = read_extension(component, "KIND")
        if drop_in and not kind and not is_own:
            text = _("It says that it takes no time: one can come and go (drop_in).")
            event_notes.append((NoteKind.GUESSED, text))
        session = DraftSession(
            id=occurrence.id,
            title=event.title,
            start=occurrence.start,
            day=read_date(read_extension(component, "DAY"))
            or occurrence.start.astimezone(self.zones.programme).date(),
            place=event.place,
            end=occurrence.end,
            room=_room(component, calendar),
            track=_track(component, event_notes),
            speakers=read_speakers(component, named),
            hosts=read_hosts(component),
            description=description,
            url=flatten(component.get_text("URL")),
            links=read_links(component, description, event_notes),
            language=_language(component),
            status=_status(component, calendar),
            part_of=_related(component, "PARENT"),
            repeat_of=_related(component, REPEAT_OF),
            drop_in=drop_in and not kind,
            meal=bool(read_extension(component, "MEAL")),
            for_everyone=kind if kind in tuple(BlockKind) else "",
        )
        self.notes.extend(Note(NoteKind.MENDED, event.place, text) for text in mended)
        self.notes.extend(Note(kind, event.place, text, session.id) for kind, text in event_notes)
        return session

    def _by_day(self, occurrence: Occurrence) -> Iterator[DraftSession]:
        """Make a session for each day of what lasts days, within its true start and end."""
        event, zone = occurrence.event, self.zones.programme
        start, end = occurrence.start, occurrence.end or occurrence.start + _ONE_DAY
        days = list(_list_days(start.astimezone(zone), end.astimezone(zone)))
        notes: EventNotes = []
        if not event.is_all_day:
            text = _("It lasts from {start} to {end}: it is listed once on each of its days.")
            from_, to = (f"{at.astimezone(zone):%Y-%m-%d %H:%M}" for at in (start, end))
            notes.append((NoteKind.MENDED, text.format(start=from_, end=to)))
        for day in days:
            begins, ends = (
                datetime.combine(each, time(), zone).astimezone(UTC)
                for each in (day, day + _ONE_DAY)
            )
            if not event.is_all_day:
                begins, ends = max(begins, start), min(ends, end)
            id_ = occurrence.id if len(days) == 1 else f"{occurrence.id}#{day:%Y%m%d}"
            session = self._session(replace(occurrence, id=id_, start=begins, end=ends), notes)
            session.day, session.all_day = day, event.is_all_day
            yield session


def _list_days(start: datetime, end: datetime) -> Iterator[date]:
    """List the days of a span of local time; one that it only touches at midnight is none."""
    number = (end.date() - start.date()).days + (end.time() > time())
    for at in range(max(1, number)):
        yield start.date() + at * _ONE_DAY


def find_if_free_is_drop_in(
    events: Sequence[ParsedEvent], calendar_of: Mapping[int, Component], notes: list[Note]
) -> bool:
    """Find whether it means something that events of others take no time; note where it does not.

    It does where a minority of the timed ones says so: a calendar to which people subscribe often
    says it of all, so that they stay free.
    """
    said = [
        event.is_transparent
        for event in events
        if not event.lasts_days and not _is_own(calendar_of[id(event.component)])
    ]
    number = sum(said)
    if not number or 2 * number < len(said):
        return True
    text = _("{n} of {all} events say that they take no time: no drop_in is made of that.")
    message = text.format(n=number, all=len(said))
    notes.append(Note(NoteKind.GUESSED, _("head of the file"), message))
    return False


def _is_own(calendar: Component) -> bool:
    """Tell whether this program wrote a calendar."""
    return calendar.get_first(X_PREFIX + "PROGRAMME") is not None


def _room(event: Component, calendar: Component) -> str:
    """Get the room from the location, without the venue that this program adds."""
    venue = ", ".join(
        filter(None, (read_extension(calendar, "VENUE"), read_extension(calendar, "CITY")))
    )
    place = flatten(event.get_text("LOCATION"))
    return "" if place == venue else place.removesuffix(f", {venue}")


def _track(event: Component, event_notes: EventNotes) -> str:
    """Get the first category."""
    from icalendar.parser.property import split_on_unescaped_comma  # noqa: PLC0415 - takes time

    written = (split_on_unescaped_comma(item.value) for item in event.get_all("CATEGORIES"))
    names = [name for values in written for value in values if (name := flatten(value))]
    if len(names) > 1:
        text = _('Of its categories, "{first}" is its track; left away: {others}.')
        others = ", ".join(names[1:])[:200]
        event_notes.append((NoteKind.MENDED, text.format(first=names[0], others=others)))
    return names[0] if names else ""


def _language(event: Component) -> str:
    title = event.get_first("SUMMARY")
    return parse_language(title.params.get("LANGUAGE", "")) if title else ""


def _status(event: Component, calendar: Component) -> str:
    if is_cancelled(event, calendar):
        return Status.CANCELLED
    said = read_extension(event, "STATUS")
    return said if said in tuple(Status) else Status.OPEN


def _related(event: Component, kind: str) -> str | None:
    """Get the UID of the event to which this one has a kind of relation, or None."""
    for item in event.get_all("RELATED-TO"):
        if item.params.get("RELTYPE", "PARENT").upper() == kind:
            return flatten(unescape(item.value)) or None
    return None
