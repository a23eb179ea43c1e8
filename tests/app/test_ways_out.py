"""The ways out of a clash on the screen."""

from tui_planner.app.list_screen import ListScreen
from tui_planner.programme.model import Programme

from .conftest import MakePlanner

WIDE, NARROW = (140, 45), (80, 24)


async def test_every_way_tells_what_it_costs(planner: MakePlanner) -> None:
    app = planner("iza-lunch", "strandwandeling")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n")
        assert "−45 min" in app.status
        assert "−55 min" in app.status
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(app.screen, ListScreen)
        text = " ".join(app.day_text.split())
        assert "you miss 45 minutes" in text
        assert "you miss at most 55 minutes" in text


async def test_leaving_early_what_may_run_on_is_taken_and_taken_back(
    planner: MakePlanner,
) -> None:
    app = planner("veiligheid", "iza-lunch")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", "1")
        await pilot.pause()
        assert app.planner.desk.now.clashes == ()
        assert app.saved == ["veiligheid", "iza-lunch"]
        assert "leave" in app.file.read_text("utf-8")
        assert "takes it back" in app.status
        await pilot.press("u")
        assert len(app.planner.desk.now.clashes) == 1


async def test_a_way_is_taken_from_the_list(planner: MakePlanner) -> None:
    app = planner("iza-lunch", "strandwandeling")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("n", "o", "j", "enter")
        await pilot.pause()
        assert app.screen is app.planner
        assert app.saved == ["iza-lunch"]


async def test_what_must_be_is_kept_first(planner: MakePlanner, hoorn: Programme) -> None:
    assert hoorn
    app = planner("iza-lunch", "strandwandeling")
    async with app.run_test(size=WIDE) as pilot:
        app.planner.go_to("iza-lunch")
        await pilot.press("p", "n", "1")
        assert app.saved == ["iza-lunch"]


async def test_without_a_clash_there_is_no_way_out(planner: MakePlanner) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("o")
        assert "Nothing clashes here" in app.status
