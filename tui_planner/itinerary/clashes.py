"""The clashes of a plan: what one delegate chose, judged pair by pair."""

from collections.abc import Iterator
from itertools import chain

from ..judgement.clash import Attendable, Clash, judge, reach
from ..judgement.sweep import meeting_between, meeting_pairs
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
    own, others = own_things(plan), plenaries(plan)
    own_reaches, reaches = (
        [reach(thing, plan.programme) for thing in things] for things in (own, others)
    )
    pairs = chain(
        ((own[one], own[other]) for one, other in meeting_pairs(own_reaches)),
        ((own[one], others[other]) for one, other in meeting_between(own_reaches, reaches)),
    )
    for pair in pairs:
        if clash := judge(*pair, plan.programme):
            yield clash
