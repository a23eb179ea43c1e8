"""What stands in the place of everything while the terminal is too small for anything."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from tui_planner.app.content.key_hints import QUIT_KEYS
from tui_planner.support.i18n import _

SMALLEST = Size(40, 15)
"""The columns and rows that the app needs."""


def is_too_small(size: Size) -> bool:
    """Tell whether a terminal of a size, in cells, cannot show the app."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


class TooSmallScreen(ModalScreen[None]):
    """A sentence over any other screen: of all keys, only those that quit do something.

    Args:
        quit_key: How the key that quits is shown.
    """

    BINDINGS = [Binding(QUIT_KEYS, "app.quit", show=False, id="quit")]

    def __init__(self, quit_key: str) -> None:
        super().__init__()
        self._quit_key = quit_key

    def compose(self) -> ComposeResult:
        """Make room for the sentence."""
        yield Static(id="too-small", markup=False)

    def on_screen_resume(self) -> None:
        """Go, where there was room again while something lay over this."""
        if not is_too_small(self.app.size):
            self.dismiss()

    def on_resize(self) -> None:
        """Say how small it is."""
        text = _("Too small: {width}×{height}.\n{w}×{h} or more is needed.\n{key} quits.").format(
            width=self.app.size.width,
            height=self.app.size.height,
            w=SMALLEST.width,
            h=SMALLEST.height,
            key=self._quit_key,
        )
        self.query_one(Static).update(text)
