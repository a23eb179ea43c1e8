"""Choices put with their sessions again, where ids mean other ones in a new version.

What is certain is done; a choice of which it is not certain is parted from the id, so that it is
shown as gone, with an offer where there is one. Nothing is put with a session that merely has
its id.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, count
from typing import NamedTuple

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.matching.row_numbers import RowNumbers
from tui_planner.itinerary.matching.same_session import (
    Common,
    compare,
    fold_words,
    read_local_start,
)
from tui_planner.itinerary.matching.session_marks import SessionMarks
from tui_planner.programme.event_ids import find_year, is_own_name, make_id_part
from tui_planner.programme.model import Programme, Session

from .session_changes import GONE

_PARTED = re.compile(r"-was-\d{8}-\d{4}(?:-\d+)?$")
"""What is put behind the id of a choice that is parted from it: when it started."""

_ADDED = re.compile(r"[-#]\d{8}(?:[-T]\d{4})?$|-\d{1,3}$")
"""What an import puts behind an id that several sessions share: a start, or a number earlier."""

_START = re.compile(r"[-#]\d{8}")


class _Match(NamedTuple):
    """The session that a choice is of; the match of the higher rank wins where two have one."""

    session: Session
    rank: int


_BY_TITLE, _BY_ID, _EXACT = 1, 2, 3


class ProgrammeFollower:
    """Adapter of itineraries to one programme."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._matcher = _Matcher(programme)
        is_published = find_year(programme.id) or not is_own_name(programme.id)
        self._sample = SessionMarks(programme).sample if is_published else None

    def __call__(self, itinerary: Itinerary) -> Itinerary:
        """Return an itinerary whose choices have the ids that their sessions have now.

        With a sample of what is in the programme, where that may have another name in time.
        """
        if self._sample is not None:
            itinerary = itinerary._replace(known_sessions=self._sample)
        doubtful = [n for n, one in enumerate(itinerary.choices) if self._is_doubtful(one)]
        return self._rematch(itinerary, doubtful) if doubtful else itinerary

    def _is_doubtful(self, choice: Choice) -> bool:
        """Tell whether its id alone does not say of which session a choice is."""
        if choice.title is None or choice.start is None:
            return False  # never seen: there is nothing but the id
        session = self._programme.session_by_id.get(choice.session)
        if session is None:
            return True
        now = session.title, read_local_start(session, self._programme)
        return now != (choice.title, choice.start)

    def _rematch(self, itinerary: Itinerary, doubtful: Sequence[int]) -> Itinerary:
        choices = list(itinerary.choices)
        found = {number: self._matcher.find(choices[number]) for number in doubtful}
        kept = {one.session for n, one in enumerate(choices) if n not in found}
        won = _settle(found, kept)
        taken = {one.session for one in choices}.union(self._programme.session_by_id)
        for number in doubtful:
            choice, match = choices[number], found[number]
            if match is not None and number in won:
                choices[number] = follow_choice(choice, match.session)
            elif choice.session in self._programme.session_by_id:
                choices[number] = _part(choice, taken)
        return itinerary._replace(choices=tuple(choices))


def follow_choice(choice: Choice, session: Session) -> Choice:
    """Return a choice as one of a session with another id; what else has changed is still told."""
    if choice.session == session.id:
        return choice
    status = session.status.value if choice.status == GONE else choice.status
    return choice._replace(session=session.id, status=status)


def get_published_id(choice: Choice) -> str:
    """Return the id under which a choice was made, also where it is parted from that."""
    return _PARTED.sub("", choice.session)


def _settle(found: Mapping[int, _Match | None], kept: set[str]) -> set[int]:
    """Find which choices get their sessions, where several match one; the places of choices."""
    best: dict[str, tuple[int, int]] = {}
    for number, match in found.items():
        if match is not None and match.session.id not in kept:
            claim = (match.rank, -number)
            best[match.session.id] = max(claim, best.get(match.session.id, claim))
    return {-number for _rank, number in best.values()}


def _part(choice: Choice, taken: set[str]) -> Choice:
    """Part a choice from an id that is of another session now."""
    base = f"{get_published_id(choice)}-was-{choice.start:%Y%m%d-%H%M}"
    numbered = (f"{base}-{number}" for number in count(2))
    id_ = next(id_ for id_ in chain([base], numbered) if id_ not in taken)
    taken.add(id_)
    return choice._replace(session=id_)


class _Matcher:
    """Finder of the sessions of one programme that choices are of."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme

    def find(self, choice: Choice) -> _Match | None:
        """Find the session that a choice is of for certain, or none."""
        own = self._programme.session_by_id.get(choice.session)
        common = own and compare(choice, own, self._programme)
        if own and common and common.title and common.start:
            return _Match(own, _EXACT)
        is_number = get_published_id(choice) in self._row_numbers
        others = list(self._list_others(choice, own))
        exact = _narrow(choice, [other for other, each in others if each.is_certain])
        is_other = common is not None and not common.title
        if exact and (is_number or is_other or _share_id(choice, exact)):
            return _Match(exact, _EXACT)
        if own and common:
            enough = common.is_enough_with_number if is_number else common.is_enough_with_id
            if enough:
                return _Match(own, _BY_ID)
        moved = [other for other, each in others if each.people and not each.other_people]
        return _Match(moved[0], _BY_TITLE) if is_number and len(moved) == 1 else None

    def _list_others(self, choice: Choice, own: Session | None) -> Iterator[tuple[Session, Common]]:
        """List the sessions of the same title under other ids, and what they have in common."""
        for session in self._by_title.get(fold_words(choice.title or ""), ()):
            if session is not own:
                yield session, compare(choice, session, self._programme)

    @cached_property
    def _by_title(self) -> Mapping[str, Sequence[Session]]:
        by_title = defaultdict[str, list[Session]](list)
        for session in self._programme.sessions:
            by_title[fold_words(session.title)].append(session)
        return by_title

    @cached_property
    def _row_numbers(self) -> RowNumbers:
        return RowNumbers(self._programme)


def _share_id(choice: Choice, session: Session) -> bool:
    """Tell whether a choice and a session have ids that an import made of the same one."""
    stem = _ADDED.sub("", get_published_id(choice))
    added = session.id.removeprefix(stem)
    of_title = f"-{make_id_part(session.title, 'session')}"
    is_added = not added or _START.match(added) or added.startswith(of_title)
    return session.id.startswith(stem) and bool(is_added)


def _narrow(choice: Choice, sessions: Sequence[Session]) -> Session | None:
    """Return the only one of some sessions that agree, or the only one in the same room."""
    if len(sessions) > 1:
        sessions = [session for session in sessions if session.room == choice.room]
    return sessions[0] if len(sessions) == 1 else None
