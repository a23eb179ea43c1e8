"""Breaks and meals, which published files list as sessions, merged into blocks for everyone."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from itertools import accumulate

from tui_planner.support.i18n import _, ngettext

from .draft import Draft, DraftSession, Note, NoteKind

_MEALS = frozenset(
    {
        *("breakfast", "brunch", "lunch", "lunchtime", "dinner", "supper", "mittagessen", "mittag"),
        *("mittagspause", "abendessen", "frühstück", "ontbijt", "lunchpauze", "middageten"),
        *("avondeten", "diner", "déjeuner", "almuerzo", "cena", "pranzo"),
    }
)
_BREAKS = frozenset(
    {
        *("break", "breaks", "coffee", "tea", "recess", "intermission", "pause", "pauze", "pausa"),
        *("kaffee", "kaffeepause", "koffie", "koffiepauze", "thee"),
    }
)
_ARRIVALS = frozenset({"registration", "arrival", "inloop", "ontvangst", "anmeldung", "accueil"})
_BESIDE = frozenset(
    {
        *("and", "und", "en", "et", "the", "a", "for", "with", "on", "your", "own", "all", "free"),
        *("open", "opens", "morning", "afternoon", "evening", "short", "long", "mid", "time"),
        *("hour", "hours", "everyone", "catered", "snacks", "refreshments"),
    }
)
_WORD = re.compile(r"[^\W\d_]+")


def classify_break(title: str) -> str:
    """Find the kind of block that a title means, such as `meal`; empty where it means more.

    What stands before a colon says of what it is a break, and does not count.
    """
    words = set(_WORD.findall(title.lower().rpartition(":")[2]))
    said = words - _BESIDE
    if not said or said - _MEALS - _BREAKS - _ARRIVALS:
        return ""
    if said & _MEALS:
        return "meal"
    return "break" if said & _BREAKS else "arrival"


def merge_breaks(draft: Draft) -> int:
    """Make breaks and meals blocks; those of one title and time become one.

    A meal is for everyone. So is a break if the file says so, if nothing else is on meanwhile, or
    if at least two rooms and half of them have it.

    Returns:
        How many sessions were joined to another.
    """
    alike: dict[object, list[DraftSession]] = defaultdict(list)
    others: list[DraftSession] = []
    for session in draft.sessions:
        kind = "" if session.speakers else classify_break(session.title)
        if session.all_day and not session.for_everyone:
            continue
        if session.for_everyone or (kind and session.end is not None):
            key = (session.title.casefold(), session.day, session.start, session.end)
            alike[key].append(session)
        else:
            others.append(session)
    busy = _BusyTimes(others)
    rooms_on = _rooms_by_day(draft.sessions)
    gone: set[int] = set()
    for group in alike.values():
        rooms = {session.room for session in group if session.room}
        kind = classify_break(group[0].title)
        said = any(session.for_everyone for session in group)
        most = len(rooms) > 1 and 2 * len(rooms) >= len(rooms_on[group[0].day])
        if said or kind == "meal" or most or not busy.during(group[0]):
            _make_block(group, kind, rooms, draft.notes)
            gone.update(id(session) for session in group[1:])
    draft.sessions = [session for session in draft.sessions if id(session) not in gone]
    return len(gone)


def _make_block(group: list[DraftSession], kind: str, rooms: set[str], notes: list[Note]) -> None:
    """Make the first of a group the block that stands for all of it."""
    block = group[0]
    guessed = not block.for_everyone
    if block.for_everyone in {"", "break"}:
        block.for_everyone = kind or "break"
    block.room = next(iter(rooms)) if len(rooms) == 1 else ""
    if len(group) > 1:
        text = ngettext(
            "It is listed {n} time, once for each room: it is one block for everyone here.",
            "It is listed {n} times, once for each room: it is one block for everyone here.",
            len(group),
        ).format(n=len(group))
        notes.append(Note(NoteKind.MENDED, block.place, text, block.id))
    elif guessed:
        text = _("By its title it is a {kind} for everyone.").format(kind=block.for_everyone)
        notes.append(Note(NoteKind.GUESSED, block.place, text, block.id))


def _rooms_by_day(sessions: Iterable[DraftSession]) -> dict[date, set[str]]:
    rooms: dict[date, set[str]] = defaultdict(set)
    for session in sessions:
        if session.room:
            rooms[session.day].add(session.room)
    return rooms


class _BusyTimes:
    """The times at which any of some sessions is on."""

    def __init__(self, sessions: Iterable[DraftSession]) -> None:
        spans = sorted((session.start, session.end or session.start) for session in sessions)
        self._starts: list[datetime] = [start for start, _end in spans]
        self._latest: list[datetime] = list(accumulate((end for _start, end in spans), max))

    def during(self, session: DraftSession) -> bool:
        """Tell whether one of them is on during a session."""
        begun = bisect_left(self._starts, session.end or session.start)
        return begun > 0 and self._latest[begun - 1] > session.start
