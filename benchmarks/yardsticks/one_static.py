"""The smallest Textual app: one `Static`; q quits."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class OneStatic(App[None]):
    """A line of text."""

    BINDINGS: ClassVar[list[BindingType]] = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Yield the line."""
        yield Static("A line of text.")


OneStatic().run()
