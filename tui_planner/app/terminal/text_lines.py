"""Text as lines that are ready to be written, for what changes with every step of the cursor.

Textual gives each run of characters a style of its own, in which its place stands for the mouse: it
is reckoned, filtered and written as a new one each time. Here one style is known for all runs that
look alike. Lines break and look as Textual's do.
"""

from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget


class TextLines:
    """Lines of content as a widget shows them, where nothing is selected in it."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._style_of = lru_cache(maxsize=64)(self._style)

    def forget(self) -> None:
        """Forget the styles of a theme that is no longer used."""
        self._style_of.cache_clear()

    def of(self, content: Content, width: int) -> list[Strip]:
        """Make lines as wide as the widget, with padding; the text in the first `width` cells."""
        widget = self._widget
        whole, left = widget.size.width + widget.styles.padding.width, widget.styles.padding.left
        filters, background = widget.get_line_filters(), widget.background_colors[1]
        ground = self._style_of("")
        margin = RichStyle(bgcolor=ground.bgcolor)
        before, after = Segment(" " * left, margin), Segment(" " * (whole - left - width), margin)
        strips = []
        for runs in _wrapped(content, width):
            text = [Segment(text, self._style_of(style)) for text, style in runs]
            rest = width - sum(segment.cell_length for segment in text)
            segments = [before, *text, Segment(" " * rest, ground), after]
            for one in filters:
                segments = one.apply(segments, background)
            strips.append(Strip(segments, whole))
        return strips

    def blank(self) -> Strip:
        """Make a line without text."""
        return self.of(Content(""), 1)[0]

    def _style(self, style: str | Style) -> RichStyle:
        """Find what Textual makes of a style in the widget."""
        widget = self._widget
        sample = Content.styled("x", style) if style else Content("x")
        strips = Visual.to_strips(widget, sample, 1, 1, widget.visual_style, apply_selection=False)
        _text, made, _control = next(iter(strips[0]))
        plain = made.clear_meta_and_links() if isinstance(made, RichStyle) else RichStyle()
        return plain.update_link(style.link) if isinstance(style, Style) else plain


_Run = tuple[str, str | Style]
"""Characters of one style."""


def _wrapped(content: Content, width: int) -> Iterator[list[_Run]]:
    """Break a text into lines of at most so many cells each."""
    content, start = content.expand_tabs(), 0
    for line in content.plain.split("\n"):
        end = start + len(line)
        if cell_len(line) <= width:
            yield [*_runs(content, start, start + len(line.rstrip()))]
        else:
            for part in content[start:end].wrap(width):
                yield [*_runs(part, 0, len(part.plain.rstrip()))]
        start = end + 1


def _runs(content: Content, start: int, end: int) -> Iterator[_Run]:
    """Find the runs of the characters from `start` to `end`; here no two spans overlap."""
    plain = content.plain
    for span in content.spans:
        if span.end <= start:
            continue
        if span.start >= end:
            break
        if start < span.start:
            yield plain[start : span.start], ""
        yield plain[max(start, span.start) : min(span.end, end)], span.style
        start = span.end
    if start < end:
        yield plain[start:end], ""
