"""The states of sessions for a delegate: open, fitting, on now or next."""

from collections.abc import Mapping
from datetime import datetime

from tui_planner.clashes.judge import Attendable, judge, reach_of
from tui_planner.itinerary.chosen_clashes import list_others
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Session, Status
from tui_planner.programme.timing import MINUTE, Interval

_NEXT = 60 * MINUTE
"""The time before its start in which a session is next."""


def find_states(plan: ResolvedItinerary, now: datetime) -> Mapping[str, frozenset[str]]:
    """Find the ids of the sessions that are open, that fit the plan, that are on now or next."""
    sessions = plan.programme.sessions
    soon = Interval(now, now + _NEXT)
    return {
        "open": frozenset(one.id for one in sessions if one.status is Status.OPEN),
        "fits": find_fitting(plan),
        "now": frozenset(one.id for one in sessions if one.timing.planned.meets(soon)),
    }


def find_fitting(plan: ResolvedItinerary) -> frozenset[str]:
    """Find the ids of the sessions that clash with nothing in the plan, and are not missed.

    What is chosen fits where it clashes with nothing else.
    """
    programme = plan.programme
    own = [(reach_of(thing, programme), thing) for thing in list_others(plan, "")]
    return frozenset(
        session.id
        for session in programme.sessions
        if session.status is not Status.CANCELLED
        if not plan.misses(session.timing)
        if not _clashes(session, own, plan)
    )


def _clashes(
    session: Session, own: list[tuple[Interval, Attendable]], plan: ResolvedItinerary
) -> bool:
    its_reach = reach_of(session, plan.programme)
    return any(
        at.meets(its_reach) and thing.id != session.id and judge(session, thing, plan.programme)
        for at, thing in own
    )
