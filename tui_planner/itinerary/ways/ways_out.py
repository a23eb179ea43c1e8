"""The ways out of a clash, each with what it costs.

Nothing is forbidden, and a clash may stay. Who wants to be rid of it can attend another run of one
of the two, leave the one early or join the other late, keep one and drop the other, or take an
alternative in its place. An own appointment and a plenary can only be kept.
"""

from collections import Counter
from functools import partial
from math import inf

from ...i18n import _
from ...judgement.clash import Attendable, Clash
from ..model import Itinerary, Priority
from ..notices import title_of
from ..plan import Pick, Plan
from .shortening import shorter
from .substitutes import substitutes
from .way_out import Cost, WayKind, WayOut

_RANKS = {
    WayKind.REPEAT: 0,
    WayKind.LEAVE: 1,
    WayKind.JOIN: 1,
    WayKind.KEEP: 2,
    WayKind.ALTERNATIVE: 3,
}
_MATTERS: dict[Priority, int] = {"maybe": 0, "want": 1, "must": 2}
_MOST_OF_A_KIND = 3


def ways_out(clash: Clash, plan: Plan) -> tuple[WayOut, ...]:
    """The ways out of a clash, the best first; none where neither of the two is a chosen session.

    What costs nothing comes before what costs a part of a session, and that before what costs a
    whole one. Of one kind the session that matters less gives way first, then the cheaper way.
    """
    found: list[WayOut] = []
    for lost, kept in ((clash.first, clash.second), (clash.second, clash.first)):
        if pick := plan.pick_by_id.get(lost.id):
            found += [_keep(kept, pick), *shorter(pick, kept, plan)]
            found += substitutes(pick, kept, plan)
    found.sort(key=lambda way: _order(way, plan.pick_by_id[way.session]))
    number = Counter[WayKind]()
    best = []
    for way in found:
        number[way.kind] += 1
        if number[way.kind] <= _MOST_OF_A_KIND:
            best.append(way)
    return tuple(best)


def _keep(kept: Attendable, lost: Pick) -> WayOut:
    """Keeping one thing, by dropping the session that it clashes with."""
    title, other = title_of(kept), lost.session.title
    cost = Cost.of_all(lost.session.timing)
    label = _("keep {title}").format(title=title)
    text = _("Keep {title} and drop {other}: you miss {cost}.")
    message = text.format(title=title, other=other, cost=cost)
    apply = partial(_drop, lost.session.id)
    return WayOut(WayKind.KEEP, lost.session.id, label, message, cost, apply)


def _drop(session_id: str, itinerary: Itinerary) -> Itinerary:
    return itinerary.drop(session_id)


def _order(way: WayOut, pick: Pick) -> tuple[float, ...]:
    """What a way out is sorted by; `pick` is the choice that gives way."""
    cost = inf if way.cost.minutes is None else way.cost.minutes
    matters = _MATTERS[pick.choice.priority]
    planned = cost - way.cost.unplanned
    return _RANKS[way.kind], matters, way.lesser, planned, cost, pick.session.order
