"""Resolutions that choose another session instead: another run, or an alternative."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice

from tui_planner.clashes.judge import Attendable, Verdict, judge, reach_of
from tui_planner.itinerary.chosen_clashes import list_others
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.notices import name_thing
from tui_planner.itinerary.resolved import ChosenSession, ResolvedItinerary
from tui_planner.programme.model import Programme, Session, Status
from tui_planner.programme.time_text import (
    format_clock,
    format_short_date,
    format_times,
    join_words,
)
from tui_planner.support.i18n import _

from .resolution import Cost, Resolution, ResolutionKind

_MOST = 300
"""The most sessions that are tried in the place of one."""


def find_substitutes(
    chosen_session: ChosenSession, other: Attendable, plan: ResolvedItinerary
) -> Iterator[Resolution]:
    """Find the open sessions that could be chosen instead and fit everything else that is chosen.

    They have no clash at all with the other thing, and no certain one with the rest.
    """
    rest = [
        (reach_of(thing, plan.programme), thing)
        for thing in list_others(plan, chosen_session.session.id)
    ]
    for session in islice(plan.programme.list_interchangeable(chosen_session.session), _MOST):
        kind = _find_kind(session, chosen_session.session, plan.programme)
        if session.status is not Status.OPEN or session.id in plan.chosen_by_id:
            continue
        if plan.misses(session.timing) or judge(session, other, plan.programme):
            continue
        own_reach = reach_of(session, plan.programme)
        near = [thing for its_reach, thing in rest if its_reach.meets(own_reach)]
        lesser = _find_lesser_clashes(session, near, plan.programme)
        if lesser is not None:
            yield _make_substitute(kind, session, chosen_session, lesser, plan)


def _find_kind(session: Session, lost: Session, programme: Programme) -> ResolutionKind:
    """Return the kind of resolution that puts a session in the place of another one."""
    is_run = programme.find_first_run(session) == programme.find_first_run(lost)
    return ResolutionKind.REPEAT if is_run else ResolutionKind.ALTERNATIVE


def _find_lesser_clashes(
    session: Session, things: Iterable[Attendable], programme: Programme
) -> list[Attendable] | None:
    """Find what a session would possibly or tightly clash with; None if it certainly clashes."""
    found = []
    for thing in things:
        clash = judge(session, thing, programme)
        if clash is not None and clash.verdict is Verdict.CERTAIN:
            return None
        if clash is not None:
            found.append(thing)
    return found


def _make_substitute(
    kind: ResolutionKind,
    session: Session,
    chosen_session: ChosenSession,
    lesser: list[Attendable],
    plan: ResolvedItinerary,
) -> Resolution:
    lost, zone = chosen_session.session, plan.programme.zone
    if kind is ResolutionKind.REPEAT:
        cost = Cost(0)
        at = _format_dated(format_clock(session.timing.start, zone), session.day, lost.day)
        label = _("the run at {time}").format(time=at)
        text = _("Attend {title} at another time, {when}: you miss nothing.")
    else:
        cost = Cost.of_all(lost.timing)
        label = _("take {title}").format(title=session.title)
        text = _("Take {title} ({when}) instead of {lost}: you miss {cost} of that.")
    when = _format_dated(format_times(session.timing, zone), session.day, lost.day)
    message = text.format(title=session.title, when=when, lost=lost.title, cost=cost)
    if lesser:
        more = _("{message} It may not quite fit with {titles}.")
        message = more.format(
            message=message, titles=join_words([name_thing(one) for one in lesser])
        )
    apply = partial(_take, session, kind, lost.id, plan.programme)
    return Resolution(
        kind, lost.id, lost.title, label, message, cost, apply, session.id, len(lesser)
    )


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
