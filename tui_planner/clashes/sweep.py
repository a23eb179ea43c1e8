"""Which of many intervals meet: by a sweep over their starts, not by trying every pair.

After sorting, each interval looks only at those still running when it begins, so the work is
that of sorting plus that of the pairs that are looked at.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain
from typing import Generic, TypeVar

from tui_planner.programme.timing import Interval

T = TypeVar("T")

_LEAST = 8
"""Things that may be kept although they have ended."""


class Running(Generic[T]):
    """What is on while time goes on, in the order in which it began."""

    __slots__ = ("_on", "_room")

    def __init__(self) -> None:
        self._on: list[tuple[datetime, T]] = []
        self._room = _LEAST

    def at(self, instant: datetime) -> Iterator[T]:
        """What has not ended by an instant; none is before that of the last `begin`."""
        return (thing for end, thing in self._on if end > instant)

    def begin(self, instant: datetime, end: datetime, thing: T) -> None:
        """Something is on until `end`; what has ended by an instant is asked for no more."""
        if len(self._on) == self._room:
            self._on = [one for one in self._on if one[0] > instant]
            self._room = 2 * len(self._on) + _LEAST
        self._on.append((end, thing))


def find_meeting(intervals: Sequence[Interval]) -> Iterator[tuple[int, Iterator[int]]]:
    """The index of each interval, by start, with those of the ones before it that it meets.

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
    """As `find_meeting`, of each interval on the left with all on the right that it meets."""
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
    """The indices of the intervals from the one of a number on, as far as they begin before."""
    while number < len(order) and order[number][0] < end:
        yield order[number][2]
        number += 1


def find_meeting_pairs(intervals: Sequence[Interval]) -> Iterator[tuple[int, int]]:
    """The index pairs (lower first) of all intervals that share an instant."""
    for index, others in find_meeting(intervals):
        for other in others:
            yield (other, index) if other < index else (index, other)


def find_meeting_between(
    left: Sequence[Interval], right: Sequence[Interval]
) -> Iterator[tuple[int, int]]:
    """The pairs (index in `left`, index in `right`) of intervals that share an instant."""
    for index, others in find_meeting_across(left, right):
        for other in others:
            yield index, other


def _in_order(intervals: Sequence[Interval]) -> list[tuple[datetime, datetime, int]]:
    return sorted(
        (interval.start, interval.end, index)
        for index, interval in enumerate(intervals)
        if interval.start < interval.end
    )
