"""What one does by mistake, twice, at once or in a small window ends nothing and loses nothing."""

import pytest
from textual.geometry import Offset
from textual.widgets import OptionList

from tui_planner.app.agenda_screen import AgendaScreen
from tui_planner.app.findings_view import FindingsView
from tui_planner.app.text_screen import Page

from .conftest import MakePlanner

NARROW, WIDE = (80, 24), (140, 45)


async def test_space_pages_in_a_text(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("question_mark", "space")
        await pilot.pause()
        page = app.screen.query_one(Page)
        assert page.scroll_offset.y == page.scrollable_content_region.height
        await pilot.press("b", "j")
        await pilot.pause()
        assert page.scroll_offset.y == 1


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
        assert app.planner.query_one(FindingsView).highlighted == 1


async def test_a_list_that_one_clicks_into_has_a_cursor(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert app.planner.query_one("#my-day", OptionList).highlighted == 0
