"""The clashes of a plan: what one delegate chose, judged pair by pair."""

from collections.abc import Iterator
from itertools import chain

from tui_planner.clashes.judge import Attendable, Clash, judge, reach_of
from tui_planner.clashes.sweep import find_meeting, find_meeting_across
from tui_planner.programme.model import Block, BlockKind

from .resolved import ResolvedItinerary

_MOST_IN_FULL = 1_000
"""The most clashes that are all found: nobody reads more of them."""


def list_attended(plan: ResolvedItinerary) -> list[Attendable]:
    """List what the delegate chose, and their own appointments."""
    return [
        *(chosen_session.session for chosen_session in plan.chosen_sessions),
        *plan.scheduled_appointments,
    ]


def list_plenaries(plan: ResolvedItinerary) -> list[Block]:
    """List what everyone is expected at."""
    return [block for block in plan.programme.blocks if block.kind is BlockKind.PLENARY]


def list_others(plan: ResolvedItinerary, *ids: str) -> list[Attendable]:
    """List everything that may clash, without the things of some ids."""
    return [thing for thing in [*list_attended(plan), *list_plenaries(plan)] if thing.id not in ids]


def find_clashes(plan: ResolvedItinerary) -> Iterator[Clash]:
    """Find the pairs of what is chosen, of appointments and of plenaries that clash.

    These are all of them, unless they are very many: then the first of each.
    """
    own, others = list_attended(plan), list_plenaries(plan)
    own_windows, other_windows = (
        [reach_of(thing, plan.programme) for thing in things] for things in (own, others)
    )
    met = chain(
        (((own[one], own[two]) for two in found) for one, found in find_meeting(own_windows)),
        (
            ((own[one], others[two]) for two in found)
            for one, found in find_meeting_across(own_windows, other_windows)
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
