"""Upper bounds of a day's worth: longest paths through its graph, where limits have prices.

A longest path keeps no limits. Let every candidate pay a price for each limit that it counts for,
and add all prices to the length of the longest path: no day that keeps the limits is worth more
than that, at any prices (Lagrangian relaxation; Held and Karp 1970). Raising the price of a limit
that the longest path breaks, and lowering one that it does not use, brings that bound down.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .day_graph import NOTHING, Graph

_MOST_PRICINGS = 60
_MOST_ARCS = 400_000  # to be looked at in all pricings together
_PATIENCE = 4
_TOO_MUCH = 1 << 1000  # to pay for any candidate
_NOWHERE = -1 << 1000  # behind a node from which no day goes on


@dataclass(frozen=True, slots=True)
class Ahead:
    """The longest path from each node to the goal at some prices, less what is paid on it.

    Attributes:
        prices: The price of each limit.
        charges: What each candidate pays; the last is for `NOTHING`, which pays nothing.
        worths: What each node's longest path is worth.
    """

    prices: tuple[int, ...]
    charges: tuple[int, ...]
    worths: list[int]

    @property
    def bound(self) -> int:
        """The worth that no day exceeds."""
        return self.worths[0] + sum(self.prices)


class GraphPath(NamedTuple):
    """A path through the graph: the candidates on it, and what its day is worth."""

    taken: tuple[int, ...]
    worth: int


def look_ahead_at(prices: tuple[int, ...], graph: Graph, limits: Sequence[Sequence[int]]) -> Ahead:
    """Find the longest paths at some prices; `limits` are those that each candidate counts for."""
    charges = (*(sum(prices[limit] for limit in each) for each in limits), 0)
    return _look_ahead(prices, charges, graph)


def _look_ahead(prices: tuple[int, ...], charges: tuple[int, ...], graph: Graph) -> Ahead:
    worths = [0] * len(graph.arcs)
    for node in range(len(worths) - 2, -1, -1):
        worths[node] = max(
            (
                gain - charges[candidate] + worths[target]
                for target, candidate, gain in graph.arcs[node]
            ),
            default=_NOWHERE,
        )
    return Ahead(prices, charges, worths)


def look_ahead_without(left_out: Iterable[int], ahead: Ahead, graph: Graph) -> Ahead:
    """Find the longest paths that take none of some candidates, at the same prices."""
    charges = list(ahead.charges)
    for candidate in left_out:
        charges[candidate] = _TOO_MUCH
    return _look_ahead(ahead.prices, tuple(charges), graph)


def find_longest_path(graph: Graph, ahead: Ahead) -> GraphPath:
    """Find the longest path; of several, the one whose arcs were made first."""
    taken, worth = [], 0
    node = 0
    while arcs := graph.arcs[node]:
        left = ahead.worths[node]
        node, candidate, gain = next(
            arc
            for arc in arcs
            if arc.gain - ahead.charges[arc.candidate] + ahead.worths[arc.target] == left
        )
        worth += gain
        if candidate != NOTHING:
            taken.append(candidate)
    return GraphPath(tuple(taken), worth)


def find_allowed_path(graph: Graph, ahead: Ahead, limits: Sequence[Sequence[int]]) -> GraphPath:
    """Find a long path that keeps all limits; it need not be the longest of them.

    Of the first limit that the longest path breaks, the first candidate is kept; all others are
    left out, and the longest path is found anew, until it breaks no limit.
    """
    while True:
        path = find_longest_path(graph, ahead)
        uses = Counter(limit for candidate in path.taken for limit in limits[candidate])
        broken = next((limit for limit, number in uses.items() if number > 1), None)
        if broken is None:
            return path
        kept = next(candidate for candidate in path.taken if broken in limits[candidate])
        others = (n for n, its_limits in enumerate(limits) if broken in its_limits and n != kept)
        ahead = look_ahead_without(others, ahead, graph)


def set_prices(start: Ahead, known: int, graph: Graph, limits: Sequence[Sequence[int]]) -> Ahead:
    """Lower the bound by steps towards `known`, the worth of a day that is known, and return it.

    The steps are those of Polyak (1969), halved where they do not help.
    """
    best = ahead = start
    part, waiting = 1, 0
    pricings = min(_MOST_PRICINGS, _MOST_ARCS // sum(map(len, graph.arcs)))
    for _pricing in range(pricings):
        uses = [0] * len(ahead.prices)
        for candidate in find_longest_path(graph, ahead).taken:
            for limit in limits[candidate]:
                uses[limit] += 1
        excess = [
            used - 1 if used or price else 0 for used, price in zip(uses, ahead.prices, strict=True)
        ]
        if not any(excess):
            break
        step = (ahead.bound - known) // (part * sum(each * each for each in excess))
        prices = (
            max(0, price + step * each) for price, each in zip(ahead.prices, excess, strict=True)
        )
        ahead = look_ahead_at(tuple(prices), graph, limits)
        waiting += 1
        if ahead.bound < best.bound:
            best, waiting = ahead, 0
        elif waiting == _PATIENCE:
            ahead, part, waiting = best, part * 2, 0
    return best
