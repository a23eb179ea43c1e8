"""Screens over one another."""

from collections.abc import Sequence
from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.app.widgets.key_line import KeyLine
from tui_planner.support.i18n import _

Result = TypeVar("Result")


class SeenBehind(Screen[Result]):
    """A screen that is seen behind another one, and in which something always has the focus."""

    def on_update(self) -> None:
        """Let the screen in front be drawn anew: Textual draws what changes here only with it."""
        if not self.is_current:
            self.app.screen.refresh()

    def watch_focused(self, focused: Widget | None) -> None:
        """Let something else have the focus where what had it is gone or hidden."""
        if focused is None and self.app.app_focus:
            self.call_later(self._focus_the_first)

    def _focus_the_first(self) -> None:
        if self.focused is None and self.app.app_focus:
            self.focus_next()


class Overlay(ModalScreen[Result], SeenBehind[Result]):
    """A screen over the grid, with its keys in the last line, which closes once.

    Of a double click, or two keys at once, the second reaches a screen that is on its way out:
    Textual would close the one below it, or end the app.
    """

    def tell(self, sentence: str) -> None:
        """Say in the lower edge of the frame what came of a key; nothing is quiet again."""
        self.query_one("#page").border_subtitle = sentence

    def on_mount(self) -> None:
        """Put the keys where those of the grid are."""
        self.mount(KeyLine(self.list_hints()))

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do now, the most needed first."""
        return (hint_at("escape", _("Close"), "esc", stays=True),)

    def renew_keys(self) -> None:
        """Show what the keys do now."""
        for line in self.query(KeyLine):
            line.show(self.list_hints())

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close, with what came of it; do nothing where another screen is in front by now."""
        if not self.is_current:
            return AwaitComplete()
        return super().dismiss(result)
