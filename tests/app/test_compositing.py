"""What is rendered of a change is all that the change needs."""

import pytest
from rich.segment import Segment
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.screen import Screen
from textual.strip import Strip

from tui_planner.app.sparing import Shown

from .conftest import MakePlanner, Planner

KEYS = ["down", "right", "space", "down", "/", "k", "escape", "v", "up", "v", "?", "escape", "left"]
PATIENCE = 0.2


class Recorded(Shown):
    """What a terminal shows, row by row."""

    def take(self, app: Planner, renderable: object) -> None:
        if isinstance(renderable, ChopsUpdate | LayoutUpdate):
            self.written(renderable, app.console)

    def row(self, y: int) -> list[Segment]:
        pieces = [strip for _x, strip in sorted(self._rows[y].items())]
        return [*Strip.join(pieces).simplify()]


def whole_frame(screen: Screen[object]) -> list[list[Segment]]:
    return [[*strip.simplify()] for strip in screen._compositor.render_strips()]


async def test_after_each_key_the_terminal_shows_what_a_whole_frame_would(
    planner: MakePlanner, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = planner("digital-twins")
    shown = Recorded()
    monkeypatch.setattr(app, "_display", lambda _screen, change: shown.take(app, change))
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.pause(PATIENCE)
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause(PATIENCE)
            for y, row in enumerate(whole_frame(app.screen)):
                assert shown.row(y) == row, (key, y)
