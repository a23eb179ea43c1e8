"""Many rooms: seen as whole lanes, with what lies beyond, and hidden, pinned and moved by keys."""

from datetime import time

import pytest

from tests.app.conftest import MakePlanner, Planner
from tests.app.looks import text_of
from tests.helpers import programme_of
from tui_planner.app.screens.rooms_screen import RoomsScreen
from tui_planner.itinerary.itinerary import Appointment, Itinerary
from tui_planner.programme.model import Programme
from tui_planner.settings.settings import Lanes

NARROW, WIDE = (80, 24), (120, 40)


@pytest.fixture
def many_rooms() -> Programme:
    """Twelve rooms with a session each at ten."""
    rooms = "".join(f'[[rooms]]\nid = "r{n}"\nname = "Room {n}"\n' for n in range(12))
    sessions = "".join(
        f'[[sessions]]\nid = "s{n}"\ntitle = "Talk {n}"\nroom = "r{n}"\n'
        'start = "10:00"\nend = "11:00"\n'
        for n in range(12)
    )
    later = (
        '[[sessions]]\nid = "late"\ntitle = "Late"\nroom = "r0"\nstart = "11:00"\nend = "12:00"\n'
    )
    return programme_of(rooms + sessions + later)


def header_of(app: Planner) -> str:
    return app.grid.render_line(0).text


async def test_the_header_says_how_many_rooms_lie_at_each_side(
    planner: MakePlanner, many_rooms: Programme
) -> None:
    app = planner("s11", programme=many_rooms)
    async with app.run_test(size=NARROW) as pilot:
        assert "8 ▶ ✓" in header_of(app)
        assert "Room 0" in header_of(app)
        await pilot.press("L", "L")
        assert app.cursor == "s8"
        assert header_of(app).startswith("◀ 5 rooms ")
        assert "3 ▶ ✓" in header_of(app)
        await pilot.press("L", "L")
        assert app.cursor == "s11"
        assert "▶" not in header_of(app)
        await pilot.press("H", "shift+left", "H")
        assert app.cursor == "s0"
        assert "◀" not in header_of(app)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_hidden_rooms_leave_a_trace_with_the_key_that_shows_them(
    planner: MakePlanner, many_rooms: Programme, size: tuple[int, int]
) -> None:
    app = planner("s3", programme=many_rooms)
    async with app.run_test(size=size) as pilot:
        assert "hidden" not in app.header
        await pilot.press("x")
        assert "1 room hidden (r)" in app.header
        await pilot.press("x", "escape")
        assert "2 rooms hidden (r)" in app.header
        await pilot.press("M")
        assert "11 rooms hidden (M)" in app.header
        await pilot.press("M")
        assert "2 rooms hidden (r)" in app.header
        await pilot.press("r", "home", "minus", "escape")
        assert "1 room hidden (r)" in app.header


async def test_no_lane_is_cut_at_any_width(planner: MakePlanner, many_rooms: Programme) -> None:
    app = planner(programme=many_rooms)
    async with app.run_test(size=NARROW) as pilot:
        for width in range(40, 120, 7):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            await pilot.press("l")
            day_layout = app.grid.day_layout
            assert day_layout is not None
            assert all(day_layout.visible_width % lane.width == 0 for lane in day_layout.lanes)
            assert app.grid.scroll_offset.x in {lane.left for lane in day_layout.lanes}


async def test_below_sixty_columns_there_is_one_lane_between_its_neighbours(
    planner: MakePlanner, many_rooms: Programme
) -> None:
    app = planner(programme=many_rooms)
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.press("right", "right")
        assert app.cursor == "s2"
        assert header_of(app).startswith("◀ 2 Room 1")
        assert "Room 2" in header_of(app)
        assert "9 Room 3 ▶" in header_of(app)


async def test_a_room_is_hidden_and_shown_again_by_the_list(
    planner: MakePlanner, many_rooms: Programme
) -> None:
    app = planner(programme=many_rooms)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right", "x")
        assert "Room 1 is hidden" in app.status
        assert "Room 1 " not in header_of(app)
        assert app.settings.settings.lanes[many_rooms.id].hidden == ("r1",)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, RoomsScreen)
        await pilot.press("up", "minus", "escape")
        assert app.settings.settings.lanes == {}
        assert "Room 1 " in header_of(app)


async def test_a_pinned_room_stays_in_sight(planner: MakePlanner, many_rooms: Programme) -> None:
    app = planner(programme=many_rooms)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right", "right", "right", "i")
        assert "◆ Room 3" in header_of(app)
        await pilot.press("L", "L", "L", "L")
        assert app.cursor == "s11"
        assert "◆ Room 3" in header_of(app)
        assert "Room 11" in header_of(app)
        row = app.grid.render_line(1).text
        assert "Talk 3" in row
        assert "Talk 11" in row
        x = row.index("Talk 11")
        await pilot.click("#grid", offset=(row.index("Talk 3"), 1))
        assert app.cursor == "s3"
        await pilot.click("#grid", offset=(x, 1))
        assert app.cursor == "s11"
        assert app.settings.settings.lanes[many_rooms.id].pinned == ("r3",)


