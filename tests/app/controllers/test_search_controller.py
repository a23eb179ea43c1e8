"""Finding: hits marked and listed, filters as chips."""

from textual.content import Content

from tests.app.conftest import MakePlanner, Planner
from tests.app.looks import text_of
from tests.helpers import programme_of
from tui_planner.app.widgets.find_bar import FindBar
from tui_planner.app.widgets.lists.hits_view import HitsView

BODY = """
[[rooms]]
id = "great"
name = "Great hall"
[[rooms]]
id = "small"
name = "Small hall"
[[sessions]]
id = "sun"
title = "Sun"
day = 2025-03-01
start = "10:00"
end = "11:00"
track = "Energy"
room = "great"
[[sessions]]
id = "wind"
title = "Wind and sun"
day = 2025-03-01
start = "10:00"
end = "12:00"
track = "Energy"
room = "small"
status = "full"
[[sessions]]
id = "soup"
title = "Soup"
day = 2025-03-02
start = "12:00"
end = "13:00"
track = "Food"
room = "great"
[[sessions]]
id = "bread"
title = "Bread"
day = 2025-03-02
start = "12:00"
end = "13:00"
track = "Food"
room = "small"
"""
HEAD = """
[programme]
title = "Two days"
timezone = "Europe/Amsterdam"
[[days]]
date = 2025-03-01
[[days]]
date = 2025-03-02
"""


def listed(app: Planner) -> str:
    """What the list of hits says."""
    view = app.planner.query_one(HitsView)
    prompts = (view.get_option_at_index(index).prompt for index in range(view.option_count))
    return "\n".join(str(prompt) for prompt in prompts).replace("\u00a0", " ")


def chips(app: Planner) -> str:
    return str(app.planner.query_one("#find-filters").render())


def typed(app: Planner) -> str:
    return app.planner.query_one(FindBar).typed


async def test_hits_are_listed_with_time_and_room_also_of_other_days(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"great")
        assert listed(app).split("\n") == [
            "Sat 1 March 2025", "10:00   Sun", "        Great hall",
            "Sun 2 March 2025", "12:00   Soup", "        Great hall",
        ]  # fmt: skip
        assert app.cursor == "sun"
        await pilot.press("down")
        assert app.cursor == "soup"
        await pilot.press("enter")
        assert app.cursor == "soup"
        assert app.grid.has_focus
        assert not app.marked


async def test_a_filter_becomes_a_chip_by_a_space(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"track:food", "space")
        await pilot.pause()
        assert "track:food" in chips(app)
        assert typed(app) == ""
        assert "Soup" in listed(app)
        assert "Wind" not in listed(app)
        await pilot.press(*"bre")
        assert "Soup" not in listed(app)
        assert app.cursor == "bread"
        await pilot.press(*["backspace"] * 4)
        await pilot.pause()
        assert chips(app) == ""
        assert listed(app) == ""


async def test_values_are_offered_and_taken(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"room:")
        assert listed(app).split("\n") == ['room:"Great hall"  2', 'room:"Small hall"  2']
        await pilot.press("down", "enter")
        await pilot.pause()
        assert 'room:"Small hall"' in chips(app)
        assert "Bread" in listed(app)
        assert "Soup" not in listed(app)


