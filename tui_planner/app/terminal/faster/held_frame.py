"""The first frame, held back: nothing is painted until each part knows its size and its content.

Else Textual paints the screen once for each of the steps by which its parts find that out.
"""

import asyncio
from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from tui_planner.app.terminal.faster.compositor import RegionCompositor
from tui_planner.app.terminal.first_frame import FirstFrame

_ROUNDS = 2
"""Their sizes reach the parts, and what follows from them, such as where the cursor is."""


class HeldFrame(FirstFrame):
    """The first frame of a screen that is settled; the painting is held back until then."""

    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__(screen)
        self._compositor = screen._compositor = RegionCompositor()
        self._compositor.is_held = True

    async def settle(self, then: Callable[[], None]) -> None:
        """Let all parts of the screen take in what was posted to them, paint, and do what waits."""
        for _round in range(_ROUNDS):
            await self._take_in()
        self._screen.app.call_later(self._paint, then)  # the app itself may still be starting

    def _paint(self, then: Callable[[], None]) -> None:
        self._compositor.is_held = False
        self._screen.refresh()
        self._screen._on_timer_update()  # now, and not when Textual next looks for changes
        self._screen.call_after_refresh(then)

    async def _take_in(self) -> None:
        parts = [self._screen, *self._screen.query("*")]
        taken = [asyncio.Event() for _part in parts]
        for part, event in zip(parts, taken, strict=True):
            part.call_later(event.set)
        await asyncio.gather(*(event.wait() for event in taken))
