"""Intervals into columns: the fewest that hold them side by side.

Interval colouring: by start, each takes the lowest column that is free, so that a cluster of
overlapping intervals has as many columns as overlap at once, and no more. Each then widens into
the columns to its right that stay free beside it.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from ..programme.timing import Interval


class Slot(NamedTuple):
    """Where an interval stands: from `column`, over `span` of its cluster's `columns`."""

    column: int
    span: int
    columns: int


def pack(intervals: Sequence[Interval]) -> list[Slot]:
    """The slots of intervals (none of them empty), in their order."""
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
    columns: list[list[int]] = []
    for index in cluster:
        for column in columns:
            if intervals[column[-1]].end <= intervals[index].start:
                column.append(index)
                break
        else:
            columns.append([index])
    for number, column in enumerate(columns):
        for index in column:
            span = 1
            while number + span < len(columns) and not any(
                intervals[index].meets(intervals[other]) for other in columns[number + span]
            ):
                span += 1
            slots[index] = Slot(number, span, len(columns))
