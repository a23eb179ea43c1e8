"""A real pseudo-terminal, in which a program runs, and the screen that it draws there."""

import os
import select
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import ptyprocess
import pyte
import pytest
from rich.cells import cell_len

from tests.helpers import PATIENCE

COMMAND = str(Path(sys.executable).with_name("tui-planner"))
"""The installed command."""


Cell = tuple[object, ...]
"""What is seen of a cell: its character, and how it looks."""


class Screen(pyte.Screen):
    """The emulator's screen, of which rows can be told apart and compared."""

    def row(self, y: int) -> list[Cell]:
        """The cells of a row; of a wide character that was written over, both are blank."""
        line = self.buffer[y]
        chars = [line[x] for x in range(self.columns)]
        for x, char in enumerate(chars):
            is_wide = cell_len(char.data) > 1
            has_rest = x + 1 < self.columns and line[x + 1].data == ""
            is_rest = char.data == "" and x > 0 and cell_len(line[x - 1].data) > 1
            if (is_wide and not has_rest) or (char.data == "" and not is_rest):
                chars[x] = char._replace(data=" ")
        return [_seen(char) for char in chars]


def _seen(char: pyte.screens.Char) -> Cell:
    """How a cell looks; of a blank one, the colour of its text is not seen."""
    ground = char.bg, char.underscore, char.reverse
    if char.data in {" ", "\xa0"} and not (char.underscore or char.reverse):
        return char.data, *ground
    return char.data, char.fg, char.bold, char.italics, *ground


class Terminal:
    """A program in a pseudo-terminal, and the screen that it draws."""

    def __init__(
        self,
        argv: list[str],
        columns: int,
        rows: int,
        cwd: Path,
        env: Mapping[str, str | None] | None = None,
    ) -> None:
        self.screen = Screen(columns, rows)
        self.written = ""
        self._stream = pyte.ByteStream(self.screen)
        wanted = {
            **os.environ,
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PYTHONUTF8": "1",
            **(env or {}),
        }
        self.process = ptyprocess.PtyProcess.spawn(
            argv,
            dimensions=(rows, columns),
            cwd=str(cwd),
            env={name: value for name, value in wanted.items() if value is not None},
        )

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self.screen.display)

    def press(self, keys: str) -> None:
        """Type."""
        self.process.write(keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self.screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def wait_for(self, wanted: Callable[[str], bool] | str) -> str:
        """Read until the screen shows something, and return the screen."""
        holds = wanted if callable(wanted) else lambda text: wanted in text
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if holds(self.text):
                return self.text
            self.read()
        pytest.fail(f"not seen: {wanted}\n{self.text}")

    def when_quiet(self, patience: float = 0.1) -> str:
        """Read until nothing more is written by a program that is at rest; return the screen.

        Args:
            patience: Seconds for which nothing is to come.
        """
        end = time.monotonic() + PATIENCE
        while (self.read(patience) or self.is_computing) and time.monotonic() < end:
            pass
        return self.text

    @property
    def is_computing(self) -> bool:
        """Whether the program computes, or waits for its turn to; False where none can tell."""
        try:
            states = [
                path.read_text("ascii").rpartition(")")[2].split()[0]
                for path in Path(f"/proc/{self.process.pid}/task").glob("*/stat")
            ]
        except OSError:  # it has ended, or a thread has
            return False
        return "R" in states

    def wait_for_end(self) -> int:
        """Read until the program has ended, and return its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.isalive() and time.monotonic() < end:
            self.read()
        assert not self.process.isalive(), f"still running\n{self.text}"
        while self.read():  # its last words
            pass
        return int(self.process.exitstatus)

    def read(self, patience: float = 0.1) -> bool:
        """Take in what has been written; False where nothing was, or the program has ended.

        Args:
            patience: Seconds to wait for something.
        """
        ready, _, _ = select.select([self.process.fd], [], [], patience)
        if not ready:
            return False
        try:
            data = os.read(self.process.fd, 65536)
        except OSError:  # the other side has ended
            time.sleep(0.05)
            return False
        self.written += data.decode("utf-8", "replace")
        self._stream.feed(data)
        return True
