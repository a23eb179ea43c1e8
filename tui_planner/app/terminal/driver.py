"""The terminal: taken whole, and given back as it was found, whatever ends the program.

Textual's own driver gives it back where the app ends of itself. Here it is given back at every
end, of which `endings` tells, and nothing is written to it after that. All of that is by names that
Textual does not keep to itself.
"""

import os
import select
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from .endings import Endings
from .output import Output

_SIZES = ("COLUMNS", "LINES")

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


class Terminal(LinuxDriver):
    """Draws on standard output, and gives all back.

    Textual draws on standard error, which would be a file after `2>file`; and it takes the size of
    the terminal from the environment where that names one.
    """

    def __init__(self, app: Any, **options: Any) -> None:
        endings = Endings(self)
        size = options.pop("size", None) or self._measure(sys.__stdin__)
        super().__init__(app, size=size, **options)
        self._is_starting = self._is_watched = False
        self._output: Output | None = None
        self._sizes_found: dict[str, str] = {}
        self.endings = endings
        app.terminal = self
        endings.watch(app)

    @property
    def is_taken(self) -> bool:
        """Whether the terminal is the app's, from the first byte on."""
        return self._output is not None

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

    @staticmethod
    def _measure(stream: Any) -> tuple[int, int] | None:
        """Measure the terminal itself, in columns and rows; None where it tells no size."""
        with suppress(OSError):
            columns, rows = os.get_terminal_size(stream.fileno())
            if columns and rows:
                return columns, rows
        return None

    def start_application_mode(self) -> None:
        """Take the terminal; its size is its own, whatever COLUMNS and LINES say."""
        self._sizes_found |= {name: os.environ.pop(name) for name in _SIZES if name in os.environ}
        start: Callable[[], None] = super().start_application_mode
        self._is_starting = True
        try:
            start()  # writes nothing where the terminal is another's
        finally:
            self._is_starting = False

    def write(self, data: str) -> None:
        """Write to the terminal as long as it is the app's."""
        if self._output is None and self._is_starting:
            assert sys.__stdout__ is not None  # noqa: S101 - it is a terminal, else nothing is opened
            self._output = Output(sys.__stdout__)
        if (output := self._output) is not None:
            output.write(data)

    def disable_input(self) -> None:
        """End the thread of input, and wait for that."""
        if self.is_taken:
            super().disable_input()

    def stop_application_mode(self) -> None:
        """Give the terminal back, after all that was to be written."""
        self.disable_input()
        if self._output is not None:
            self._output.finish()
        self.give_back()

    def give_back(self) -> None:
        """Put the terminal back as it was found; a second time does nothing.

        It writes past the thread of output, which may hang or be gone.
        """
        os.environ.update(self._sizes_found)
        output, self._output = self._output, None
        if output is None:
            return
        with suppress(OSError, termios.error):
            if self.attrs_before is not None and not self.is_anothers:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with suppress(OSError):
            os.write(output.fileno, _AS_FOUND.encode())

    def drop_output(self) -> None:
        """Forget what is still to be written, where nobody takes it in: it is in the way."""
        if self._output is not None:
            self._output.close()
        with suppress(termios.error):
            termios.tcflush(self.fileno, termios.TCOFLUSH)

    def take_again(self) -> None:
        """Take the terminal after it was somebody else's, and have the app draw all anew."""
        self.suspend_application_mode()
        self.resume_application_mode()
        if self.is_taken:
            self.send_message(self.SignalResume())

    def run_input_thread(self) -> None:
        """Take in what the terminal sends; a fault here ends the app as any other does."""
        try:
            self.take_input()
        except Exception as error:
            self.endings.fail(error)

    def take_input(self) -> None:
        """Take in what the terminal sends, as Textual does; where it is gone, end.

        Textual reads on for ever from one that is gone.
        """
        if not self._is_watched:
            self._is_watched = True
            Thread(target=self._watch_for_its_end, daemon=True, name="hang-up").start()
        with suppress(OSError):
            super().run_input_thread()

    def _watch_for_its_end(self) -> None:
        """Wait until the terminal is gone, then end the app."""
        watch = select.poll()
        watch.register(self.fileno, 0)  # its end is told in any case, and nothing else
        watch.poll()
        self.endings.terminal_is_gone()
