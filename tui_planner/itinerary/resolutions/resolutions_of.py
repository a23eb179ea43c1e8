"""The ways out of a clash, each with what it costs.

Nothing is forbidden, and a clash may stay. Who wants to be rid of it can attend another run of one
of the two, leave the one early or join the other late, keep one and drop the other, or take an
alternative in its place. An own appointment can be dropped too, after all else; a plenary cannot.
"""

from collections import Counter
from collections.abc import Callable
from functools import partial
from math import inf

from tui_planner.clashes.judge import Attendable, Clash
from tui_planner.itinerary.edits import without_appointment
from tui_planner.itinerary.itinerary import Appointment, Itinerary, Priority
from tui_planner.itinerary.notices import title_of
from tui_planner.itinerary.resolved import Engagement, Pick, Plan
from tui_planner.programme.model import Session
from tui_planner.support.i18n import _

from .resolution import Cost, WayKind, WayOut
from .shortening import shorter
from .substitutes import substitutes

_RANKS = {
    WayKind.REPEAT: 0,
    WayKind.LEAVE: 1,
    WayKind.JOIN: 1,
    WayKind.KEEP: 2,
    WayKind.ALTERNATIVE: 3,
}
_MATTERS: dict[Priority, int] = {"maybe": 0, "want": 1, "must": 2}
_MATTERS_MOST = 3  # an own appointment is with somebody
_MOST_OF_A_KIND = 3


def ways_out(clash: Clash, plan: Plan) -> tuple[WayOut, ...]:
    """The ways out of a clash, the best first.

    What costs nothing comes before what costs a part of a session, and that before what costs a
    whole one. Of one kind the session that matters less gives way first, then the cheaper way.
    """
    found: list[WayOut] = []
    for lost, kept in ((clash.first, clash.second), (clash.second, clash.first)):
        if pick := plan.pick_by_id.get(lost.id):
            apply = partial(_drop, lost.id)
            found += [_keep(kept, pick.session, apply), *shorter(pick, kept, plan)]
            found += substitutes(pick, kept, plan)
        elif isinstance(lost, Engagement):
            found.append(_keep(kept, lost, partial(_drop_appointment, lost.appointment)))
    found.sort(key=lambda way: _order(way, plan.pick_by_id.get(way.session)))
    number = Counter[WayKind]()
    best = []
    for way in found:
        number[way.kind] += 1
        if number[way.kind] <= _MOST_OF_A_KIND:
            best.append(way)
    return tuple(best)


def _keep(
    kept: Attendable, lost: Session | Engagement, apply: Callable[[Itinerary], Itinerary]
) -> WayOut:
    """Keeping one thing, by dropping what it clashes with."""
    words = {"title": title_of(kept), "other": lost.title}
    cost = Cost.of_all(lost.timing)
    label = _("keep {title}").format(**words)
    message = _("Keep {title} and drop {other}: you miss {cost}.").format(**words, cost=cost)
    return WayOut(WayKind.KEEP, lost.id, lost.title, label, message, cost, apply)


def _drop(session_id: str, itinerary: Itinerary) -> Itinerary:
    return itinerary.drop(session_id)


def _drop_appointment(appointment: Appointment, itinerary: Itinerary) -> Itinerary:
    return without_appointment(itinerary, appointment)


def _order(way: WayOut, pick: Pick | None) -> tuple[float, ...]:
    """What a way out is sorted by; `pick` is the choice that gives way, None for an appointment."""
    cost = inf if way.cost.minutes is None else way.cost.minutes
    matters = _MATTERS_MOST if pick is None else _MATTERS[pick.choice.priority]
    planned = cost - way.cost.unplanned
    order = inf if pick is None else pick.session.order
    return _RANKS[way.kind], matters, way.lesser, planned, cost, order