async def test_a_room_is_moved(planner: MakePlanner, many_rooms: Programme) -> None:
    app = planner(programme=many_rooms)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right", "less_than_sign")
        header = header_of(app)
        assert header.index("Room 1") < header.index("Room 0")
        assert app.cursor == "s1"
        await pilot.press("greater_than_sign", "greater_than_sign")
        header = header_of(app)
        assert header.index("Room 2") < header.index("Room 1")


async def test_a_hidden_room_is_moved_in_the_list(
    planner: MakePlanner, many_rooms: Programme
) -> None:
    app = planner(programme=many_rooms)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right", "x", "r")
        await pilot.pause()
        await pilot.press("up", "shift+down", "shift+down", "minus", "escape")
        header = header_of(app)
        assert header.index("Room 3") < header.index("Room 1")
        assert header.index("Room 0") < header.index("Room 2")


async def test_only_my_rooms_and_all_again(planner: MakePlanner, many_rooms: Programme) -> None:
    app = planner("s2", "s7", programme=many_rooms)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("M")
        assert header_of(app).split() == ["Room", "2", "Room", "7"]
        app.planner.go_to("s4")
        assert app.cursor == "s4"
        assert "Room 4" in header_of(app), "what one is led to is shown"
        await pilot.press("M")
        assert "All rooms" in app.status
        assert "Room 3" in header_of(app)


async def test_only_my_rooms_says_so_where_there_are_none(
    planner: MakePlanner, many_rooms: Programme
) -> None:
    app = planner(programme=many_rooms)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("M")
        assert "Nothing is chosen" in app.status
        assert "8 rooms ▶" in header_of(app)


async def test_the_list_goes_to_a_room(planner: MakePlanner, many_rooms: Programme) -> None:
    app = planner(programme=many_rooms)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("r")
        await pilot.pause()
        await pilot.press("end", "enter")
        assert app.cursor == "s11"


async def test_a_programme_without_rooms_says_so(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=NARROW) as pilot:
        for key in ("r", "x", "i", "less_than_sign"):
            await pilot.press(key)
            assert "no rooms" in app.status


async def test_an_appointment_gives_a_programme_no_rooms(
    planner: MakePlanner, hoorn: Programme
) -> None:
    call = Appointment(title="Call", start=time(14), end=time(15))
    own = Itinerary(programme=hoorn.id, appointments=(call,))
    app = planner("digital-twins", itinerary=own)
    async with app.run_test(size=NARROW) as pilot:
        for key in ("r", "x", "i", "less_than_sign", "M"):
            await pilot.press(key)
            assert "no rooms" in app.status
        assert app.planner.lanes.kept == Lanes()


async def test_what_is_hidden_at_the_side_is_told_without_rooms_too(planner: MakePlanner) -> None:
    app = planner("veiligheid")
    async with app.run_test(size=(50, 20)):
        assert "more ▶ ✓" in header_of(app)


async def test_zoom_keeps_the_cursor_where_it_is_seen(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        app.planner.go_to("digital-twins")
        height = app.grid.virtual_size.height
        await pilot.press("plus")
        assert app.grid.virtual_size.height > height
        assert "Digital Twins" in app.grid_text
        await pilot.press("0")
        assert app.grid.virtual_size.height == height
        for _ in range(9):
            await pilot.press("minus")
        assert "coarser" in app.status
        assert app.grid.virtual_size.height < height
        for _ in range(9):
            await pilot.press("equals_sign")
        assert "finer" in app.status
        assert "Digital Twins" in app.grid_text


async def test_resizing_at_any_moment_keeps_the_cursor_in_view(
    planner: MakePlanner, many_rooms: Programme
) -> None:
    app = planner(programme=many_rooms)
    async with app.run_test(size=(200, 50)) as pilot:
        app.planner.go_to("s9")
        for size in ((40, 15), (59, 15), (61, 40), (100, 15), (43, 30), (80, 24), (120, 18)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            region = app.grid.scrollable_content_region
            lines = [app.grid.render_line(y) for y in range(region.height)]
            assert app.cursor == "s9"
            assert any("Talk 9" in line.text for line in lines), size
            assert "Room 9" in lines[0].text
            assert {line.cell_length for line in lines} == {region.width}


async def test_the_sign_of_a_choice_beyond_the_edge_goes_with_it(
    planner: MakePlanner, many_rooms: Programme
) -> None:
    app = planner("s11", programme=many_rooms)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        assert "8 ▶ ✓" in text_of(app)
        app.planner.editor.drop("s11")
        app.planner.refresh_plan()
        await pilot.pause()
        assert "▶ ✓" not in text_of(app)
        assert "8 rooms ▶" in text_of(app)
