"""What goes to the terminal, as tests of the looks of the app read it."""

from collections.abc import Iterator

from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.strip import Strip


def shown(app: App[None]) -> list[list[Segment]]:
    """The lines of the screen with their styles, after all filters."""
    return [_filtered(app, strip) for strip in app.screen._compositor.render_strips()]


def text_of(app: App[None]) -> str:
    """The lines of the screen as text."""
    return "\n".join("".join(segment.text for segment in line) for line in shown(app))


def words_of(app: App[None]) -> Iterator[Segment]:
    """All that one reads on the screen."""
    for line in shown(app):
        yield from (segment for segment in line if any(map(_is_read, segment.text)))


def _is_read(char: str) -> bool:
    return char.isalnum() or (char.isascii() and not char.isspace())


def _filtered(app: App[None], strip: Strip) -> list[Segment]:
    segments = list(strip)
    for one in app.get_line_filters():
        segments = one.apply(segments, Color(0, 0, 0))
    return segments
