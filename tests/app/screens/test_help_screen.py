"""Help: every key by what it is for, searched as one types, scrolled as a pager is."""

import pytest
from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.events import MouseScrollDown

from tests.app.conftest import MakePlanner, Planner
from tests.app.looks import text_of
from tui_planner.app.commands.registry import COMMANDS
from tui_planner.app.screens.help_screen import HelpScreen
from tui_planner.layout.text.glyphs import ASCII, UNICODE, Glyphs
from tui_planner.settings.settings_file import SettingsFile

NARROW, MIDDLE, WIDE = (80, 24), (120, 40), (200, 60)
TOPICS = ["Move", "Choose", "Find", "See", "Organise", "Signs", "Mouse"]


def parts_of(app: Planner) -> str:
    """All that the help tells, in sight or not."""
    return "\n".join(str(app.screen.query_one(part).render()) for part in ("#left", "#right"))


def shown_in(app: Planner) -> str:
    """What of it is in sight, with one space between words."""
    return " ".join(text_of(app).split())


@pytest.mark.parametrize("size", [NARROW, MIDDLE, WIDE])
async def test_it_names_every_key_under_what_it_is_for(
    planner: MakePlanner, size: tuple[int, int]
) -> None:
    app = planner()
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        text = " ".join(parts_of(app).split())
        for command in COMMANDS:
            assert command.help in text
            assert command.shown in text or command.id.startswith("way-")
        assert "1–9" in text
        headings = [line.strip() for line in parts_of(app).splitlines()]
        assert [topic for topic in TOPICS if topic not in headings] == []


@pytest.mark.parametrize("size", [(40, 15), NARROW, MIDDLE, WIDE])
async def test_no_line_is_broken_by_the_frame(planner: MakePlanner, size: tuple[int, int]) -> None:
    app = planner()
    async with app.run_test(size=size) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        for part in ("#left", "#right"):
            column = app.screen.query_one(part)
            lines = str(column.render()).splitlines() or [""]
            if column.display:
                assert max(map(cell_len, lines)) <= column.content_size.width


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
async def test_it_explains_every_bar_that_is_drawn(planner: MakePlanner, glyphs: Glyphs) -> None:
    app = planner(glyphs=glyphs)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        signs = parts_of(app).split("Signs")[1].split("Mouse")[0]
        told = "".join(line[:12] for line in signs.splitlines() if line.strip())
        bars = (glyphs.bar, glyphs.bar_begin, glyphs.bar_end, glyphs.bar_chosen, glyphs.bar_unsure)
        assert {bar for bar in bars if bar not in told} == set()


async def test_where_it_is_wide_two_columns_tell_more_at_once(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        lines = text_of(app).splitlines()
        move = next(line for line in lines if "Move " in line and "See " in line)
        assert move.index("See") > 80
        assert "Signs" in shown_in(app)


async def test_it_is_searched_as_one_types_and_esc_shows_all_again(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("question_mark", *"room", "space", *"hide")
        await pilot.pause()
        assert "The rooms of the day: go to one, hide" in shown_in(app)
        assert "Hide the lane" not in shown_in(app), "it has only one of the words"
        assert "Choose" not in shown_in(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Choose the session" in parts_of(app)
        await pilot.press("escape")
        assert app.screen is app.planner


async def test_a_key_is_found_by_itself_and_a_miss_is_said(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("question_mark", *"ctrl+r")
        await pilot.pause()
        assert "Make it again." in shown_in(app)
        assert "Redraw" not in shown_in(app)
        await pilot.press(*"xyz")
        await pilot.pause()
        assert "Nothing in the help has these words." in shown_in(app)


async def test_the_keys_of_the_user_open_it_close_it_and_stand_in_it(planner: MakePlanner) -> None:
    path = SettingsFile.of_user().path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[keys]\nhelp = "H"\nchoose = "v"\n', "utf-8")
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("H")
        await pilot.pause()
        assert "v Choose the session under the cursor" in " ".join(parts_of(app).split())
        await pilot.press("H")
        assert app.screen is app.planner


async def test_it_scrolls_by_space_page_keys_and_the_wheel(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        page = app.screen.query_one(VerticalScroll)
        height = page.size.height
        tops = []
        for key in ("space", "pagedown", "pageup", "down", "up", "end", "home"):
            await pilot.press(key)
            await pilot.pause()
            tops.append(page.scroll_offset.y)
        assert tops == [height, 2 * height, height, height + 1, height, page.max_scroll_y, 0]
        page.post_message(MouseScrollDown(page, 5, 5, 0, 1, 0, False, False, False))
        await pilot.pause(0.5)
        assert page.scroll_offset.y > 0
