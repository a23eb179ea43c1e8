"""The list of rooms: columns, a jump by typing, several at once, only these."""

import pytest

from tests.app.conftest import MakePlanner, Planner
from tests.helpers import programme_of
from tui_planner.app.screens.rooms_screen import RoomsScreen
from tui_planner.app.widgets.lists.item_list import ItemList
from tui_planner.programme.model import Programme

NARROW, WIDE = (80, 24), (120, 40)


@pytest.fixture
def halls() -> Programme:
    """Twelve rooms with a session each at ten, the tracks in turn."""
    rooms = "".join(f'[[rooms]]\nid = "r{n}"\nname = "Hall {n}"\n' for n in range(11))
    attic = '[[rooms]]\nid = "attic"\nname = "Attic"\n'
    ids = [*(f"r{n}" for n in range(11)), "attic"]
    sessions = "".join(
        f'[[sessions]]\nid = "s{n}"\ntitle = "Talk {n}"\nroom = "{ids[n]}"\n'
        f'track = "Track {n % 2}"\nstart = "10:00"\nend = "11:00"\n'
        for n in range(12)
    )
    return programme_of(rooms + attic + sessions)


def lines_of(app: Planner) -> list[str]:
    assert isinstance(app.screen, RoomsScreen)
    return [" ".join(line.split()) for line in app.day_text.splitlines()]


def frame_of(app: Planner) -> tuple[str, str]:
    view = app.screen.query_one(ItemList)
    return str(view.border_title), str(view.border_subtitle)


@pytest.mark.parametrize("size", [(72, 20), NARROW, WIDE])
async def test_the_rooms_stand_in_columns(
    planner: MakePlanner, halls: Programme, size: tuple[int, int]
) -> None:
    app = planner("s1", programme=halls)
    async with app.run_test(size=size) as pilot:
        await pilot.press("i", "r")
        await pilot.pause()
        lines = lines_of(app)
        assert lines[0] == "Room Track sessions chosen pinned hidden"
        assert lines[1] == "Hall 0 Track 0 1 pinned"
        assert lines[2] == "Hall 1 Track 1 1 1✓"
        await pilot.press("down", "minus")
        assert lines_of(app)[2] == "Hall 1 Track 1 1 1✓ hidden"
        starts = {line.index("Track") for line in app.day_text.splitlines()}
        assert len(starts) == 1


async def test_typing_jumps_to_a_room(planner: MakePlanner, halls: Programme) -> None:
    app = planner(programme=halls)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("r", *"att")
        assert "typed: att" in frame_of(app)[0]
        await pilot.press("x")
        assert 'No room has "attx" in its name.' in frame_of(app)[1]
        await pilot.press("enter")
        assert app.cursor == "s11"
        await pilot.press("r", *"hall7", "enter")
        assert app.cursor == "s7"


async def test_six_rooms_and_no_others_in_few_keys(planner: MakePlanner, halls: Programme) -> None:
    app = planner(programme=halls)
    async with app.run_test(size=WIDE) as pilot:
        marks = [key for n in (1, 3, 4, 6, 8, 9) for key in (str(n), "space")]
        await pilot.press("r", *marks, "equals_sign")
        await pilot.pause()
        assert app.screen is app.planner
        assert app.grid.day_layout is not None
        shown = [lane.room for lane in app.grid.day_layout.lanes]
        assert shown == ["r1", "r3", "r4", "r6", "r8", "r9"]
        assert "6 rooms hidden (M)" in app.header
        assert "Only the rooms that you marked" in app.status
        await pilot.press("M")
        assert "hidden" not in app.header
        assert app.grid.day_layout is not None
        assert len(app.grid.day_layout.lanes) == 12
        assert app.settings.settings.lanes == {}


async def test_several_are_hidden_and_pinned_at_once(
    planner: MakePlanner, halls: Programme
) -> None:
    app = planner(programme=halls)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("r", "space", "down", "down", "space")
        assert "2 marked" in frame_of(app)[0]
        await pilot.press("minus")
        assert app.settings.settings.lanes[halls.id].hidden == ("r0", "r2")
        await pilot.press("minus", "asterisk")
        assert app.settings.settings.lanes[halls.id].pinned == ("r0", "r2")
        assert app.settings.settings.lanes[halls.id].hidden == ()
        await pilot.press("escape")
        assert "hidden" not in app.header
