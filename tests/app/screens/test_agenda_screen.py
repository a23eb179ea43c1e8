"""The agenda: the whole event as a list, to choose from and to go anywhere."""

import pytest

from tests.app.conftest import MakePlanner, Planner
from tests.helpers import DATA, programme_of
from tui_planner.app.screens.agenda_screen import AgendaScreen
from tui_planner.app.widgets.lists.item_list import ItemList
from tui_planner.programme.model import Programme

NARROW, WIDE = (80, 24), (120, 40)


def list_of(app: Planner) -> ItemList:
    assert isinstance(app.screen, AgendaScreen)
    return app.screen.query_one(ItemList)


def lines_of(app: Planner) -> list[str]:
    return app.day_text.splitlines()


def title_of(app: Planner) -> str:
    return str(list_of(app).border_title)


def edge_of(app: Planner) -> str:
    return str(list_of(app).border_subtitle)


@pytest.fixture
def large() -> Programme:
    """Two days of four hundred sessions each, in four rooms."""
    head = '[programme]\ntitle = "Large"\ntimezone = "Europe/Amsterdam"\n'
    days = "".join(f"[[days]]\ndate = 2026-10-{14 + day}\n" for day in range(2))
    talks = "".join(
        f'[[sessions]]\nid = "s{day}-{n}"\ntitle = "Talk {day}.{n}"\nday = 2026-10-{14 + day}\n'
        f'start = "{8 + n // 40:02}:{n % 40 // 4 * 5:02}"\n'
        f'end = "{8 + n // 40:02}:{n % 40 // 4 * 5 + 5:02}"\nroom = "r{n % 4}"\n'
        for day in range(2)
        for n in range(400)
    )
    rooms = "".join(f'[[rooms]]\nid = "r{n}"\nname = "Room {n}"\n' for n in range(4))
    return programme_of(rooms + talks, head + days)


async def test_sessions_stand_under_their_rounds(planner: MakePlanner) -> None:
    app = planner("nota-ruimte")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A")
        await pilot.pause()
        lines = lines_of(app)
        lunch = next(n for n, line in enumerate(lines) if "Lunch" in line)
        assert lines[lunch + 1].startswith("  12:45")
        assert "Actualiteit" in lines[lunch + 1]
        assert "Het verhaal van Hoorn" in lines[lunch + 5]
        assert lines[lunch + 6].startswith("13:45")
        assert any("✓ Nota Ruimte" in line for line in lines)


async def test_a_line_says_what_one_decides_by(planner: MakePlanner) -> None:
    app = planner("one", programme=programme_of(ONE))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("p", "A")
        await pilot.pause()
        assert "10:00–11:00    × Talk · full · must · Attic · Ann Bos" in lines_of(app)


ONE = """
[[rooms]]
id = "attic"
name = "Attic"
[[sessions]]
id = "one"
title = "Talk"
start = "10:00"
end = "11:00"
room = "attic"
status = "full"
speakers = ["Ann Bos"]
"""


@pytest.mark.parametrize("id_", ["s0-0", "s0-399", "s1-0", "s1-200", "s1-399"])
async def test_it_opens_at_the_cursor(planner: MakePlanner, large: Programme, id_: str) -> None:
    app = planner(programme=large)
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to(id_)
        await pilot.press("A")
        await pilot.pause()
        await pilot.pause()
        view = list_of(app)
        assert view.pointed_at.id == id_
        assert view.highlighted is not None
        seen = range(view.scroll_offset.y, view.scroll_offset.y + view.size.height)
        assert view.highlighted in seen
        await pilot.press("enter")
        assert app.cursor == id_


async def test_the_day_in_sight_is_named_while_one_scrolls(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("A")
        await pilot.pause()
        assert "Wed 14 Oct" in title_of(app)
        list_of(app).scroll_to(y=600, animate=False)
        await pilot.pause()
        assert "Thu 15 Oct" in title_of(app)


async def test_one_chooses_and_drops_in_it(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A")
        await pilot.pause()
        await pilot.press("space")
        assert app.saved == ["nota-ruimte"]
        assert "Chosen: Nota Ruimte" in edge_of(app)
        assert any("✓ Nota Ruimte" in line for line in lines_of(app))
        await pilot.press("j", "space")
        assert "are at the same time" in edge_of(app)
        assert any("! Nota Ruimte" in line for line in lines_of(app))
        await pilot.press("space")
        assert app.saved == ["nota-ruimte"]
        await pilot.press("escape")
        assert "✓ Nota Ruimte" in app.grid_text


async def test_what_is_full_is_asked_about(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        app.planner.go_to("wandeling-gouden-erfgoed")
        await pilot.press("A")
        await pilot.pause()
        await pilot.press("space")
        assert app.saved == []
        assert "It is full: y chooses it" in edge_of(app)
        await pilot.press("j", "y")
        assert app.saved == []
        await pilot.press("k", "space", "y")
        assert app.saved == ["wandeling-gouden-erfgoed"]
        await pilot.press("y")
        assert "Nothing is asked here." in edge_of(app)


async def test_only_mine_and_everything_again(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=WIDE) as pilot:
        app.planner.go_to("nota-ruimte")
        await pilot.press("A")
        await pilot.pause()
        everything = lines_of(app)
        await pilot.press("m")
        assert [line.split("  ")[-1] for line in lines_of(app)][1].endswith("ronde 2")
        assert len(lines_of(app)) == 3
        assert "only mine, 1 session" in title_of(app)
        assert list_of(app).pointed_at.id == "ronde-2"
        await pilot.press("j", "m")
        assert lines_of(app) == everything
        await pilot.press("enter")
        assert app.cursor == "digital-twins"


async def test_where_nothing_is_chosen_only_mine_says_so(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("A")
        await pilot.pause()
        await pilot.press("m")
        assert "Nothing is chosen yet: m lists everything." in edge_of(app)
        await pilot.press("space")
        assert "There is nothing to choose here." in edge_of(app)
        await pilot.press("enter", "d")
        await pilot.press("m")
        assert len(lines_of(app)) > 20


async def test_the_edges_of_the_days_are_told(planner: MakePlanner) -> None:
    app = planner(file=DATA / "two-days.toml")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("A")
        await pilot.pause()
        await pilot.press("D")
        assert edge_of(app) == "This is the first day."
        await pilot.press("d")
        assert "Thu 15 Oct" in title_of(app) or list_of(app).pointed_at.day.day == 15
        await pilot.press("d")
        assert edge_of(app) == "This is the last day."


async def test_the_highlight_is_on_a_session_again_after_a_list_of_nothing(
    planner: MakePlanner,
) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A", "m", "m")
        await pilot.pause()
        assert list_of(app).pointed_at is not None


async def test_the_next_day_begins_at_the_top(planner: MakePlanner, large: Programme) -> None:
    app = planner(programme=large)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("A")
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        assert "Thu 15 Oct" in title_of(app)
        assert "Talk 1.0" in app.screen.query_one(ItemList).render_line(1).text
