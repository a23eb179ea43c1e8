"""Keys that come faster than they are dealt with: each waits for the one before it.

Textual hands all of them to the widget that has the focus as they come in. Of `/` and a word in one
go, as a slow line delivers it, the letters of the word would be commands.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

from textual.app import App
from textual.events import Key
from textual.message_pump import MessagePump

Handler = Callable[[Key], Awaitable[None]]

_PATIENCE = 1.0
"""Seconds that a key waits for a widget that does not answer, as one that has just gone."""


class KeyQueue:
    """Hands a key on when the one before it, and the focus that it moved, is dealt with.

    A key that nothing has stopped comes back to the app, which tells at no cost that it is. Where
    another key is there before that, it waits behind all that the one before it had to pass.

    Args:
        app: Whose keys they are.
        hand_on: Takes a key whose turn it is.
    """

    def __init__(self, app: App[None], hand_on: Handler) -> None:
        self._app = app
        self._hand_on = hand_on
        self._waiting: deque[Key] = deque()
        self._turns: asyncio.Task[None] | None = None
        self._last: Key | None = None
        self._last_way: list[MessagePump] = []

    async def take(self, key: Key) -> None:
        """Hand a key on at once, or as soon as it is its turn; or take one that is back."""
        if key.is_forwarded:
            await self._hand_on(key)
            if key is self._last and self._turns is None and self._is_quiet():
                self._last = None
        elif self._last is None:
            self._last, self._last_way = key, self._way()
            await self._hand_on(key)
        else:
            self._waiting.append(key)
            if self._turns is None:
                self._turns = asyncio.create_task(self._take_turns(self._last_way))

    async def _take_turns(self, way: list[MessagePump]) -> None:
        try:
            await self._dealt_with(way)
            while self._waiting:
                way = self._way()
                self._app.call_later(self._hand_on, self._waiting.popleft())
                await self._dealt_with([self._app, *way])
        finally:
            self._turns = self._last = None

    def _is_quiet(self) -> bool:
        """Tell whether the last key has left neither a new screen nor a focus on its way."""
        screen = self._app.screen
        is_waiting = self._app.message_queue_size or screen.message_queue_size
        return screen in self._last_way and not is_waiting

    def _way(self) -> list[MessagePump]:
        """Find those that a key passes, from the focus up to the app."""
        return list((self._app.focused or self._app.screen).ancestors_with_self)

    async def _dealt_with(self, way: list[MessagePump]) -> None:
        """Wait until all on the way have had the key, then for a new screen and its focus."""
        reached = asyncio.Event()
        _pass(way, lambda: _pass([self._app.screen, self._app], reached.set))
        try:
            await asyncio.wait_for(reached.wait(), _PATIENCE)
        except TimeoutError:
            return


def _pass(pumps: Sequence[MessagePump], then: Callable[[], object]) -> None:
    """Stand in one queue after the other, each time behind what is before one."""
    if not pumps:
        then()
    elif not pumps[0].call_later(_pass, pumps[1:], then):
        _pass(pumps[1:], then)
