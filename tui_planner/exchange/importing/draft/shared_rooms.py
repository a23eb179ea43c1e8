"""Areas: rooms that hold several sessions at once, by what is listed in them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from heapq import heappop, heappush

from tui_planner.support.i18n import _

from .containers import ByRoom
from .draft import Draft, DraftSession, Note, NoteKind

_AT_ONCE = 3
"""Two at once are what a mistake looks like; three are none, where most of a room's are so."""
_FEWEST = 4
"""Of fewer at once, only a room that holds nothing else is an area."""


def find_shared_rooms(draft: Draft, by_room: ByRoom, spanning: Collection[str]) -> None:
    """Mark rooms that hold most of their sessions at once as shared; tell where it is only likely.

    Args:
        draft: The programme.
        by_room: Its sessions by their rooms.
        spanning: The ids of those in whose time others lie, of which one at a time does not count:
            it may be made of these.
    """
    wholes = {session.part_of for session in draft.sessions}
    for room in draft.rooms:
        sessions = [each for each in by_room.get(room.name, ()) if each.id not in wholes]
        number = _count_at_once(sessions, _AT_ONCE, spanning)
        pairs = _count_at_once(sessions, 2, spanning)
        if 2 * number > len(sessions) and number >= max(_AT_ONCE, min(_FEWEST, len(sessions))):
            room.shared = True
            kind = NoteKind.GUESSED
            text = _(
                "Of its {all} sessions {n} are on with two others or more: it is taken as an area "
                "that holds several at once (shared = true)."
            ).format(n=number, all=len(sessions))
        elif 2 * pairs > len(sessions) and pairs >= _FEWEST:
            kind = NoteKind.LIKELY
            text = _(
                "Of its {all} sessions {n} are on with another one, and clash here. If it is an "
                "area that holds several at once, write in its [[rooms]]: shared = true"
            ).format(n=pairs, all=len(sessions))
        else:
            continue
        draft.notes.append(Note(kind, _('room "{room}"').format(room=room.name), text))


def _count_at_once(sessions: Sequence[DraftSession], least: int, spanning: Collection[str]) -> int:
    """Count the sessions of a room, in order of start, that are on at some moment with so many."""
    running: list[tuple[datetime, str]] = []
    apart: set[str] = set()
    number, forgiven = 0, 0
    for session in sessions:
        while running and running[0][0] <= session.start:
            _end, gone = heappop(running)
            apart.discard(gone)
            forgiven -= gone in spanning
        heappush(running, (session.end or session.start, session.id))
        apart.add(session.id)
        forgiven += session.id in spanning
        if len(running) - min(forgiven, 1) >= least:
            number += len(apart)
            apart.clear()
    return number
