"""The terminal, of which the input ends as soon as it is to end.

Textual looks every tenth of a second whether it is, then waits as long for what might still come.
"""

import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Any

from textual._xterm_parser import XTermParser

from tui_planner.app.terminal.driver import Terminal

_MOST = 4096
_TICK = 0.1
"""Seconds between two looks for a key whose sequence was not finished, such as escape alone."""


class QuickTerminal(Terminal):
    """Waits for input and for its end at once."""

    def __init__(self, app: Any, **options: Any) -> None:
        super().__init__(app, **options)
        self._is_debugging = bool(options.get("debug"))
        self._told, self._tell = os.pipe()
        os.set_blocking(self._told, False)

    def disable_input(self) -> None:
        """End the thread of input, and wait for that."""
        if self.is_taken:
            os.write(self._tell, b".")
        super().disable_input()

    def take_input(self) -> None:
        """Take in what the terminal sends, until the end is told."""
        self._forget_earlier_ends()
        parser = XTermParser(self._is_debugging)
        decode = getincrementaldecoder("utf-8")().decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._told, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _mask in selector.select(_TICK)}
                if self._told in ready:
                    break
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        self.endings.terminal_is_gone()
                        break
                    text = decode(data)  # empty where it ends within a character
                    for message in parser.feed(text) if text else ():
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _read(self) -> bytes:
        """Read what the terminal has sent; nothing where it is gone."""
        try:
            return os.read(self.fileno, _MOST)
        except OSError:
            return b""

    def _forget_earlier_ends(self) -> None:
        """Begin anew, after the program was suspended."""
        with suppress(BlockingIOError):
            os.read(self._told, _MOST)
