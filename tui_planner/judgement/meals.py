"""Whether what someone chose leaves them time to eat."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..programme.model import Block
from ..programme.timing import Interval


@dataclass(frozen=True, slots=True)
class MealNotice:
    """Too little of a meal is left.

    Attributes:
        meal: The block.
        free: The stretches that are left of it.
        minutes: The longest of them.
    """

    meal: Block
    free: tuple[Interval, ...]
    minutes: int


def meal_notice(meal: Block, taken: Iterable[Interval]) -> MealNotice | None:
    """The notice that `taken` leaves too little of a meal, or None where it leaves enough."""
    free = free_stretches(meal.timing.planned, sorted(taken))
    longest = max((stretch.minutes for stretch in free), default=0)
    if longest >= meal.minutes_needed:
        return None
    return MealNotice(meal, free, longest)


def free_stretches(window: Interval, taken: Sequence[Interval]) -> tuple[Interval, ...]:
    """What is left of a window without the intervals `taken`, which are in order of start."""
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
