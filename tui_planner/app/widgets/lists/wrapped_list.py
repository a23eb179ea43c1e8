"""A list whose lines are broken for the cells that it has, anew where those change."""

from typing import ClassVar

from textual.content import Content

from tui_planner.app.widgets.lists.item_list import ItemList
from tui_planner.layout.text.cells import wrap

NO_BREAK = "\u00a0"
"""What a line begins with: of spaces, the beginning is lost when it is wrapped."""


class WrappedList(ItemList):
    """A list that knows how wide its lines are.

    Nothing is shown before it is laid out, nor while it is not to be seen: it is filled then.

    Attributes:
        MARGIN: The cells that are left free before the lines below the first one of an item.
    """

    MARGIN: ClassVar[int]

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as Textual names it
        super().__init__(id=id, markup=False)
        self._width = 0

    def fill_for(self, width: int) -> None:
        """Show the items anew, with lines of so many cells."""
        raise NotImplementedError

    def refill(self) -> None:
        """Show the items anew, for the cells that there are."""
        self._width = self.text_width if self._has_place else 0
        if self._has_place:
            self.fill_for(self._width)

    def on_resize(self) -> None:
        """Break the lines anew where their width has changed since they were last to be seen."""
        if self._has_place and self.text_width != self._width:
            self.refill()

    def on_show(self) -> None:
        """Fill the list where it was not to be seen when it was given its items."""
        self.on_resize()

    @property
    def _has_place(self) -> bool:
        return self.text_width > self.MARGIN


def wrap_indented(
    text: str, width: int, margin: int, most: int, style: str = "", *, lead: str = ""
) -> list[Content]:
    """Break a text in at most `most` lines of `width` cells, each behind a margin.

    The first one begins with `lead` in its place, where that is given.
    """
    indent = NO_BREAK * margin
    lines = wrap(text, width - margin, most)
    return [
        Content.styled((indent if number or not lead else lead) + line, style)
        for number, line in enumerate(lines)
    ]