async def test_tab_lists_the_filters_and_completes(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", "tab")
        assert "track:" in listed(app)
        assert "still open, fits my day, now and next" in " ".join(listed(app).split())
        assert "speaker:" not in listed(app)  # nobody is named here
        await pilot.press("t", "tab", "tab")
        await pilot.pause()
        assert typed(app) == "track:"
        await pilot.press("f", "tab")
        await pilot.pause()
        assert "track:Food" in chips(app)
        assert typed(app) == ""


async def test_filters_combine_and_are_removed_by_a_click(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"is:open", "space", *"track:energy", "space")
        await pilot.pause()
        assert "Sun" in listed(app)
        assert "Wind" not in listed(app)
        await pilot.click("#find-filters", offset=(3, 0))
        await pilot.pause()
        assert "is:open" not in chips(app)
        assert "track:energy" in chips(app)
        assert "Wind" in listed(app)


async def test_filters_stay_and_the_rest_is_dim_until_escape(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"is:open", "space", "enter")
        await pilot.pause()
        assert app.grid.has_focus
        assert app.grid.marks.matching == frozenset({"sun", "soup", "bread"})
        assert "is:open ×" in text_of(app)
        await pilot.press("right", "down")
        assert app.grid.marks.matching is not None
        await pilot.press("escape")
        assert app.grid.marks.matching is None
        assert "is:open" not in text_of(app)


async def test_what_fits_my_day_follows_what_is_chosen(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"is:fits", "space", "enter")
        await pilot.pause()
        assert app.grid.marks.matching == frozenset({"sun", "wind", "soup", "bread"})
        assert app.cursor == "sun"
        await pilot.press("space")
        assert app.grid.marks.matching == frozenset({"sun", "soup", "bread"})


async def test_an_unknown_key_is_words(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"sun:set", "space")
        assert chips(app) == ""
        assert typed(app) == "sun:set "


async def test_a_list_below_the_grid_on_a_narrow_terminal(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(60, 24)) as pilot:
        await pilot.press("slash", *"sou")
        await pilot.pause()
        assert "12:00   Soup" in text_of(app).replace("\u00a0", " ")
        assert app.planner.query_one("#side").size.width == 60


async def test_a_click_on_a_hit_goes_there(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"great")
        await pilot.pause()
        await pilot.click(HitsView, offset=(8, 4))
        await pilot.pause()
        assert app.cursor == "soup"
        assert app.grid.has_focus


async def test_how_many_are_found_once_something_is_asked_for(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash")
        count = app.planner.query_one("#find-count")
        assert str(count.render()) == ""
        await pilot.press(*"great")
        assert str(count.render()) == "1 of 2"
        await pilot.press(*"zzz")
        assert str(count.render()) == "0 found"
        await pilot.press(*["backspace"] * 8, *"room:")
        assert str(count.render()) == ""


async def test_the_hit_that_one_is_at_stays_highlighted_where_the_width_changes(
    planner: MakePlanner,
) -> None:
    app = planner(programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"great", "down")
        await pilot.pause()
        view = app.planner.query_one(HitsView)
        before = view.highlighted
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        assert app.cursor == "soup"
        assert view.highlighted == before


async def test_hits_show_what_is_chosen_full_and_where_the_word_is(planner: MakePlanner) -> None:
    app = planner("sun", "wind", programme=programme_of(BODY, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        app.planner.editor.drop("sun")
        await pilot.press("slash", *"sun")
        lines = listed(app).split("\n")
        assert "10:00   Sun" in lines
        assert "10:00 × Wind and sun" in lines
        assert "        full · Small hall" in lines
        prompts = [option.prompt for option in app.planner.query_one(HitsView).options]
        wind = next(prompt for prompt in prompts if "Wind" in str(prompt))
        assert isinstance(wind, Content)
        marked = [wind.plain[span.start : span.end] for span in wind.spans if "under" in str(span)]
        assert marked == ["sun"]


async def test_hits_stand_in_the_order_of_the_days_and_the_best_is_pointed_at(
    planner: MakePlanner,
) -> None:
    body = BODY.replace('title = "Soup"', 'title = "Sunday soup"').replace(
        'title = "Sun"', 'title = "S"'
    )
    body = body.replace('title = "Wind and sun"', 'title = "Wind"\ndescription = "And the sunday."')
    app = planner(programme=programme_of(body, HEAD))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("slash", *"sunday")
        lines = [line.strip() for line in listed(app).split("\n")]
        assert lines.index("Sat 1 March 2025") < lines.index("Sun 2 March 2025")
        assert lines[1].endswith("Wind")
        assert app.cursor == "soup"
        await pilot.press("up")
        assert app.cursor == "wind"


async def test_a_speaker_that_is_found_is_named(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.press("slash", *"dagevos")
        assert "Dagevos" in listed(app)
