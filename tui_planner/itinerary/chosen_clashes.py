"""The clashes of a plan: what one delegate chose, judged pair by pair."""

from collections.abc import Iterator
from itertools import chain

from tui_planner.clashes.judge import Attendable, Clash, judge, reach
from tui_planner.clashes.sweep import meeting, meeting_across
from tui_planner.programme.model import BlockKind

from .resolved import Plan

_MOST_IN_FULL = 1_000
"""Clashes: nobody who chose so much at once reads them all."""


def own_things(plan: Plan) -> list[Attendable]:
    """What the delegate chose and what they have to do themselves."""
    return [*(pick.session for pick in plan.picks), *plan.engagements]


def plenaries(plan: Plan) -> list[Attendable]:
    """What everyone is expected at."""
    return [block for block in plan.programme.blocks if block.kind is BlockKind.PLENARY]


def clashes(plan: Plan) -> Iterator[Clash]:
    """The pairs of what is chosen, of appointments and of plenaries that clash.

    These are all of them, unless they are very many: then the first of each.
    """
    own, others = own_things(plan), plenaries(plan)
    own_reaches, reaches = (
        [reach(thing, plan.programme) for thing in things] for things in (own, others)
    )
    met = chain(
        (((own[one], own[two]) for two in found) for one, found in meeting(own_reaches)),
        (
            ((own[one], others[two]) for two in found)
            for one, found in meeting_across(own_reaches, reaches)
        ),
    )
    number = 0
    for pairs in met:
        for pair in pairs:
            if clash := judge(*pair, plan.programme):
                yield clash
                number += 1
                if number >= _MOST_IN_FULL:
                    break
