"""Whether meals keep their free minutes, while a day is filled in order of start.

The state of the meals is a tuple with a number for each: the minute from which the meal is free
so far, or that nothing was put in it, or that it is kept whatever comes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tui_planner.clashes.judge import Attendable
from tui_planner.clashes.meals import provides_meal, takes_meal_time
from tui_planner.programme.model import Block
from tui_planner.programme.timing import Interval

State = tuple[int, ...]
UNTOUCHED, KEPT = -1, -2


@dataclass(frozen=True, slots=True)
class Taking:
    """What something does to one meal: takes minutes of it, or feeds."""

    meal: int
    start: int
    end: int
    feeds: bool


class Meals:
    """The meals that candidates have to do with.

    Attributes:
        takings: What each thing does to them, by its index.
        last: The index of the last thing that does something, for each meal.
        start: The state before anything is put in the day.
    """

    def __init__(self, meals: Iterable[Block], things: Sequence[Attendable], offered: set[int]):
        self.takings: list[list[Taking]] = [[] for _thing in things]
        self.last: list[int] = []
        self._windows: list[tuple[int, int, int]] = []
        for meal in meals:
            touching = [index for index, thing in enumerate(things) if _touches(thing, meal)]
            if meal.minutes_needed == 0 or offered.isdisjoint(touching):
                continue
            for index in touching:
                self.takings[index].append(_taking(things[index], meal, len(self.last)))
            self.last.append(touching[-1])
            start, end = count_minutes(meal.timing.planned)
            self._windows.append((start, end, meal.minutes_needed))
        self.start: State = (UNTOUCHED,) * len(self.last)

    def after(self, state: State, thing: int) -> State:
        """The state when a thing is put in the day; the things come in order of start."""
        if not self.takings[thing]:
            return state
        after = list(state)
        for taking in self.takings[thing]:
            after[taking.meal] = self._taken(after[taking.meal], taking)
        return tuple(after)

    def is_kept(self, state: State, meal: int) -> bool:
        """Whether a meal of which nothing more is taken has its free minutes."""
        _start, end, needed = self._windows[meal]
        return state[meal] < 0 or end - state[meal] >= needed

    def _taken(self, free_from: int, taking: Taking) -> int:
        start, end, needed = self._windows[taking.meal]
        if free_from == KEPT or taking.feeds:
            return KEPT
        if free_from == UNTOUCHED:
            free_from = start
        if min(taking.start, end) - free_from >= needed:
            return KEPT
        return min(max(free_from, taking.end), end)


def count_minutes(interval: Interval) -> tuple[int, int]:
    """The start and end of an interval in whole minutes since the epoch."""
    return int(interval.start.timestamp()) // 60, int(interval.end.timestamp()) // 60


def _touches(thing: Attendable, meal: Block) -> bool:
    return provides_meal(thing, meal) or takes_meal_time(thing, meal)


def _taking(thing: Attendable, meal: Block, index: int) -> Taking:
    start, end = count_minutes(thing.timing.planned)
    return Taking(index, start, end, provides_meal(thing, meal))
