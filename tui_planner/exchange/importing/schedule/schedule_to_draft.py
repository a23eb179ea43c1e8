"""The draft of a published schedule: its times become instants, its texts plain."""

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.draft.draft import (
    Draft,
    DraftRoom,
    DraftSession,
    Note,
    NoteKind,
)
from tui_planner.exchange.importing.draft.event_notes import EventNotes
from tui_planner.exchange.importing.draft.identity import make_id
from tui_planner.exchange.importing.progress import Progress
from tui_planner.exchange.importing.text.descriptions import join_texts
from tui_planner.exchange.importing.text.languages import parse_language
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.exchange.importing.text.written_times import read_clock, read_date, read_instant
from tui_planner.exchange.importing.text.zone_names import (
    find_zone,
    find_zone_of_city,
    find_zone_with_offsets,
)
from tui_planner.programme.model import BlockKind
from tui_planner.support.i18n import _, ngettext

from .event_times import EventTimes
from .schedule_records import PublishedEvent, PublishedSchedule

_STATES_LEFT_OUT = {"rejected", "withdrawn", "deleted", "draft", "submitted"}
_CANCELLED = {"canceled", "cancelled"}
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
        zone: Its zone; where it is empty, that which the schedule names.
        progress: Is called with how many of the events are done, from 0 to 1.
    """
    about = {key: flatten(text) for key, text in published.conference.items()}
    notes = [Note(NoteKind.MENDED, _head(), text) for text in published.mended]
    zone = zone or _zone(published, notes)
    draft = Draft(
        title=about.get("title", ""),
        zone=zone,
        rooms=[DraftRoom(flatten(room.name), room.capacity) for room in published.rooms],
        days=[day for each in published.days if (day := read_date(each.date))],
        id=about.get("acronym", ""),
        venue=about.get("venue", ""),
        city=about.get("city", ""),
        url=about.get("url", "") or about.get("baseurl", "") or about.get("base_url", ""),
        version=flatten(published.version),
        language=parse_language(about.get("language", "")),
        description=_about_text(published.conference),
        notes=notes,
        found=len(published.events),
    )
    day_change = read_clock(about.get("day_change", "")) or timedelta()
    times = EventTimes(ZoneInfo(zone), published.days, day_change)
    for number, event in enumerate(published.events, 1):
        draft.sessions.extend(_sessions(event, times, notes))
        progress(number / len(published.events))
    if times.other_offsets:
        notes.append(_note_offsets(times, zone))
    return draft


def _head() -> str:
    return _("head of the file")


def _about_text(conference: dict[str, str]) -> str:
    return join_texts(conference.get("subtitle", ""), conference.get("description", ""))[0]


def _zone(published: PublishedSchedule, notes: list[Note]) -> str:
    about = published.conference
    named = about.get("time_zone_name") or about.get("timezone") or about.get("time_zone") or ""
    zone = find_zone(named)
    if zone is not None:
        if zone != named.strip():
            message = _("The time zone {name} is {zone}.").format(name=flatten(named), zone=zone)
            notes.append(Note(NoteKind.MENDED, _head(), message))
        return zone
    city = find_zone_of_city(about.get("city", ""))
    dates = (read_instant(event.date) for event in published.events)
    instants = [at for at in dates if at is not None and at.tzinfo is not None]
    if instants and (guess := find_zone_with_offsets(instants, first=city)):
        why = _("the offsets of the times are those of {zone}")
    elif city:
        guess, why = city, _("the city has that of {zone}")
    else:
        guess, why = "UTC", _("{zone} stands for it, unless you say which by --timezone")
    message = (
        _('There is no time zone "{name}"; {why}.') if named else _("It names no time zone; {why}.")
    )
    message = message.format(name=flatten(named)[:60], why=why.format(zone=guess))
    notes.append(Note(NoteKind.GUESSED, _head(), message))
    return guess


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
    event: PublishedEvent, times: EventTimes, notes: list[Note]
) -> Iterator[DraftSession]:
    """Make the session of an event, or none; what became of it goes to the notes."""
    event_notes: EventNotes = []
    start = times.find_start(event, event_notes)
    state = event.state.strip().lower()
    title = flatten(event.title) or flatten(event.subtitle) or flatten(event.slug)
    if start is None or state in _STATES_LEFT_OUT:
        notes.append(_left_out(event, title, state if state in _STATES_LEFT_OUT else ""))
        return
    if not flatten(event.title):
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
        track=flatten(event.track),
        type=flatten(event.type),
        speakers=tuple(dict.fromkeys(filter(None, map(flatten, event.persons)))),
        description=description,
        url=flatten(event.url),
        language=_language(event, event_notes),
        status="cancelled" if state in _CANCELLED else "open",
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
