"""Several days: tabs with what is chosen and clashes on each, and the whole event as a list."""

import pytest
from textual.widgets import OptionList

from tests.app.conftest import MakePlanner, Planner
from tests.helpers import DATA, programme_of
from tui_planner.app.screens.agenda_screen import AgendaScreen
from tui_planner.app.widgets.day_tabs import DayTabs
from tui_planner.programme.model import Programme

NARROW, SMALL = (80, 24), (40, 15)


@pytest.fixture
def week() -> Programme:
    """Six days with two talks each, which clash."""
    head = '[programme]\ntitle = "Week"\ntimezone = "Europe/Amsterdam"\n'
    days = "".join(f"[[days]]\ndate = 2025-02-1{n}\n" for n in range(6))
    talks = "".join(
        f'[[sessions]]\nid = "{name}{n}"\ntitle = "{name} {n}"\nday = 2025-02-1{n}\n'
        f'start = "{start}"\nend = "11:00"\n'
        for n in range(6)
        for name, start in (("one", "10:00"), ("two", "10:30"))
    )
    return programme_of(talks, head + days)


def tabs_of(app: Planner) -> str:
    return str(app.planner.query_one(DayTabs).render())


def agenda_of(app: Planner) -> str:
    assert isinstance(app.screen, AgendaScreen)
    view = app.screen.query_one(OptionList)
    prompts = (view.get_option_at_index(n).prompt for n in range(view.option_count))
    return "\n".join(map(str, prompts)).replace("\u00a0", " ")


async def test_the_tabs_tell_of_each_day(planner: MakePlanner, week: Programme) -> None:
    app = planner("one1", "two1", "one3", programme=week)
    async with app.run_test(size=NARROW) as pilot:
        assert " Tue 11 2✓ 1! " in tabs_of(app)
        assert " Thu 13 1✓ " in tabs_of(app)
        await pilot.press("d", "d", "d", "space")
        assert " Thu 13 Feb  Fri" in tabs_of(app)


async def test_a_click_on_a_tab_goes_to_its_day(planner: MakePlanner, week: Programme) -> None:
    app = planner(programme=week)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.click("#days", offset=(tabs_of(app).index("Wed 12") + 1, 0))
        assert app.cursor == "one2"
        await pilot.click("#days", offset=(tabs_of(app).index("Mon 10") + 1, 0))
        assert app.cursor == "one0"


async def test_a_double_click_on_a_tab_leaves_the_cursor_on_something(planner: MakePlanner) -> None:
    app = planner(file=DATA / "two-days.toml")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("i")  # so that the lanes of a day are the same each time
        for _ in range(2):  # the second comes before the tabs are drawn anew
            app.planner.action_day(1)
        first = app.cursor
        await pilot.press("right")
        assert app.cursor
        assert app.cursor != first


async def test_where_not_all_tabs_fit_the_day_is_among_those_that_do(
    planner: MakePlanner, week: Programme
) -> None:
    app = planner(*(f"one{n}" for n in range(6)), programme=week)
    async with app.run_test(size=SMALL) as pilot:
        assert tabs_of(app).startswith(" Mon 10 1✓ ")
        assert tabs_of(app).endswith("▶")
        for day in ("Tue 11", "Wed 12", "Thu 13", "Fri 14", "Sat 15"):
            await pilot.press("d")
            assert day in tabs_of(app)
            assert len(tabs_of(app)) <= 40
        assert tabs_of(app).startswith("◀")


async def test_one_day_has_no_tabs(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW):
        assert not app.planner.query_one(DayTabs).display


async def test_the_agenda_lists_all_days_and_goes_anywhere(
    planner: MakePlanner, week: Programme
) -> None:
    app = planner("one1", "two1", programme=week)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("A")
        await pilot.pause()
        lines = agenda_of(app).splitlines()
        assert len(lines) == 18
        assert "10:00–11:00    ! one 1" in lines
        assert "10:30–11:00      two 2" in lines
        await pilot.press("d", "d", "d", "enter")
        assert app.cursor == "one3"
        await pilot.press("A")
        await pilot.pause()
        await pilot.press("j", "enter")
        assert app.cursor == "two3"
        await pilot.press("A", "escape")
        assert app.cursor == "two3"
