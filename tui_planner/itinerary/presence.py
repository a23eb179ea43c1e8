"""The presence of a delegate, and what they miss by arriving later or leaving earlier."""

from datetime import datetime

from tui_planner.programme.model import Programme, Thing
from tui_planner.programme.time_text import format_clock, format_short_date
from tui_planner.programme.timing import Timing
from tui_planner.support.i18n import _

from .resolved import ResolvedItinerary


def find_missed(plan: ResolvedItinerary) -> frozenset[str]:
    """Find the ids of the sessions and blocks that the delegate cannot attend any part of."""
    if plan.arrives is None and plan.leaves is None:
        return frozenset()
    things: tuple[Thing, ...] = (*plan.programme.sessions, *plan.programme.blocks)
    return frozenset(thing.id for thing in things if plan.misses(thing.timing))


def say_missed(plan: ResolvedItinerary, timing: Timing) -> str:
    """Say why something is missed, as a remark; empty where it is not."""
    if not plan.misses(timing):
        return ""
    is_before = plan.arrives is not None and timing.start < plan.arrives
    return _("before you arrive") if is_before else _("after you leave")


def explain_presence(plan: ResolvedItinerary) -> str:
    """Explain from when until when the delegate is there, in a sentence."""
    arrives, leaves = plan.arrives, plan.leaves
    if arrives is None and leaves is None:
        return _("You attend the whole event.")
    if arrives is None:
        text = _("You attend until {until}.")
    elif leaves is None:
        text = _("You attend from {from_}.")
    else:
        text = _("You attend from {from_} until {until}.")
    return text.format(from_=_at(arrives, plan.programme), until=_at(leaves, plan.programme))


def _at(instant: datetime | None, programme: Programme) -> str:
    return "" if instant is None else format_moment(instant, programme)


def format_moment(instant: datetime, programme: Programme) -> str:
    """Format a time, with its day where the programme has several."""
    words = format_clock(instant, programme.zone)
    if len(programme.days) == 1:
        return words
    return f"{format_short_date(instant.astimezone(programme.zone).date())} {words}"
