"""The key line: what the keys do now, with what is under the cursor, in a list, in a dialog."""

from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widget import Widget

from tests.app.conftest import MakePlanner, Planner
from tests.app.looks import text_of
from tests.helpers import programme_of
from tui_planner.app.widgets.key_line import KeyLine
from tui_planner.app.widgets.lists.my_day_view import MyDayView
from tui_planner.settings.settings_file import SettingsFile

TWO_ROOMS = """
[[rooms]]
id = "attic"
name = "Attic"
[[rooms]]
id = "cellar"
name = "Cellar"
[[sessions]]
id = "a"
title = "Above"
room = "attic"
start = "10:00"
end = "11:00"
[[sessions]]
id = "b"
title = "Below"
room = "cellar"
start = "10:00"
end = "11:00"
"""

NARROW, WIDE = (80, 24), (200, 50)


def line_of(app: Planner) -> str:
    """The last line of the screen, in which the keys stand."""
    return text_of(app).splitlines()[-1]


async def click_on(pilot: Pilot[None], app: Planner, words: str) -> None:
    """Click on a word of the key line."""
    line = str(app.screen.query_one(KeyLine).render())
    await pilot.click(KeyLine, offset=(cell_len(line[: line.index(words)]), 0))
    await pilot.pause()


async def test_it_says_what_the_keys_do_with_what_is_under_the_cursor(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "space Choose" in line_of(app)
        assert "Priority" not in line_of(app)
        assert "Note" not in line_of(app)
        await pilot.press("space")
        await pilot.pause()
        assert "space Drop  p Priority  e Note" in line_of(app)
        app.planner.go_to("inloop")
        await pilot.pause()
        assert not {"Choose", "Drop", "Note"} & set(line_of(app).split())


async def test_it_tells_of_clashes_only_where_there_are_some(planner: MakePlanner) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "Clash" not in line_of(app)
        assert "Ways out" not in line_of(app)
        app.planner.go_to("strandwandeling")
        await pilot.press("space")
        await pilot.pause()
        assert "o Ways out  n Clash" in line_of(app)
        app.planner.go_to("nota-ruimte")
        await pilot.pause()
        assert "Ways out" not in line_of(app)
        assert "n Clash" in line_of(app)


async def test_an_own_appointment_is_edited_and_dropped(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("a", *"Call", "tab", *"10:00", "tab", *"10:15", "enter")
        await pilot.pause()
        appointment = next(s for s in app.grid.programme.sessions if s.title == "Call")
        app.planner.go_to(appointment.id)
        await pilot.pause()
        assert "space Drop  e Edit" in line_of(app)


async def test_undo_stands_there_once_there_is_something_to_undo(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "Undo" not in line_of(app)
        await pilot.press("space")
        await pilot.pause()
        assert "u Undo" in line_of(app)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120, 200])
async def test_it_is_filled_to_the_width(planner: MakePlanner, width: int) -> None:
    app = planner()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        line = line_of(app)
        assert cell_len(line.rstrip()) <= width
        assert cell_len(line.rstrip()) > min(width, 170) - 16
        for words in ("space Choose", "? Help", "q Quit"):
            assert words in line


async def test_days_are_named_only_where_there_are_several(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "Next day" not in line_of(app)


@pytest.mark.parametrize("on", ["u ", "Undo"])
async def test_a_click_on_the_key_works_as_one_on_its_word(planner: MakePlanner, on: str) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("space")
        await pilot.pause()
        assert app.saved
        await click_on(pilot, app, on if on != "u " else "u Undo")
        assert app.saved == []


async def test_other_keys_of_the_user_stand_there(planner: MakePlanner) -> None:
    path = SettingsFile.of_user().path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[keys]\nchoose = "v"\nmy-day = "W"\nundo = "Z"\n', "utf-8")
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert "v Drop" in line_of(app)
        assert "W My day" in line_of(app)
        assert "space" not in line_of(app)


DIALOGS = {
    "enter": ("esc Close",),
    "question_mark": ("esc Close",),
    "A": ("enter Go there", "esc Close"),
    "r": ("enter Go there", "space Mark", "- Hide", "* Pin", "esc Close"),
    "s": ("enter Take it", "space Leave out", "l Likes", "esc Close"),
    "a": ("enter Keep", "tab Next line", "esc Leave it as it was"),
    "w": ("enter Keep", "tab Next line", "esc Leave it as it was"),
    "colon": ("enter Do it", "esc Close"),
}


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
@pytest.mark.parametrize("key", DIALOGS)
async def test_while_a_dialog_is_open_its_keys_stand_there(
    planner: MakePlanner, key: str, size: tuple[int, int]
) -> None:
    app = planner("b", programme=programme_of(TWO_ROOMS))
    async with app.run_test(size=size) as pilot:
        await pilot.press(key)
        await pilot.pause(0.1)
        line = line_of(app)
        assert [words for words in DIALOGS[key] if words not in line] == []
        assert "Quit" not in line
        await click_on(pilot, app, "esc")
        assert app.screen is app.planner
        assert "q Quit" in line_of(app)


async def test_no_frame_repeats_what_the_line_says(planner: MakePlanner) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        for key in DIALOGS:
            await pilot.press(key)
            await pilot.pause()
            assert [*_subtitles(app)] == []
            await pilot.press("escape")


def _subtitles(app: Planner) -> Iterator[str]:
    for widget in app.screen.query(Widget):
        if widget.border_subtitle:
            yield str(widget.border_subtitle)


async def test_where_one_finds_the_line_tells_the_keys_of_finding(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("slash", *"wandeling")
        await pilot.pause()
        assert "enter Stay there" in line_of(app)
        assert "tab Filters" in line_of(app)
        await click_on(pilot, app, "esc")
        assert app.cursor == "nota-ruimte"
        assert "space Choose" in line_of(app)


async def test_in_a_list_beside_the_grid_enter_goes_there(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        assert "enter Go there" in line_of(app)
        assert "esc To the grid" in line_of(app)
        await click_on(pilot, app, "esc")
        assert app.grid.has_focus
        assert "enter Open" in line_of(app)


async def test_titles_in_the_line_are_no_markup(planner: MakePlanner) -> None:
    path = SettingsFile.of_user().path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('[keys]\nchoose = "left_square_bracket"\nfind = "apostrophe"\n', "utf-8")
    app = planner(programme=programme_of('[[sessions]]\nid = "a"\ntitle = "A"\nstart = "10:00"\n'))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        assert "[ Choose" in line_of(app)
        assert "' Find" in line_of(app)
        await click_on(pilot, app, "[ Choose")
        assert app.saved == ["a"]


async def test_keys_act_on_what_is_highlighted_in_a_list(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("tab", *["down"] * 4)
        await pilot.pause()
        view = app.planner.query_one(MyDayView)
        assert view.highlighted_option is not None
        assert "Keuzesessies ronde 1" in str(view.highlighted_option.prompt)
        assert "Choose" not in line_of(app)
        await pilot.press("space")
        assert app.saved == []
        assert "no session" in app.status
        await pilot.press("down", "down")
        await pilot.pause()
        assert app.cursor == "digital-twins"
        assert "space Drop" in line_of(app)
        await pilot.press("space", "u", "escape")
        assert app.grid.has_focus


async def test_so_they_do_in_my_day_over_a_narrow_grid(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("m", *["down"] * 6)
        await pilot.pause()
        assert "space Drop" in line_of(app)
        await pilot.press("p")
        await pilot.pause()
        assert app.planner.editor.now.plan.itinerary.choices[0].priority == "must"
        await pilot.press("space")
        await pilot.pause()
        assert app.planner.editor.now.chosen == set()
        assert app.screen is not app.planner


async def test_tab_shows_where_it_went(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        side = app.planner.side
        before = side.styles.border_left
        assert _grounds(app) == 1, "no second cursor in the list"
        await pilot.press("tab")
        await pilot.pause()
        assert side.styles.border_left != before
        assert _grounds(app) == 2


def _grounds(app: Planner) -> int:
    """How many grounds the lines of my day have."""
    view = app.planner.query_one("#my-day")
    lines = view.render_lines(view.size.region)
    return len({part.style.bgcolor for line in lines for part in line if part.style})
