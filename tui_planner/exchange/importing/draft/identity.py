"""Ids for rooms, programmes and sessions; what is listed twice, and what is another run."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, pairwise

from tui_planner.programme.text_rules import make_slug
from tui_planner.support.i18n import _

from .draft import Draft, DraftSession, Note, NoteKind


def make_id(name: str, otherwise: str) -> str:
    """Make an id that one can type out of a name; `otherwise` where it has no Latin letter."""
    return make_slug(name) if any(char.isascii() and char.isalnum() for char in name) else otherwise


def make_ids_unique(draft: Draft) -> None:
    """Leave out what is listed twice, and give every other session an id of its own.

    Of those that share an id the first in time keeps it, so that the order of the file changes
    nothing from one import to the next; another run of it, at another time, refers to it.
    """
    by_id: dict[str, list[DraftSession]] = defaultdict(list)
    for session in draft.sessions:
        by_id[session.id].append(session)
    shared = {id_: sorted(group, key=_order) for id_, group in by_id.items() if len(group) > 1}
    taken = set(by_id)
    twice: set[int] = set()
    renamed: dict[tuple[str, str], str] = {}
    for id_, group in shared.items():
        free = free_ids(id_, taken)
        for before, session in pairwise(group):
            if _order(before) == _order(session):
                twice.add(id(session))
                draft.notes.append(_left_out(session))
            else:
                renamed[session.place, id_] = session.id = next(free)
    draft.notes = [
        replace(note, session=renamed.get((note.place, note.session), note.session))
        for note in draft.notes
    ]
    draft.sessions = [session for session in draft.sessions if id(session) not in twice]
    for id_, (first, *others) in shared.items():
        draft.notes.extend(_note_renamed(first, session) for session in others if session.id != id_)


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
    text = _('Its id is that of "{title}" ({place}) too: it is {id} here.')
    text = text.format(title=first.title, place=first.place, id=session.id)
    if session.start == first.start or session.title != first.title:
        return Note(NoteKind.MENDED, session.place, text, session.id)
    session.repeat_of = session.repeat_of or first.id
    text = _("{text} It is taken as another run of it.").format(text=text)
    return Note(NoteKind.GUESSED, session.place, text, session.id)
