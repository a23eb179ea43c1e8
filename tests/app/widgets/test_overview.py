"""The overview in the app: how one comes into it, moves in it, and leaves it."""

from tests.app.conftest import MakePlanner
from tests.app.looks import text_of
from tests.builders import TWO_DAYS_HEAD, room, session
from tests.helpers import programme_of
from tui_planner.itinerary.itinerary import Choice
from tui_planner.layout.text.glyphs import ASCII
from tui_planner.programme.model import Programme, Session

SIZE = (120, 40)


async def test_a_large_day_opens_in_it_and_enter_goes_in_at_the_cursor(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        assert app.grid.is_overview
        await pilot.press("right", "right", "right", "down", "down")
        there = app.cursor
        await pilot.press("enter")
        assert not app.grid.is_overview
        assert app.cursor == there
        assert app.grid.cursor is not None
        assert app.grid.cursor.title.split()[0] in app.grid_text
        await pilot.press("minus")
        assert app.grid.is_overview
        assert app.cursor == there
        await pilot.press("plus")
        assert not app.grid.is_overview


async def test_finer_rows_come_back_by_way_of_the_rows_that_fit(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("plus", "plus")
        for _ in range(8):
            await pilot.press("minus")
        assert app.grid.is_overview
        await pilot.press("minus")
        assert app.grid.is_overview
        assert "all rooms at a glance: + goes in" in app.status


async def test_a_small_day_has_none(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=(200, 50)) as pilot:
        assert not app.grid.is_overview
        await pilot.press(*["minus"] * 9)
        assert not app.grid.is_overview


async def test_the_room_of_the_cursor_is_named_above_it_and_the_session_below(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("right", "down")
        thing = app.grid.cursor
        assert thing is not None
        head = app.grid_text.splitlines()[: app.grid.header_rows]
        assert f"▾{large.get_room_name(thing.room)}" in head[-1]
        assert thing.title in app.status


async def test_what_is_chosen_there_shows_its_sign_and_a_clash_both(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space")
        assert app.grid_text.count("✓") == 1
        await pilot.press("right", "right", "space")
        assert app.grid_text.count("!") == 2


async def test_a_click_goes_to_the_session_and_a_double_click_goes_in(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        layout = app.grid.day_layout
        assert layout is not None
        box = layout.boxes[20]
        at = (7 + box.left, app.grid.header_rows + box.top)
        await pilot.click("#grid", offset=at)
        assert app.cursor == box.thing.id
        await pilot.click("#grid", offset=at, times=2)
        assert not app.grid.is_overview
        assert app.cursor == box.thing.id
        assert app.saved == []


async def test_in_ascii_it_is_told_where_sessions_begin(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large, glyphs=ASCII)
    async with app.run_test(size=SIZE):
        text = app.grid_text
        assert text.isascii() or "日" in text
        assert "|" in text


async def test_a_filter_leaves_the_rooms_with_a_hit_and_z_shows_all(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.press("slash", *"track:", "enter", "enter")
        layout = app.grid.day_layout
        assert layout is not None
        shown = {box.thing.track for box in layout.boxes if isinstance(box.thing, Session)}
        assert shown == {"Track 0"}
        assert len(layout.lanes) == 5
        assert "25 rooms hidden (z)" in app.header
        await pilot.press("z")
        assert app.grid.day_layout is not None
        assert len(app.grid.day_layout.lanes) == 30
        await pilot.press("z", "escape")
        assert app.grid.day_layout is not None
        assert len(app.grid.day_layout.lanes) == 30


async def test_without_a_filter_z_says_what_filters(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("z")
        assert "/ finds" in app.status


async def test_another_day_keeps_the_room_and_the_hour(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        app.planner.go_to("s-13-17-3")
        await pilot.press("d")
        assert app.cursor == "s-14-17-3"
        await pilot.press("plus", "d")
        assert app.cursor == "s-15-17-3"
        await pilot.press("D", "D")
        assert app.cursor == "s-13-17-3"


async def test_the_key_line_says_what_enter_does_on_either_side(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        assert "enter Go in" in text_of(app)
        await pilot.press("enter")
        assert "enter Open" in text_of(app)
        await pilot.press("minus")
        assert "enter Go in" in text_of(app)


async def test_few_rooms_are_no_overview_though_one_had_asked_for_it(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.press("enter", "minus", "slash", *"track:", "enter", "enter")
        assert not app.grid.is_overview
        await pilot.press("escape")
        assert app.grid.is_overview


async def test_the_count_of_hits_is_that_of_the_filter_that_stays(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.press("slash", *"track:", "enter", *"4", "enter")
        assert "1 of 75" in text_of(app)


async def test_only_my_rooms_without_any_hides_nothing_and_says_so(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("M")
        assert "Nothing is chosen on this day." in app.status
        assert "hidden" not in app.header


async def test_what_was_chosen_at_once_is_undone_at_once_and_so_it_is_told(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=SIZE) as pilot:
        there = app.cursor
        ids = ("s-13-1-0", "s-13-2-1", "s-14-3-0")
        chosen = [Choice.of(large.session_by_id[id_], large) for id_ in ids]
        app.planner.editor.change(lambda itinerary: itinerary._replace(choices=tuple(chosen)))
        await pilot.press("u")
        assert app.status.startswith("Undone (dropped: ")
        assert app.cursor == there


async def test_the_cursor_is_in_sight_on_a_day_with_a_scrollbar_more(planner: MakePlanner) -> None:
    head = TWO_DAYS_HEAD + "[[days]]\ndate = 2025-02-13\n[[days]]\ndate = 2025-02-14\n"
    rooms = "".join(room(f"r{n}") for n in range(9))
    one = session("one", "15:00-16:00", "day = 2025-02-13", 'room = "r0"')
    more = "".join(
        session(f"t{hour}-{n}", f"{hour}:00-{hour}:10", "day = 2025-02-14", f'room = "r{n}"')
        for n in range(9)
        for hour in range(8, 23)
    )
    app = planner(programme=programme_of(rooms + one + more, head))
    for height in range(16, 30):
        async with app.run_test(size=(80, height)) as pilot:
            app.planner.go_to("one")
            await pilot.press("d")
            await pilot.pause()
            assert app.cursor == "t15-0"
            assert "T15-0" in app.grid_text
        app = planner(programme=programme_of(rooms + one + more, head))


async def test_one_escape_removes_the_filter_also_after_folding(
    planner: MakePlanner, large: Programme
) -> None:
    app = planner(programme=large)
    async with app.run_test(size=(200, 50)) as pilot:
        await pilot.press("slash", *"track:", "enter", "enter", "z")
        assert "esc Show all" in text_of(app)
        await pilot.press("escape")
        assert app.grid.marks.matching is None


async def test_what_is_in_no_room_is_hidden_in_words_of_its_own(planner: MakePlanner) -> None:
    text = room("r") + session("in", "9:00-10:00", 'room = "r"') + session("out", "9:00-10:00")
    app = planner(programme=programme_of(text))
    async with app.run_test(size=SIZE) as pilot:
        app.planner.go_to("out")
        await pilot.press("x")
        assert "What is in no room is hidden: r lists all rooms." in app.status
