"""What is rendered of a change is all that the change needs, and as Textual would render it."""

import pytest
from rich.segment import Segment
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.geometry import Region
from textual.screen import Screen
from textual.scroll_view import ScrollView
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


@pytest.mark.parametrize("theme", ["textual-dark", "ansi-dark"])
@pytest.mark.parametrize("size", [(160, 40), (70, 20)])
async def test_the_grid_is_rendered_as_textual_would(
    planner: MakePlanner, theme: str, size: tuple[int, int]
) -> None:
    app = planner("digital-twins", "iza-lunch", "strandwandeling")
    app.theme = theme
    async with app.run_test(size=size) as pilot:
        for key in ["down", "right", "space", "G", "minus", "plus", "plus", "right", "down"]:
            await pilot.press(key)
            grid = app.grid
            for part in (grid.size.region, Region(5, 2, 30, 9)):
                grid._styles_cache.clear()
                theirs = ScrollView.render_lines(grid, part)
                for y, ours in enumerate(grid.render_lines(part)):
                    assert looks(ours) == looks(theirs[y]), (key, y)


def looks(strip: Strip) -> list[tuple[object, ...]]:
    """The cells of a line; of a blank one, the colour of its text is not seen."""
    return [
        (char, style.bgcolor, None if char == " " else style)
        for text, style, _control in strip
        if style is not None
        for char in text
    ]
