"""Writes to the terminal only what it does not show yet.

Textual writes each changed line from the left edge of its widget on, and every colour in full:
several kB for a step of the cursor, which one feels over a slow line. Here a line is compared with
what was written of it before, and a colour is only named where it changes.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import takewhile
from operator import eq

from rich.color import Color, ColorSystem
from rich.console import COLOR_SYSTEMS, Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

Codes = tuple[str, str, str]
"""The codes for the attributes, the foreground and the background of a style."""

_ATTRIBUTES = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "underline": "4",
    "blink": "5",
    "reverse": "7",
    "strike": "9",
    "underline2": "21",
    "overline": "53",
}
_SEEN_ON_BLANKS = {"4", "7", "9", "21", "53"}
_RESET = "\x1b[0m"
_AFTER_RESET: Codes = ("", "39", "49")
_DEFAULT = Color.default()


class DiffUpdate(CompositorUpdate):
    """A change of the screen, compared with what is shown only when it is really written."""

    def __init__(self, shown: "ShownScreen", change: ChopsUpdate | LayoutUpdate) -> None:
        self._shown = shown
        self._change = change

    def render_segments(self, console: Console) -> str:
        """Render what the terminal takes in; it begins and ends without a style."""
        return self._shown.written(self._change, console)


class ShownScreen:
    """What the terminal shows: of each row its pieces, by the column where they begin."""

    def __init__(self) -> None:
        self._rows: dict[int, dict[int, Strip]] = {}

    def compare(self, change: object) -> object:
        """Make of what Textual is to write what is not shown yet."""
        if isinstance(change, ChopsUpdate | LayoutUpdate):
            return DiffUpdate(self, change)
        return change

    def written(self, change: ChopsUpdate | LayoutUpdate, console: Console) -> str:
        """Render what is to be written for a change of the screen; one of all of it as it is."""
        if isinstance(change, ChopsUpdate):
            return _rendered(self._differences(change), console)
        self._rows = {
            y: dict(_placed(strips, change.region.x))
            for y, strips in enumerate(change.strips, change.region.y)
        }
        return change.render_segments(console)

    def _differences(self, change: ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
        """Find the pieces that are not shown yet, with their column and row.

        Outside the spans of a row, Textual fills its pieces with what lies below: they are not
        what is to be seen there.
        """
        spans: dict[int, list[tuple[int, int]]] = {}
        for y, left, right in change.spans:
            spans.setdefault(y, []).append((left, right))
        for y, changed in spans.items():
            before, now = self._rows.get(y, {}), {}
            for end, (x, strip) in zip(change.chop_ends[y], change.chops[y].items(), strict=False):
                shown = before.get(x)
                if shown is not None and shown.cell_length != end - x:
                    shown = None  # the parts of the screen stood elsewhere
                seen = strip if any(x < right and left < end for left, right in changed) else shown
                if seen is not None and seen != shown:
                    first, last = (0, end - x) if shown is None else _changed(shown, seen)
                    yield x + first, y, seen.crop(first, last)
                if (kept := seen or shown) is not None:
                    now[x] = kept
            self._rows[y] = now


def _placed(strips: Iterable[Strip], x: int) -> Iterator[tuple[int, Strip]]:
    for strip in strips:
        yield x, strip
        x += strip.cell_length


def _changed(shown: Strip, strip: Strip) -> tuple[int, int]:
    """Find the cells between which a strip differs from another one of its width."""
    left = _alike(shown, strip)
    reverse = slice(None, None, -1)
    right = _alike(list(shown)[reverse], list(strip)[reverse], reverse)
    return left, strip.cell_length - right


def _alike(one: Iterable[Segment], other: Iterable[Segment], order: slice = slice(None)) -> int:
    """Count the cells that two lines have in common, read in an order."""
    cells = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine == theirs:
            cells += mine.cell_length
            continue
        if mine.style == theirs.style and mine.text.isascii() and theirs.text.isascii():
            cells += _common(mine.text[order], theirs.text[order])
        break
    return cells


def _common(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    return sum(takewhile(bool, map(eq, one, other)))


def _rendered(pieces: Iterable[tuple[int, int, Strip]], console: Console) -> str:
    """Render pieces of lines as a terminal takes them in; a style is named where it changes."""
    system = COLOR_SYSTEMS[console.color_system or "truecolor"]
    out = []
    now = _AFTER_RESET
    for x, y, strip in pieces:
        out.append(f"\x1b[{y + 1};{x + 1}H")
        for text, style, _control in strip:
            if style is not None and style.link:
                out.append(_RESET + style.render(text, color_system=system))
                now = _AFTER_RESET
                continue
            wanted = _AFTER_RESET if style is None else _codes(style, system)
            if text.isspace() and not (_marks_blanks(now[0]) or _marks_blanks(wanted[0])):
                wanted = *now[:2], wanted[2]
            out.append(_change(now, wanted) + text)
            now = wanted
    return "".join([*out, _RESET]) if out else ""


@lru_cache(256)
def _marks_blanks(attributes: str) -> bool:
    """Tell whether a blank with such attributes looks otherwise than one without."""
    return not _SEEN_ON_BLANKS.isdisjoint(attributes.split(";"))


@lru_cache(1024)
def _change(now: Codes, wanted: Codes) -> str:
    """Write what makes one style of another; attributes end only with a reset."""
    codes = [code for before, code in zip(now, wanted, strict=True) if code != before]
    if now[0] != wanted[0]:
        codes = ["0", *filter(None, wanted)]
    return f"\x1b[{';'.join(codes)}m" if codes else ""


@lru_cache(4096)
def _codes(style: Style, system: ColorSystem) -> Codes:
    """Find the codes for the attributes, the foreground and the background of a style."""
    attributes = ";".join(code for name, code in _ATTRIBUTES.items() if getattr(style, name))
    fore = _colour(style.color or _DEFAULT, system, foreground=True)
    return attributes, fore, _colour(style.bgcolor or _DEFAULT, system, foreground=False)


@lru_cache(1024)
def _colour(color: Color, system: ColorSystem, *, foreground: bool) -> str:
    return ";".join(color.downgrade(system).get_ansi_codes(foreground=foreground))
