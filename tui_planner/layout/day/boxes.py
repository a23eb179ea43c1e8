"""What is drawn of a day: boxes of sessions and blocks, and bands behind them."""

from typing import NamedTuple

from tui_planner.programme.model import Block, Thing

from .axis import RowSpan


class Box(NamedTuple):
    """A session, or a block without sessions, as a rectangle; `right` and `bottom` are outside.

    `tail` is the row behind the last one that it may run on into, `bottom` where it may not.
    """

    thing: Thing
    left: int
    right: int
    row_span: RowSpan
    tail: int

    @property
    def top(self) -> int:
        """Its first row."""
        return self.row_span.top

    @property
    def bottom(self) -> int:
        """The row behind its last."""
        return self.row_span.bottom

    @property
    def width(self) -> int:
        """Its width, in cells."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Its height, in rows."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The middle of its width."""
        return (self.left + self.right) / 2


class Band(NamedTuple):
    """A block that lies behind sessions; its heading stands in row `heading`."""

    block: Block
    heading: int
    top: int
    bottom: int
