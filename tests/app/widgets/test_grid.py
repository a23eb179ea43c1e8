"""Moving about: arrows, ends, pages, days, now, the mouse, and other sizes."""

import asyncio
from datetime import UTC, datetime

import pytest
from textual.events import Resize
from textual.geometry import Size
from textual.widgets import Input

from tests.app.conftest import MakePlanner
from tests.helpers import programme_of

NARROW, WIDE = (80, 24), (120, 40)
TWO_DAYS = """\
[programme]
title = "Two days"
timezone = "Europe/Amsterdam"
[[days]]
date = 2025-02-13
[[days]]
date = 2025-02-14
"""
TWO_TALKS = """\
[[sessions]]
id = "one"
title = "One"
day = 2025-02-13
start = "10:00"
end = "11:00"
[[sessions]]
id = "two"
title = "Two"
day = 2025-02-14
start = "10:00"
end = "11:00"
"""
UNTIL_LATE = """\
[[sessions]]
id = "long"
title = "Long"
day = 2025-02-13
start = "11:00"
end = "21:00"
[[sessions]]
id = "late"
title = "Late"
day = 2025-02-13
start = "21:00"
end = "22:00"
"""


@pytest.mark.parametrize(
    ("keys", "cursor"),
    [
        ("right", "slim-met-stroom"),
        ("l", "slim-met-stroom"),
        ("l h", "nota-ruimte"),
        ("right left", "nota-ruimte"),
        ("down", "iza-lunch"),
        ("j", "iza-lunch"),
        ("j k", "nota-ruimte"),
        ("down down", "arbeidsmigranten-economie"),
        ("up", "koffie-1"),
        ("left", "nota-ruimte"),
        ("g", "inloop"),
        ("G", "afsluiting"),
        ("G down", "afsluiting"),
    ],
)
async def test_keys_move_to_the_nearest_session(
    planner: MakePlanner, keys: str, cursor: str
) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(*keys.split())
        assert app.cursor == cursor


async def test_up_and_down_come_back_to_the_same_column(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right", "right", "right", "up", "up", "down", "down")
        assert app.cursor == "veiligheid"


async def test_what_is_under_the_cursor_is_told_below(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right", "right", "right")
        assert "Veiligheid" in app.status
        assert "may run until 13:00" in app.status
        assert "Keuzesessies ronde 1" in app.status


@pytest.mark.parametrize("size", [NARROW, (60, 20), (40, 15)])
async def test_the_cursor_stays_in_view(planner: MakePlanner, size: tuple[int, int]) -> None:
    app = planner()
    async with app.run_test(size=size) as pilot:
        await pilot.press("G")
        assert "Afsluiting" in app.grid_text
        await pilot.press("g")
        assert "Inloop" in app.grid_text
        app.planner.go_to("asielketen")
        assert "asielketen" in app.grid_text


async def test_pages(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("g", "pagedown")
        assert app.grid.scroll_offset.y > 0
        await pilot.press("pageup")
        assert app.cursor == "inloop"


async def test_resizing_keeps_the_cursor_in_view(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        app.planner.go_to("asielketen")
        for size in (NARROW, (40, 15), (200, 50), (45, 16)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.cursor == "asielketen"
            assert "asielketen" in app.grid_text


async def test_a_terminal_too_small_says_so_and_recovers(planner: MakePlanner) -> None:
    app = planner("nota-ruimte")
    async with app.run_test(size=NARROW) as pilot:
        for size in ((39, 24), (80, 14)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert f"{size[0]}×{size[1]}" in str(app.screen.query_one("#too-small").render())
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.screen is app.planner
        assert "✓ Nota Ruimte" in app.grid_text


@pytest.mark.parametrize("pause", [0, 0.2])
async def test_a_size_that_comes_back_brings_the_cursor_into_view_too(
    planner: MakePlanner, pause: float
) -> None:
    app = planner(programme=programme_of(TWO_TALKS + UNTIL_LATE, TWO_DAYS))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("plus", "plus", "plus")
        app.planner.go_to("late")
        app.grid.scroll_to(y=0, animate=False)
        await pilot.pause()
        assert "21:00–22:00" not in app.grid_text
        for size in ((20, 6), (60, 20)):
            app.post_message(Resize(Size(*size), Size(*size)))
            if pause:
                await asyncio.sleep(pause)
        await pilot.pause()
        assert app.cursor == "late"
        assert "21:00–22:00" in app.grid_text


async def test_too_small_hides_all_else_and_what_is_typed_is_there_again(
    planner: MakePlanner,
) -> None:
    app = planner(programme=programme_of(TWO_TALKS, TWO_DAYS))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("slash", "t", "w")
        await pilot.resize_terminal(39, 24)
        await pilot.pause()
        shown = "".join(strip.text for strip in app.screen._compositor.render_strips())
        assert shown.split() == [
            "Too",
            "small:",
            "39×24.",
            "40×15",
            "or",
            "more",
            "is",
            "needed.",
            "q",
            "quits.",
        ]
        await pilot.resize_terminal(80, 24)
        await pilot.press("o")
        await pilot.pause()
        assert app.planner.query_one("#find-input", Input).value == "two"


async def test_days(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(TWO_TALKS, TWO_DAYS))
    async with app.run_test(size=WIDE) as pilot:
        assert (app.cursor, "Thu 13 February" in app.header) == ("one", True)
        await pilot.press("d")
        assert (app.cursor, "Fri 14 February" in app.header) == ("two", True)
        assert "Two" in app.grid_text
        await pilot.press("d")
        assert app.cursor == "two"
        await pilot.press("D")
        assert app.cursor == "one"


async def test_one_day_says_so(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("d")
        assert "one day" in app.status


async def test_opens_at_now_on_the_day_itself(planner: MakePlanner) -> None:
    in_round_2 = datetime(2025, 2, 13, 13, 0, tzinfo=UTC)  # 14:00 in Hoorn
    app = planner("digital-twins", now=in_round_2)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert app.cursor == "digital-twins"
        assert "14:00▶" in app.grid_text
        await pilot.press("G", "t")
        assert app.cursor == "digital-twins"


async def test_no_line_of_now_on_another_day(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        assert "▶" not in app.grid_text
        await pilot.press("t")
        assert "not on now" in app.status


async def test_the_mouse_moves_and_chooses(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        y = next(
            y for y in range(app.grid.size.height) if "Slim met" in app.grid.render_line(y).text
        )
        x = app.grid.render_line(y).text.index("Slim met")
        await pilot.click("#grid", offset=(x, y))
        assert app.cursor == "slim-met-stroom"
        assert app.saved == []
        await pilot.click("#grid", offset=(x, y), times=2)
        assert app.saved == ["slim-met-stroom"]
        await pilot.click("#grid", offset=(2, y))
        assert app.cursor == "slim-met-stroom"


async def test_a_click_below_the_day_does_nothing(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.click("#grid", offset=(20, app.grid.size.height - 1))
        assert app.cursor == "nota-ruimte"


async def test_a_narrow_terminal_made_wide_shows_my_day(planner: MakePlanner) -> None:
    app = planner("nota-ruimte")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.resize_terminal(*WIDE)
        for _frame in range(100):  # until the list has its size, however busy the machine
            await pilot.pause()
            if app.day_text:
                break
        assert "✓ Nota Ruimte en" in app.day_text
