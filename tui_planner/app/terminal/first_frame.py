"""The first frame, and what waits for it."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen


class FirstFrame:
    """The first frame as Textual paints it: once for each step by which its parts are settled."""

    def __init__(self, screen: Screen[Any]) -> None:
        self._screen = screen

    async def settle(self, then: Callable[[], None]) -> None:
        """Do what waits as soon as the screen is painted."""
        self._screen.call_after_refresh(then)
