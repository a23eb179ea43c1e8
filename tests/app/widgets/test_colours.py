"""The colours: text that can be read in every theme, tracks that every eye can tell apart."""

from itertools import combinations, pairwise
from math import dist

import pytest
from rich.color import Color as RichColor
from rich.segment import Segment
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from tests.app.conftest import MakePlanner
from tests.app.looks import shown, words_of
from tests.helpers import programme_of
from tui_planner.app.terminal.contrast import TEXT, measure_contrast
from tui_planner.app.widgets.grid import Grid
from tui_planner.layout.day.tracks import COLOURS, number_tracks

THEMES = [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi]
ANSI_THEMES = [name for name, theme in BUILTIN_THEMES.items() if theme.ansi]
SIGN = 3.0
"""The contrast that WCAG 2.2 asks of a sign that is no text (1.4.11)."""
APART = 0.09
"""The least distance of two colours in OKLab; 0.02 can just be seen side by side."""

STATES = "".join(
    f"""
[[sessions]]
id = "{status}-{number}"
title = "Session {number}"
start = "{9 + number:02}:00"
end = "{10 + number}:30"
status = "{status}"
track = "Track {number}"
speakers = ["Someone"]
"""
    for status in ("open", "full", "cancelled", "invitation")
    for number in range(8)
)
CHOSEN = ("open-0", "open-1", "open-4", "full-7", "cancelled-5")


@pytest.mark.parametrize("keys", ["down", "slash,S", "f", "question_mark"])
async def test_every_text_can_be_read_in_every_theme(planner: MakePlanner, keys: str) -> None:
    app = planner(*CHOSEN, programme=programme_of(STATES))
    faint = set()
    async with app.run_test(size=(140, 45)) as pilot:
        await pilot.press(*keys.split(","))
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            faint |= {
                (theme, segment.text.strip(), str(segment.style))
                for segment in words_of(app)
                if _contrast(segment) < TEXT
            }
    assert not faint


async def test_the_colours_of_tracks_in_every_theme(planner: MakePlanner) -> None:
    app = planner(programme=programme_of(STATES))
    async with app.run_test(size=(140, 45)) as pilot:
        for theme in THEMES:
            app.theme = theme
            await pilot.pause()
            ground = app.grid.background_colors[1] + app.grid.ink.look("box").background
            tracks = _tracks(app.grid)
            assert min(measure_contrast(track, ground) for track in tracks) >= SIGN, theme
            assert _least_difference(tracks) >= APART, theme


@pytest.mark.parametrize("theme", ANSI_THEMES)
async def test_the_colours_of_tracks_of_sixteen(planner: MakePlanner, theme: str) -> None:
    app = planner(programme=programme_of(STATES))
    app.theme = theme
    async with app.run_test(size=(140, 45)):
        names = [track.rich_color for track in _tracks(app.grid)]
    assert all(name.triplet is None for name in names)
    assert _least_difference([_of_xterm(name) for name in names]) >= APART


@pytest.mark.parametrize("theme", ["textual-dark", *ANSI_THEMES, None])
async def test_states_differ_by_more_than_colour(
    planner: MakePlanner, theme: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if theme is None:
        monkeypatch.setenv("NO_COLOR", "1")
    app = planner(*CHOSEN, programme=programme_of(STATES))
    app.theme = theme or "textual-dark"
    async with app.run_test(size=(160, 45)) as pilot:
        await pilot.press("G")
        boxes = {id_: _box(app.grid, id_) for id_ in ("open-6", "open-1", "full-7", "full-2")}
        assert "! Session" in boxes["open-1"]
        assert "× Session" in boxes["full-7"]
        assert "full" in boxes["full-2"]
        assert "█" in boxes["open-1"]
        assert "█" not in boxes["open-6"]
        struck = {s.text for line in shown(app) for s in line if s.style and s.style.strike}
    assert "Session 2" in struck
    assert not any(text != text.strip() for text in struck)


def test_many_tracks_share_the_colours_and_neighbours_differ() -> None:
    numbers = number_tracks(programme_of(STATES))
    assert list(numbers.values()) == [0, 1, 2, 3, 4, 5, 0, 1]
    assert all(one != other for one, other in pairwise(numbers.values()))


def test_one_track_of_all_has_no_colour() -> None:
    assert not number_tracks(
        programme_of(STATES.split("[[sessions]]")[1].join(["[[sessions]]", ""]))
    )


def _tracks(grid: Grid) -> list[Color]:
    colours = [grid.ink.look(f"track-{number}").foreground for number in range(COLOURS)]
    assert None not in colours
    return [colour for colour in colours if colour]


def _contrast(segment: Segment) -> float:
    style = segment.style
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    colours = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return measure_contrast(*colours)


def _box(grid: Grid, id_: str) -> str:
    """What stands in the rows of a box."""
    assert grid.day_layout is not None
    box = grid.day_layout.box_by_id[id_]
    rows = range(box.top, box.bottom)
    grid.scroll_to(y=0, animate=False, immediate=True)
    lines = (grid.render_line(row + grid.header_rows) for row in rows)
    return "\n".join(line.crop(box.left + 7, box.right + 7).text for line in lines)


_EYES = (
    ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    ((0.3673, 0.8606, -0.2280), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9690)),
    ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
)
"""Linear light as eyes see it that have all colours, and no red, green or blue (Machado 2009)."""


def _least_difference(colours: list[Color]) -> float:
    """The least distance of two of the colours to any kind of eye, in OKLab."""
    return min(
        dist(_oklab(one, eye), _oklab(other, eye))
        for one, other in combinations(colours, 2)
        for eye in _EYES
    )


def _oklab(color: Color, eye: tuple[tuple[float, ...], ...]) -> tuple[float, float, float]:
    light = [_linear(value / 255) for value in color.rgb]
    red, green, blue = (sum(a * b for a, b in zip(row, light, strict=True)) for row in eye)
    long = max(0, 0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = max(0, 0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = max(0, 0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


_XTERM = (
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
)  # fmt: skip


def _of_xterm(color: RichColor) -> Color:
    assert color.number is not None
    return Color(*_XTERM[color.number])
