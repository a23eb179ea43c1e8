"""The picture of the README: the app itself on the day of Hoorn, with a clash in sight."""

import re
from collections.abc import Iterable
from html import unescape
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.app.conftest import LONG_AFTER, Planner
from tests.app.looks import text_of
from tests.helpers import SHIPPED, read_programme

SIZE = (120, 40)
"""Columns and rows: the whole day fits."""
CHOSEN = ("slim-met-stroom", "iza-lunch", "digital-twins")
CLASHES_WITH_LUNCH = "strandwandeling"

TEXTUAL = ".".join(version("textual").split(".")[:2])
"""Its colours may be others in each of these versions; the words may not."""

_FONTS = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace"
_CELL = 24.4
_ABOVE_BASE = 18.5
"""Pixels that a row of Rich's picture is high, and those of it above the line of its letters."""
_TEXT = re.compile(
    r'<text class="(?P<look>[\w-]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" '
    r'textLength="(?P<length>[\d.]+)" clip-path="[^"]*">(?P<text>[^<]*)</text>'
)
_EIGHTHS = {char: ((0, 1 - part / 8, 1, 1),) for part, char in enumerate("▁▂▃▄▅▆▇█", 1)}
_DRAWN = {
    **_EIGHTHS,
    "▏": ((0, 0, 1 / 8, 1),),
    "▌": ((0, 0, 1 / 2, 1),),
    "▀": ((0, 0, 1, 1 / 2),),
    "▘": ((0, 0, 1 / 2, 1 / 2),),
    "▖": ((0, 1 / 2, 1 / 2, 1),),
    "─": ((0, 0.47, 1, 0.53),),
    "┊": ((0, 0.05, 1 / 8, 0.3), (0, 0.375, 1 / 8, 0.625), (0, 0.7, 1 / 8, 0.95)),
    "░": tuple(
        (x / 4, y / 4, x / 4 + 1 / 8, y / 4 + 1 / 16) for y in range(4) for x in (y % 2, y % 2 + 2)
    ),
}
"""Signs that fill a cell, as the rectangles in it: fonts leave gaps between them."""


async def draw_picture() -> str:
    """The app as an SVG, with what is chosen, the cursor on a clash and its ways out below."""
    _text, svg = await draw_screen(SIZE, ["space"], CHOSEN, CLASHES_WITH_LUNCH)
    return svg


async def draw_screen(
    size: tuple[int, int], keys: Iterable[str], chosen: tuple[str, ...] = (), at: str = ""
) -> tuple[str, str]:
    """What the app shows of the example, as lines of text and as an SVG.

    Args:
        size: Columns and rows.
        keys: What is pressed before.
        chosen: The ids of sessions that are chosen already.
        at: Where the cursor is, if not where the app opens.
    """
    with TemporaryDirectory() as folder:
        reading = read_programme(str(SHIPPED))
        app = Planner(reading, Path(folder) / "itinerary.toml", chosen, LONG_AFTER)
        async with app.run_test(size=size) as pilot:
            if at:
                app.planner.go_to(at)
            await pilot.press(*keys)
            await pilot.pause()
            svg = app.export_screenshot(title="tui-planner")
            return text_of(app), _in_any_font(svg)


def read_text(svg: str) -> str:
    """The words of a picture, row by row."""
    rows: dict[float, list[str]] = {}
    for found in _TEXT.finditer(svg):
        rows.setdefault(float(found["y"]), []).append(unescape(found["text"]).replace("\xa0", " "))
    return "\n".join(" ".join(words) for _y, words in sorted(rows.items()))


def _in_any_font(svg: str) -> str:
    """A picture that asks no server for a font, and looks alike in each that a reader has."""
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", _FONTS).replace("arial", "sans-serif")
    svg = re.sub(r"terminal-\d+-", "", svg)
    svg = re.sub(r"<!-- .*? -->", f"<!-- The app, as Textual {TEXTUAL} draws it -->", svg)
    svg = _TEXT.sub(_draw_signs, svg)
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE).rstrip() + "\n"


def _draw_signs(found: re.Match[str]) -> str:
    """A stretch of text with its signs as rectangles, and what else it holds as text."""
    text = unescape(found["text"])
    x, wide = float(found["x"]), float(found["length"]) / len(text)
    if not any(char in _DRAWN for char in text):
        return found[0]
    top = float(found["y"]) - _ABOVE_BASE
    boxes = []
    for piece in re.finditer(f"([{''.join(_DRAWN)}])\\1*", text):
        at, times = x + piece.start() * wide, len(piece[0])
        boxes += _boxes(piece[1], at, top, wide, times)
    path = f'<path class="{found["look"]}" d="{"".join(boxes)}"/>'
    rest = "".join("\xa0" if char in _DRAWN else char for char in text)
    if not rest.strip():
        return path
    return path + found[0].replace(found["text"], rest.replace("\xa0", "&#160;"))


def _boxes(sign: str, at: float, top: float, wide: float, times: int) -> list[str]:
    """A sign that is written several times, as paths; what is as wide as its cell as one."""
    boxes = _DRAWN[sign]
    if all(right - left == 1 for left, _top, right, _bottom in boxes):
        wide, times = wide * times, 1
    return [
        f"M{at + (n + left) * wide:.1f} {top + above * _CELL:.1f}"
        f"h{(right - left) * wide:.1f}v{(below - above) * _CELL:.1f}"
        f"h-{(right - left) * wide:.1f}z"
        for n in range(times)
        for left, above, right, below in boxes
    ]
