"""Sessions that contain others, as a track in its room contains its talks (`part_of`)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from tui_planner.support.i18n import _

from .draft import Draft, DraftSession, Note, NoteKind

_FEWEST_PARTS = 2


def find_containers(draft: Draft) -> None:
    """Make sessions parts of one in the same room that spans them, where that is plain to see.

    A session is a container where at least two lie wholly within it, and none that overlaps it lies
    partly outside or has the same times. A part of several is a part of the shortest.
    """
    by_room: dict[str, list[DraftSession]] = defaultdict(list)
    for session in draft.sessions:
        if session.room and session.end is not None and not session.for_everyone:
            by_room[session.room].append(session)
    for sessions in by_room.values():
        for part, whole in _parts(sessions):
            if part.part_of is None:
                part.part_of = whole.id
                text = _('It lies within "{whole}" in the same room: it is taken as a part of it.')
                message = text.format(whole=whole.title)
                draft.notes.append(Note(NoteKind.GUESSED, part.place, message, part.id))


def _parts(sessions: Iterable[DraftSession]) -> list[tuple[DraftSession, DraftSession]]:
    """Pair each part with its container, in one pass over the sessions of a room."""
    order = sorted(sessions, key=lambda each: (each.start, -_end(each).timestamp()))
    above: dict[int, int] = {}  # the innermost session around each, by their places in the order
    unfit: set[int] = set()
    open_: list[int] = []
    for number, session in enumerate(order):
        while open_ and _end(order[open_[-1]]) <= session.start:
            open_.pop()
        while open_ and _end(order[open_[-1]]) < _end(session):
            unfit.add(open_.pop())
        if open_:
            around = order[open_[-1]]
            if (around.start, around.end) == (session.start, session.end):
                unfit.update((open_[-1], number))
            else:
                above[number] = open_[-1]
        open_.append(number)
    numbers: dict[int, int] = defaultdict(int)
    for around_number in above.values():
        numbers[around_number] += 1
    unfit.update(number for number in range(len(order)) if numbers[number] < _FEWEST_PARTS)
    return [
        (order[number], order[whole])
        for number in range(len(order))
        if (whole := _fit(number, above, unfit)) is not None
    ]


def _fit(number: int, above: dict[int, int], unfit: set[int]) -> int | None:
    """Find the innermost container around a session that can be one."""
    whole = above.get(number)
    while whole is not None and whole in unfit:
        whole = above.get(whole)
    if whole is None:
        above.pop(number, None)
    else:
        above[number] = whole  # what lies within this one need not go the whole way again
    return whole


def _end(session: DraftSession) -> datetime:
    return session.end or session.start
