"""Wall times and the instants that they mean, where the clocks change."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tui_planner.programme.wall_time import WallTime, resolve_after, resolve_instant

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
BACK = date(2025, 10, 26)
FIRST = datetime(2025, 10, 26, 0, 30, tzinfo=UTC)
SECOND = datetime(2025, 10, 26, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "wall",
    [time(2, 30), time(2, 30, fold=1), datetime.combine(BACK, time(2, 30, fold=1))],
)
def test_a_time_that_comes_twice_is_the_first_of_the_two(wall: WallTime) -> None:
    assert resolve_instant(AMSTERDAM, BACK, wall) == FIRST


def test_it_is_the_second_where_only_that_is_not_before_the_start() -> None:
    assert resolve_after(AMSTERDAM, BACK, time(2, 30), FIRST) == FIRST
    assert resolve_after(AMSTERDAM, BACK, time(2, 30), SECOND) == SECOND
