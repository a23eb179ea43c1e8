"""A text over the grid, to read and close."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui_planner.support.i18n import _

from .overlay import Overlay


class TextPage(VerticalScroll):
    """A text in a frame, scrolled as a pager does."""

    BINDINGS = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space,ctrl+d", "page_down", show=False),
        Binding("b,ctrl+u", "page_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]


class TextScreen(Overlay[None]):
    """A text over the grid, to read and close."""

    BINDINGS = [Binding("escape,q,enter,question_mark", "dismiss", _("Close"))]

    def __init__(self, title: str, content: Content) -> None:
        super().__init__()
        self._title = title
        self._content = content

    def compose(self) -> ComposeResult:
        """Put the text in a frame that scrolls."""
        with TextPage(id="page") as page:
            page.border_title = self._title
            yield Static(self._content, markup=False)

    def on_mount(self) -> None:
        """Let the arrows scroll at once."""
        self.query_one(TextPage).focus()
