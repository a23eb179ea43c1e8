"""A list of items, each of which knows what it stands for."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual.binding import Binding
from textual.message import Message
from textual.visual import VisualType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

_PADDING = 2
"""The cells that Textual leaves free beside an item."""


class Item(Option):
    """One or more lines of a list.

    Attributes:
        of: What the item stands for; None for a heading, which the highlight passes over. One
            that stands for an empty text can be pointed at, and leads nowhere.
    """

    def __init__(self, prompt: VisualType, of: Any = None) -> None:
        super().__init__(prompt, disabled=of is None)
        self.of = of


class ItemList(OptionList):
    """A list of items, in which letters move the highlight too.

    Its messages tell what an item stands for. Those of Textual tell its number, which may be that
    of another item by the time they arrive, as the list may have been filled anew.
    """

    @dataclass
    class Chosen(Message):
        """The choice of an item."""

        list: "ItemList"
        of: Any

        @property
        def control(self) -> "ItemList":
            """The list."""
            return self.list

    @dataclass
    class Pointed(Message):
        """A move of the highlight to another item, by the user."""

        list: "ItemList"
        of: Any

        @property
        def control(self) -> "ItemList":
            """The list."""
            return self.list

    class NothingChosen(Message):
        """The key that chooses, where no item is highlighted."""

    BINDINGS = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]

    @property
    def pointed_at(self) -> Any:
        """What the highlighted item stands for; None where none is highlighted."""
        option = self.highlighted_option
        return option.of if isinstance(option, Item) else None

    @property
    def text_width(self) -> int:
        """The cells that a line of an item has; none or fewer before it is laid out."""
        return self.scrollable_content_region.width - _PADDING

    def fill(self, items: Sequence[Item], at: int | None) -> None:
        """Show other items.

        Args:
            items: The items.
            at: The number of the one to highlight, or of where that would be; None for none.
        """
        with self.prevent(OptionList.OptionHighlighted):  # nobody has moved the highlight
            self.set_options(items)
            if at is not None:
                self.highlight_near(at)

    def on_focus(self) -> None:
        """Begin at the first item, where none is highlighted."""
        if self.highlighted is None:
            with self.prevent(OptionList.OptionHighlighted):
                self.highlight_near(0)

    def highlight_near(self, number: int) -> None:
        """Highlight an item, else the next one that can be, else the last such."""
        those = [at for at, option in enumerate(self.options) if not option.disabled]
        self.highlighted = next((at for at in those if at >= number), those[-1] if those else None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell what was chosen."""
        event.stop()
        if isinstance(event.option, Item) and event.option.of != "":
            self.post_message(self.Chosen(self, event.option.of))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what the highlight is on, where it is the user who moves it."""
        event.stop()
        if self.has_focus and isinstance(event.option, Item) and event.option.of != "":
            self.post_message(self.Pointed(self, event.option.of))

    def action_select(self) -> None:
        """Choose the highlighted item; tell where there is none."""
        if self.highlighted is None:
            self.post_message(self.NothingChosen())
        OptionList.action_select(self)

    def action_page_up(self) -> None:
        """Move up a page, to the first item where a heading would be met."""
        if self._has_pages:
            OptionList.action_page_up(self)
            if self.highlighted is None:
                self.action_first()

    def action_page_down(self) -> None:
        """Move down a page, to the last item where a heading would be met."""
        if self._has_pages:
            OptionList.action_page_down(self)
            if self.highlighted is None:
                self.action_last()

    @property
    def _has_pages(self) -> bool:
        """Whether there are lines: Textual counts by those of an empty list too."""
        return bool(self.option_count and self.scrollable_content_region)
