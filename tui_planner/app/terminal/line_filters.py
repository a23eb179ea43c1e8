"""What is done to every line on its way to the terminal: neutral, readable, if need be in ASCII.

So it holds for all that the app shows, in every theme: the widgets, frames and scrollbars of
Textual too.
"""

from collections.abc import Iterable
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import ANSIToTruecolor, LineFilter, Monochrome, NoColor

from tui_planner.layout.text.ascii import as_ascii
from tui_planner.support.neutral import HARMFUL

from .contrast import make_readable


class Neutral(LineFilter):
    """Takes out what would do something to the terminal; a line keeps its width in cells."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Make the same line without it."""
        if "".join([text for text, _style, _control in segments]).isprintable():
            return segments
        return [Segment(_neutral(text), style, control) for text, style, control in segments]


class Readable(LineFilter):
    """Gives text enough contrast; the terminal's own colours, of which nothing is known, stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Make the same line, its words in colours that can be read."""
        return [
            Segment(text, _readable(style), control)
            if style is not None and _has_words(text)
            else Segment(text, style, control)
            for text, style, control in segments
        ]


class AsciiOnly(LineFilter):
    """Writes ASCII, as wide and as much alike as can be."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Make the same line in ASCII."""
        return [Segment(as_ascii(text), style, control) for text, style, control in segments]


_NEUTRAL, _READABLE, _ASCII_ONLY, _NO_COLOR = Neutral(), Readable(), AsciiOnly(), NoColor()


def make_line_filters(
    filters: Iterable[LineFilter], no_color: bool, *, is_ascii: bool
) -> list[LineFilter]:
    """Add the filters of the planner to those of an app, the same ones each time.

    Where colours are not wanted, Textual writes greys, which are colours too, and black on black
    where an ANSI theme comes later; here the terminal keeps its own.
    """
    kept: list[LineFilter] = [_NEUTRAL]
    if no_color:
        colouring = ANSIToTruecolor | Monochrome | NoColor
        kept += [*(one for one in filters if not isinstance(one, colouring)), _NO_COLOR]
    else:
        kept += [*filters, _READABLE]
    if is_ascii:
        kept.append(_ASCII_ONLY)
    return kept


@lru_cache(maxsize=4096)
def _neutral(text: str) -> str:
    return HARMFUL.sub(lambda found: "\ufffd" * cell_len(found[0]), text)


@lru_cache(maxsize=4096)
def _has_words(text: str) -> bool:
    """Tell whether there is something to read, such as `/` too; lines and blocks are none."""
    return any(char.isalnum() or (char.isascii() and not char.isspace()) for char in text)


@lru_cache(maxsize=2048)
def _readable(style: Style) -> Style:
    text, ground = style.color, style.bgcolor
    if text is None or ground is None or text.triplet is None or ground.triplet is None:
        return style
    seen = Color.from_rich_color(text)
    color = make_readable(seen, Color.from_rich_color(ground))
    return style if color == seen else style + Style(color=color.rich_color)
