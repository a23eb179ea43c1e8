"""Resolutions that choose another session instead: another run, or an alternative."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import islice

from tui_planner.clashes.judge import is_within
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.presence_notices import find_missed_parts
from tui_planner.itinerary.resolved import ChosenSession, ResolvedItinerary
from tui_planner.programme.model import Programme, Session, Status
from tui_planner.programme.time_text import format_clock, format_short_date, format_times
from tui_planner.support.i18n import _

from .consequences import Consequences, Surroundings
from .resolution import Cost, Resolution, ResolutionKind

_MOST = 300
"""The most sessions that are tried in the place of one."""


def find_substitutes(
    chosen_session: ChosenSession,
    solves: Callable[[Session], bool],
    around: Surroundings,
    plan: ResolvedItinerary,
) -> Iterator[Resolution]:
    """Find the open sessions that could be chosen instead and fit everything else that is chosen.

    The delegate is there for all of them, they solve what is the matter, and clash certainly with
    nothing.
    """
    for session in islice(plan.programme.list_interchangeable(chosen_session.session), _MOST):
        if session.status is not Status.OPEN or session.id in plan.chosen_by_id:
            continue
        if _is_of_one(session, chosen_session.session, plan.programme):
            continue
        if next(find_missed_parts(session, plan), None) is not None or not solves(session):
            continue
        brings = around.find_consequences(session)
        if brings is not None:
            kind = _find_kind(session, chosen_session.session, plan.programme)
            yield _make_substitute(kind, session, chosen_session, brings, plan)


def _is_of_one(one: Session, other: Session, programme: Programme) -> bool:
    """Whether one of two sessions is a part of the other: to take it is no alternative."""
    return is_within(one, other, programme) or is_within(other, one, programme)


def _find_kind(session: Session, lost: Session, programme: Programme) -> ResolutionKind:
    """Return the kind of resolution that puts a session in the place of another one."""
    is_run = programme.find_first_run(session) == programme.find_first_run(lost)
    return ResolutionKind.REPEAT if is_run else ResolutionKind.ALTERNATIVE


def _make_substitute(
    kind: ResolutionKind,
    session: Session,
    chosen_session: ChosenSession,
    brings: Consequences,
    plan: ResolvedItinerary,
) -> Resolution:
    lost, zone = chosen_session.session, plan.programme.zone
    if kind is ResolutionKind.REPEAT:
        cost = Cost(0)
        at = _format_dated(format_clock(session.timing.start, zone), session.day, lost.day)
        label = _("the run at {time}").format(time=at)
        text = _("Attend {title} at another time, {when}: you miss nothing.")
    else:
        cost = Cost.of_all(lost, plan)
        label = _("take {title}").format(title=session.title)
        text = _("Take {title} ({when}) instead of {lost}: you miss {cost} of that.")
    when = _format_dated(format_times(session.timing, zone), session.day, lost.day)
    message = text.format(title=session.title, when=when, lost=lost.title, cost=cost)
    apply = partial(_take, session, kind, lost.id, plan.programme)
    texts = lost.title, label, brings.add_to(message)
    start = session.timing.start
    return Resolution(kind, lost.id, *texts, cost, apply, session.id, start, brings)


def _format_dated(time: str, day: date, usual: date) -> str:
    """Write a time with its day, where that is not the usual one."""
    return time if day == usual else f"{format_short_date(day)} {time}"


def _take(
    session: Session, kind: ResolutionKind, lost: str, programme: Programme, itinerary: Itinerary
) -> Itinerary:
    """Choose a session in the place of another, with its priority; a run has its note too."""
    before = itinerary.find_choice(lost)
    if before is None:
        return itinerary
    choice = Choice.of(session, programme, before.priority)
    if kind is ResolutionKind.REPEAT:
        choice = choice._replace(note=before.note)
    return itinerary.replace(lost, choice)
