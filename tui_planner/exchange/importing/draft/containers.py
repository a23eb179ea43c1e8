"""Sessions that contain others, as a track in its room contains its talks (`part_of`).

Two sessions in one room at once are a clash unless the file shows that the one is made of the
other: that several which follow one another fill it, and that each by its title, track or type
belongs to it. Where only the one or the other can be seen, a person is told what to write.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from tui_planner.support.i18n import _

from .belonging import Belonging
from .draft import Draft, DraftSession, Note, NoteKind
from .toml_values import format_toml

_FEWEST_PARTS = 2
_MOST_PARTS = 100
"""Of a session beside which more begin, none is a part: that is an area and no session."""
_FILLED = 0.75
"""The share of its time that the parts of a session take, breaks between them left off."""

ByRoom = dict[str, list[DraftSession]]


class Spanning(NamedTuple):
    """A session in whose time others lie, in the same room.

    Attributes:
        whole: The session.
        parts: Those that may be its parts, but do not show it.
    """

    whole: DraftSession
    parts: Sequence[DraftSession]


def group_by_room(draft: Draft) -> ByRoom:
    """List the sessions of each room that take their time there, in order of start."""
    by_room: ByRoom = defaultdict(list)
    for session in sorted(draft.sessions, key=lambda each: (each.start, each.id)):
        takes_no_time = session.drop_in or session.for_everyone or session.all_day
        is_judged = session.status != "cancelled" and not takes_no_time
        if session.room and session.end is not None and is_judged:
            by_room[session.room].append(session)
    return by_room


def find_parts(draft: Draft, by_room: ByRoom) -> list[Spanning]:
    """Make sessions parts of one that spans them, where the file shows that they are.

    Returns:
        The others that span several, or one that may be a part.
    """
    belonging = Belonging(draft.sessions)
    spanning = []
    for sessions in by_room.values():
        starts = [session.start for session in sessions]
        for whole in sorted(sessions, key=lambda each: (_length(each), each.start)):
            first = bisect_left(starts, whole.start)
            number = bisect_left(starts, whole.end or whole.start, first) - first
            if _FEWEST_PARTS <= number <= _MOST_PARTS:
                within = list(_within(whole, sessions[first : first + number]))
                likely = _take_parts(whole, within, belonging, draft.notes)
                if likely or len(within) >= _FEWEST_PARTS:
                    spanning.append(Spanning(whole, likely))
    return spanning


def note_likely_parts(draft: Draft, spanning: Sequence[Spanning]) -> None:
    """Tell of sessions in rooms that are no areas which may be parts, and what to write then."""
    areas = {room.name for room in draft.rooms if room.shared}
    text = _(
        'It lies within "{whole}" in the same room, and may be a part of it; they clash here. If '
        "it is one, write: {line}"
    )
    for whole, parts in spanning:
        line = f"part_of = {format_toml(whole.id)}"
        message = text.format(whole=whole.title, line=line)
        if whole.room not in areas:
            draft.notes += [Note(NoteKind.LIKELY, each.place, message, each.id) for each in parts]


def _within(whole: DraftSession, others: Sequence[DraftSession]) -> Iterator[DraftSession]:
    """Yield those that lie wholly in the time of one, are shorter, and part of nothing yet."""
    for other in others:
        is_inside = _end(other) <= _end(whole) and _length(other) < _length(whole)
        if is_inside and other.part_of is None and whole.part_of != other.id:
            yield other


def _take_parts(
    whole: DraftSession, within: list[DraftSession], belonging: Belonging, notes: list[Note]
) -> list[DraftSession]:
    """Make those parts for which all speaks; return those for which something does."""
    signs = belonging.find_signs(whole, within)
    told = [each for each in within if each.id in signs]
    if _fill(whole, told):
        for part in told:
            part.part_of, part.part_is_guessed = whole.id, True
            text = _('Others and it fill "{whole}" in the same room; {sign}: it is a part of it.')
            message = text.format(whole=whole.title, sign=signs[part.id])
            notes.append(Note(NoteKind.GUESSED, part.place, message, part.id))
        return []
    return within if _follow(within) else told


def _fill(whole: DraftSession, parts: Sequence[DraftSession]) -> bool:
    taken = sum((_length(part) for part in parts), timedelta())
    return _follow(parts) and taken >= _FILLED * _length(whole)


def _follow(parts: Sequence[DraftSession]) -> bool:
    """Tell whether some in order of start are several, one after the other."""
    return len(parts) >= _FEWEST_PARTS and all(
        _end(one) <= other.start for one, other in pairwise(parts)
    )


def _length(session: DraftSession) -> timedelta:
    return _end(session) - session.start


def _end(session: DraftSession) -> datetime:
    return session.end or session.start
