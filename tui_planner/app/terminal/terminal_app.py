"""An app at its edges: what is written of it, the terminal that it takes, a fault that ends it.

What Textual keeps to itself is named here and beside here, and nowhere else. Of a name that another
version does not have, the part that it is for is left out.
"""

import gc
import os
from asyncio import get_running_loop
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.timer import Timer, TimerCallback

from .line_filters import make_line_filters
from .parts import choose_terminal, make_comparison

if TYPE_CHECKING:
    from .driver import Terminal

_COLLECTION = 2.0
"""Seconds between two collections of what was made and let go lately."""


class TerminalApp(App[None]):
    """An app that writes neutral lines, and ends without a traceback.

    Attributes:
        ended_by: The number of the signal that has ended it.
        terminal: The terminal, once it is taken; none in tests, and on Windows.
    """

    def __init__(self, *, is_ascii: bool) -> None:
        super().__init__()
        self.ended_by: int | None = None
        self.terminal: Terminal | None = None
        self._is_ascii = is_ascii
        self._compare = make_comparison()
        self._fault: Exception | None = None
        self._is_fault_told = False
        self._is_leaving = False

    def tell_fault(self, error: Exception) -> None:
        """Prepare what is said of a fault after the app has ended."""

    def on_load(self) -> None:
        """Heed faults outside of all handlers too, of which else nobody hears."""
        get_running_loop().set_exception_handler(self._fault_elsewhere)
        # From Python 3.12 on, a task that fails in its first step is let go only by a collection.
        self.set_interval(_COLLECTION, partial(gc.collect, 0))

    def set_timer(
        self,
        delay: float,
        callback: TimerCallback | None = None,
        *,
        name: str | None = None,
        pause: bool = False,
    ) -> Timer:
        """Set a timer that fires once, however late: Textual passes over the one time if it is.

        A busy machine is late enough; no other size would be laid out from then on.
        """
        timer = super().set_timer(delay, callback, name=name, pause=True)
        timer._skip = False
        if not pause:
            timer.resume()
        return timer

    def get_driver_class(self) -> type[Driver]:
        """Choose our terminal, where Textual would take its own for one of Unix."""
        driver = super().get_driver_class()
        return choose_terminal() if driver.__name__ == "LinuxDriver" else driver

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Add our own to what Textual does to each line."""
        filters = super().get_line_filters()
        return make_line_filters(filters, self.no_color, is_ascii=self._is_ascii)

    def run_to_the_end(self) -> None:
        """Run, and give the terminal back where not even Textual's own end has."""
        try:
            self.run()
        except Exception:
            if self.ended_by is None:
                raise
        finally:
            if self.terminal is not None:
                self.terminal.give_back()
        if self.return_code and self.ended_by is None:
            self._tell_fault()  # which Textual has not handed on

    def exit(
        self,
        result: None = None,
        return_code: int = 0,
        message: RenderableType | None = None,
    ) -> None:
        """End the app."""
        self._is_leaving = True
        super().exit(result, return_code, message)

    def panic(self, *renderables: RenderableType) -> None:
        """End as after any other fault, where Textual has a traceback of a kind of its own."""
        if _is_debugging():
            super().panic(*renderables)
        else:
            self._fatal_error()

    def fail(self, error: Exception) -> None:
        """End, because of a fault that Textual has not met itself."""
        self._handle_exception(error)

    def _handle_exception(self, error: Exception) -> None:
        """Take up a fault; where a signal ends the app, one of what it cuts short is none."""
        if self.ended_by is not None:
            return
        self._fault = self._fault or error
        if (handle := getattr(super(), "_handle_exception", None)) is not None:
            handle(error)
        else:
            self._tell_fault()
            self.exit(return_code=1)

    def _fatal_error(self) -> None:
        """In the place of Textual's traceback: a sentence, after the screen is restored."""
        self._tell_fault()
        show = getattr(super(), "_fatal_error", None) if _is_debugging() else None
        (show or super().panic)()

    def _tell_fault(self) -> None:
        if not self._is_fault_told:
            self._is_fault_told = True
            self.tell_fault(self._fault or RuntimeError("told by Textual, above"))

    def _fault_elsewhere(self, _loop: object, context: dict[str, Any]) -> None:
        """Take up a fault that nothing else has, such as that of a task."""
        error = context.get("exception")
        if isinstance(error, Exception) and not self._is_leaving:
            self.fail(error)

    def _display(self, screen: Any, change: Any, *more: Any) -> None:
        """Write a change of the screen, and only what is not shown yet."""
        super()._display(screen, self._compare(change), *more)


def _is_debugging() -> bool:
    return bool(os.environ.get("TUI_PLANNER_DEBUG"))
