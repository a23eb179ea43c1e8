"""Which of many intervals meet: by a sweep over their starts, not by trying every pair.

After sorting, each interval looks only at those still running when it begins, so the work is
that of sorting plus that of the pairs found.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from ..programme.timing import Interval


def meeting_pairs(intervals: Sequence[Interval]) -> Iterator[tuple[int, int]]:
    """The index pairs (lower first) of all intervals that share an instant.

    Touching intervals do not meet, and an empty one meets nothing.
    """
    order = sorted(
        (interval.start, interval.end, index)
        for index, interval in enumerate(intervals)
        if interval.start < interval.end
    )
    running: list[tuple[datetime, int]] = []
    for start, end, index in order:
        running = [other for other in running if other[0] > start]
        for _, other in running:
            yield (other, index) if other < index else (index, other)
        running.append((end, index))


def meeting_between(
    left: Sequence[Interval], right: Sequence[Interval]
) -> Iterator[tuple[int, int]]:
    """The pairs (index in `left`, index in `right`) of intervals that share an instant."""
    order = sorted(
        (interval.start, interval.end, side, index)
        for side, intervals in enumerate((left, right))
        for index, interval in enumerate(intervals)
        if interval.start < interval.end
    )
    running: tuple[list[tuple[datetime, int]], list[tuple[datetime, int]]] = ([], [])
    for start, end, side, index in order:
        others = running[1 - side]
        others[:] = [other for other in others if other[0] > start]
        for _, other in others:
            yield (other, index) if side else (index, other)
        running[side].append((end, index))
