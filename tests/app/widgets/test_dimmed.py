"""What is dimmed is so as a whole: no name is brighter than the title that it stands below."""

import pytest
from rich.segment import Segment
from textual.color import Color

from tests.app.conftest import MakePlanner, Planner
from tests.app.looks import shown
from tests.helpers import programme_of
from tui_planner.app.terminal.contrast import measure_contrast

BODY = """
[[sessions]]
id = "full"
title = "Alpha"
start = "10:00"
end = "12:00"
status = "full"
speakers = ["Someone"]
track = "One"
[[sessions]]
id = "gone"
title = "Bravo"
start = "10:00"
end = "12:00"
status = "cancelled"
speakers = ["Someone"]
track = "Two"
[[sessions]]
id = "aside"
title = "Charlie"
start = "10:00"
end = "12:00"
speakers = ["Someone"]
track = "One"
[[sessions]]
id = "found"
title = "Delta"
start = "10:00"
end = "12:00"
speakers = ["Nobody"]
track = "Two"
"""


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "nord"])
async def test_names_are_never_brighter_than_a_dimmed_title(
    planner: MakePlanner, theme: str
) -> None:
    app = planner(programme=programme_of(BODY))
    app.theme = theme
    async with app.run_test(size=(140, 30)) as pilot:
        await pilot.press("slash", *"nobody", "enter")
        await pilot.pause()
        await pilot.press("slash", *"speaker:Nobody ", "enter")
        await pilot.pause()
        names = [_contrast(part) for part in _parts(app, "Someone")]
        titles = [
            _contrast(part) for word in ("Alpha", "Bravo", "Charlie") for part in _parts(app, word)
        ]
        assert len(names) == 3
        assert max(names) <= min(titles) + 0.01


def _parts(app: Planner, word: str) -> list[Segment]:
    """Where a word stands in the grid."""
    width = app.grid.size.width
    found = []
    for line in shown(app)[1:-4]:
        at = 0
        for part in line:
            if word in part.text and at < width:
                found.append(part)
            at += part.cell_length
    return found


def _contrast(part: Segment) -> float:
    style = part.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    return measure_contrast(
        Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    )
