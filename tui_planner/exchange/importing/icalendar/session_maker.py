"""Sessions of a draft, made of the occurrences in a calendar."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from tui_planner.exchange.ical_extensions import REPEAT_OF, X_PREFIX
from tui_planner.exchange.importing.draft.draft import DraftSession, Note, NoteKind
from tui_planner.exchange.importing.draft.event_notes import EventNotes
from tui_planner.exchange.importing.import_limits import check_events
from tui_planner.exchange.importing.text.languages import parse_language
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.exchange.importing.text.written_times import read_date
from tui_planner.programme.model import BlockKind, Status
from tui_planner.support.i18n import _

from .content_lines import Component, unescape
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
        """Make the sessions; an event of whole days becomes one on each day that has others."""
        timed = [self._session(one) for one in occurrences if not one.event.lasts_days]
        days = defaultdict[date, list[DraftSession]](list)
        for session in timed:
            days[session.day].append(session)
        all_ = timed.copy()
        for one in occurrences:
            if one.event.lasts_days:
                all_ += self._by_day(one, days)
                check_events(len(all_))
        return all_

    def _session(
        self, occurrence: Occurrence, event_notes: EventNotes | None = None
    ) -> DraftSession:
        event, component = occurrence.event, occurrence.event.component
        calendar = self.calendar_of[id(component)]
        event_notes = [*event.notes, *(event_notes or ())]
        named, description, mended = read_description(component)
        is_own = _is_own(calendar)
        drop_in = event.is_transparent and (is_own or self.free_is_drop_in)
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

    def _by_day(
        self, occurrence: Occurrence, days: Mapping[date, list[DraftSession]]
    ) -> Iterator[DraftSession]:
        """Make drop-in sessions of what lasts whole days, while the others of each day are on."""
        zone = self.zones.programme
        begins = occurrence.start.astimezone(zone).date()
        last = occurrence.end.astimezone(zone) if occurrence.end else occurrence.start
        number = max(1, (last.date() - begins).days + (last.time() > time()))
        listed = [begins + at * _ONE_DAY for at in range(number)]
        shown_on = [day for day in listed if day in days] or listed
        for day in shown_on:
            others = days.get(day, [])
            midnight = datetime.combine(day, time(), zone)
            start = min((other.start for other in others), default=midnight)
            end = max((other.end or other.start for other in others), default=midnight + _ONE_DAY)
            id_ = occurrence.id if len(shown_on) == 1 else f"{occurrence.id}#{day:%Y%m%d}"
            text = _("It lasts whole days: one can come and go (drop_in) while the others are on.")
            of_day = replace(occurrence, id=id_, start=start, end=end)
            session = self._session(of_day, [(NoteKind.GUESSED, text)])
            session.day, session.drop_in = day, True
            yield session


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
