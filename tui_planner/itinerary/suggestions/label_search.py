"""The label search for the best day: the best path that keeps the limits of its candidates.

Most days have few limits that times do not keep already, and a longest path is found to keep them
all. Where it does not, paths are searched with labels: a label is a day up to a node, with the
limits that it has used and that still matter. Of labels alike in both, the best is kept. A label
goes on only where the longest path ahead, limits with prices, could make it better than the best
day known. Each search keeps so many labels at a node; the best that one of those left out could
have become says whether its day is proven to be the best. If not, the next search is wider.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import gcd
from operator import or_
from typing import NamedTuple, Optional

from .candidates import Candidate, CandidateSet
from .day_graph import NOTHING, Arc, Graph, build_graph
from .lagrangian import (
    Ahead,
    GraphPath,
    find_allowed_path,
    look_ahead_at,
    look_ahead_without,
    set_prices,
)

_WIDTHS = (5, 40)
_MOST_ARCS = 50_000  # to be looked at in one search


@dataclass(frozen=True, slots=True)
class BestDay:
    """The best day found, as what is taken, and whether none can be better."""

    taken: tuple[Candidate, ...]
    is_proven: bool


def search_best_day(candidate_set: CandidateSet) -> BestDay:
    """Search for the best day that the candidates allow.

    Raises:
        TooManyDaysError: there are too many to tell apart; never where the candidates are simple.
    """
    graph = build_graph(candidate_set)
    new = [index for index, one in enumerate(candidate_set.candidates) if one.priority is None]
    path, is_proven = _find_best_path(graph, [one.limits for one in candidate_set.candidates], new)
    return BestDay(tuple(candidate_set.candidates[index] for index in path.taken), is_proven)


def _find_best_path(
    graph: Graph, masks: Sequence[int], new: Sequence[int]
) -> tuple[GraphPath, bool]:
    """Find the best path that keeps the limits, and whether it is proven to be.

    Args:
        graph: The days.
        masks: The limits of each candidate, as bits.
        new: The candidates that are not chosen yet.
    """
    limits = [tuple(_list_bits(mask)) for mask in masks]
    number = max((limit + 1 for each in limits for limit in each), default=0)
    ahead = look_ahead_at((0,) * number, graph, limits)
    search = _Search(graph, masks)
    search.take(find_allowed_path(graph, ahead, limits))
    # Where the time runs out, what is chosen is at least not given up for less.
    search.take(find_allowed_path(graph, look_ahead_without(new, ahead, graph), limits))
    proven = search.is_best_below(ahead.bound)
    for width in _WIDTHS:
        if not proven:
            ahead = set_prices(ahead, search.best.worth, graph, limits)
            search.take(find_allowed_path(graph, ahead, limits))
            proven = search.is_best_below(ahead.bound) or search.run(ahead, width)
    return search.best, proven


class _Taken(NamedTuple):
    """The last candidate taken, and those before it."""

    candidate: int
    before: Optional["_Taken"]


class _Label(NamedTuple):
    """A day up to a node: its worth, what it could become, and what was taken."""

    worth: int
    bound: int
    taken: _Taken | None


class _Search:
    """Searches for a better day than the best one known.

    Attributes:
        best: The best day known.
    """

    def __init__(self, graph: Graph, limits: Sequence[int]) -> None:
        self.best = GraphPath((), -1)  # no day is worth less than nothing
        self._graph = graph
        self._step = gcd(*(arc.gain for arcs in graph.arcs for arc in arcs)) or 1
        self._limits = [*limits, 0]  # the last is for NOTHING
        self._open = _combine_from_each(limits, graph.ahead)
        self._at_node: list[dict[int, _Label]] = []  # by the limits used, as bits

    def is_best_below(self, bound: int) -> bool:
        """Whether no day below a bound is better than the best known: worths go by whole steps."""
        return bound < self.best.worth + self._step

    def take(self, path: GraphPath) -> None:
        """Take a day that keeps all limits as the best known one, if it is better."""
        if path.worth > self.best.worth:
            self.best = path

    def run(self, ahead: Ahead, width: int) -> bool:
        """Search with so many labels at each node; return whether the best day known is proven."""
        self._at_node = [{} for _node in self._graph.arcs]
        self._at_node[0][0] = _Label(0, ahead.bound, None)
        costs = _Costs(ahead.prices)
        beyond = [  # of each node, what is added to a day at most, before its limits are used
            worth + costs[limits] for worth, limits in zip(ahead.worths, self._open, strict=True)
        ]
        left_out, looked_at = 0, 0
        for node, arcs in enumerate(self._graph.arcs[:-1]):
            labels, bound = _select_widest(self._at_node[node], width)
            left_out = max(left_out, bound)
            looked_at += len(labels) * len(arcs)
            if looked_at > _MOST_ARCS:
                return False
            for used, label in labels:
                for arc in arcs:
                    if not used & self._limits[arc.candidate]:
                        self._go_on(used, label, arc, beyond[arc.target], costs)
        for label in self._at_node[-1].values():
            self.take(GraphPath(_list_in_order(label.taken), label.worth))
        return self.is_best_below(left_out)

    def _go_on(self, used: int, label: _Label, arc: Arc, beyond: int, costs: "_Costs") -> None:
        """Take a label along an arc, if it could become the best day."""
        target, candidate, gain = arc
        used = (used | self._limits[candidate]) & self._open[target]
        worth = label.worth + gain
        bound = worth + beyond - costs[used]
        known = self._at_node[target].get(used)
        if self.is_best_below(bound) or (known and known.worth >= worth):
            return
        taken = label.taken if candidate == NOTHING else _Taken(candidate, label.taken)
        self._at_node[target][used] = _Label(worth, bound, taken)


class _Costs(dict[int, int]):
    """The sums of the prices of limits, by these as bits."""

    def __init__(self, prices: Sequence[int]) -> None:
        self._prices = prices

    def __missing__(self, limits: int) -> int:
        self[limits] = total = sum(self._prices[limit] for limit in _list_bits(limits))
        return total


def _select_widest(labels: dict[int, _Label], width: int) -> tuple[list[tuple[int, _Label]], int]:
    """Select the labels with the highest bounds, and the highest of the others; 0 for none."""
    best = sorted(labels.items(), key=lambda one: -one[1].bound)
    return best[:width], best[width][1].bound if len(best) > width else 0


def _combine_from_each(limits: Sequence[int], ahead: Iterable[int]) -> list[int]:
    """Combine the limits, as bits, of all candidates from each of some indices on."""
    still_open = list(accumulate(reversed(limits), or_, initial=0))[::-1]
    return [still_open[index] for index in ahead]


def _list_bits(number: int) -> Iterator[int]:
    """Yield the places of the bits of a number."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _list_in_order(taken: _Taken | None) -> tuple[int, ...]:
    """List the candidates of a day, in order."""
    found = []
    while taken is not None:
        found.append(taken.candidate)
        taken = taken.before
    return tuple(reversed(found))
