"""A day on which nothing is chosen: the list beside it tells how one begins."""

import pytest

from tests.app.conftest import MakePlanner
from tests.builders import large_event
from tests.helpers import programme_of
from tui_planner.app.screens.agenda_screen import AgendaScreen
from tui_planner.programme.model import Programme, Session

SIZE = (120, 40)


@pytest.fixture(scope="module")
def large() -> Programme:
    """450 sessions in thirty rooms and seven tracks."""
    return programme_of(large_event(), "")


async def test_it_offers_keys_and_the_tracks_with_their_counts(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=(120, 60)):
        lines = [line.split() for line in app.day_text.splitlines()]
        assert ["/", "finds", "by", "a", "word,", "a"] in lines
        assert ["▌", "Track", "0", "25"] in lines
        assert ["▌", "Track", "6", "20"] in lines


async def test_a_track_that_is_chosen_there_is_all_that_the_grid_shows(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", "end", "enter")
        await pilot.pause()
        layout = app.grid.day_layout
        assert layout is not None
        sessions = [box.thing for box in layout.boxes if isinstance(box.thing, Session)]
        assert {session.track for session in sessions} == {"Track 6"}
        assert app.grid.has_focus
        assert "track:" in str(app.planner.query_one("#find-filters").render())
        await pilot.press("escape")
        assert app.grid.is_overview


async def test_a_key_that_is_chosen_there_does_what_it_says(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", "down", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, AgendaScreen)


async def test_with_a_choice_it_lists_the_day(planner: MakePlanner, large: Programme) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space")
        assert "Track" not in app.day_text
        await pilot.press("u")
        assert "Track 0" in app.day_text
