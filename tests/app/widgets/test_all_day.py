"""The band of what is on all day: always seen, and reached by keys, clicks and search."""

import pytest
from textual.widgets import Input

from tests.app.conftest import MakePlanner, Planner
from tests.builders import all_day, room, session
from tests.helpers import HEAD, programme_of
from tui_planner.app.widgets.details_view import DetailsView
from tui_planner.layout.text.glyphs import ASCII

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
ROOMS = "".join(room(f"r{n}") for n in range(8))
TALKS = "".join(
    session(f"t{n}-{hour}", f"{hour:02}:00-{hour:02}:50", f'room = "r{n}"')
    for hour in range(9, 21)
    for n in range(8)
)
FAIR = programme_of(ROOMS + TALKS + all_day("fair", 'room = "r3"') + all_day("sale"))
MANY = programme_of(ROOMS + TALKS + "".join(all_day(f"fair-{n}") for n in range(9)))
ALONE = programme_of(all_day("fair"))


def line_of(app: Planner, words: str) -> int:
    """The line of the grid that some words stand in."""
    return next(y for y, line in enumerate(app.grid_text.splitlines()) if words in line)


@SIZES
async def test_it_stands_between_the_rooms_and_the_first_hour(
    planner: MakePlanner, size: tuple[int, int]
) -> None:
    app = planner(programme=FAIR)
    async with app.run_test(size=size):
        lines = app.grid_text.splitlines()
        assert "Room r0" in lines[0]
        assert lines[1].startswith("all-day")
        assert "FAIR  all day" in lines[1]
        assert "SALE  all day" in lines[1]
        assert lines[2].startswith("09:00")
        assert "00:00" not in app.grid_text


@SIZES
async def test_it_stays_where_one_scrolls(planner: MakePlanner, size: tuple[int, int]) -> None:
    app = planner(programme=FAIR)
    async with app.run_test(size=size) as pilot:
        before = app.grid_text.splitlines()[1]
        app.planner.go_to("t7-20")
        await pilot.pause()
        assert app.grid_text.splitlines()[1] == before
        assert "T7-20" in app.grid_text
        await pilot.press("plus", "minus", "minus", "minus")
        assert app.grid_text.splitlines()[1] == before


async def test_arrows_lead_to_it_and_space_chooses_it(planner: MakePlanner) -> None:
    app = planner(programme=FAIR)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("up", "space")
        assert app.cursor == "fair"
        assert app.saved == ["fair"]
        assert "✓ FAIR" in app.grid_text
        await pilot.press("right")
        assert app.cursor == "sale"
        assert "all day" in app.status
        await pilot.press("right", "down")
        assert app.cursor.endswith("-9")


async def test_below_it_is_what_is_seen_below_it(planner: MakePlanner) -> None:
    app = planner(programme=FAIR)
    async with app.run_test(size=(80, 24)) as pilot:
        app.planner.go_to("t7-9")
        await pilot.press("up")
        assert app.cursor == "sale"
        await pilot.press("left", "down")
        at = app.grid.cursor_box
        assert at is not None
        assert at.left >= app.grid.scroll_offset.x > 0


async def test_a_click_goes_to_it(planner: MakePlanner) -> None:
    app = planner(programme=FAIR)
    async with app.run_test(size=(80, 24)) as pilot:
        line = app.grid_text.splitlines()[1]
        await pilot.click("#grid", offset=(line.index("SALE"), 1))
        assert app.cursor == "sale"


async def test_it_is_found(planner: MakePlanner) -> None:
    app = planner(programme=FAIR)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("/")
        app.planner.query_one(Input).value = "sale"
        await pilot.pause()
        await pilot.press("enter")
        assert app.cursor == "sale"


async def test_a_room_that_is_hidden_hides_it_not(planner: MakePlanner) -> None:
    app = planner(programme=FAIR)
    async with app.run_test(size=(80, 24)) as pilot:
        app.planner.go_to("t3-9")
        await pilot.press("x")
        assert "FAIR" in app.grid_text
        assert "T3-9" not in app.grid_text


@pytest.mark.parametrize(("size", "shown"), [((40, 15), 1), ((80, 24), 2), ((120, 40), 3)])
async def test_of_many_a_few_rows_are_seen_and_the_others_counted(
    planner: MakePlanner, size: tuple[int, int], shown: int
) -> None:
    app = planner(programme=MANY)
    async with app.run_test(size=size) as pilot:
        assert app.grid_text.count("FAIR-") + _counted(app) == 9
        assert line_of(app, "09:00") == 1 + shown
        await pilot.press("g", *["right"] * 8)
        assert app.cursor == "fair-8"
        assert "FAIR-8" in app.grid_text
        assert app.grid_text.count("FAIR-") + _counted(app) == 9


def _counted(app: Planner) -> int:
    line = next((line for line in app.grid_text.splitlines() if " more" in line[:7]), "0")
    return int(line.split()[0])


@SIZES
async def test_a_day_of_nothing_else(planner: MakePlanner, size: tuple[int, int]) -> None:
    app = planner(programme=ALONE)
    async with app.run_test(size=size) as pilot:
        assert app.cursor == "fair"
        keys = ("up", "down", "left", "right", "pagedown", "pageup", "G", "g", "plus", "minus")
        await pilot.press(*keys, "space", "n", "m")
        assert app.saved == ["fair"]
        assert "FAIR" in app.day_text
        assert "all day" in app.day_text


async def test_my_day_and_the_details_say_it_in_words(planner: MakePlanner) -> None:
    app = planner("fair", programme=FAIR)
    async with app.run_test(size=(120, 40)) as pilot:
        app.planner.go_to("fair")
        await pilot.pause()
        assert "all day · Room r3" in app.day_text
        assert "00:00" not in app.day_text
        assert "all day" in str(app.planner.query_one(DetailsView).content)


async def test_the_cursor_goes_with_it_into_the_band_and_out_again(planner: MakePlanner) -> None:
    app = planner(programme=FAIR)
    async with app.run_test(size=(80, 24)) as pilot:
        app.planner.go_to("fair")
        for body in (session("fair", "12:00-13:00"), all_day("fair")):
            app.grid.show_programme(programme_of(ROOMS + TALKS + body, HEAD))
            await pilot.pause()
            assert app.cursor == "fair"
            assert "FAIR" in app.grid_text


async def test_in_ascii(planner: MakePlanner) -> None:
    app = planner(programme=FAIR, glyphs=ASCII)
    async with app.run_test(size=(80, 24)):
        assert app.grid_text.splitlines()[1].isascii()


async def test_hours_that_one_gives_it_are_kept_and_judged(planner: MakePlanner) -> None:
    app = planner("fair", "t0-9", programme=FAIR)
    async with app.run_test(size=(120, 40)) as pilot:
        app.planner.go_to("fair")
        await pilot.press("e", "down", *"9.30", "down", *"10:30", "enter")
        assert "FAIR" in app.status
        assert "09:30–09:50" in app.status
        assert "09:30–10:30" in app.day_text
        app.planner.go_to("fair")
        await pilot.press("e", "down", "ctrl+u", "down", "ctrl+u", "enter")
        assert "all day" in app.day_text
        assert not app.planner.editor.now.notices
