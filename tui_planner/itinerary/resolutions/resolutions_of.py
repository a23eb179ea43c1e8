"""The resolutions of a clash, each with what it costs.

Nothing is forbidden, and a clash may stay. To resolve it, the delegate can attend another run of
one of the two, leave the one early or join the other late, keep one and drop the other, or choose
an alternative in its place. An own appointment can be dropped too, after all else; not a plenary.
"""

from collections import Counter
from collections.abc import Callable
from functools import partial
from math import inf

from tui_planner.clashes.judge import Attendable, Clash
from tui_planner.itinerary.edits import remove_appointment
from tui_planner.itinerary.itinerary import Appointment, Itinerary, Priority
from tui_planner.itinerary.notices import name_thing
from tui_planner.itinerary.resolved import ChosenSession, ResolvedItinerary, ScheduledAppointment
from tui_planner.programme.model import Session
from tui_planner.support.i18n import _

from .resolution import Cost, Resolution, ResolutionKind
from .shortening import find_shortenings
from .substitutes import find_substitutes

_RANKS = {
    ResolutionKind.REPEAT: 0,
    ResolutionKind.LEAVE: 1,
    ResolutionKind.JOIN: 1,
    ResolutionKind.KEEP: 2,
    ResolutionKind.ALTERNATIVE: 3,
}
_WEIGHTS: dict[Priority, int] = {"maybe": 0, "want": 1, "must": 2}
_HIGHEST_WEIGHT = 3  # an own appointment is with somebody
_MOST_OF_A_KIND = 3


def find_resolutions(clash: Clash, plan: ResolvedItinerary) -> tuple[Resolution, ...]:
    """Find the resolutions of a clash, the best first.

    What costs nothing comes before what costs a part of a session, and that before what costs a
    whole one. Of one kind, the session that matters less gives way first, then the lower cost.
    """
    found: list[Resolution] = []
    for lost, kept in ((clash.first, clash.second), (clash.second, clash.first)):
        if chosen_session := plan.chosen_by_id.get(lost.id):
            apply = partial(_drop, lost.id)
            found += [
                _make_keep(kept, chosen_session.session, apply),
                *find_shortenings(chosen_session, kept, plan),
            ]
            found += find_substitutes(chosen_session, kept, plan)
        elif isinstance(lost, ScheduledAppointment):
            found.append(_make_keep(kept, lost, partial(_drop_appointment, lost.appointment)))
    found.sort(key=lambda one: _sort_key(one, plan.chosen_by_id.get(one.session)))
    number = Counter[ResolutionKind]()
    best = []
    for resolution in found:
        number[resolution.kind] += 1
        if number[resolution.kind] <= _MOST_OF_A_KIND:
            best.append(resolution)
    return tuple(best)


def _make_keep(
    kept: Attendable, lost: Session | ScheduledAppointment, apply: Callable[[Itinerary], Itinerary]
) -> Resolution:
    """Make the resolution that keeps one thing and drops what it clashes with."""
    words = {"title": name_thing(kept), "other": lost.title}
    cost = Cost.of_all(lost.timing)
    label = _("keep {title}").format(**words)
    message = _("Keep {title} and drop {other}: you miss {cost}.").format(**words, cost=cost)
    return Resolution(ResolutionKind.KEEP, lost.id, lost.title, label, message, cost, apply)


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
    return _RANKS[resolution.kind], weight, resolution.lesser, planned, cost, order
