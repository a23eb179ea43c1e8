"""Other programs on the same choices, files that cannot be written, and earlier states."""

import pytest

from tests.app.conftest import MakePlanner, Planner, until
from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.storage.store import Store
from tui_planner.programme.model import Programme

WIDE = (140, 45)


def other_window(app: Planner, programme: Programme) -> ItineraryEditor:
    """Another program on the same file."""
    store = Store(app.file)
    return ItineraryEditor(programme, store.load(programme.id), store)


async def test_what_another_window_chooses_is_seen_at_once(
    planner: MakePlanner, hoorn: Programme
) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause(0.3)
        await pilot.press("space")
        other_window(app, hoorn).choose(hoorn.session_by_id["digital-twins"])
        await until(pilot, lambda: "digital-twins" in app.grid.marks.chosen)
        assert app.grid.marks.chosen == {"nota-ruimte", "digital-twins"}
        assert "changed elsewhere (chosen: Stadslogistiek" in app.status
        assert "2 chosen" in app.header


async def test_both_windows_lose_nothing(planner: MakePlanner, hoorn: Programme) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        other = other_window(app, hoorn)
        await pilot.press("space")
        other.choose(hoorn.session_by_id["digital-twins"])
        await pilot.press("right", "space")
        assert sorted(app.saved) == ["digital-twins", "nota-ruimte", "slim-met-stroom"]


async def test_what_cannot_be_written_is_said_kept_and_tried_again(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_planner.app.controllers.live_reload._RETRY", 0.2)
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        app.file.parent.mkdir(exist_ok=True)
        app.file.mkdir()
        await pilot.press("space")
        assert "is not a file" in app.status
        assert app.grid.marks.chosen == {"nota-ruimte"}
        await pilot.press("right", "escape")
        assert "! not written" in app.header
        app.file.rmdir()
        await until(pilot, lambda: app.saved == ["nota-ruimte"])
        await until(pilot, lambda: "are written now" in app.status)
        assert "not written" not in app.header


async def test_an_earlier_state_is_brought_back(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("space", "right", "space", "left", "space")
        assert app.saved == ["slim-met-stroom"]
        await pilot.press("U")
        await pilot.pause()
        assert "nota-ruimte" not in app.saved
        await pilot.press("enter")
        await pilot.pause()
        assert app.saved == ["nota-ruimte", "slim-met-stroom"]
        await pilot.press("u")
        assert app.saved == ["slim-met-stroom"]


async def test_without_earlier_states_the_list_does_not_open(planner: MakePlanner) -> None:
    app = planner()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("U")
        assert "no earlier state" in app.status
