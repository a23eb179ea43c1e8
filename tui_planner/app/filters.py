"""What is done to every line on its way to the terminal: no colours, nothing but ASCII.

So it holds for all that the app shows, the widgets, frames and scrollbars of Textual too.
"""

from collections.abc import Iterable

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter, Monochrome, NoColor

from ..layout.ascii import as_ascii


class AsciiOnly(LineFilter):
    """Writes ASCII, as wide and as much alike as can be."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same line in ASCII."""
        return [Segment(as_ascii(text), style, control) for text, style, control in segments]


def line_filters(
    filters: Iterable[LineFilter], no_color: bool, *, is_ascii: bool
) -> list[LineFilter]:
    """The filters of an app, with those of the planner.

    Where colours are not wanted, Textual writes greys, which are colours too, and black on black
    where an ANSI theme comes later; here the terminal keeps its own.
    """
    kept = [one for one in filters if not isinstance(one, Monochrome | NoColor)]
    if no_color:
        kept.append(NoColor())
    if is_ascii:
        kept.append(AsciiOnly())
    return kept
