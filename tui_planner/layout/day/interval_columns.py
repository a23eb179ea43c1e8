"""Interval colouring: the fewest columns that hold intervals side by side.

By start, each takes the lowest column that is free, so that a cluster of overlapping intervals has
as many columns as overlap at once, and no more. Each then widens into the columns to its right
that stay free beside it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from heapq import heappop, heappush
from itertools import takewhile
from typing import NamedTuple

from tui_planner.programme.timing import Interval

_WIDEST = 100
"""Columns that one widens into; so many are never in sight."""


class Slot(NamedTuple):
    """The place of an interval: from `column`, over `span` of its cluster's `columns`."""

    column: int
    span: int
    columns: int


def pack_columns(intervals: Sequence[Interval]) -> list[Slot]:
    """Find the slots of intervals (none of them empty), in their order."""
    slots = [Slot(0, 1, 1)] * len(intervals)
    cluster: list[int] = []
    cluster_end = datetime.min.replace(tzinfo=UTC)
    for index in sorted(range(len(intervals)), key=lambda index: intervals[index].start):
        start, end = intervals[index]
        if start >= cluster_end:
            if len(cluster) > 1:
                _place(cluster, intervals, slots)
            cluster, cluster_end = [index], end
        else:
            cluster.append(index)
            cluster_end = max(cluster_end, end)
    _place(cluster, intervals, slots)
    return slots


def _place(cluster: Sequence[int], intervals: Sequence[Interval], slots: list[Slot]) -> None:
    """Give the slots of one cluster, whose indices are in order of start."""
    columns: list[list[Interval]] = []
    free: list[int] = []
    busy: list[tuple[datetime, int]] = []
    numbers = []
    for index in cluster:
        while busy and busy[0][0] <= intervals[index].start:
            heappush(free, heappop(busy)[1])
        if not free:
            free.append(len(columns))
            columns.append([])
        number = heappop(free)
        heappush(busy, (intervals[index].end, number))
        columns[number].append(intervals[index])
        numbers.append(number)
    for index, number in zip(cluster, numbers, strict=True):
        beside = columns[number + 1 : number + _WIDEST]
        span = 1 + sum(1 for _column in takewhile(partial(_is_free, intervals[index]), beside))
        slots[index] = Slot(number, span, len(columns))


def _is_free(interval: Interval, column: Sequence[Interval]) -> bool:
    """Tell whether nothing in a column, where one follows another, meets an interval."""
    behind = bisect_left(column, interval.end, key=lambda other: other.start)
    return behind == 0 or column[behind - 1].end <= interval.start
