"""What one does by mistake, twice, at once or in a small window ends nothing and loses nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.events import Leave
from textual.geometry import Offset
from textual.widgets import OptionList

from tests.helpers import SHIPPED, read_programme
from tests.walk.invariants import faults_of_picture
from tests.walk.pilot import Walked, at_rest
from tests.walk.terminal import Drawing, TerminalDriver
from tui_planner.app.controllers.programme_file import OpenProgramme
from tui_planner.app.screens.agenda_screen import AgendaScreen
from tui_planner.app.widgets.header import Header
from tui_planner.app.widgets.key_line import KeyLine
from tui_planner.app.widgets.lists.findings_view import FindingsView
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.storage.store import Store

from .conftest import MakePlanner
from .test_leaving import SCREENS

pytestmark = pytest.mark.slow

NARROW, WIDE = (80, 24), (140, 45)


@pytest.mark.parametrize("opened", ["A", "colon", "r", "U"])
@pytest.mark.parametrize("times", [2, 3])
async def test_a_double_click_in_a_list_closes_the_list_only(
    planner: MakePlanner, opened: str, times: int
) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("space", opened)
        await pilot.pause(0.1)
        view = app.screen.query_one(OptionList)
        await pilot.click(view, offset=Offset(4, 3), times=times)
        await pilot.pause()
        assert app.is_running
        assert app.screen_stack[0] is app.planner


async def test_pages_in_a_list_that_is_not_filled_yet_do_nothing(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("s", "pagedown", "pageup", "space")
        await pilot.pause(0.3)
        assert app.is_running
        await pilot.press("escape")
        assert app.screen is app.planner


async def test_while_too_small_no_key_does_anything(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=(30, 10)) as pilot:
        await pilot.press(
            "space", "x", "less_than_sign", "s", "A", "slash", "f", "ctrl+p", "escape"
        )
        await pilot.click(offset=Offset(3, 3), times=2)
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert app.screen is app.planner
        assert app.saved == []
        assert "Choose" in str(app.planner.query_one("#keys").render())


async def test_a_list_in_a_window_made_small_is_there_again(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("A", "down", "down")
        at = app.screen.query_one(OptionList).highlighted
        for size in ((30, 10), (3, 2), (1, 1), NARROW):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert isinstance(app.screen, AgendaScreen)
        assert app.screen.query_one(OptionList).highlighted == at


async def test_what_has_the_focus_and_is_hidden_gives_it_to_the_grid(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab")
        assert app.focused is not None
        assert app.focused.id == "my-day"
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert app.focused is app.grid


async def test_pages_end_at_the_first_and_last_finding(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("f", "pagedown", "pageup", "pageup")
        await pilot.pause()
        assert app.planner.query_one(FindingsView).highlighted == 2


async def test_a_list_that_one_clicks_into_has_a_cursor(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert app.planner.query_one("#my-day", OptionList).highlighted == 0


async def test_what_changes_behind_a_screen_in_front_is_seen(tmp_path: Path) -> None:
    async with walked(tmp_path, (100, 30)) as (app, terminal):
        terminal.send("?")
        await settled(app)
        app.screen_stack[0].query_one(Header).tell_version(is_old=True)
        await settled(app)
        assert "! old programme" in terminal.screen.display[0]


async def test_a_window_that_is_dragged_shows_no_hole_at_any_size(tmp_path: Path) -> None:
    async with walked(tmp_path, (60, 20)) as (app, terminal):
        for columns in [*range(61, 130), *range(130, 60, -3)]:
            terminal.resize(columns, 20 + columns // 8)
            await asyncio.sleep(0.016)
        await settled(app)
        assert [*faults_of_picture(app, terminal, Drawing())] == []


async def test_a_window_that_is_at_once_as_large_as_before_is_drawn_anew(tmp_path: Path) -> None:
    async with walked(tmp_path, (100, 30)) as (app, terminal):
        before = terminal.screen.display
        terminal.resize(20, 5)
        terminal.resize(100, 30)
        await settled(app)
        assert terminal.screen.display == before


@asynccontextmanager
async def walked(
    folder: Path, size: tuple[int, int]
) -> AsyncIterator[tuple[Walked, TerminalDriver]]:
    """The app on the shipped programme, and the terminal that it draws on."""
    reading = read_programme(str(SHIPPED))
    assert reading.programme is not None
    file = OpenProgramme(reading, reading.programme, read_programme)
    store = Store(folder / "itinerary.toml")
    app = Walked(file, Itinerary(programme=reading.programme.id), store)
    async with app.run_test(headless=False, size=size):
        await settled(app)
        assert isinstance(app._driver, TerminalDriver)
        yield app, app._driver


async def settled(app: Walked) -> None:
    """Wait until all is drawn."""
    await at_rest(app, asyncio.get_running_loop().time())


async def test_a_key_that_the_mouse_has_left_looks_like_the_others(tmp_path: Path) -> None:
    """A scrollbar that is clicked on holds the mouse before the key line hears that it is left."""
    async with walked(tmp_path, (100, 30)) as (app, terminal):
        terminal.send("\x1b[<35;60;30M")
        await settled(app)
        keys = app.mouse_over
        assert isinstance(keys, KeyLine)
        app.capture_mouse(app.screen.query_one(Header))
        keys.post_message(Leave(keys))
        await settled(app)
        assert [*faults_of_picture(app, terminal, Drawing())] == []


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_no_width_ends_it(planner: MakePlanner, keys: tuple[str, ...]) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(*keys)
        await pilot.pause(0.3)
        for width in range(12, 0, -1):
            await pilot.resize_terminal(width, 15)
            app.screen.find_widget(app.screen)  # it is laid out at this width
            await pilot.pause()
        assert app.is_running
