"""The nearest box in a direction, as an arrow key means it.

Only the rows on the way are looked at, so that a key takes as long in a picture of ten thousand
boxes as in one of twenty-five.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from .picture import Box, Picture


class Direction(Enum):
    """Where an arrow points."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


def neighbour(
    picture: Picture, box: Box, direction: Direction, goal: float | None = None
) -> Box | None:
    """The box that the cursor moves to, or None at the edge.

    Up and down stay in the column of `goal` (a cell; the box's middle where None) as long as there
    is a box; left and right stay among the boxes that share a row with this one.
    """
    goal = box.middle if goal is None else goal
    if direction in {Direction.LEFT, Direction.RIGHT}:
        return _beside(picture, box, direction)
    if direction is Direction.DOWN:
        ahead = picture.boxes_by_top[box.bottom :]
    else:
        ahead = picture.boxes_by_bottom[box.top :: -1]
    found = _nearest(ahead, goal, direction)
    # What begins later but overlaps the box in time is reachable too, if nothing else is.
    return found or _nearest(_overlapping(picture, box, direction), goal, direction)


def _nearest(ahead: Sequence[Sequence[Box]], goal: float, direction: Direction) -> Box | None:
    """The nearest of the boxes that begin in each row ahead, the next row first.

    A box in the column wins, unless a whole row of others lies between.
    """
    passed: list[Box] = []
    for row in ahead:
        in_column = [other for other in row if other.left <= goal < other.right]
        if in_column:
            first = _closest(in_column, goal)
            return _skipped(passed, first, goal, direction) or first
        passed.extend(row)
    return _first_row(passed, goal, direction)


def _skipped(passed: Iterable[Box], first: Box, goal: float, direction: Direction) -> Box | None:
    """The box to stop at before `first`: one that is over before that begins."""
    if direction is Direction.DOWN:
        between = [other for other in passed if other.bottom <= first.top]
    else:
        between = [other for other in passed if other.top >= first.bottom]
    return _first_row(between, goal, direction)


def _first_row(boxes: Sequence[Box], goal: float, direction: Direction) -> Box | None:
    """Of boxes in the order of their rows, the closest of those in the first row."""
    if not boxes:
        return None
    if direction is Direction.DOWN:
        return _closest([box for box in boxes if box.top == boxes[0].top], goal)
    return _closest([box for box in boxes if box.bottom == boxes[0].bottom], goal)


def _closest(boxes: Iterable[Box], goal: float) -> Box:
    return min(boxes, key=lambda box: abs(box.middle - goal))


def _overlapping(picture: Picture, box: Box, direction: Direction) -> Sequence[Sequence[Box]]:
    """The rows in which boxes begin later, or upwards earlier, but not after this one."""
    if direction is Direction.DOWN:
        return picture.boxes_by_top[box.top + 1 :]
    earlier = ([other for other in row if other.top < box.top] for row in picture.boxes_by_bottom)
    return [*earlier][::-1]


def _beside(picture: Picture, box: Box, direction: Direction) -> Box | None:
    to_right = direction is Direction.RIGHT

    def distance(other: Box) -> tuple[int, int, int]:
        gap = other.left - box.right if to_right else box.left - other.right
        return gap, abs(other.top - box.top), other.top

    beside = (
        other
        for other in _sharing_rows(picture, box)
        if (other.left >= box.right if to_right else other.right <= box.left)
    )
    return min(beside, key=distance, default=None)


def _sharing_rows(picture: Picture, box: Box) -> Iterator[Box]:
    for row in picture.boxes_by_row[box.top : box.bottom]:
        yield from row
