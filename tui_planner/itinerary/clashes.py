"""The clashes of a plan: what one delegate chose, judged pair by pair."""

from collections.abc import Iterator

from ..judgement.clash import Attendable, Clash, judge, reach
from ..judgement.sweep import meeting_pairs
from ..programme.model import BlockKind
from .plan import Plan


def own_things(plan: Plan) -> list[Attendable]:
    """What the delegate chose and what they have to do themselves."""
    return [*(pick.session for pick in plan.picks), *plan.engagements]


def plenaries(plan: Plan) -> list[Attendable]:
    """What everyone is expected at."""
    return [block for block in plan.programme.blocks if block.kind is BlockKind.PLENARY]


def clashes(plan: Plan) -> Iterator[Clash]:
    """All pairs of what is chosen, of appointments and of plenaries that clash."""
    own = own_things(plan)
    things = [*own, *plenaries(plan)]
    for one, other in meeting_pairs([reach(thing, plan.programme) for thing in things]):
        if one >= len(own) and other >= len(own):
            continue
        if clash := judge(things[one], things[other], plan.programme):
            yield clash
