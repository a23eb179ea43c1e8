"""Sessions that are evidently those of choices whose ids are gone: offered, never assumed."""

import re
from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Session
from tui_planner.programme.search.index import fold_text

from .session_changes import GONE

_ALIKE = 0.8
"""The least similarity, from 0 to 1, of two ids or titles of which one is a typo."""

_NUMBER = re.compile(r"\d+")


def find_successor(choice: Choice, plan: ResolvedItinerary) -> Session | None:
    """Find the session that a choice is of now, if its id is gone and one is evidently the same."""
    return find_successors(plan).get(choice.session)


def find_successors(plan: ResolvedItinerary) -> Mapping[str, Session]:
    """Find the session to offer for each choice that is gone, by the id that the choice has.

    That is a session with the same title and speakers, or else one with nearly the same id that
    has a like title or the same start. It is never one that is chosen already, and where two may
    be meant, or one by two choices, there is none.
    """
    if not plan.gone:
        return {}
    chosen = {choice.session for choice in plan.itinerary.choices}
    free = [session for session in plan.programme.sessions if session.id not in chosen]
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
    status = session.status.value if choice.status == GONE else choice.status
    followed = choice._replace(session=session.id, status=status)
    return itinerary.replace(choice.session, followed)


def _evident(choice: Choice, free: list[Session], plan: ResolvedItinerary) -> Session | None:
    if choice.title is None:
        return None  # never seen: nothing to recognise it by
    same = [session for session in free if _is_same(choice, session, plan)]
    if len(same) > 1:  # other runs of it: that at the same time
        same = [session for session in same if _starts_alike(choice, session, plan)]
    if not same:
        same = [session for session in free if _is_misspelt(choice, session, plan)]
    return same[0] if len(same) == 1 else None


def _is_same(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    """Whether title and speakers are the same; with the same start, speakers may be unknown."""
    if _words(session.title) != _words(choice.title or ""):
        return False
    if set(map(_words, session.speakers)) == set(map(_words, choice.speakers)):
        return True
    known = session.speakers and choice.speakers
    return not known and _starts_alike(choice, session, plan)


def _is_misspelt(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    """Whether the id is nearly the same, and title or start too; another number is no typo."""
    nearly = _are_alike(session.id, choice.session)
    if not nearly or _NUMBER.findall(session.id) != _NUMBER.findall(choice.session):
        return False
    return _are_alike(_words(session.title), _words(choice.title or "")) or _starts_alike(
        choice, session, plan
    )


def _starts_alike(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    return choice.start is not None and Choice.of(session, plan.programme).start == choice.start


def _are_alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other)
    ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # each costs more
    return all(ratio() >= _ALIKE for ratio in ratios)


@lru_cache(maxsize=10_000)
def _words(text: str) -> str:
    return " ".join(fold_text(text).split())
