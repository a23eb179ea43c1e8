"""A frame stands beside what it concerns, and stays on the screen."""

import pytest
from textual.geometry import Region

from tests.app.conftest import MakePlanner
from tui_planner.app.screens.list_screen import ListScreen

SIZES = [(80, 24), (120, 40), (200, 50)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("other", ["strandwandeling", "wandeling-westerdijk"])
async def test_the_ways_out_cover_neither_session(
    planner: MakePlanner, size: tuple[int, int], other: str
) -> None:
    app = planner("iza-lunch", other)
    async with app.run_test(size=size) as pilot:
        await pilot.press("n", "o")
        await pilot.pause(0.2)
        assert isinstance(app.screen, ListScreen)
        frame = app.screen.query_one("#page").region
        concerned = app.grid.find_regions(["iza-lunch", other])
        assert len(concerned) == 2
        assert all(region.area for region in concerned)
        assert [frame.intersection(region).area for region in concerned] == [0, 0]
        assert Region(0, 0, *size).contains_region(frame)


@pytest.mark.parametrize("size", SIZES)
async def test_a_note_is_written_beside_its_session(
    planner: MakePlanner, size: tuple[int, int]
) -> None:
    app = planner("hervormingsagenda-jeugd")
    async with app.run_test(size=size) as pilot:
        app.planner.go_to("hervormingsagenda-jeugd")
        await pilot.press("e")
        await pilot.pause(0.2)
        frame = app.screen.query_one("#page").region
        (concerned,) = app.grid.find_regions(["hervormingsagenda-jeugd"])
        assert frame.intersection(concerned).area == 0
        await pilot.resize_terminal(60, 20)
        await pilot.pause(0.2)
        assert Region(0, 0, 60, 20).contains_region(app.screen.query_one("#page").region)
