"""The parts of which the app is composed here: with the internals of Textual, or plain."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from .first_frame import FirstFrame
from .internals import Part, is_used

if TYPE_CHECKING:
    from .driver import Terminal

Compare = Callable[[Any], Any]
"""Makes of a change of the screen what is written of it."""


def make_comparison() -> Compare:
    """Make what leaves out of a change of the screen what is shown already; plain, nothing."""
    if not is_used(Part.OUTPUT):
        return lambda change: change
    from tui_planner.app.terminal.faster.diff_output import ShownScreen  # noqa: PLC0415 - not where it cannot be imported

    return ShownScreen().compare


def make_first_frame(screen: Screen[Any]) -> FirstFrame:
    """Make what holds the painting of a screen back until it is settled; plain, it is not held."""
    if not is_used(Part.COMPOSITOR):
        return FirstFrame(screen)
    from tui_planner.app.terminal.faster.held_frame import HeldFrame  # noqa: PLC0415 - not where it cannot be imported

    return HeldFrame(screen)


def choose_terminal() -> "type[Terminal]":
    """Choose the driver of a terminal of Unix."""
    if is_used(Part.INPUT):
        from tui_planner.app.terminal.faster.quick_terminal import QuickTerminal  # noqa: PLC0415 - not where it cannot be imported

        return QuickTerminal
    from .driver import Terminal  # noqa: PLC0415 - not where there are no termios

    return Terminal
