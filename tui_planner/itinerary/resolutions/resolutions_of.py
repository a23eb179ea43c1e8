"""The resolutions of what a notice tells, each with what it costs and what else it brings.

Nothing is forbidden, and a clash may stay. To resolve it, the delegate can attend another run of
one of the two, leave the one early or join the other late, keep one and drop the other, or choose
an alternative in its place. An own appointment can be dropped too, after all else; not a plenary.
The same goes for a session that is full or cancelled, that one is not there for, or that takes the
time for a meal.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from math import inf

from tui_planner.clashes.judge import Attendable, Clash, judge
from tui_planner.itinerary.edits import remove_appointment
from tui_planner.itinerary.itinerary import Appointment, Itinerary, Priority
from tui_planner.itinerary.notices import Notice, NoticeKind, name_thing
from tui_planner.itinerary.presence_notices import find_missed_parts
from tui_planner.itinerary.resolved import ChosenSession, ResolvedItinerary, ScheduledAppointment
from tui_planner.programme.model import Session, Status
from tui_planner.programme.timing import MINUTE
from tui_planner.support.i18n import _

from .consequences import Consequences, Surroundings
from .resolution import Cost, Resolution, ResolutionKind
from .shortening import OwnTime, find_shortenings, list_times_beside
from .substitutes import find_substitutes

_RANKS = {
    ResolutionKind.REPEAT: 0,
    ResolutionKind.LEAVE: 1,
    ResolutionKind.JOIN: 1,
    ResolutionKind.KEEP: 2,
    ResolutionKind.DROP: 2,
    ResolutionKind.ALTERNATIVE: 3,
}
_WEIGHTS: dict[Priority, int] = {"maybe": 0, "want": 1, "must": 2}
_HIGHEST_WEIGHT = 3  # an own appointment is with somebody
_MOST_OF_A_KIND = 3


def find_ways(notice: Notice, plan: ResolvedItinerary) -> tuple[Resolution, ...]:
    """Find the ways out of what a notice tells, the best first; none of own times that cannot be.

    What costs nothing comes before what costs a part of a session, and that before what costs a
    whole one. Of one kind, the session that matters less gives way first, then the lower cost.
    """
    if notice.pair is not None:
        return find_resolutions(notice.pair, plan)
    if notice.kind is NoticeKind.MEAL:
        return _select_best(_find_for_meal(notice, plan), plan)
    chosen_session = plan.chosen_by_id.get(notice.things[0]) if notice.things else None
    if chosen_session is None:
        return ()
    if notice.kind is NoticeKind.STATUS:
        return _select_best(_find_for_status(chosen_session, plan), plan)
    is_impossible = notice.minutes is None and plan.has_impossible_times(chosen_session)
    found = () if is_impossible else _find_for_presence(notice, chosen_session, plan)
    return _select_best(found, plan)


def find_resolutions(clash: Clash, plan: ResolvedItinerary) -> tuple[Resolution, ...]:
    """Find the resolutions of a clash, in the order of `find_ways`.

    To keep what the delegate is not there for is none, where there is something else to keep.
    """
    pairs = (clash.first, clash.second), (clash.second, clash.first)
    missed = [kept for _lost, kept in pairs if plan.misses(kept.timing)]
    found: list[Resolution] = []
    for lost, kept in pairs:
        if not isinstance(lost, ScheduledAppointment) and lost.id not in plan.chosen_by_id:
            continue
        around = Surroundings(lost, plan)
        if kept not in missed or not _can_be_dropped(kept, plan) or len(missed) == len(pairs):
            found.append(_make_drop(lost, around, plan, kept))
        if chosen_session := plan.chosen_by_id.get(lost.id):

            def solves(session: Session, other: Attendable = kept) -> bool:
                return judge(session, other, plan.programme) is None

            own_times = list_times_beside(chosen_session.session, kept, plan)
            found += find_shortenings(chosen_session, own_times, solves, around, plan)
            found += find_substitutes(chosen_session, solves, around, plan)
    return _select_best(found, plan)


def _can_be_dropped(thing: Attendable, plan: ResolvedItinerary) -> bool:
    return isinstance(thing, ScheduledAppointment) or thing.id in plan.chosen_by_id


def _find_for_status(
    chosen_session: ChosenSession, plan: ResolvedItinerary
) -> Iterator[Resolution]:
    """Find what to choose instead of a session that is full or cancelled."""
    around = Surroundings(chosen_session.session, plan)
    yield from find_substitutes(chosen_session, lambda _session: True, around, plan)
    if chosen_session.session.status is Status.CANCELLED:
        yield _make_drop(chosen_session.session, around, plan)


def _find_for_presence(
    notice: Notice, chosen_session: ChosenSession, plan: ResolvedItinerary
) -> Iterator[Resolution]:
    """Find what to do about a session that starts before one arrives, or ends after one leaves."""

    def list_missed(session: Session) -> set[str]:
        return {one.message for one in find_missed_parts(session, plan)}

    def solves(session: Session) -> bool:
        return list_missed(session) <= before - {notice.message}

    before = list_missed(chosen_session.session)
    around = Surroundings(chosen_session.session, plan)
    own_times = []
    if plan.leaves is not None:
        own_times.append(OwnTime(ResolutionKind.LEAVE, plan.leaves))
    if plan.arrives is not None:
        own_times.append(OwnTime(ResolutionKind.JOIN, plan.arrives))
    yield from find_shortenings(chosen_session, own_times, solves, around, plan)
    yield from find_substitutes(chosen_session, solves, around, plan)
    yield _make_drop(chosen_session.session, around, plan)


def _find_for_meal(notice: Notice, plan: ResolvedItinerary) -> Iterator[Resolution]:
    """Find how to have the minutes that a meal needs."""
    meal = plan.programme.block_by_id[notice.things[0]]
    needed = meal.minutes_needed * MINUTE
    own_times = (
        OwnTime(ResolutionKind.LEAVE, meal.timing.end - needed),
        OwnTime(ResolutionKind.JOIN, meal.timing.start + needed),
    )
    appointments = {one.id: one for one in plan.scheduled_appointments}
    for id_ in notice.things[1:]:
        chosen_session = plan.chosen_by_id.get(id_)
        lost = chosen_session.session if chosen_session else appointments.get(id_)
        if lost is None:
            continue
        around = Surroundings(lost, plan)

        def solves(session: Session | None, around: Surroundings = around) -> bool:
            return around.keeps_meal(meal, session)

        if solves(None):
            yield _make_drop(lost, around, plan)
        if chosen_session is not None:
            yield from find_shortenings(chosen_session, own_times, solves, around, plan)
            yield from find_substitutes(chosen_session, solves, around, plan)


def _select_best(found: Iterable[Resolution], plan: ResolvedItinerary) -> tuple[Resolution, ...]:
    """Select the first few of each kind, in order."""
    number = Counter[ResolutionKind]()
    best = []
    for way in sorted(found, key=lambda one: _sort_key(one, plan.chosen_by_id.get(one.session))):
        number[way.kind] += 1
        if number[way.kind] <= _MOST_OF_A_KIND:
            best.append(way)
    return tuple(best)


def _make_drop(
    lost: Attendable, around: Surroundings, plan: ResolvedItinerary, kept: Attendable | None = None
) -> Resolution:
    """Make the resolution that drops a thing; that of a clash names the thing that is kept."""
    if kept is None:
        kind, label = ResolutionKind.DROP, _("drop {other}")
        text = _("Drop {other}: you miss {cost}.")
    else:
        kind, label = ResolutionKind.KEEP, _("keep {title}")
        text = _("Keep {title} and drop {other}: you miss {cost}.")
    cost = Cost.of_all(lost, plan)
    words = {"title": name_thing(kept) if kept else "", "other": name_thing(lost), "cost": cost}
    brings = around.find_consequences(None) or Consequences()
    texts = name_thing(lost), label.format(**words), brings.add_to(text.format(**words))
    apply = (
        partial(_drop_appointment, lost.appointment)
        if isinstance(lost, ScheduledAppointment)
        else partial(_drop, lost.id)
    )
    return Resolution(kind, lost.id, *texts, cost, apply, brings=brings)


def _drop(session_id: str, itinerary: Itinerary) -> Itinerary:
    return itinerary.drop(session_id)


def _drop_appointment(appointment: Appointment, itinerary: Itinerary) -> Itinerary:
    return remove_appointment(itinerary, appointment)


def _sort_key(resolution: Resolution, chosen_session: ChosenSession | None) -> tuple[float, ...]:
    """Return what a resolution is sorted by.

    `chosen_session` gives way; None for an appointment.
    """
    cost = inf if resolution.cost.minutes is None else resolution.cost.minutes
    weight = _HIGHEST_WEIGHT if chosen_session is None else _WEIGHTS[chosen_session.choice.priority]
    planned = cost - resolution.cost.unplanned
    order = inf if chosen_session is None else chosen_session.session.order
    brought = sum(map(len, resolution.brings))
    return _RANKS[resolution.kind], weight, brought, planned, cost, order
