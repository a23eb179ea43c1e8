"""Sessions that are evidently those of choices whose ids are gone: offered, never assumed."""

import re
from collections import Counter
from collections.abc import Mapping

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.matching.row_numbers import RowNumbers
from tui_planner.itinerary.matching.same_session import are_alike, fold_words, read_local_start
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Session

from .rematching import follow_choice, get_published_id

_NUMBER = re.compile(r"\d+")


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
    return itinerary.replace(choice.session, follow_choice(choice, session))


def _evident(choice: Choice, free: list[Session], plan: ResolvedItinerary) -> Session | None:
    if choice.title is None:
        return None  # never seen: nothing to recognise it by
    same = [session for session in free if _is_same(choice, session, plan)]
    if len(same) > 1:  # other runs of it: that at the same time
        same = [session for session in same if _starts_alike(choice, session, plan)]
    for is_like in (_is_misspelt, _is_retitled, _has_its_id):
        same = same or [session for session in free if is_like(choice, session, plan)]
    return same[0] if len(same) == 1 else None


def _is_same(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    """Whether title and speakers are the same; with the same start, speakers may be unknown."""
    if fold_words(session.title) != fold_words(choice.title or ""):
        return False
    if set(map(fold_words, session.speakers)) == set(map(fold_words, choice.speakers)):
        return True
    known = session.speakers and choice.speakers
    return not known and _starts_alike(choice, session, plan)


def _is_misspelt(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    """Whether the id is nearly the same, and title or start too; another number is no typo."""
    id_ = get_published_id(choice)
    if _NUMBER.findall(session.id) != _NUMBER.findall(id_) or not are_alike(session.id, id_):
        return False
    return are_alike(fold_words(session.title), fold_words(choice.title or "")) or _starts_alike(
        choice, session, plan
    )


def _is_retitled(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    """Whether the title is nearly the same, and the time or somebody who speaks is too."""
    known = {*map(fold_words, session.speakers)} & {*map(fold_words, choice.speakers)}
    if not known and choice.start != read_local_start(session, plan.programme):
        return False  # told first: to compare texts takes longer
    return are_alike(fold_words(session.title), fold_words(choice.title or ""))


def _has_its_id(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    """Whether it has the id that the choice was made by, though nothing else, and no number."""
    id_ = get_published_id(choice)
    return session.id == id_ and id_ not in RowNumbers(plan.programme)


def _starts_alike(choice: Choice, session: Session, plan: ResolvedItinerary) -> bool:
    return choice.start is not None and choice.start == read_local_start(session, plan.programme)
