"""Screens over one another."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from textual.await_complete import AwaitComplete
from textual.geometry import Region, Size
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.app.widgets.key_line import KeyLine
from tui_planner.support.i18n import _

from .placing import place_beside

Result = TypeVar("Result")
FindRegions = Callable[[], Sequence[Region]]
"""Finds what a screen must not cover, in cells of the screen."""


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

    def find_concerned(self) -> Sequence[Region]:
        """Find what it must not cover, in cells of the screen; else it is in the middle."""
        return ()

    def on_mount(self) -> None:
        """Put the keys where those of the grid are."""
        self.mount(KeyLine(self.list_hints()))
        self.screen_layout_refresh_signal.subscribe(self, self._place)

    def _place(self, _screen: Screen[Any]) -> None:
        """Stand beside what it concerns, as soon as the size of the frame is known."""
        concerned = self.find_concerned()
        if concerned and (frames := self.query("#page")) and (frame := frames.first()).outer_size:
            room = Size(self.size.width, self.size.height - 1)  # the keys have the last line
            place = place_beside(frame.outer_size, room, concerned)
            if frame.absolute_offset != place:
                frame.absolute_offset = place
                self.refresh(layout=True)

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
