"""Arrow keys pressed one after another, as the grid does it."""

from collections import deque
from collections.abc import Iterator

from tui_planner.layout.cursor.navigation import Direction, find_neighbour
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import DayLayout

VERTICAL = {Direction.UP, Direction.DOWN}


def moves(
    day_layout: DayLayout, box: Box, goal: float | None
) -> Iterator[tuple[Box, float | None]]:
    """Where each arrow key leads, and the column that the cursor keeps to then."""
    for direction in Direction:
        goal_now = box.middle if goal is None else goal
        target = find_neighbour(day_layout, box, direction, goal_now)
        if target is not None:
            yield target, goal_now if direction in VERTICAL else None


def keys_from(day_layout: DayLayout, start: str) -> dict[str, int]:
    """The least number of keys to each box that can be reached, by id."""
    first: tuple[Box, float | None] = (day_layout.box_by_id[start], None)
    keys = {(start, None): 0, **dict[tuple[str, float | None], int]()}
    nearest = {start: 0}
    waiting = deque([first])
    while waiting:
        box, goal = waiting.popleft()
        pressed = keys[box.thing.id, goal] + 1
        for target, kept in moves(day_layout, box, goal):
            state = (target.thing.id, kept)
            if state not in keys:
                keys[state] = pressed
                nearest.setdefault(target.thing.id, pressed)
                waiting.append((target, kept))
    return nearest
