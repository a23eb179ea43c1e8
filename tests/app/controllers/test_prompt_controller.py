"""What is said below the grid goes with the cursor, and asks about what one sees."""

import pytest

from tests.app.conftest import MakePlanner
from tests.builders import clock
from tests.helpers import programme_of
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.store import Store

NARROW, WIDE = (80, 24), (120, 40)


async def test_what_was_said_goes_when_the_cursor_moves_on(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("space")
        assert "Chosen: Nota Ruimte" in app.status
        await pilot.press("right")
        assert "Chosen" not in app.status
        assert "Slim met stroom" in app.status


async def test_a_question_stays_only_where_it_was_asked(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("wandeling-gouden-erfgoed")
        await pilot.press("space", "right", "y")
        assert app.saved == []


async def test_a_clash_stays_asked_on_either_of_its_two_sessions(planner: MakePlanner) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.press("space")
        app.planner.go_to("iza-lunch")
        await pilot.pause()
        assert "1 keep Strandwand" in app.status
        await pilot.press("up")
        assert "1 keep" not in app.status


async def test_undo_goes_to_what_it_brings_back_and_tells_its_clash(planner: MakePlanner) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("strandwandeling")
        await pilot.press("space", "2", "G", "u")
        await pilot.pause()
        assert app.cursor == "strandwandeling"
        assert "1 keep Strandwand" in app.status


async def test_a_round_to_choose_leads_to_its_first_session(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        app.planner.go_to("ronde-3")
        await pilot.pause()
        assert app.cursor == "gemeentefinancien"


async def test_a_search_without_hits_leaves_the_cursor_where_it_began(
    planner: MakePlanner,
) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right", "slash", *"zzzz", "enter")
        assert app.cursor == "slim-met-stroom"


async def test_a_click_in_the_grid_ends_the_search(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("slash", *"slim")
        box = app.grid.cursor_box
        assert box is not None
        await pilot.click("#grid", offset=(box.left + 10, box.top - app.grid.scroll_offset.y))
        await pilot.pause()
        assert app.planner.query_one("#keys").display
        await pilot.press("space")
        assert len(app.saved) == 1


async def test_the_list_of_the_day_moves_the_one_cursor_there_is(planner: MakePlanner) -> None:
    app = planner("digital-twins")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        app.screen.query_one("#my-day").focus()
        await pilot.press(*["down"] * 6)
        await pilot.pause()
        assert app.cursor == "digital-twins"
        await pilot.press("space")
        assert app.saved == []


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_the_day_is_told_at_any_width(planner: MakePlanner, width: int) -> None:
    app = planner("iza-lunch", "strandwandeling")
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        assert "Thu 13 Feb" in app.header


async def test_a_key_brings_what_is_under_the_cursor_back_into_view(
    planner: MakePlanner,
) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("g")
        app.grid.scroll_to(y=12, animate=False, immediate=True)
        await pilot.press("g")
        assert "Inloop" in app.grid_text


async def test_what_another_program_chose_is_taken_over(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("space")
        programme = app.grid.programme
        other = Store(app.file)
        asielketen = Choice.of(programme.session_by_id["asielketen"], programme)
        other.save(other.load(programme.id).choose(asielketen))
        await pilot.press("right", "space")
        assert app.saved == ["nota-ruimte", "asielketen", "slim-met-stroom"]


async def test_presence_is_told_when_one_chooses(planner: MakePlanner) -> None:
    body = '[[sessions]]\nid = "a"\ntitle = "Early"\nstart = "09:00"\nend = "10:00"\n'
    programme = programme_of(body)
    app = planner(programme=programme)
    app._editor._history.present = Itinerary(programme=programme.id, arrives=clock("09:30"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("space")
        assert "you miss 30 minutes" in app.status
