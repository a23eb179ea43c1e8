"""Help over the grid: the keys and the signs, searched as one types."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from tui_planner.app.content.help_text import HelpGroup, filter_help, render_help, split_columns
from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.support.i18n import _

from .overlay import Overlay

_GAP = 3
_WIDE = 104
"""The cells from which there is room for two columns."""


class _Sought(Input):
    """The line in which one types what to find; while it is empty, keys may do something else."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Tell whether a key is a letter here, and no key of the screen."""
        return bool(self.value) and super().check_consume_key(key, character)


class HelpScreen(Overlay[None]):
    """The help; letters search it, the keys that are none scroll it.

    Args:
        groups: What it tells.
    """

    BINDINGS = [
        Binding("escape", "clear_or_close", show=False, priority=True),
        Binding("question_mark,f1", "dismiss", show=False, priority=True, id="help"),
        Binding("space", "scroll('scroll_page_down')", show=False, priority=True),
        Binding("down", "scroll('scroll_down')", show=False),
        Binding("up", "scroll('scroll_up')", show=False),
        Binding("pagedown", "scroll('scroll_page_down')", show=False),
        Binding("pageup", "scroll('scroll_page_up')", show=False),
        Binding("home", "scroll('scroll_home')", show=False, priority=True),
        Binding("end", "scroll('scroll_end')", show=False, priority=True),
    ]

    def __init__(self, groups: Sequence[HelpGroup]) -> None:
        super().__init__()
        self._groups = groups

    def compose(self) -> ComposeResult:
        """Put the line in which one types above the text."""
        with Vertical(id="page") as page:
            page.border_title = _("Help")
            yield _Sought(placeholder=_("type to search"), compact=True, id="sought")
            with VerticalScroll(id="help", can_focus=False), Horizontal(id="columns"):
                yield Static(id="left", markup=False)
                yield Static(id="right", markup=False)

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do."""
        return (
            hint_at("space", _("Page down"), _("space")),
            hint_at("pageup", _("Page up"), _("page up")),
            *super().list_hints(),
        )

    def on_mount(self) -> None:
        """Let letters search at once."""
        self._input.focus()

    def on_resize(self) -> None:
        """Write it for the width that there is."""
        self.call_after_refresh(self._show)

    def on_input_changed(self) -> None:
        """Show what has the words."""
        self._show()
        self._text.scroll_home(animate=False)

    def on_input_submitted(self) -> None:
        """Close: whoever presses enter has read it."""
        self.dismiss()

    def action_clear_or_close(self) -> None:
        """Show all again where something is typed, else close."""
        if self._input.value:
            self._input.value = ""
        else:
            self.dismiss()

    def action_scroll(self, how: str) -> None:
        """Scroll the text."""
        getattr(self._text, how)(animate=False)

    def _show(self) -> None:
        width = self._text.scrollable_content_region.width - 1  # which parts it from the scrollbar
        groups = filter_help(self._groups, self._input.value)
        left, right = self.query_one("#left", Static), self.query_one("#right", Static)
        is_wide = width >= _WIDE
        right.display = is_wide
        columns = split_columns(groups) if is_wide else (groups, ())
        room = (width - _GAP) // 2 if is_wide else width
        if not groups:
            left.update(Content(_("Nothing in the help has these words.")))
            right.update("")
            return
        left.update(render_help(columns[0], room))
        right.update(render_help(columns[1], room))

    @property
    def _input(self) -> Input:
        return self.query_one(Input)

    @property
    def _text(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)
