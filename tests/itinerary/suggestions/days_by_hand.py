"""The best day by trying all: the oracle of `suggest`.

It judges whole plans by their notices, and shares nothing with the search.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import chain, combinations

from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.notices import NoticeKind, find_notices
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.suggestions.best_day import Scope
from tui_planner.itinerary.suggestions.interests import Interests
from tui_planner.programme.model import BlockKind, Programme, Session, Status

Worth = tuple[int, ...]


def worth_of(after: ResolvedItinerary, likes: list[str]) -> Worth:
    """The aims in their order, as counted in a finished plan."""
    programme = after.programme
    kinds = Counter(notice.kind for notice in find_notices(after))
    priorities = Counter(
        chosen_session.choice.priority
        for chosen_session in after.chosen_sessions
        if chosen_session.choice.note == "before"
    )
    interests = Interests(likes, programme.sessions)
    return (
        priorities["must"],
        priorities["want"],
        len(
            {
                chosen_session.session.block
                for chosen_session in after.chosen_sessions
                if _fills_round(chosen_session.session, programme)
                or (
                    chosen_session.choice.note == "before"
                    and _in_round(chosen_session.session, programme)
                )
            }
        ),
        -kinds[NoticeKind.MEAL],
        -kinds[NoticeKind.POSSIBLE] - kinds[NoticeKind.TIGHT],
        priorities["maybe"],
        -sum(
            chosen_session.session.status is Status.FULL for chosen_session in after.chosen_sessions
        ),
        sum(interests.score(chosen_session.session) for chosen_session in after.chosen_sessions),
    )


def all_days(
    plan: ResolvedItinerary, likes: list[str], scope: Scope
) -> Iterator[ResolvedItinerary]:
    """Every plan that may be suggested."""
    programme, old = plan.programme, plan.itinerary
    chosen = [chosen_session.session.id for chosen_session in plan.chosen_sessions]
    interests = Interests(likes, programme.sessions)
    new = [
        session.id
        for session in programme.sessions
        if session.status is Status.OPEN
        and session.id not in chosen
        and (interests.score(session) or _fills_round(session, programme))
    ]
    movable = [] if scope is Scope.ROUNDS else [id_ for id_ in chosen if _goes_on(id_, programme)]
    for dropped in _subsets(movable):
        rest = old.drop(*dropped)
        for added in _subsets(new):
            itinerary = rest
            for id_ in added:
                session = programme.session_by_id[id_]
                itinerary = itinerary.choose(Choice.of(session, programme))
            after = ResolvedItinerary(programme, itinerary)
            if is_allowed(after, {*added, *(set(movable) - set(dropped))}):
                yield after


def is_allowed(after: ResolvedItinerary, competing: set[str]) -> bool:
    """Whether nothing that competes is where it cannot be; of a drop-in, a part may be missed."""
    programme = after.programme
    exact = {id_ for id_ in competing if not programme.session_by_id[id_].drop_in}
    forbidden = {NoticeKind.CERTAIN: competing, NoticeKind.PRESENCE: exact}
    found = [n for n in find_notices(after) if forbidden.get(n.kind, set()) & set(n.things)]
    missed = [id_ for id_ in competing if after.misses(programme.session_by_id[id_].timing)]
    if found or missed:
        return False
    going = [p.session for p in after.chosen_sessions if p.session.status is not Status.CANCELLED]
    return not any(
        {one.id, other.id} & competing and _rival(one, other, after)
        for one, other in combinations(going, 2)
    )


def _rival(one: Session, other: Session, plan: ResolvedItinerary) -> bool:
    programme = plan.programme
    both_before = all(
        plan.chosen_by_id[session.id].choice.note == "before" for session in (one, other)
    )
    return (
        (_in_round(one, programme) and one.block == other.block)
        or (one.group is not None and one.group == other.group)
        or (one.repeat_of or one.id) == (other.repeat_of or other.id)
        or (not both_before and (one.part_of == other.id or other.part_of == one.id))
    )


def _in_round(session: Session, programme: Programme) -> bool:
    block = programme.block_by_id.get(session.block or "")
    return block is not None and block.kind is BlockKind.CHOICE


def _fills_round(session: Session, programme: Programme) -> bool:
    """Whether it stands in a round, and what it is part of cannot be chosen there instead."""
    whole = programme.session_by_id.get(session.part_of or "")
    is_meant = whole and whole.status is Status.OPEN and whole.block == session.block
    return _in_round(session, programme) and not is_meant


def _goes_on(id_: str, programme: Programme) -> bool:
    return programme.session_by_id[id_].status is not Status.CANCELLED


def _subsets(ids: list[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(ids, size) for size in range(len(ids) + 1))
