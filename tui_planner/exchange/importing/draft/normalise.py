"""What is put in order in every draft, whichever file it came from, before it is written."""

import re
from datetime import UTC, date, timedelta
from zoneinfo import ZoneInfo

from tui_planner.exchange.importing.text.languages import parse_language
from tui_planner.exchange.importing.text.plain_text import clean_paragraphs, flatten
from tui_planner.programme.addresses import is_address
from tui_planner.programme.model import BlockKind
from tui_planner.programme.reading.rings import find_rings
from tui_planner.programme.wall_time import FIRST_YEAR, LAST_YEAR, find_midnight_after
from tui_planner.support.i18n import _

from .containers import find_parts, group_by_room, note_likely_parts
from .draft import Draft, DraftLink, DraftRoom, DraftSession, Note, NoteKind
from .identity import make_ids_unique
from .merge_breaks import merge_breaks
from .several_rooms import split_rooms
from .shared_rooms import find_shared_rooms

_WORDS = (
    "cancell?ed|abgesagt|entfällt|fällt aus|annulé|geannuleerd|gecanceld|vervallen|vervalt|"
    "afgelast|cancelado"
)
_CANCELLED = re.compile(
    rf"^\W*(?:{_WORDS})\b|(?:[(\[:]\s*|\s[–—|-]+\s*)(?:{_WORDS})\W*$", re.IGNORECASE
)
"""A title that begins or, behind a sign, ends with a word for it."""
_FIRST, _LAST = date(FIRST_YEAR, 1, 2), date(LAST_YEAR, 12, 30)
_LARGEST_ID = 200
_LONGEST_TOLD = 60
"""Characters, of what a link leads to."""
_MOST_LINKS = 100
"""Of a session."""


def normalise(draft: Draft) -> int:
    """Mend a draft in place, so that what is written of it is a programme without an error.

    Returns:
        How many sessions were joined to others: the same break, listed once for each room.
    """
    _mend_head(draft)
    draft.sessions = [session for session in draft.sessions if _is_possible(session, draft)]
    for session in draft.sessions:
        _mend_texts(session, draft)
        _mend_times(session, draft)
    joined = 0 if draft.is_round_trip else merge_breaks(draft)
    make_ids_unique(draft)
    _drop_unknown_references(draft)
    if not draft.is_round_trip:
        split_rooms(draft)
    _complete_rooms(draft)
    _complete_days(draft)
    if not draft.is_round_trip:
        _guess(draft)
    return joined


def _guess(draft: Draft) -> None:
    """Guess what is cancelled, what are parts of others and what are areas, on evidence."""
    for session in draft.sessions:
        _mark_cancelled(session, draft)
    _free_parts_of_cancelled(draft)
    by_room = group_by_room(draft)
    spanning = find_parts(draft, by_room)
    find_shared_rooms(draft, by_room, {whole.id for whole, _parts in spanning})
    note_likely_parts(draft, spanning)


def _mend_head(draft: Draft) -> None:
    draft.title = flatten(draft.title) or _("Without a title")
    draft.id = flatten(draft.id)
    draft.venue = flatten(draft.venue)
    draft.city = flatten(draft.city)
    draft.url, problem = _mended_address(draft.url)
    if problem:
        draft.notes.append(Note(NoteKind.MENDED, _("head of the file"), problem))
    draft.version = flatten(draft.version)
    draft.language = parse_language(draft.language)
    draft.description = clean_paragraphs(draft.description)


def _is_possible(session: DraftSession, draft: Draft) -> bool:
    """Tell whether a session is in a possible year; where not, note that it is left out."""
    if _FIRST <= session.start.date() <= _LAST and _FIRST <= session.day <= _LAST:
        return True
    text = _('"{title}" is left out: it is in the year {year}.')
    message = text.format(title=flatten(session.title), year=session.start.year)
    draft.notes.append(Note(NoteKind.LEFT_OUT, session.place, message))
    return False


def _mend_texts(session: DraftSession, draft: Draft) -> None:
    session.id = flatten(session.id)[:_LARGEST_ID] or f"session {session.start:%Y-%m-%d %H:%M}"
    session.title = flatten(session.title) or _("Without a title")
    session.room = flatten(session.room)
    session.track = flatten(session.track)
    session.url, problem = _mended_address(session.url)
    if problem:
        _add_note(draft, session, problem)
    if session.links:
        _mend_links(session, draft)
    session.speakers = _names(session.speakers)
    session.hosts = _names(session.hosts)
    session.language = parse_language(session.language)
    session.description = clean_paragraphs(session.description)
    if session.for_everyone and session.for_everyone not in set(BlockKind):
        session.for_everyone = BlockKind.BREAK.value


