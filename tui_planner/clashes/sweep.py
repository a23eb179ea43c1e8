"""The search for intervals that meet, by a sweep over their starts instead of every pair.

After sorting, each interval looks only at those still running when it begins, so the work is
that of sorting plus that of the pairs that are looked at.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Generic, TypeVar

from tui_planner.programme.timing import Interval

T = TypeVar("T")

_LEAST = 8
"""Things that may be kept although they have ended."""


class Running(Generic[T]):
    """The things that are on at a moment that only moves forward, in order of their beginning."""

    __slots__ = ("_on", "_room")

    def __init__(self) -> None:
        self._on: list[tuple[datetime, T]] = []
        self._room = _LEAST

    def at(self, instant: datetime) -> Iterator[T]:
        """Yield what has not ended by an instant, which is not before that of the last `begin`."""
        return (thing for end, thing in self._on if end > instant)

    def begin(self, instant: datetime, end: datetime, thing: T) -> None:
        """Add what is on until `end`; nothing that has ended by `instant` is asked for again."""
        if len(self._on) == self._room:
            self._on = [one for one in self._on if one[0] > instant]
            self._room = 2 * len(self._on) + _LEAST
        self._on.append((end, thing))

    def move(self, other: "Running[T]", is_meant: Callable[[T], bool]) -> None:
        """Move some of the things to another."""
        other._on += [one for one in self._on if is_meant(one[1])]
        other._room = max(other._room, len(other._on))
        self._on = [one for one in self._on if not is_meant(one[1])]


def find_meeting(intervals: Sequence[Interval]) -> Iterator[tuple[int, Iterator[int]]]:
    """Yield the index of each interval, by start, with those of the earlier ones that it meets.

    Touching intervals do not meet, and an empty one meets nothing. What an interval meets is to be
    looked at, as far as it is wanted, before the next one.
    """
    running: Running[int] = Running()
    for start, end, index in _in_order(intervals):
        yield index, running.at(start)
        running.begin(start, end, index)


def find_meeting_across(
    left: Sequence[Interval], right: Sequence[Interval]
) -> Iterator[tuple[int, Iterator[int]]]:
    """Yield the index of each interval of `left`, by start, with those in `right` that it meets.

    What an interval meets is to be looked at before the next one, as with `find_meeting`.
    """
    order = _in_order(right)
    running: Running[int] = Running()
    begun = 0
    for start, end, index in _in_order(left):
        while begun < len(order) and order[begun][0] < start:
            running.begin(*order[begun])
            begun += 1
        yield index, chain(_begun_before(end, order, begun), running.at(start))


def _begun_before(
    end: datetime, order: Sequence[tuple[datetime, datetime, int]], number: int
) -> Iterator[int]:
    """Yield the indices of the intervals from place `number` of the order on that begin before."""
    while number < len(order) and order[number][0] < end:
        yield order[number][2]
        number += 1


def _in_order(intervals: Sequence[Interval]) -> list[tuple[datetime, datetime, int]]:
    return sorted(
        (interval.start, interval.end, index)
        for index, interval in enumerate(intervals)
        if interval.start < interval.end
    )
