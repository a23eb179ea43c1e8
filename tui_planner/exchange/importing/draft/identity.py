"""Ids for rooms, programmes and sessions; what is listed twice, and what is another run."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, pairwise
from zoneinfo import ZoneInfo

from tui_planner.programme.event_ids import make_event_id, make_id_part
from tui_planner.programme.text_rules import make_slug
from tui_planner.support.i18n import _

from .draft import Draft, DraftSession, Note, NoteKind


def make_id(name: str, otherwise: str) -> str:
    """Make an id that one can type out of a name; `otherwise` where it has no Latin letter."""
    return make_slug(name) if any(char.isascii() and char.isalnum() for char in name) else otherwise


def make_programme_id(draft: Draft) -> str:
    """Make the id under which choices are stored: of the event and its year, not of its days."""
    if draft.is_round_trip:
        return make_id(draft.id, draft.days[0].isoformat())
    years = Counter(session.day.year for session in draft.sessions)
    year = max(sorted(years), key=years.__getitem__, default=draft.days[0].year)
    content = (f"{s.id}\0{s.title}\0{s.start.isoformat()}" for s in draft.sessions)
    names = [draft.id, "" if draft.is_title_guessed else draft.title]
    return make_event_id(names, year, content)


def make_ids_unique(draft: Draft) -> None:
    """Leave out what is listed twice, and give each of those that share an id one of its own.

    It is made of what they are, their titles and starts, and not of their order: so it stays when
    another is added before it or taken away. What refers to the id means the first in time.
    """
    by_id: dict[str, list[DraftSession]] = defaultdict(list)
    for session in draft.sessions:
        by_id[session.id].append(session)
    shared = {id_: sorted(group, key=_order) for id_, group in by_id.items() if len(group) > 1}
    taken = set(by_id)
    twice: set[int] = set()
    first_of: dict[str, str] = {}
    for id_, group in shared.items():
        for before, session in pairwise(group):
            if _order(before) == _order(session):
                twice.add(id(session))
                draft.notes.append(_left_out(session))
        group[:] = [session for session in group if id(session) not in twice]
        if len(group) > 1:
            _rename(group, draft, taken)
            first_of[id_] = group[0].id
    draft.sessions = [session for session in draft.sessions if id(session) not in twice]
    for session in draft.sessions:
        session.part_of = first_of.get(session.part_of or "", session.part_of)
        session.repeat_of = first_of.get(session.repeat_of or "", session.repeat_of)
    for first, *others in shared.values():
        draft.notes.extend(_note_renamed(first, session) for session in others)


def _rename(group: list[DraftSession], draft: Draft, taken: set[str]) -> None:
    """Give each session of a group that shares one id its own, in what was noted of it too."""
    id_ = group[0].id
    zone = ZoneInfo(draft.zone)
    titles = Counter(session.title for session in group)
    runs = Counter((session.title, session.start) for session in group)
    renamed = {}
    for session in group:
        parts = [id_]
        if len(titles) > 1:
            parts.append(make_id_part(session.title, "session"))
        if titles[session.title] > 1:
            parts.append(f"{session.start.astimezone(zone):%Y%m%d-%H%M}")
        if runs[session.title, session.start] > 1:
            parts.append(make_id_part(session.room, "room"))
        own = "-".join(parts)
        if own in taken:
            own = next(free_ids(own, taken))
        taken.add(own)
        renamed[session.place] = session.id = own
    draft.notes = [
        replace(note, session=renamed.get(note.place, id_)) if note.session == id_ else note
        for note in draft.notes
    ]


def _order(session: DraftSession) -> tuple[str, ...]:
    end = session.end.isoformat() if session.end else ""
    return session.start.isoformat(), end, session.room, session.title


def free_ids(id_: str, taken: set[str]) -> Iterator[str]:
    """Generate free ids for others that share one; each is taken as it is given."""
    for number in count(2):
        free = f"{id_}-{number}"
        if free not in taken:
            taken.add(free)
            yield free


def _left_out(session: DraftSession) -> Note:
    text = _('"{title}" is left out here: it is listed a second time, with the same id and times.')
    return Note(NoteKind.LEFT_OUT, session.place, text.format(title=session.title))


def _note_renamed(first: DraftSession, session: DraftSession) -> Note:
    """Make the note on one that shares its id; another run now refers to the first."""
    text = _('Its id is that of "{title}" ({place}) too: they are {first} and {id} here.')
    text = text.format(title=first.title, place=first.place, first=first.id, id=session.id)
    if session.start == first.start or session.title != first.title:
        return Note(NoteKind.MENDED, session.place, text, session.id)
    session.repeat_of = session.repeat_of or first.id
    text = _("{text} It is taken as another run of it.").format(text=text)
    return Note(NoteKind.GUESSED, session.place, text, session.id)
