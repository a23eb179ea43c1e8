"""The nearest box in a direction, as an arrow key means it."""

from collections.abc import Iterable
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
        return _beside(picture.boxes, box, direction)
    below = direction is Direction.DOWN
    candidates = [
        other
        for other in picture.boxes
        if (other.top >= box.bottom if below else other.bottom <= box.top)
    ]
    # What begins later but overlaps the box in time is reachable too, if nothing else is.
    candidates = candidates or [
        other for other in picture.boxes if (other.top > box.top if below else other.top < box.top)
    ]
    in_column = [other for other in candidates if other.left <= goal < other.right]

    def distance(other: Box) -> tuple[int, float]:
        rows = other.top - box.bottom if below else box.top - other.bottom
        return rows, abs(other.middle - goal)

    nearest = min(candidates, key=distance, default=None)
    if nearest is None or not in_column:
        return nearest
    above_all = min(in_column, key=distance)
    # A box in the column wins, unless a whole row of others lies between.
    skipped = [
        other
        for other in candidates
        if (other.bottom <= above_all.top if below else other.top >= above_all.bottom)
    ]
    return min(skipped, key=distance) if skipped else above_all


def _beside(boxes: Iterable[Box], box: Box, direction: Direction) -> Box | None:
    to_right = direction is Direction.RIGHT
    beside = [
        other
        for other in boxes
        if other.top < box.bottom
        and box.top < other.bottom
        and (other.left >= box.right if to_right else other.right <= box.left)
    ]

    def distance(other: Box) -> tuple[int, int, int]:
        gap = other.left - box.right if to_right else box.left - other.right
        return gap, abs(other.top - box.top), other.top

    return min(beside, key=distance, default=None)
