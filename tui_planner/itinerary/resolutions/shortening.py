"""Resolutions that leave a session early or join it late, so that the trouble is gone."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import NamedTuple

from tui_planner.clashes.judge import Attendable
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.resolved import ChosenSession, ResolvedItinerary
from tui_planner.programme.model import Session
from tui_planner.programme.time_text import format_clock
from tui_planner.programme.timing import MINUTE, Interval, Timing
from tui_planner.programme.wall_time import WallTime
from tui_planner.support.i18n import _

from .consequences import Surroundings
from .resolution import Cost, Resolution, ResolutionKind

_ENOUGH = 30
"""Minutes of a session that are worth coming for; of a shorter one, half of it is."""


class OwnTime(NamedTuple):
    """A time at which the delegate might leave a session, or join it: `kind` says which."""

    kind: ResolutionKind
    at: datetime


def find_shortenings(
    chosen_session: ChosenSession,
    own_times: Iterable[OwnTime],
    solves: Callable[[Session], bool],
    around: Surroundings,
    plan: ResolvedItinerary,
) -> Iterator[Resolution]:
    """Find how to attend only that part of a session that solves what is the matter.

    Args:
        chosen_session: The session that is cut short.
        own_times: The times that are tried.
        solves: Whether the session, at its new times, solves it.
        around: What else is attended.
        plan: The plan.
    """
    for kind, wanted in own_times:
        at = _clip(kind, wanted, plan)
        wall = _to_wall_time(at, chosen_session.session, plan)
        choice = _set_time(chosen_session.choice, kind, wall)
        attended = plan.apply_own_times(
            choice, plan.programme.session_by_id[chosen_session.session.id]
        )
        if not _is_worth_it(attended, plan) or not solves(attended):
            continue
        brings = around.find_consequences(attended)
        if brings is None:  # exact times can make another clash certain
            continue
        label, message = {
            ResolutionKind.LEAVE: (
                _("leave at {time}: {title}"),
                _("Leave {title} at {time}: you miss {cost} of it."),
            ),
            ResolutionKind.JOIN: (
                _("join at {time}: {title}"),
                _("Join {title} at {time}: you miss {cost} of it."),
            ),
        }[kind]
        cost = _find_cost(kind, at, chosen_session.session.timing, plan)
        words = {
            "title": attended.title,
            "time": format_clock(at, plan.programme.zone),
            "cost": cost,
        }
        apply = partial(_set_own_time, attended.id, kind, wall)
        texts = attended.title, label.format(**words), brings.add_to(message.format(**words))
        yield Resolution(kind, attended.id, *texts, cost, apply, at=at, brings=brings)


def list_times_beside(
    session: Session, other: Attendable, plan: ResolvedItinerary
) -> Iterator[OwnTime]:
    """List when to leave and to join a session that clashes with another thing.

    The part that is left meets no time that the other thing may take, the changeover between the
    rooms included; an overrun is left out whole, as its length is unknown.
    """
    timing = session.timing
    changeover = plan.programme.find_changeover(session.room, other.room) * MINUTE
    leave = min(other.timing.early, other.timing.start - changeover, timing.end)
    yield OwnTime(ResolutionKind.LEAVE, leave)
    if not other.timing.open_end:
        join = max(other.timing.last_end, other.timing.end + changeover, timing.start)
        yield OwnTime(ResolutionKind.JOIN, join)


def _clip(kind: ResolutionKind, at: datetime, plan: ResolvedItinerary) -> datetime:
    """Move a time to when the delegate is there."""
    if kind is ResolutionKind.LEAVE:
        return at if plan.leaves is None else min(at, plan.leaves)
    return at if plan.arrives is None else max(at, plan.arrives)


def _find_cost(kind: ResolutionKind, at: datetime, timing: Timing, plan: ResolvedItinerary) -> Cost:
    """Find what is missed by leaving or joining at a time, of what the delegate is there for."""
    if kind is ResolutionKind.LEAVE:
        planned, unplanned = Interval(at, timing.end), Interval(timing.end, timing.last_end)
        at_most = not timing.end_stated
    else:
        planned, unplanned = Interval(timing.start, at), Interval(timing.early, timing.start)
        at_most = False
    missed, more = (plan.find_attended(one).minutes for one in (planned, unplanned))
    at_most = at_most or more > 0
    is_unknown = kind is ResolutionKind.LEAVE and timing.open_end
    return Cost(None if is_unknown else missed + more, at_most, more)


def _is_worth_it(attended: Session, plan: ResolvedItinerary) -> bool:
    """Whether enough is left; where nothing says when it ends, whether it may well still be on."""
    whole = plan.programme.session_by_id[attended.id].timing
    if whole.open_end and attended.timing.start - whole.start > _ENOUGH * MINUTE:
        return False
    minutes = plan.find_attended(attended.timing.planned).minutes
    return minutes >= max(1, min(whole.planned.minutes / 2, _ENOUGH))


def _to_wall_time(at: datetime, session: Session, plan: ResolvedItinerary) -> WallTime:
    """Convert an instant to what is written: a time of the session's day, or a date and time."""
    local = at.astimezone(plan.programme.zone).replace(tzinfo=None, fold=0)
    return local.time() if local.date() == session.day else local


def _set_own_time(
    session_id: str, kind: ResolutionKind, wall: WallTime, itinerary: Itinerary
) -> Itinerary:
    """Set one of the delegate's own times, `join` or `leave`, of a choice."""
    choice = itinerary.find_choice(session_id)
    if choice is None:
        return itinerary
    return itinerary.choose(_set_time(choice, kind, wall))


def _set_time(choice: Choice, kind: ResolutionKind, wall: WallTime) -> Choice:
    return (
        choice._replace(join=wall) if kind is ResolutionKind.JOIN else choice._replace(leave=wall)
    )
