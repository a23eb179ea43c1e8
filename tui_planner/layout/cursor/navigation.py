"""The nearest box in a direction, as an arrow key means it.

Only the rows on the way are looked at, so that a key takes as long among ten thousand boxes as
among twenty-five.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import DayLayout
from tui_planner.layout.day.lane_widths import Lane
from tui_planner.layout.overview.layout import OverviewLayout
from tui_planner.programme.model import Session

_CELLS_TO_A_ROW = 4
"""How many cells to the side are as far as a row up or down."""


class Direction(Enum):
    """The direction of an arrow key."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


def find_neighbour(
    day_layout: DayLayout,
    box: Box,
    direction: Direction,
    goal: float | None = None,
    row: int | None = None,
    scrolled: int = 0,
) -> Box | None:
    """Find the box that the cursor moves to, or None at the edge.

    Above the first hour is the band of what is on all day, which stays where it is while the lanes
    below it are `scrolled` by so many cells.

    Up and down stay in the lane of `goal` (a cell; the box's middle where None) as long as there
    is a box, and go to what is nearest on the screen then; left and right go lane by lane,
    to what is nearest to `row` (the box's first where None).
    """
    if goal is None:
        goal = box.middle + (scrolled if box.top < 0 else 0)
    if box.top < 0 and direction is not Direction.DOWN:
        return _step_in_band(day_layout, box, direction, goal - scrolled)
    if box.top < 0:
        below = day_layout.all_day_by_row.get(box.top + 1)
        return _closest(below, goal - scrolled) if below else _enter_hours(day_layout, goal)
    if direction in {Direction.LEFT, Direction.RIGHT}:
        return _beside(day_layout, box, direction, box.top if row is None else row)
    found = _step_in_hours(day_layout, box, direction, goal)
    if found is None and direction is Direction.UP and day_layout.all_day:
        return _closest(day_layout.all_day_by_row[-1], goal - scrolled)
    return found


def _step_in_hours(
    day_layout: DayLayout, box: Box, direction: Direction, goal: float
) -> Box | None:
    """Find the next box up or down among those that have hours."""
    if isinstance(day_layout, OverviewLayout):
        return _step_in_overview(day_layout, box, direction, goal)
    if direction is Direction.DOWN:
        ahead = day_layout.boxes_by_top[box.bottom :]
    else:
        ahead = day_layout.boxes_by_bottom[box.top :: -1]
    lane = day_layout.lanes[day_layout.find_lane_at(int(goal))]
    found = _nearest(ahead, goal, lane, direction)
    if found is not None or len(day_layout.lanes) > 1:
        return found or _in_another_lane(day_layout, box, goal, direction)
    # What begins later but overlaps the box in time is reachable too, if nothing else is.
    return _nearest(_overlapping(day_layout, box, direction), goal, lane, direction)


def _step_in_overview(
    day_layout: OverviewLayout, box: Box, direction: Direction, goal: float
) -> Box | None:
    """Find the next box of a lane in the order of time; of a stack too."""
    lane = day_layout.boxes_by_lane[day_layout.find_lane_at(int(goal))]
    column = [other for other in lane if other.left <= goal < other.right]
    is_down = direction is Direction.DOWN
    if box in column:
        there = column.index(box) + (1 if is_down else -1)
        return column[there] if 0 <= there < len(column) else None
    if is_down:
        return next((other for other in column if other.top >= box.top), None)
    return next((other for other in reversed(column) if other.top <= box.top), None)


def _step_in_band(day_layout: DayLayout, box: Box, direction: Direction, goal: float) -> Box | None:
    """Find the next box of the band of what is on all day: sideways, one row follows another."""
    band = day_layout.all_day
    if direction is Direction.UP:
        above = day_layout.all_day_by_row.get(box.top - 1)
        return _closest(above, goal) if above else None
    there = band.index(box) + (1 if direction is Direction.RIGHT else -1)
    return band[there] if 0 <= there < len(band) else None


def _enter_hours(day_layout: DayLayout, goal: float) -> Box | None:
    """Find the box below the band: the first one in the lane of a cell, else the first of all."""
    if not day_layout.boxes:
        return None
    lane = day_layout.lanes[day_layout.find_lane_at(int(goal))]
    found = _nearest(day_layout.boxes_by_top, goal, lane, Direction.DOWN)
    return found or day_layout.boxes[0]


def _nearest(
    ahead: Sequence[Sequence[Box]], goal: float, lane: Lane, direction: Direction
) -> Box | None:
    """Find the nearest box of a lane, given the boxes of each row ahead, the next row first.

    A box in the column wins, unless a whole row of others lies between.
    """
    passed: list[Box] = []
    for row in ahead:
        in_column = [other for other in row if other.left <= goal < other.right]
        if in_column:
            first = _closest(in_column, goal)
            return _skipped(passed, first, goal, direction) or first
        passed.extend(other for other in row if lane.left < other.right and other.left < lane.right)
    return _first_row(passed, goal, direction)


