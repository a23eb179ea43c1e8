"""A screen as text and styles, kept in a file, with a picture of it beside it for the eye."""

import os
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from itertools import chain, groupby
from pathlib import Path
from string import ascii_letters, digits
from typing import NamedTuple

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

FOLDER = Path(__file__).parent / "screens"
UPDATE = "SNAPSHOTS=update .venv/bin/pytest -n 0 tests/snapshots"
"""What writes them anew; look at each picture that changes before you keep it."""

TEXTUAL = ".".join(version("textual").split(".")[:2])
"""Its colours may be others in each of these versions; the text may not."""

_SIGNS = f".{ascii_letters}{digits}"
_CELL, _LINE, _SIZE, _BASE = 9, 17, 15, 14  # pixels: a cell, its text, and where that stands
_FONT = "DejaVu Sans Mono, Fira Code, Menlo, Consolas, monospace"


class Snapshot(NamedTuple):
    """A screen: its lines, a sign for the style of each cell, and the style of each sign."""

    lines: list[str]
    signs: list[str]
    styles: dict[str, str]
    textual: str = TEXTUAL

    @property
    def document(self) -> str:
        """The file of it: text that one can read, and compare line by line."""
        legend = [f"{sign} {style}" for sign, style in self.styles.items()]
        head = f"Textual {self.textual}, {len(self.signs[0])}×{len(self.lines)}"
        return "\n".join([head, "", *self.lines, "", *self.signs, "", *legend, ""])


def take_snapshot(lines: Iterable[Iterable[Segment]]) -> Snapshot:
    """Take the lines of a screen, of which the styles hold real colours."""
    texts, signs, sign_of = [], [], dict[str, str]()
    for line in lines:
        segments = [segment for segment in line if not segment.control]
        texts.append("".join(segment.text for segment in segments).rstrip())
        signs.append("")
        for segment in segments:
            name = _name(segment.style or Style.null())
            sign = sign_of.setdefault(name, _SIGNS[len(sign_of)])
            signs[-1] += sign * cell_len(segment.text)
    return Snapshot(texts, signs, {sign: name for name, sign in sign_of.items()})


def read_snapshot(document: str) -> Snapshot:
    """Read what `document` is of a snapshot."""
    head, _, *rest = document.splitlines()
    textual, rows = head.removeprefix("Textual ").split(",")[0], int(head.rpartition("×")[2])
    legend = (line.partition(" ")[::2] for line in rest[2 * rows + 2 :])
    return Snapshot(rest[:rows], rest[rows + 1 : 2 * rows + 1], dict(legend), textual)


def hold(name: str, taken: Snapshot) -> None:
    """Hold a screen to what was kept of it, or keep it anew where one asks for that.

    Styles are compared with the Textual that they were kept with, which has their colours.
    """
    file = FOLDER / f"{name}.txt"
    if os.environ.get("SNAPSHOTS") == "update":
        file.write_text(taken.document, encoding="utf-8")
        file.with_suffix(".svg").write_text(draw(taken), encoding="utf-8")
        return
    kept = read_snapshot(file.read_text(encoding="utf-8"))
    same = taken.lines == kept.lines
    if same and (taken.textual != kept.textual or taken.document == kept.document):
        return
    what = "the styles have changed" if same else "the text has changed"
    told = "\n".join(_differences(kept, taken))
    pytest.fail(f"{file.name}: {what}\n{told}\nIf that is meant: {UPDATE}", pytrace=False)


def draw(snapshot: Snapshot) -> str:
    """Draw a snapshot as an SVG, which depends on nothing else, fonts excepted."""
    width, height = len(snapshot.signs[0]) * _CELL, len(snapshot.lines) * _LINE
    looks = {sign: _look(style) for sign, style in snapshot.styles.items()}
    body = chain.from_iterable(
        _line(y * _LINE, line, signs, looks)
        for y, (line, signs) in enumerate(zip(snapshot.lines, snapshot.signs, strict=True))
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
    font = f'font-family="{_FONT}" font-size="{_SIZE}" shape-rendering="crispEdges"'
    return "\n".join([f'{head} {font} xml:space="preserve">', *body, "</svg>\n"])


class _Look(NamedTuple):
    ground: str
    text: str


def _look(style: str) -> _Look:
    words, _, ground = style.rpartition(" on ")
    color, *rest = words.split()
    looks = {
        "bold": 'font-weight="bold"',
        "italic": 'font-style="italic"',
        "underline": 'text-decoration="underline"',
        "strike": 'text-decoration="line-through"',
        "dim": 'opacity="0.6"',
    }
    if "reverse" in rest:
        color, ground = ground, color
    return _Look(ground, " ".join([f'fill="{color}"', *(looks[w] for w in rest if w in looks)]))


def _line(y: int, line: str, signs: str, looks: dict[str, _Look]) -> Iterator[str]:
    """A line's grounds, and on them its texts."""
    x = 0
    for sign, run in groupby(signs):
        cells = len(list(run))
        at = f'x="{x * _CELL}" y="{y}" width="{cells * _CELL}" height="{_LINE}"'
        yield f'<rect {at} fill="{looks[sign].ground}"/>'
        x += cells
    for x, sign, text in _texts(line, signs):
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\u00a0", " ")
        at = f'x="{x * _CELL}" y="{y + _BASE}" textLength="{cell_len(text) * _CELL}"'
        yield f"<text {at} {looks[sign].text}>{escaped}</text>"


def _texts(line: str, signs: str) -> Iterator[tuple[int, str, str]]:
    """Where each text of one style begins, in cells, its sign, and the text without its margins."""
    x, at = 0, []
    for char in line:
        at.append((x, signs[min(x, len(signs) - 1)], char))
        x += cell_len(char)
    for sign, run in groupby(at, lambda one: one[1]):
        chars = list(run)
        text = "".join(char for _x, _sign, char in chars)
        if text.strip():
            yield chars[len(text) - len(text.lstrip())][0], sign, text.strip()


def _name(style: Style) -> str:
    """A style in words: its colour, how its text looks, and its ground."""
    flags = ("bold", "dim", "italic", "underline", "reverse", "strike")
    color, ground = (
        each.get_truecolor().hex if each else default
        for each, default in ((style.color, "#ffffff"), (style.bgcolor, "#000000"))
    )
    return " ".join([color, *(flag for flag in flags if getattr(style, flag)), "on", ground])


def _differences(kept: Snapshot, taken: Snapshot) -> Iterator[str]:
    """The lines that differ, each as it was kept and as it is now."""
    pairs = [*zip(kept.lines, taken.lines, strict=False)]
    if kept.lines == taken.lines:
        pairs = [*zip(kept.signs, taken.signs, strict=False)]
    for number, (one, other) in enumerate(pairs, 1):
        if one != other:
            yield f"{number:3} - {one}\n    + {other}"
    for sign in dict.fromkeys([*kept.styles, *taken.styles]):
        one, other = kept.styles.get(sign, "nothing"), taken.styles.get(sign, "nothing")
        if one != other:
            yield f"style {sign} was {one}, is {other}"
