"""A day on which nothing is chosen: the list beside it tells how one begins."""

from tests.app.conftest import MakePlanner, until
from tui_planner.app.screens.agenda_screen import AgendaScreen
from tui_planner.programme.model import Programme, Session

SIZE = (120, 40)


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


async def test_on_a_narrow_terminal_my_day_offers_them_too(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m")
        await pilot.pause()
        assert "Track 0" in app.day_text
        await pilot.press("end", "enter")
        await until(pilot, lambda: app.planner.has_class("-filtered"))
        layout = app.grid.day_layout
        assert layout is not None
        sessions = [box.thing for box in layout.boxes if isinstance(box.thing, Session)]
        assert {session.track for session in sessions} == {"Track 6"}
