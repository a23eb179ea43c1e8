"""What a delegate misses who arrives later, or leaves earlier, than the event."""

from ..i18n import _
from ..programme.model import Thing
from ..programme.timing import Timing
from .plan import Plan


def missed(plan: Plan) -> frozenset[str]:
    """The ids of the sessions and blocks that the delegate cannot attend any part of."""
    things: tuple[Thing, ...] = (*plan.programme.sessions, *plan.programme.blocks)
    return frozenset(thing.id for thing in things if plan.misses(thing.timing))


def missed_words(plan: Plan, timing: Timing) -> str:
    """Why something is missed, as a remark; empty where it is not."""
    if not plan.misses(timing):
        return ""
    is_before = plan.arrives is not None and timing.start < plan.arrives
    return _("before you arrive") if is_before else _("after you leave")
