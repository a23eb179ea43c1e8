"""The ways out of a clash on the screen."""

import pytest

from tests.app.conftest import MakePlanner
from tui_planner.app.screens.list_screen import ListScreen
from tui_planner.programme.model import Programme

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
        assert app.planner.editor.now.clashes == ()
        assert app.saved == ["veiligheid", "iza-lunch"]
        assert "leave" in app.file.read_text("utf-8")
        assert "takes it back" in app.status
        await pilot.press("u")
        assert len(app.planner.editor.now.clashes) == 1


async def test_a_way_is_taken_from_the_list(planner: MakePlanner) -> None:
    app = planner("iza-lunch", "strandwandeling")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("n", "o", "j", "enter")
        await pilot.pause()
        assert app.screen is app.planner
        assert app.saved == ["iza-lunch"]


async def test_in_the_list_each_way_has_its_key(planner: MakePlanner) -> None:
    app = planner("veiligheid", "iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("n", "o")
        await pilot.pause()
        assert "2 Join Actualiteit" in app.day_text
        await pilot.press("9")
        assert "2 Join Actualiteit" in app.day_text  # there is no such way
        await pilot.press("2")
        await pilot.pause()
        assert app.screen is app.planner
        assert "join = 13:00" in app.file.read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 100])
async def test_when_to_leave_is_seen_at_any_width(planner: MakePlanner, width: int) -> None:
    app = planner("veiligheid", "strandwandeling")
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("n")
        *sentence, ways = app.status.splitlines()
        assert "leave at 12:30: V" in ways
        assert ("−30 min" in ways) == (width > 40)
        assert "may" in " ".join(sentence)  # nobody is told that it is certain
        assert "12:45–13:00" in " ".join(sentence)


async def test_an_own_appointment_can_give_way(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a", *"Bellen", "tab", *"14:00", "tab", *"14:30", "enter")
        await pilot.pause()
        await pilot.press("2")
        await pilot.pause()
        assert app.planner.editor.now.plan.scheduled_appointments == ()
        assert "Dropped: Bellen" in app.status
        await pilot.press("u")
        assert len(app.planner.editor.now.clashes) == 1


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


async def test_what_is_full_has_ways_out_too(planner: MakePlanner) -> None:
    app = planner("wandeling-gouden-erfgoed")
    async with app.run_test(size=WIDE) as pilot:
        app.planner.go_to("wandeling-gouden-erfgoed")
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(app.screen, ListScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert app.saved != ["wandeling-gouden-erfgoed"]
        assert app.planner.editor.now.notices == ()


async def test_what_takes_back_is_named_where_it_does(planner: MakePlanner) -> None:
    app = planner("iza-lunch", "strandwandeling")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("n", "o")
        await pilot.pause()
        assert "back" not in str(app.screen.query_one("#page").border_subtitle)
        await pilot.press("enter")
        await pilot.pause()
        assert "u takes it back" in app.status
