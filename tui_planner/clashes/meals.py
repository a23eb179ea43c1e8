"""The time that is left of a meal beside what someone chose."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_planner.programme.model import Block, Session, Status
from tui_planner.programme.timing import Interval

from .judge import Attendable, needs_nobody


class MealNotice(NamedTuple):
    """A meal of which too little is left.

    Attributes:
        meal: The block.
        free: The stretches that are left of it, in order.
        minutes: The length of the longest of them, 0 where none is left.
    """

    meal: Block
    free: tuple[Interval, ...]
    minutes: int


def takes_meal_time(thing: Attendable, meal: Block) -> bool:
    """Say whether something takes time of a meal."""
    return not needs_nobody(thing) and thing.timing.planned.meets(meal.timing.planned)


def provides_meal(thing: Attendable, meal: Block) -> bool:
    """Say whether one eats that meal in a session."""
    return (
        isinstance(thing, Session)
        and thing.meal
        and thing.status is not Status.CANCELLED
        and (thing.block == meal.id or thing.timing.planned.meets(meal.timing.planned))
    )


def judge_meal(meal: Block, taken: Iterable[Interval]) -> MealNotice | None:
    """Return the notice that `taken` leaves too little of a meal; None where it leaves enough."""
    free = find_free_stretches(meal.timing.planned, sorted(taken))
    longest = max((stretch.minutes for stretch in free), default=0)
    if longest >= meal.minutes_needed:
        return None
    return MealNotice(meal, free, longest)


def find_free_stretches(window: Interval, taken: Sequence[Interval]) -> tuple[Interval, ...]:
    """Find what is left of a window without the intervals `taken`, which are in order of start."""
    free = []
    at = window.start
    for interval in taken:
        if interval.start >= interval.end:
            continue
        if at < min(interval.start, window.end):
            free.append(Interval(at, min(interval.start, window.end)))
        at = max(at, interval.end)
    if at < window.end:
        free.append(Interval(at, window.end))
    return tuple(free)
