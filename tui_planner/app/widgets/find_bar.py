"""The line in which one types what to find, with the filters that hold before it."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tui_planner.support.i18n import _, ngettext

from .link_text import LinkText
from .search_messages import Closed, Completed, FilterDropped, Stepped, Submitted, Typed


class FindBar(Horizontal):
    """A line that tells what is typed and what its keys ask for; others show what comes of it."""

    def __init__(self) -> None:
        super().__init__()
        self._input = Input(placeholder=_("any words · tab filters"), compact=True, id="find-input")

    def compose(self) -> ComposeResult:
        """Put the filters, the line, and how many hits there are beside one another."""
        yield Static("/", id="find-sign", markup=False)
        yield LinkText("", id="find-filters", markup=False)
        yield self._input
        yield Static("", id="find-count", markup=False)

    @property
    def typed(self) -> str:
        """What has been typed."""
        return self._input.value

    def open(self) -> None:
        """Begin with an empty line."""
        self._input.value = ""
        self._input.focus()

    def type(self, text: str) -> None:
        """Put other text in the line, to be typed on."""
        self._input.value = text
        self._input.cursor_position = len(text)

    def show_filters(self, filters: Sequence[str]) -> None:
        """Show the filters that hold, each of which a click removes."""
        chips = (
            Content.assemble((f" {text} × ", f"@click=screen.drop_filter({number})"), " ")
            for number, text in enumerate(filters)
        )
        self.query_one("#find-filters", Static).update(Content("").join(chips))

    def tell(self, hits: int, current: int) -> None:
        """Say which of how many hits this is."""
        text = ngettext("{n} found", "{n} found", hits).format(n=hits)
        if hits > 1:
            text = _("{current} of {n}").format(current=current + 1, n=hits)
        self._say(text)

    def tell_nothing(self) -> None:
        """Say nothing: nothing has been asked for yet."""
        self._say("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find at every key."""
        event.stop()
        self.post_message(Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what is pointed at."""
        event.stop()
        self.post_message(Submitted())

    def on_input_blurred(self) -> None:
        """Close at the hit: whoever clicks elsewhere has found what they were looking for."""
        self.post_message(Closed(keep=True))

    def on_key(self, event: events.Key) -> None:
        """Take arrows, tab and escape before the input has them."""
        match event.key:
            case "down" | "ctrl+n":
                self.post_message(Stepped(1))
            case "up" | "ctrl+p":
                self.post_message(Stepped(-1))
            case "tab":
                self.post_message(Completed())
            case "backspace" if self._input.cursor_position == 0 and self._input.selection.is_empty:
                self.post_message(FilterDropped())
            case "escape":
                self.post_message(Closed(keep=False))
            case _:
                return
        event.stop()
        event.prevent_default()

    def _say(self, text: str) -> None:
        self.query_one("#find-count", Static).update(text)
