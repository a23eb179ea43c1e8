"""A text over the grid, to read and close."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ..i18n import _


class TextScreen(ModalScreen[None]):
    """A text over the grid, to read and close."""

    BINDINGS = [
        Binding("escape,q,enter,question_mark", "dismiss", _("Close")),
        Binding("j", "scroll('scroll_down')", show=False),
        Binding("k", "scroll('scroll_up')", show=False),
        Binding("space", "scroll('scroll_page_down')", show=False),
    ]

    def __init__(self, title: str, content: Content) -> None:
        super().__init__()
        self._title = title
        self._content = content

    def compose(self) -> ComposeResult:
        """The text in a frame that scrolls."""
        with VerticalScroll(id="page") as page:
            page.border_title = self._title
            page.border_subtitle = _("esc closes")
            yield Static(self._content, markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self.query_one("#page").focus()

    def action_scroll(self, name: str) -> None:
        """Scroll the text."""
        getattr(self.query_one("#page"), f"action_{name}")()
