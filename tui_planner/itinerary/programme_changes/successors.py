"""Sessions that are evidently those of choices whose ids are gone: offered, never assumed."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import pairwise

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.matching.row_numbers import RowNumbers
from tui_planner.itinerary.matching.same_session import are_alike, fold_words, read_local_start
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Session

from .rematching import follow_choice, get_published_id

_NUMBER = re.compile(r"\d+")
_COMPARED = 30
"""The most sessions among which a typo is looked for, which takes long: those that share most."""


def find_successor(choice: Choice, plan: ResolvedItinerary) -> Session | None:
    """Find the session that a choice is of now, if its id is gone and one is evidently the same."""
    return find_successors(plan).get(choice.session)


def find_successors(plan: ResolvedItinerary) -> Mapping[str, Session]:
    """Find the session to offer for each choice that is gone, by the id that the choice has.

    That is a session with the same title and speakers, or else one with nearly the same id that
    has a like title or the same start, one with a like title and the same start or speaker, or the
    one that has its id now. It is never one that is chosen already, and where two may
    be meant, or one by two choices, there is none.
    """
    if not plan.gone:
        return {}
    chosen = {choice.session for choice in plan.itinerary.choices}
    free = _Free([one for one in plan.programme.sessions if one.id not in chosen], plan)
    found = {choice.session: _evident(choice, free, plan) for choice in plan.gone}
    claims = Counter(session.id for session in found.values() if session is not None)
    return {
        id_: session
        for id_, session in found.items()
        if session is not None and claims[session.id] == 1
    }


def adopt_successor(itinerary: Itinerary, choice: Choice, session: Session) -> Itinerary:
    """Put a session in the place of a choice that is gone.

    Priority, note and own times stay, and so does what was last seen: what else has changed is
    still to be shown. Where the session is chosen already, nothing changes.
    """
    return itinerary.replace(choice.session, follow_choice(choice, session))


class _Free:
    """The sessions that are not chosen, by all that a choice may have in common with one."""

    def __init__(self, sessions: Sequence[Session], plan: ResolvedItinerary) -> None:
        self.by_id = {session.id: session for session in sessions}
        self.by_title = _index(sessions, lambda one: [fold_words(one.title)])
        self.by_numbers = _index(sessions, lambda one: [_list_numbers(one.id)])
        self.by_start = _index(sessions, lambda one: [read_local_start(one, plan.programme)])
        self.by_person = _index(sessions, lambda one: map(fold_words, one.speakers))

    def list_like_ids(self, id_: str) -> Sequence[Session]:
        """List those whose ids may be nearly this one; another number is no typo."""
        alike = self.by_numbers.get(_list_numbers(id_), ())
        return _find_closest(id_, alike, lambda session: session.id)

    def list_like_titles(self, choice: Choice) -> Sequence[Session]:
        """List those with its time, or somebody who speaks, whose titles may be nearly its own."""
        people = (self.by_person.get(fold_words(name), ()) for name in choice.speakers)
        near = [*self.by_start.get(choice.start, ()), *(one for each in people for one in each)]
        title = fold_words(choice.title or "")
        distinct = list({session.id: session for session in near}.values())
        return _find_closest(title, distinct, lambda session: fold_words(session.title))


def _index(
    sessions: Iterable[Session], list_keys: Callable[[Session], Iterable[Hashable]]
) -> Mapping[Hashable, Sequence[Session]]:
    index = defaultdict[Hashable, list[Session]](list)
    for session in sessions:
        for key in list_keys(session):
            index[key].append(session)
    return index


def _find_closest(
    text: str, sessions: Sequence[Session], get_text: Callable[[Session], str]
) -> Sequence[Session]:
    """Find the few that share the most pairs of letters with a text, and maybe nothing else."""
    if len(sessions) <= _COMPARED:
        return sessions
    pairs = _list_pairs(text)
    return nlargest(_COMPARED, sessions, key=lambda one: len(pairs & _list_pairs(get_text(one))))


@lru_cache(maxsize=20_000)
def _list_pairs(text: str) -> frozenset[str]:
    return frozenset(map("".join, pairwise(text)))


def _list_numbers(id_: str) -> tuple[str, ...]:
    return tuple(_NUMBER.findall(id_))


def _evident(choice: Choice, free: _Free, plan: ResolvedItinerary) -> Session | None:
    if choice.title is None:
        return None  # never seen: nothing to recognise it by
    titled = free.by_title.get(fold_words(choice.title), ())
    same = [session for session in titled if _is_same(choice, session, plan)]
    if len(same) > 1:  # other runs of it: that at the same time
        same = [session for session in same if _starts_alike(choice, session, plan)]
    id_ = get_published_id(choice)
    same = same or [one for one in free.list_like_ids(id_) if _is_misspelt(choice, one, plan)]
    same = same or [one for one in free.list_like_titles(choice) if _is_retitled(choice, one)]
    if not same and id_ in free.by_id and id_ not in RowNumbers(plan.programme):
        return free.by_id[id_]  # though it has nothing else of it
    return same[0] if len(same) == 1 else None


def _is_same(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    """Whether of the same title the speakers are too; with the same start they may be unknown."""
    if set(map(fold_words, session.speakers)) == set(map(fold_words, choice.speakers)):
        return True
    known = session.speakers and choice.speakers
    return not known and _starts_alike(choice, session, plan)


def _is_misspelt(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    """Whether the id is nearly the same, and title or start too."""
    if not are_alike(session.id, get_published_id(choice)):
        return False
    return _is_retitled(choice, session) or _starts_alike(choice, session, plan)


def _is_retitled(choice: Choice, session: Session) -> bool:
    return are_alike(fold_words(session.title), fold_words(choice.title or ""))


def _starts_alike(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    return choice.start is not None and choice.start == read_local_start(session, plan.programme)
