"""The terminal: taken whole, and given back as it was found, whatever ends the program.

Textual's own driver gives it back where the app ends of itself. Here it is given back at every
end, of which `endings` tells, and nothing is written to it after that.
"""

import os
import selectors
import sys
import termios
from codecs import getincrementaldecoder
from contextlib import suppress
from typing import Any, TextIO

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from .endings import Endings

_MOST = 4096
_TICK = 0.1
"""Seconds between two looks for a key whose sequence was not finished, such as escape alone."""

_SWITCHED_ON = (2026, 1000, 1002, 1003, 1006, 1015, 1016, 1004, 2004, 2048)
"""Modes that Textual sets, or asks the terminal to: frames at once, mouse, focus, paste, resize."""

_AS_FOUND = "".join(
    (
        *(f"\x1b[?{mode}l" for mode in _SWITCHED_ON),
        "\x1b[0m\x1b[?7h",  # no style, lines wrap
        "\x1b]22;default\x07",  # the shape of the mouse's pointer
        "\x1b[<u",  # the keyboard of kitty, for each screen its own: before the other one is left
        "\x1b[?1049l\x1b[?25h",  # the screen, the cursor
    )
)


class Outlet:
    """A stream into which one may go on writing where nobody takes it any more."""

    def __init__(self, stream: TextIO) -> None:
        self._fileno = stream.fileno()
        self._encoding, self._errors = stream.encoding, stream.errors or "strict"
        self._waiting: list[str] = []
        self._is_closed = False

    def fileno(self) -> int:
        """The number of the file."""
        return self._fileno

    def write(self, text: str) -> None:
        """Take in what is to be written."""
        self._waiting.append(text)

    def flush(self) -> None:
        """Write it, as far as that can be."""
        data = "".join(self._waiting).encode(self._encoding, self._errors)
        self._waiting.clear()
        with suppress(OSError):
            while data and not self._is_closed:
                data = data[os.write(self._fileno, data[:_MOST]) :]

    def close(self) -> None:
        """Write nothing more, not even what is being written."""
        self._is_closed = True


class Terminal(LinuxDriver):
    """Draws on standard output, waits for input and for its end at once, and gives all back.

    Textual draws on standard error, which would be a file after `2>file`; and it looks every tenth
    of a second whether the input is to end, then waits as long for what might still come.
    """

    def __init__(self, app: Any, **options: Any) -> None:
        endings = Endings(self)
        super().__init__(app, **options)
        assert sys.__stdout__ is not None  # noqa: S101 - it is a terminal, else nothing is opened
        self._out = self._file = Outlet(sys.__stdout__)  # type: ignore[assignment]
        self._told, self._tell = os.pipe()
        os.set_blocking(self._told, False)
        self.endings = endings
        self._size = self._size or self._get_terminal_size()  # else that of the environment
        endings.watch(app, self._loop)

    @property
    def is_taken(self) -> bool:
        """Whether the terminal is the app's, from the first byte on."""
        return self._writer_thread is not None

    @property
    def is_of_shell(self) -> bool:
        """Whether it is the one from which a shell controls its jobs, of which this is one."""
        return self._group != 0

    @property
    def is_anothers(self) -> bool:
        """Whether it is in the background of a shell."""
        return self._group not in {0, os.getpgrp()}

    @property
    def _group(self) -> int:
        """The processes that have the terminal; 0 where it is that of no shell."""
        try:
            return os.tcgetpgrp(self.fileno)
        except OSError:
            return 0

    def _get_terminal_size(self) -> tuple[int, int]:
        """The columns and rows of the terminal itself, whatever COLUMNS and LINES say."""
        with suppress(OSError):
            columns, rows = os.get_terminal_size(self.fileno)
            if columns and rows:
                return columns, rows
        return super()._get_terminal_size()

    def write(self, data: str) -> None:
        """Write to the terminal as long as it is the app's."""
        if self.is_taken:
            super().write(data)

    def disable_input(self) -> None:
        """End the thread of input, and wait for that."""
        if self.is_taken:
            os.write(self._tell, b".")
            super().disable_input()

    def stop_application_mode(self) -> None:
        """Give the terminal back, after all that was to be written."""
        self.disable_input()
        if self._writer_thread is not None:
            self._writer_thread.stop()
        self.give_back()

    def give_back(self) -> None:
        """Put the terminal back as it was found; a second time does nothing.

        It writes past the thread of output, which may hang or be gone.
        """
        was_taken, self._writer_thread = self.is_taken, None
        if not was_taken:
            return
        with suppress(OSError, termios.error):
            if self.attrs_before is not None and not self.is_anothers:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with suppress(OSError):
            os.write(self._out.fileno(), _AS_FOUND.encode())

    def drop_output(self) -> None:
        """Forget what is still to be written, where nobody takes it in: it is in the way."""
        self._out.close()
        with suppress(termios.error):
            termios.tcflush(self.fileno, termios.TCOFLUSH)

    def take_again(self) -> None:
        """Take the terminal after it was somebody else's, and have the app draw all anew."""
        self.suspend_application_mode()
        self._must_signal_resume = True
        self.resume_application_mode()

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
                    data = self._read()
                    if not data:
                        self.endings.terminal_is_gone()
                        break
                    text = decode(data)  # empty where it ends within a character
                    for message in parser.feed(text) if text else ():
                        self.process_message(message)
                for message in parser.tick():
                    self.process_message(message)

    def _run_input_thread(self) -> None:
        """Let the app end by a fault here as by any other."""
        try:
            self.run_input_thread()
        except Exception as error:
            self._app.call_later(self._app._handle_exception, error)

    def _read(self) -> bytes:
        """What the terminal has sent; nothing where it is gone."""
        try:
            return os.read(self.fileno, _MOST)
        except OSError:
            return b""

    def _forget_earlier_ends(self) -> None:
        """After the program was suspended, begin anew."""
        with suppress(BlockingIOError):
            os.read(self._told, _MOST)
