"""Sessions in two rooms at once, which a published file names in one text: `Hall 1, Hall 2`."""

import re
from collections.abc import Container
from dataclasses import replace

from tui_planner.programme.text_rules import make_slug
from tui_planner.support.i18n import _

from .draft import Draft, DraftSession, Note, NoteKind
from .identity import free_ids

_MOST = 3
"""What is in more rooms than these is everywhere, as a change of rooms is: it books none."""
_BETWEEN = re.compile(r"\s*(?:[,;/+&|]|\b(?:and|und|en|et|y|e)\b)\s*", re.IGNORECASE)


def split_rooms(draft: Draft) -> None:
    """List a session in several rooms once in each, so that each is booked.

    Only where the file itself has a room of each of the names. The first keeps its id; the others
    are parts of it, without its speakers, for these are in one of the rooms.
    """
    names = {room.name.casefold(): room.name for room in draft.rooms}
    names |= {session.room.casefold(): session.room for session in draft.sessions}
    taken = {session.id for session in draft.sessions}
    found = {text: _split(text, names) for text in names.values()}
    several = {text: [names[part] for part in parts] for text, parts in found.items() if parts}
    more = []
    for session in draft.sessions:
        if session.room in several and not session.for_everyone:
            text = _('"{room}" is {n} rooms of this file: it is listed once in each.')
            message = text.format(room=session.room, n=len(several[session.room]))
            draft.notes.append(Note(NoteKind.MENDED, session.place, message, session.id))
            session.room, *others = several[session.room]
            more += [_copy(session, room, taken) for room in others]
    draft.sessions += more
    draft.added = len(more)
    kept = {session.room for session in draft.sessions}
    draft.rooms = [room for room in draft.rooms if room.name in kept or room.name not in several]


def _copy(session: DraftSession, room: str, taken: set[str]) -> DraftSession:
    id_ = f"{session.id}-{make_slug(room)}"
    if id_ in taken:
        id_ = next(free_ids(id_, taken))
    taken.add(id_)
    return replace(session, id=id_, room=room, part_of=session.id, speakers=(), hosts=())


def _split(text: str, names: Container[str]) -> list[str]:
    """Split a text into names of rooms, in small letters; empty where it is not made of these."""
    first, *others = _BETWEEN.split(text.casefold())
    parts = [first]
    stem = first.removesuffix(first.rpartition(" ")[2])
    parts += [other if other in names else stem + other for other in others]  # `Hall 1 & 2`
    parts = list(dict.fromkeys(parts))
    return parts if 1 < len(parts) <= _MOST and all(part in names for part in parts) else []
