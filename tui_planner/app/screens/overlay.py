"""Screens over one another."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

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
    """A screen over the grid, which closes once.

    Of a double click, or two keys at once, the second reaches a screen that is on its way out:
    Textual would close the one below it, or end the app.
    """

    def tell(self, sentence: str) -> None:
        """Say in the lower edge of the frame what came of a key, in the place of the hints."""
        self.query_one("#page").border_subtitle = sentence

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close, with what came of it; do nothing where another screen is in front by now."""
        if not self.is_current:
            return AwaitComplete()
        return super().dismiss(result)
