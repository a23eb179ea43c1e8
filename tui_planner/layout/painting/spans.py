"""Runs of cells that look alike: what the painters make, and the screen and the printer show."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from tui_planner.layout.text.cells import clip

Roles = tuple[str, ...]
"""What a run of cells is, from the ground up: "band", "box", "chosen", "title"."""


class Span(NamedTuple):
    """A run of cells that look alike; a named tuple, as a screen has hundreds, painted often.

    Attributes:
        text: Its characters.
        roles: What it is.
        foreground: The roles in whose background colour the characters are drawn, where they are
            blocks that fill a part of a cell; empty where the characters are text.
    """

    text: str
    roles: Roles
    foreground: Roles = ()


def clip_spans(span: Span, offset: int, left: int, right: int) -> Iterator[Span]:
    """Clip a span at `offset` to what lies from `left` to `right`; nothing where it is outside."""
    width = cell_len(span.text)
    start, end = max(offset, left), min(offset + width, right)
    if start >= end:
        return
    if (start, end) == (offset, offset + width):
        yield span
    else:
        yield span._replace(text=clip(span.text, start - offset, end - start))
