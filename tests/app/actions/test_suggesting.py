"""The best day on the screen: shown before it is taken."""

from textual.pilot import Pilot

from tests.app.conftest import MakePlanner, Planner
from tests.helpers import DATA
from tui_planner.app.screens.suggest_screen import SuggestScreen
from tui_planner.app.widgets.lists.item_list import ItemList

WIDE, NARROW = (140, 45), (80, 24)


async def proposed(app: Planner, pilot: Pilot[None], wanted: str) -> str:
    """What the list says, once it has found the best day."""
    for _ in range(200):
        await pilot.pause(0.02)
        if wanted in app.day_text:
            break
    return app.day_text


async def test_the_best_day_is_shown_with_reasons_and_taken_by_one_key(
    planner: MakePlanner,
) -> None:
    app = planner("iza-lunch")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("s")
        text = await proposed(app, pilot, "fills")
        assert text.count("+ ") == 3
        assert "fills Keuzesessies ronde 3" in text
        assert app.saved == []
        await pilot.press("enter")
        await pilot.pause()
        assert len(app.planner.editor.now.chosen) == 4
        assert app.planner.editor.now.clashes == ()
        assert "u takes all of it back" in app.status
        await pilot.press("u")
        assert app.planner.editor.now.chosen == {"iza-lunch"}


async def test_what_is_left_out_is_not_taken(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s")
        await proposed(app, pilot, "fills")
        await pilot.press("space", "enter")
        await pilot.pause()
        rounds = {
            app.planner.editor.programme.session_by_id[id_].block
            for id_ in app.planner.editor.now.chosen
        }
        assert rounds == {"ronde-2", "ronde-3"}


async def test_words_that_one_likes_are_filled_in_and_kept(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s", "l")
        await pilot.press(*"digital", "enter")
        text = await proposed(app, pilot, "you like")
        assert "Digital Twins" in text
        await pilot.press("enter")
        await pilot.pause()
        assert "digital-twins" in app.planner.editor.now.chosen
        assert app.planner.editor.now.plan.itinerary.likes == ("digital",)


async def test_what_one_likes_is_kept_where_nothing_is_taken(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("s", "l", *"digital", "enter", "escape")
        assert app.saved == []
        assert app.planner.editor.now.plan.itinerary.likes == ("digital",)
        assert 'likes = [\n    "digital",\n]' in app.file.read_text("utf-8")
        await pilot.press("u")
        assert not app.planner.editor.now.plan.itinerary.likes
        assert "changed: what you like" in app.status


async def test_the_whole_day_may_drop_what_matters_less(planner: MakePlanner) -> None:
    app = planner("iza-lunch", "strandwandeling")
    async with app.run_test(size=WIDE) as pilot:
        app.planner.go_to("iza-lunch")
        await pilot.press("p", "s", "w")
        text = await proposed(app, pilot, "\u2212 ")
        assert "Strandwandeling" in text
        await pilot.press("enter")
        await pilot.pause()
        assert "iza-lunch" in app.planner.editor.now.chosen
        assert "strandwandeling" not in app.planner.editor.now.chosen


async def test_a_session_that_would_be_dropped_can_be_left_in(planner: MakePlanner) -> None:
    app = planner("iza-lunch", "strandwandeling")
    async with app.run_test(size=WIDE) as pilot:
        app.planner.go_to("iza-lunch")
        await pilot.press("p", "s", "w")
        text = await proposed(app, pilot, "\u2212 ")
        await pilot.press(*["j"] * text.count("+ "), "space", "enter")
        await pilot.pause()
        chosen = app.planner.editor.now.chosen
        assert {"iza-lunch", "strandwandeling"} < chosen


async def test_where_there_is_nothing_to_propose_that_is_said_first(planner: MakePlanner) -> None:
    app = planner("nota-ruimte", "veiligheid", "digital-twins", "asielketen")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("s")
        text = await proposed(app, pilot, "Nothing to propose")
        assert text.startswith("Nothing to propose")
        assert "Veiligheid are at the same time" in " ".join(text.split())


async def test_escape_takes_nothing(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("s")
        await proposed(app, pilot, "fills")
        assert isinstance(app.screen, SuggestScreen)
        await pilot.press("escape")
        assert app.saved == []


async def test_the_day_shown_alone_and_all_days_where_asked(
    planner: MakePlanner,
) -> None:
    app = planner(file=DATA / "two-days.toml")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("d", "s")
        text = await proposed(app, pilot, "fills")
        assert "Thu 15 Oct" in str(app.screen.query_one(ItemList).border_title)
        assert "Round 4" in text
        assert "Round 1" not in text
        await pilot.press("a")
        text = await proposed(app, pilot, "Wed 14 October")
        assert "Wed 14 October 2026: 4 to add, 0 to drop" in text
        assert "Round 1" in text
        await pilot.press("a")
        text = await proposed(app, pilot, "Round 4")
        assert "Round 1" not in text


async def test_every_key_of_the_list_answers(planner: MakePlanner) -> None:
    app = planner("nota-ruimte", "veiligheid", "digital-twins", "asielketen")
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("s")
        await proposed(app, pilot, "Nothing to propose")
        page = app.screen.query_one(ItemList)
        for key, answer in (
            ("a", "The programme has one day."),
            ("space", "There is nothing to leave out here."),
            ("enter", "There is nothing to take."),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert str(page.border_subtitle) == answer
