"""The terminal of Textual, whose thread of input ends when it is told to.

Textual's own looks every tenth of a second whether it is to end, and then waits as long for what
might still come: at each end of the app, the user waits for it.
"""

import os
import selectors
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

_MOST = 4096
_TICK = 0.1
"""Seconds between two looks for a key whose sequence was not finished, such as escape alone."""


class QuickDriver(LinuxDriver):
    """Waits for input and for its end at once.

    What the terminal sends after that is thrown away by Textual, as before, when it has turned
    the mouse off.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._told, self._tell = os.pipe()
        os.set_blocking(self._told, False)

    def disable_input(self) -> None:
        """End the thread of input, and wait for that."""
        os.write(self._tell, b".")
        super().disable_input()

    def close(self) -> None:
        """Close what was opened."""
        super().close()
        os.close(self._tell)
        os.close(self._told)

    def run_input_thread(self) -> None:
        """Take in what the terminal sends, until the end is told."""
        self._forget_earlier_ends()
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")().decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(self._told, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _mask in selector.select(_TICK)}
                if self._told in ready:
                    break
                if self.fileno in ready:
                    data = os.read(self.fileno, _MOST)
                    if not data:
                        break  # the terminal is gone
                    text = decode(data)  # empty where it ends within a character
                    for message in parser.feed(text) if text else ():
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _forget_earlier_ends(self) -> None:
        """After the program was suspended, begin anew."""
        with suppress(BlockingIOError):
            os.read(self._told, _MOST)