def _mended_address(url: str) -> tuple[str, str]:
    """Clean an address; returns it, or an empty text and what is wrong with it."""
    url = flatten(url)
    whole = url.replace(" ", "%20")
    if not url or is_address(whole):
        return whole, ""
    text = _('Its address "{url}" is left away: it is of no page, mailbox or calendar.')
    return "", text.format(url=url[:_LONGEST_TOLD])


def _mend_links(session: DraftSession, draft: Draft) -> None:
    """Keep the links that lead somewhere, each address once; what else there was is noted."""
    found: dict[str, DraftLink] = {}
    for link in session.links:
        url, problem = _mended_address(link.url)
        if problem:
            _add_note(draft, session, problem)
        if url and url != session.url:
            found.setdefault(url, DraftLink(url, flatten(link.title)))
    if len(found) > _MOST_LINKS:
        text = _("It has more than {n} links: the others are left away.")
        _add_note(draft, session, text.format(n=_MOST_LINKS))
    session.links = tuple(found.values())[:_MOST_LINKS]


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(flatten, names))))


def _mend_times(session: DraftSession, draft: Draft) -> None:
    """Make times whole minutes in UTC, drop an end before the start, and correct the day.

    What is on all day is no block, which has hours, and needs no leave to come and go.
    """
    if session.all_day:
        zone = ZoneInfo(draft.zone)
        session.start = find_midnight_after(zone, session.day - timedelta(days=1))
        session.end = find_midnight_after(zone, session.day)
        session.for_everyone, session.drop_in = "", False
        return
    start, end = session.start.astimezone(UTC), session.end and session.end.astimezone(UTC)
    session.start = start.replace(second=0, microsecond=0)
    session.end = end and end.replace(second=0, microsecond=0)
    if start != session.start:
        _add_note(draft, session, _("It starts within a minute: the seconds are left away."))
    if session.end is not None and session.end <= session.start:
        session.end = None
        _add_note(
            draft, session, _("It ends as it starts, or before: its end counts as not stated.")
        )
    local = session.start.astimezone(ZoneInfo(draft.zone))
    if not session.day <= local.date() <= session.day + timedelta(days=1):
        session.day = local.date()
    if local.fold:
        text = _("It starts in an hour that the clocks show twice: the first of the two is read.")
        _add_note(draft, session, text)


def _mark_cancelled(session: DraftSession, draft: Draft) -> None:
    if session.status == "open" and _CANCELLED.search(session.title):
        session.status = "cancelled"
        text = _("By its title it is cancelled.")
        draft.notes.append(Note(NoteKind.GUESSED, session.place, text, session.id))


def _free_parts_of_cancelled(draft: Draft) -> None:
    """Let what goes on within something cancelled stand on its own."""
    status = {session.id: session.status for session in draft.sessions}
    for session in draft.sessions:
        if session.status != "cancelled" and status.get(session.part_of or "") == "cancelled":
            session.part_of = None
            _add_note(draft, session, _("What it is part of is cancelled: it stands on its own."))


def _add_note(draft: Draft, session: DraftSession, text: str) -> None:
    draft.notes.append(Note(NoteKind.MENDED, session.place, text, session.id))


def _drop_unknown_references(draft: Draft) -> None:
    """Drop references to what is not there, is no session, or is the session itself."""
    known = {session.id for session in draft.sessions if not session.for_everyone}
    for session in draft.sessions:
        if session.part_of is not None and not _refers(session, session.part_of, known):
            session.part_of = None
            _add_note(draft, session, _("What it is part of is not there: it stands on its own."))
        if session.repeat_of is not None and not _refers(session, session.repeat_of, known):
            session.repeat_of = None
            _add_note(draft, session, _("What it is another run of is not there: it stands alone."))
    by_id = {session.id: session for session in draft.sessions}
    for key in ("part_of", "repeat_of"):
        refers = {id_: one for id_ in by_id if (one := getattr(by_id[id_], key))}
        for ring in find_rings(refers):
            setattr(by_id[ring[-1]], key, None)
            text = _("It refers to itself in a ring of {n} sessions: that is left away.")
            _add_note(draft, by_id[ring[-1]], text.format(n=len(ring)))


def _refers(session: DraftSession, reference: str, known: set[str]) -> bool:
    return reference in known and reference != session.id


def _complete_rooms(draft: Draft) -> None:
    """Make one room for each name, also for those that only sessions name."""
    rooms: dict[str, DraftRoom] = {}
    named = [DraftRoom(session.room) for session in draft.sessions]
    for room in (*draft.rooms, *named):
        room.name = flatten(room.name)
        known = rooms.setdefault(room.name, room)
        if known.capacity is None:
            known.capacity = room.capacity
    rooms.pop("", None)
    draft.rooms = list(rooms.values())


def _complete_days(draft: Draft) -> None:
    days = {day for day in draft.days if _FIRST <= day <= _LAST}
    days.update(session.day for session in draft.sessions)
    draft.days = sorted(days)
