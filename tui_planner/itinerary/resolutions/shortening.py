"""Resolutions that leave a session early or join it late, so that the clash is gone."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from tui_planner.clashes.judge import Attendable, Verdict, judge
from tui_planner.itinerary.chosen_clashes import list_others
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.resolved import ChosenSession, ResolvedItinerary
from tui_planner.programme.model import Programme, Session
from tui_planner.programme.time_text import format_clock
from tui_planner.programme.timing import MINUTE
from tui_planner.programme.wall_time import WallTime
from tui_planner.support.i18n import _

from .resolution import Cost, Resolution, ResolutionKind

_ENOUGH = 30
"""Minutes of a session that are worth coming for; of a shorter one, half of it is."""


def find_shortenings(
    chosen_session: ChosenSession, other: Attendable, plan: ResolvedItinerary
) -> Iterator[Resolution]:
    """Find how to attend only that part of a session that does not clash with another thing."""
    for kind, at, cost in _find_candidates(chosen_session.session, other, plan):
        wall = _to_wall_time(at, chosen_session.session, plan)
        choice = _set_time(chosen_session.choice, kind, wall)
        attended = plan.apply_own_times(
            choice, plan.programme.session_by_id[chosen_session.session.id]
        )
        if not _is_worth_it(attended, plan) or not _solves(attended, chosen_session, other, plan):
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
        words = {
            "title": attended.title,
            "time": format_clock(at, plan.programme.zone),
            "cost": cost,
        }
        apply = partial(_set_own_time, attended.id, kind, wall)
        texts = attended.title, label.format(**words), message.format(**words)
        yield Resolution(kind, attended.id, *texts, cost, apply)


def _find_candidates(
    session: Session, other: Attendable, plan: ResolvedItinerary
) -> Iterator[tuple[ResolutionKind, datetime, Cost]]:
    """Yield when to leave and when to join, and what that costs.

    The part that is left meets no time that the other thing may take, the changeover between the
    rooms included; an overrun is left out whole, as its length is unknown.
    """
    timing = session.timing
    changeover = plan.programme.find_changeover(session.room, other.room) * MINUTE
    leave = min(other.timing.early, other.timing.start - changeover, timing.end)
    missed = None if timing.open_end else (timing.last_end - leave) // MINUTE
    overrun = (timing.last_end - timing.end) // MINUTE
    at_most = overrun > 0 or not timing.end_stated
    yield ResolutionKind.LEAVE, leave, Cost(missed, at_most, overrun)
    if not other.timing.open_end:
        join = max(other.timing.last_end, other.timing.end + changeover, timing.start)
        missed = (join - timing.early) // MINUTE
        yield ResolutionKind.JOIN, join, Cost(missed, timing.around > 0, timing.around)


def _is_worth_it(attended: Session, plan: ResolvedItinerary) -> bool:
    """Whether enough is left; where nothing says when it ends, whether it may well still be on."""
    whole = plan.programme.session_by_id[attended.id].timing
    if whole.open_end and attended.timing.start - whole.start > _ENOUGH * MINUTE:
        return False
    return attended.timing.planned.minutes >= max(1, min(whole.planned.minutes / 2, _ENOUGH))


def _solves(
    attended: Session, chosen_session: ChosenSession, other: Attendable, plan: ResolvedItinerary
) -> bool:
    """Whether the clash is gone, and no certain one is new: exact times can make one certain."""
    programme = plan.programme
    return judge(attended, other, programme) is None and not any(
        _is_certain(attended, thing, programme)
        and not _is_certain(chosen_session.session, thing, programme)
        for thing in list_others(plan, attended.id)
    )


def _is_certain(session: Session, thing: Attendable, programme: Programme) -> bool:
    clash = judge(session, thing, programme)
    return clash is not None and clash.verdict is Verdict.CERTAIN


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
