"""Everything about what is under the cursor, over the grid; the keys of the grid hold here too."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui_planner.app.content.details_text import render_details
from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.app.controllers.key_line_hints import OF_ONE, list_command_hints
from tui_planner.app.controllers.planner import Planner
from tui_planner.programme.time_text import format_long_date
from tui_planner.support.i18n import _

from .command_overlay import ANSWERS, CommandOverlay

_MOVES = frozenset({"left", "down", "up", "right", "next-day", "previous-day"})


class TextPage(VerticalScroll):
    """A text in a frame, scrolled as a pager does."""

    BINDINGS = [
        Binding("ctrl+d", "page_down", show=False),
        Binding("ctrl+u", "page_up", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]


class DetailsScreen(CommandOverlay[None]):
    """The details of what is under the cursor of the grid, wherever that is moved to."""

    HELD = _MOVES | OF_ONE | ANSWERS | {"undo", "redo"}
    BINDINGS = [Binding("escape,q,enter", "dismiss", _("Close"))]

    def __init__(self, planner: Planner) -> None:
        super().__init__(planner)
        self._shown_id = ""

    def compose(self) -> ComposeResult:
        """Put the text in a frame that scrolls."""
        with TextPage(id="page"):
            yield Static(id="text", markup=False)

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do with what is shown."""
        hints = list_command_hints(self.planner, only=self.HELD)
        arrows = KeyHint(self._arrows, _("Go on"), "app.simulate_key('right')")
        return *hints, arrows, hint_at("pagedown", _("Scroll"), _("page down")), *self._close()

    def on_mount(self) -> None:
        """Show it, and let the page keys scroll at once."""
        self.query_one(TextPage).focus()
        self.renew()

    def on_click(self, event: events.Click) -> None:
        """Open a link that is clicked."""
        if event.style.link:
            from tui_planner.app.controllers.browser import open_address  # noqa: PLC0415 - few open any

            open_address(self.planner, event.style.link)

    def renew(self) -> None:
        """Show what is under the cursor, from its beginning where that is something else."""
        thing = self.planner.grid.cursor
        if thing is None or not self.is_mounted:
            return
        page = self.query_one(TextPage)
        page.border_title = format_long_date(thing.day)
        self.query_one("#text", Static).update(render_details(thing, self.planner.editor))
        if thing.id != self._shown_id:
            self._shown_id = thing.id
            page.scroll_home(animate=False)
        self.renew_keys()

    @property
    def _arrows(self) -> str:
        shown = (one.shown.split() for one in self.planner.commands if one.id in ("left", "right"))
        return " ".join(keys[0] for keys in shown if keys)

    def _close(self) -> Sequence[KeyHint]:
        return super().list_hints()
