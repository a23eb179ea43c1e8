"""The days that can be made of some candidates, as the paths of a graph.

A sweep over the candidates in order of start makes it. A node is all that the future of a day
depends on: which of what was taken may still meet something to come (and of that only the times
that matter from there on), and what is left of the meals. Days that are alike in this share a
node. An arc takes a candidate, or lets time pass; its gain is what that adds to the day's worth.
The limits of the candidates (one of a group, one of several runs) are not in the graph.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from math import inf
from typing import NamedTuple

from tui_planner.clashes.judge import Attendable, Verdict, judge, needs_nobody
from tui_planner.programme.model import BlockKind

from .candidates import Candidate, CandidateSet
from .interaction_window import WindowNumbers, find_earliest_from_each, find_windows
from .meal_minutes import KEPT, Meals, MealState

NOTHING = -1
_END = 1 << 62  # a minute behind all others
_MOST_DAYS = 1_000  # at one moment; few programmes make more than a hundred


class TooManyDaysError(Exception):
    """An excess of different days at one moment, more than there is time for."""


class Arc(NamedTuple):
    """A step from one node to a later one; `candidate` is an index, or `NOTHING`."""

    target: int
    candidate: int
    gain: int


@dataclass(frozen=True, slots=True)
class Graph:
    """The arcs out of each node; every arc leads to a later node. The last node is the goal.

    Attributes:
        arcs: The arcs by the node that they leave.
        ahead: For each node, the index of the first candidate that can be taken behind it.
    """

    arcs: list[list[Arc]]
    ahead: list[int]


def build_graph(candidate_set: CandidateSet) -> Graph:
    """Build the graph of all days that the candidates allow.

    Raises:
        TooManyDaysError: it would be too large; never where the candidates are simple.
    """
    return _Sweep(candidate_set).build()


class _Running(NamedTuple):
    """A candidate that is taken and not over: the part that still matters, its room, which one."""

    window_number: int  # the number of its window, as seen from now
    room: str
    candidate: int


class _Day(NamedTuple):
    """A day up to here: its node, what is running, in order, and its meals."""

    node: int
    running: tuple[_Running, ...]
    meals: MealState


_Key = tuple[tuple[tuple[int, str], ...], MealState]


class _Move(NamedTuple):
    """The next state of a day: the candidate taken, and what it gains by that."""

    day: _Day
    candidate: int
    gain: int


class _Sweep:
    """The days up to some minute, and the graph that has been made of them."""

    def __init__(self, candidate_set: CandidateSet) -> None:
        self._programme = candidate_set.programme
        self._candidates = candidate_set.candidates
        self._units = candidate_set.units
        self._changeover = candidate_set.programme.longest_changeover
        self._window_numbers = WindowNumbers()
        self._windows = find_windows(candidate_set)
        self._own_numbers = [self._window_numbers.number(window) for window in self._windows]
        self._rooms = [_find_room(one, candidate_set) for one in candidate_set.candidates]
        self._changeovers = cache(candidate_set.programme.find_changeover)
        self._clash_worths: dict[tuple[int, int, int], int | None] = {}
        self._most = inf if candidate_set.is_simple else _MOST_DAYS
        self._minute = 0
        self._ahead_now = 0
        self._graph = Graph([], [])
        self._order = _sort_by_start(candidate_set)
        blocks = candidate_set.programme.blocks
        self._meals = Meals(
            [block for block in blocks if block.kind is BlockKind.MEAL],
            [thing for thing, _index in self._order],
            {place for place, (_thing, index) in enumerate(self._order) if index != NOTHING},
        )
        start = _Day(self._new_node(), (), self._meals.start)
        self._days = {_key(start): start}

    def build(self) -> Graph:
        """Sweep over all candidates, and over what stays, which may take minutes of meals."""
        earliest = find_earliest_from_each(self._windows)
        for place, (_thing, index) in enumerate(self._order):
            if index == NOTHING:
                if self._meals.takings[place]:
                    self._change_all(partial(self._take_minutes, place))
            else:
                self._pass_to(earliest[index])
                self._ahead_now = index + 1
                self._take(index, place)
            for meal, last in enumerate(self._meals.last):
                if last == place:
                    self._change_all(partial(self._close_meal, meal))
        self._pass_to(_END)
        return self._graph

    def _take(self, index: int, place: int) -> None:
        """Add the days in which one candidate more is taken."""
        taken = []
        candidate = self._candidates[index]
        window = self._windows[index].seen_from(self._minute, self._changeover)
        one = _Running(self._window_numbers.number(window), self._rooms[index], index)
        added = [] if needs_nobody(candidate.session) else [one]
        for day in self._days.values():
            clashes = self._clash_worth(day.running, index) if added else 0
            if clashes is not None:
                running = tuple(sorted([*day.running, *added]))
                meals = self._meals.advance(day.meals, place)
                after = _Day(day.node, running, meals)
                taken.append(_Move(after, index, candidate.worth - clashes))
        self._merge(taken)

    def _pass_to(self, minute: int) -> None:
        """Forget what cannot meet anything from a minute on."""
        if minute == self._minute:
            return
        self._minute = minute

        @cache
        def seen(window_number: int) -> int | None:
            window = self._window_numbers.windows[window_number]
            if window.is_over(minute, self._changeover):
                return None
            return self._window_numbers.number(window.seen_from(minute, self._changeover))

        def later(day: _Day) -> _Move:
            running = sorted(
                _Running(window_number, one.room, one.candidate)
                for one in day.running
                if (window_number := seen(one.window_number)) is not None
            )
            return _Move(day._replace(running=tuple(running)), NOTHING, 0)

        self._change_all(later)

    def _take_minutes(self, place: int, day: _Day) -> _Move:
        return _Move(day._replace(meals=self._meals.advance(day.meals, place)), NOTHING, 0)

    def _close_meal(self, meal: int, day: _Day) -> _Move:
        """Close a meal of a day, when nothing more can take minutes of it."""
        gain = self._units.meal if self._meals.is_kept(day.meals, meal) else 0
        meals = (*day.meals[:meal], KEPT, *day.meals[meal + 1 :])
        return _Move(day._replace(meals=meals), NOTHING, gain)

    def _change_all(self, change: Callable[[_Day], _Move]) -> None:
        moves = [change(day) for day in self._days.values()]
        self._days = {}
        self._merge(moves)

    def _merge(self, moves: Iterable[_Move]) -> None:
        """Add days; those that the future cannot tell apart share a node."""
        alike: dict[_Key, list[_Move]] = defaultdict(list)
        for move in moves:
            alike[_key(move.day)].append(move)
        for key, group in alike.items():
            if key in self._days:
                group.insert(0, _Move(self._days[key], NOTHING, 0))
            day, candidate, gain = group[0]
            if len(group) > 1 or candidate != NOTHING or gain:
                node = self._new_node()
                for move in group:
                    self._graph.arcs[move.day.node].append(Arc(node, move.candidate, move.gain))
                day = day._replace(node=node)
            self._days[key] = day
        if len(self._days) > self._most:
            raise TooManyDaysError

    def _new_node(self) -> int:
        self._graph.arcs.append([])
        self._graph.ahead.append(self._ahead_now)
        return len(self._graph.arcs) - 1

    def _clash_worth(self, running: Iterable[_Running], index: int) -> int | None:
        """Sum what the clashes of a candidate with others cost; None where it cannot be taken."""
        total = 0
        for other in running:
            worth = self._judge_pair(other, index)
            if worth is None:
                return None
            total += worth
        return total

    def _judge_pair(self, one: _Running, index: int) -> int | None:
        """Return what a clash of two costs; pairs with equal windows are judged once."""
        changeover = self._changeovers(one.room or None, self._rooms[index] or None)
        pair = one.window_number, self._own_numbers[index], changeover
        if pair not in self._clash_worths:
            first, second = self._candidates[one.candidate].session, self._candidates[index].session
            clash = judge(first, second, self._programme)
            is_free = any(self._windows[each].is_clash_free for each in (one.candidate, index))
            forbidden = clash and (is_free or clash.verdict is Verdict.CERTAIN)
            self._clash_worths[pair] = None if forbidden else self._units.clash if clash else 0
        return self._clash_worths[pair]


def _key(day: _Day) -> _Key:
    """Return what the future of a day depends on."""
    return tuple([(one.window_number, one.room) for one in day.running]), day.meals


def _sort_by_start(candidate_set: CandidateSet) -> list[tuple[Attendable, int]]:
    """Sort candidates with their indices, and what stays with `NOTHING`, by start."""
    order: list[tuple[Attendable, int]] = [(thing, NOTHING) for thing in candidate_set.staying]
    order += [(one.session, index) for index, one in enumerate(candidate_set.candidates)]
    return sorted(order, key=lambda one: one[0].timing.start)  # candidates are in order already


def _find_room(candidate: Candidate, candidate_set: CandidateSet) -> str:
    """Return the id of the room, where it takes time to change rooms; else nothing."""
    return (candidate.session.room or "") if candidate_set.programme.longest_changeover else ""
