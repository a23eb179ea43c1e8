"""Timers on a machine that is too busy to be in time."""

from itertools import count

import pytest
from textual import _time

from tests.app.conftest import MakePlanner, until


async def test_another_size_is_laid_out_though_its_timer_is_late(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = planner()
    async with app.run_test(size=(80, 24)) as pilot:
        late = count(_time.get_time(), 0.02)  # more than a timer waits, at each look at the clock
        monkeypatch.setattr(_time, "get_time", lambda: next(late))
        await pilot.resize_terminal(120, 40)
        monkeypatch.undo()
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: app.grid.size.height == 25)
