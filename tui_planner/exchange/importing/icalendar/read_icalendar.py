"""Reader of iCalendar (RFC 5545), as calendars and conferences publish it."""

from collections import Counter
from collections.abc import Sequence

from tui_planner.exchange.ical_extensions import X_PREFIX, parse_uid
from tui_planner.exchange.importing.draft.draft import Draft, DraftRoom, Note, NoteKind
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.progress import Progress
from tui_planner.exchange.importing.text.plain_text import clean_paragraphs, flatten
from tui_planner.support.i18n import _, ngettext

from .content_lines import ENTRIES, Component, parse_components
from .faults import format_line_place
from .listed_dates import first_listed
from .occurrences import expand_occurrences
from .parsed_event import ParsedEvent
from .people import drop_first_line, read_extensions
from .session_maker import SessionMaker, find_if_free_is_drop_in
from .zones import Zones, parse_written_time

_HEAD = _("head of the file")


def read_icalendar(data: bytes, zone: str = "", progress: Progress = lambda _part: None) -> Draft:
    """Read the programme in an iCalendar file, or in several joined one behind the other.

    Args:
        data: The file.
        zone: The zone of the programme; where it is empty, that which the file names.
        progress: Is called with how much of the file is read, from 0 to 1.

    Raises:
        NoScheduleError: it holds no event, or none that says when it is.
    """
    notes: list[Note] = []
    return make_draft(parse_components(data, notes, progress), notes, zone)


def make_draft(components: Sequence[Component], notes: list[Note], zone: str = "") -> Draft:
    """Make the draft of the programme in components, however these were written.

    Args:
        components: The calendars, or entries that stand in none.
        notes: What had to be mended so far; it goes on.
        zone: The zone of the programme; where it is empty, that which the calendars name.

    Raises:
        NoScheduleError: there is no event, or none that says when it is.
    """
    calendar_of: dict[int, Component] = {}
    entries: list[Component] = []
    for calendar in _calendars(components):
        for part in calendar.subcomponents:
            if part.name in ENTRIES:
                calendar_of[id(part)] = calendar
                entries.append(part)
    if not entries:
        raise NoScheduleError(_("It is a calendar without events."))
    calendars = list({id(calendar): calendar for calendar in calendar_of.values()}.values())
    events, zones = _events(entries, calendars, notes, zone)
    if not events:
        raise NoScheduleError(_("It is a calendar in which no event says when it starts."))
    free_is_drop_in = find_if_free_is_drop_in(events, calendar_of, notes)
    sessions = SessionMaker(zones, calendar_of, notes, free_is_drop_in).make_all(
        expand_occurrences(events, zones, notes)
    )
    draft = _draft(calendars, zones.programme.key, notes)
    draft.sessions = sessions
    _set_own_ids(draft, calendars)
    if not draft.is_round_trip:
        _mend_hosts(draft)
    _note_first_lines(draft, events)
    draft.rooms = [DraftRoom(name) for name in dict.fromkeys(s.room for s in sessions) if name]
    draft.days = sorted({session.day for session in sessions})
    draft.found = len(sessions) + sum(note.kind is NoteKind.LEFT_OUT for note in notes)
    return draft


def _calendars(components: Sequence[Component]) -> list[Component]:
    """List the calendars of a file; entries that stand in none are one of their own."""
    stray = Component("VCALENDAR", 1, {}, [c for c in components if c.name in ENTRIES])
    return [
        *(c for c in components if c.name == "VCALENDAR"),
        *([stray] if stray.subcomponents else []),
    ]


def _events(
    entries: Sequence[Component], calendars: Sequence[Component], notes: list[Note], zone: str
) -> tuple[list[ParsedEvent], Zones]:
    """Parse the events that say when they start; all else is left out, and noted."""
    starts = {}
    for entry in entries:
        start = parse_written_time(entry.get_first("DTSTART")) if entry.name == "VEVENT" else None
        if start is not None:
            starts[id(entry)] = start
            continue
        text = _('"{title}" is left out: nothing that can be read says when it starts.')
        if entry.name != "VEVENT":
            text = _('"{title}" is left out: it is no event, but a {name}.')
        title = flatten(entry.get_text("SUMMARY")) or _("Without a title")
        text = text.format(title=title, name=entry.name)
        notes.append(Note(NoteKind.LEFT_OUT, format_line_place(entry.line), text))
    timed = [entry for entry in entries if id(entry) in starts]
    others = [
        at
        for entry in timed
        for item in (*map(entry.get_first, ("DTEND", "RECURRENCE-ID")), *first_listed(entry))
        if (at := parse_written_time(item)) is not None
    ]
    zones = Zones.from_calendars(calendars, list(starts.values()), others, notes, zone)
    return [ParsedEvent.from_component(entry, starts[id(entry)], zones) for entry in timed], zones


def _draft(calendars: Sequence[Component], zone: str, notes: list[Note]) -> Draft:
    """Make the draft of the programme, without its sessions."""

    def said(*names: str) -> str:
        texts = (calendar.get_text(name) for calendar in calendars for name in names)
        return next(filter(None, texts), "")

    def own(name: str) -> str:
        texts = (value for calendar in calendars for value in read_extensions(calendar, name))
        return next(texts, "")

    title = flatten(said("NAME", "X-WR-CALNAME"))
    description = clean_paragraphs(said("X-WR-CALDESC", "DESCRIPTION"))
    if not title and description:
        title = flatten(description)[:200]
        text = _('The calendar has no name: it is called "{title}".').format(title=title)
        notes.append(Note(NoteKind.GUESSED, _HEAD, text))
    id_ = own("PROGRAMME")
    return Draft(
        title=title,
        zone=zone,
        id=id_,
        is_round_trip=bool(id_),
        venue=own("VENUE"),
        city=own("CITY"),
        version=own("VERSION"),
        language=own("LANGUAGE"),
        url=flatten(said("URL")),
        description="" if flatten(description) == title else description,
        notes=notes,
    )


def _set_own_ids(draft: Draft, calendars: Sequence[Component]) -> None:
    """Remove from the UIDs what this program added to make them unique in the world."""
    for programme in {value for one in calendars for value in read_extensions(one, "PROGRAMME")}:
        for session in draft.sessions:
            session.id = parse_uid(session.id, programme)
            session.part_of = session.part_of and parse_uid(session.part_of, programme)
            session.repeat_of = session.repeat_of and parse_uid(session.repeat_of, programme)


def _mend_hosts(draft: Draft) -> None:
    """Drop the organizer of all events as a host: that is who publishes the calendar."""
    hosts = Counter(host for session in draft.sessions for host in session.hosts)
    common = [name for name, times in hosts.items() if times == len(draft.sessions) > 1]
    for name in common:
        for session in draft.sessions:
            session.hosts = tuple(host for host in session.hosts if host != name)
        text = _("{name} is the organizer of every event: no host is made of that.")
        draft.notes.append(Note(NoteKind.GUESSED, _HEAD, text.format(name=name)))


def _note_first_lines(draft: Draft, events: Sequence[ParsedEvent]) -> None:
    """Note that first lines of descriptions were taken for the names of speakers."""
    named = [
        event
        for event in events
        if X_PREFIX + "ADDED-LINES" not in event.component.properties
        and drop_first_line(event.component.get_text("DESCRIPTION"))[0]
    ]
    if not named:
        return
    message = ngettext(
        "The first line of {n} description names the speakers: it is taken from there.",
        "The first lines of {n} descriptions name the speakers: they are taken from there.",
        len(named),
    )
    draft.notes.append(Note(NoteKind.GUESSED, named[0].place, message.format(n=len(named))))
