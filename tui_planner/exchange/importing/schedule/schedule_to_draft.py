"""The draft of a published schedule: its times become instants, its texts plain."""

from collections.abc import Iterator
from datetime import date, timedelta

from tui_planner.exchange.importing.draft.draft import (
    Draft,
    DraftRoom,
    DraftSession,
    EventNotes,
    Note,
    NoteKind,
)
from tui_planner.exchange.importing.draft.identity import make_id
from tui_planner.exchange.importing.progress import Progress
from tui_planner.exchange.importing.text.descriptions import join_texts
from tui_planner.exchange.importing.text.languages import parse_language
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.exchange.importing.text.written_times import read_clock, read_day
from tui_planner.programme.model import BlockKind
from tui_planner.support.i18n import _, ngettext

from .event_links import list_links, resolve_address
from .event_times import EventTimes, TimeZones
from .schedule_records import PublishedEvent, PublishedSchedule
from .schedule_zones import find_zones
from .written_starts import WrittenStart, read_start

_STATES_LEFT_OUT = {
    *("rejected", "withdrawn", "deleted", "draft", "submitted"),
    *("declined", "nominated", "waitlisted"),
}
_STATUS = {"canceled": "cancelled", "cancelled": "cancelled", "full": "full"}
_FOR_EVERYONE = {kind.value: kind.value for kind in BlockKind if kind is not BlockKind.CHOICE} | {
    "meta": "break",
    "pause": "break",
}
"""The kinds of block, by the types of events that say so."""


def make_draft(
    published: PublishedSchedule, zone: str = "", progress: Progress = lambda _part: None
) -> Draft:
    """Make the draft of a schedule; what is mended or left out on the way is in its notes.

    Args:
        published: The schedule.
        zone: The zone to show it in, and of times in it that have none; empty for its own.
        progress: Is called with how many of the events are done, from 0 to 1.
    """
    about = {key: flatten(text) for key, text in published.conference.items()}
    notes = [Note(NoteKind.MENDED, _head(), text) for text in published.mended]
    notes += [Note(NoteKind.GUESSED, _head(), text) for text in published.guessed]
    starts = [read_start(event) for event in published.events]
    zones = find_zones(published, starts, zone, notes)
    draft = Draft(
        title=about.get("title", ""),
        zone=zones.shown.key,
        rooms=[DraftRoom(flatten(room.name), room.capacity) for room in published.rooms],
        days=_days(published, zones),
        id=about.get("acronym", ""),
        venue=about.get("venue", ""),
        city=about.get("city", ""),
        url=about.get("url", "") or _base(about),
        version=flatten(published.version),
        language=parse_language(about.get("language", "")),
        description=_about_text(published.conference),
        notes=notes,
        found=len(published.events),
    )
    day_change = read_clock(about.get("day_change", "")) or timedelta()
    times = EventTimes(zones, starts, published.days, day_change)
    base = _base(about) or about.get("url", "")
    for number, (event, start) in enumerate(zip(published.events, starts, strict=True), 1):
        draft.sessions.extend(_sessions(event, start, times, base, notes))
        progress(number / len(published.events))
    if times.other_offsets:
        notes.append(_note_offsets(times, zones.own.key))
    return draft


def _days(published: PublishedSchedule, zones: TimeZones) -> list[date]:
    """List the days; in another zone than their own they are those on which sessions start."""
    if zones.shown != zones.own:
        return []
    return [day for each in published.days if (day := read_day(each.date))]


def _base(about: dict[str, str]) -> str:
    return about.get("baseurl", "") or about.get("base_url", "")


def _head() -> str:
    return _("head of the file")


def _about_text(conference: dict[str, str]) -> str:
    return join_texts(conference.get("subtitle", ""), conference.get("description", ""))[0]


def _note_offsets(times: EventTimes, zone: str) -> Note:
    number = times.other_offsets.total()
    message = ngettext(
        "{n} date has an offset that {zone} does not have then ({offsets}): "
        "it is taken as the time that clocks there show.",
        "{n} dates have an offset that {zone} does not have then ({offsets}): "
        "they are taken as the times that clocks there show.",
        number,
    )
    offsets = ", ".join(sorted(times.other_offsets))
    return Note(NoteKind.MENDED, _head(), message.format(n=number, zone=zone, offsets=offsets))


def _sessions(
    event: PublishedEvent, written: WrittenStart, times: EventTimes, base: str, notes: list[Note]
) -> Iterator[DraftSession]:
    """Make the session of an event, or none; what became of it goes to the notes."""
    event_notes: EventNotes = []
    start = times.find_start(event, written, event_notes)
    state = event.state.strip().lower()
    own_title = flatten(event.title)
    title = own_title or flatten(event.subtitle) or flatten(event.slug)
    if start is None or state in _STATES_LEFT_OUT:
        notes.append(_left_out(event, title, state if state in _STATES_LEFT_OUT else ""))
        return
    if not own_title:
        title = title or _("Without a title")
        event_notes.append((NoteKind.MENDED, _("It has no title.")))
    id_ = flatten(event.guid) or flatten(event.id)
    if not id_:
        id_ = flatten(event.slug) or make_id(title, "session")
        event_notes.append(
            (NoteKind.GUESSED, _("It has no id: one was made of what it is called."))
        )
    description, mended = join_texts(event.subtitle, event.abstract, event.description)
    notes.extend(Note(NoteKind.MENDED, event.place, text) for text in mended)
    for_everyone = _FOR_EVERYONE.get(event.type.strip().lower(), "")
    day = times.find_day(event, start, event_notes)
    end = times.find_end(event, start, event_notes)
    yield DraftSession(
        id=id_,
        title=title,
        start=start,
        day=day,
        place=event.place,
        end=end,
        room=_room(event, event_notes),
        track=event.track,
        type=flatten(event.type),
        speakers=event.persons,
        hosts=event.hosts,
        description=description,
        url=resolve_address(event.url, base),
        links=list_links(event, base),
        language=_language(event, event_notes),
        status=_STATUS.get(state, "open"),
        all_day=not for_everyone and times.is_whole_day(start, end),
        for_everyone=for_everyone,
    )
    notes.extend(Note(kind, event.place, text, id_) for kind, text in event_notes)


def _left_out(event: PublishedEvent, title: str, state: str) -> Note:
    if state:
        text = _("{title} is left out: it is {state}.")
    else:
        text = _("{title} is left out: nothing that can be read says when it starts.")
    title = f'"{title}"' if title else _("An event without a title")
    return Note(NoteKind.LEFT_OUT, event.place, text.format(title=title, state=state))


def _room(event: PublishedEvent, event_notes: EventNotes) -> str:
    if event.listed_in == event.room:
        return event.room
    listed, own = flatten(event.listed_in), flatten(event.room)
    if listed and own and listed != own:
        text = _('It says that its room is "{own}", but it stands under "{listed}": that is taken.')
        event_notes.append((NoteKind.MENDED, text.format(own=own, listed=listed)))
    return listed or own


def _language(event: PublishedEvent, event_notes: EventNotes) -> str:
    language = parse_language(event.language)
    if event.language.strip() and not language:
        text = _('Its language "{name}" is not known: it is left away.')
        event_notes.append((NoteKind.MENDED, text.format(name=flatten(event.language)[:40])))
    return language