def _skipped(passed: Iterable[Box], first: Box, goal: float, direction: Direction) -> Box | None:
    """Find the box to stop at before `first`: one that is over before that begins."""
    if direction is Direction.DOWN:
        between = [other for other in passed if other.bottom <= first.top]
    else:
        between = [other for other in passed if other.top >= first.bottom]
    return _first_row(between, goal, direction)


def _first_row(boxes: Sequence[Box], goal: float, direction: Direction) -> Box | None:
    """Find the closest box of those in the first row, of boxes in the order of their rows."""
    if not boxes:
        return None
    if direction is Direction.DOWN:
        return _closest([box for box in boxes if box.top == boxes[0].top], goal)
    return _closest([box for box in boxes if box.bottom == boxes[0].bottom], goal)


def _in_another_lane(
    day_layout: DayLayout, box: Box, goal: float, direction: Direction
) -> Box | None:
    """Find the box ahead that is nearest on the screen; else one that overlaps this in time."""
    if direction is Direction.DOWN:
        behind = _nearest_on_screen(day_layout, goal, lambda other: other.top - box.bottom)
        return behind or _nearest_on_screen(day_layout, goal, lambda other: other.top - box.top - 1)
    before = _nearest_on_screen(day_layout, goal, lambda other: box.top - other.bottom)
    return before or _nearest_on_screen(day_layout, goal, lambda other: box.top - other.top - 1)


def _nearest_on_screen(
    day_layout: DayLayout, goal: float, rows_to: Callable[[Box], int]
) -> Box | None:
    """Find the box with the fewest rows and cells to its lane, of those not before the cursor."""
    best, least = None, math.inf
    lanes = zip(day_layout.lanes, day_layout.boxes_by_lane, strict=True)
    for lane, boxes in sorted(lanes, key=lambda filled: _cells_apart(filled[0], goal)):
        aside = _cells_apart(lane, goal) / _CELLS_TO_A_ROW
        if aside >= least:
            break
        for other in boxes:
            if 0 <= rows_to(other) < least - aside:
                best, least = other, rows_to(other) + aside
    return best


def _cells_apart(lane: Lane, x: float) -> float:
    """Count the cells between a lane and a cell."""
    return max(0, lane.left - x, x - lane.right)


def _closest(boxes: Iterable[Box], goal: float) -> Box:
    return min(boxes, key=lambda box: abs(box.middle - goal))


def _overlapping(day_layout: DayLayout, box: Box, direction: Direction) -> Sequence[Sequence[Box]]:
    """List the rows in which boxes begin later, or upwards earlier, but not after this one."""
    if direction is Direction.DOWN:
        return day_layout.boxes_by_top[box.top + 1 :]
    earlier = (
        [other for other in row if other.top < box.top] for row in day_layout.boxes_by_bottom
    )
    return [*earlier][::-1]


def find_sideways(day_layout: DayLayout, here: int, lanes: int, y: int) -> Box | None:
    """Find the session nearest to row `y`, `lanes` to the right of lane `here`, or to the left.

    Where no lane is that far, the last; where one is empty, the next to it.
    """
    there = min(max(0, here + lanes), len(day_layout.lanes) - 1)
    between = range(there, here, -1 if lanes > 0 else 1)
    filled = (day_layout.boxes_by_lane[number] for number in between)
    boxes = next(filter(None, filled), ())
    return min(boxes, key=lambda other: _distance_from(other, y), default=None)


def _beside(day_layout: DayLayout, box: Box, direction: Direction, y: int) -> Box | None:
    """Find the nearest box at one side: one of the same lane and rows, else of the next lane.

    There it is the one nearest to row `y`. A block is in no lane: beside it is what shares a row.
    """
    to_right = direction is Direction.RIGHT
    here = day_layout.find_lane_at(box.left)

    def distance(other: Box) -> tuple[int, int, int]:
        gap = other.left - box.right if to_right else box.left - other.right
        return gap, abs(other.top - box.top), other.top

    beside = (
        other
        for other in _sharing_rows(day_layout, box)
        if (other.left >= box.right if to_right else other.right <= box.left)
        if day_layout.find_lane_at(other.left) == here or not isinstance(other.thing, Session)
    )
    found = min(beside, key=distance, default=None)
    if found is not None or not isinstance(box.thing, Session):
        return found
    ahead = range(here + 1, len(day_layout.lanes)) if to_right else range(here - 1, -1, -1)
    boxes = next(filter(None, (day_layout.boxes_by_lane[number] for number in ahead)), ())
    return min(boxes, key=lambda other: _distance_from(other, y), default=None)


def _distance_from(box: Box, y: int) -> tuple[int, int, int]:
    """Count the rows between a row and a box; among boxes in it, those up to where they begin."""
    return max(0, box.top - y, y - box.bottom + 1), abs(box.top - y), box.left


def _sharing_rows(day_layout: DayLayout, box: Box) -> Iterator[Box]:
    for row in day_layout.boxes_by_row[box.top : box.bottom]:
        yield from row
