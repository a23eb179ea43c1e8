"""Schedules as others publish them, opened as they are."""

from pathlib import Path

import pytest
import tomli

from tests.samples import TABLE, sample
from tui_planner.cli.loading.load_programme import read_programme_quietly

from .conftest import LONG_AFTER, Planner

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@pytest.mark.parametrize("name", TABLE)
async def test_a_session_of_it_is_chosen(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    app = Planner(read_programme_quietly(str(sample(name))), tmp_path / "own.toml", (), LONG_AFTER)
    async with app.run_test(size=size) as pilot:
        await pilot.press("space")
        await pilot.pause()
        chosen = [each["session"] for each in tomli.loads(app.file.read_text("utf-8"))["choices"]]
        assert chosen == [app.cursor]
        assert "✓" in app.header or "1 chosen" in app.header
