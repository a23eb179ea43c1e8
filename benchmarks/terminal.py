"""A program in a pseudo-terminal: what it writes, and when.

The terminal answers as those do that hold a frame back until it is whole. What a program does is
over when it has written nothing for `QUIET`; its time is that of the last bytes before, so
that a frame counts with all that follows it, as the panel follows the cursor. Nothing blinks or
moves by itself in the programs measured, so nothing else is counted with it.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType

import pyte

from .processes import Report

COLUMNS, ROWS = 160, 50
QUIET = 0.12
_PATIENCE = 60.0
_PATIENCE_WITH_A_KEY = 2.0
_SETTING_UP = 1_000
"""More bytes than an app writes to set the terminal up, which is long before its first frame."""
_FRAME = b"\x1b[?2026h"
_ASKED = b"\x1b[?2026$p"
_ANSWER = b"\x1b[?2026;2$y"


@dataclass(frozen=True)
class Written:
    """The output of a program in answer to one thing.

    Attributes:
        chunks: The bytes, with the milliseconds after which they came.
    """

    chunks: Sequence[tuple[float, bytes]]

    @property
    def size(self) -> int:
        """The number of bytes."""
        return sum(len(data) for _after, data in self.chunks)

    @property
    def frames(self) -> Sequence[int]:
        """The number of bytes in each frame."""
        return [*map(len, b"".join(data for _after, data in self.chunks).split(_FRAME))]

    @property
    def milliseconds(self) -> float:
        """The milliseconds after which the last of them came."""
        return self.chunks[-1][0] if self.chunks else 0.0

    @property
    def milliseconds_to_picture(self) -> float:
        """The milliseconds after which an empty screen looked as at the end, in every cell."""
        screen = pyte.Screen(COLUMNS, ROWS)
        stream = pyte.ByteStream(screen)
        pictures = []
        for _after, data in self.chunks:
            stream.feed(data)
            pictures.append([[screen.buffer[y][x] for x in range(COLUMNS)] for y in range(ROWS)])
        different = [number for number, one in enumerate(pictures) if one != pictures[-1]]
        return self.chunks[different[-1] + 1 if different else 0][0]


class Terminal:
    """A terminal of `COLUMNS` by `ROWS` with one program in it.

    Leaving the context ends a program that is still running.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._report = Report()
        launched = self._report.wrap(command)
        self._launcher, self._file = pty.fork()
        if self._launcher == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(launched[0], launched, environment)  # noqa: S606 - no shell is wanted
        self._begun = self._report.read_start()
        self._has_ended = False

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._has_ended:
            os.killpg(self._launcher, signal.SIGKILL)  # the program is of the same group
            os.waitpid(self._launcher, 0)
        self._report.close()
        os.close(self._file)

    def read_start(self, quiet: float = 0.5) -> Written:
        """Return what it wrote from its start on, until it was quiet for so many seconds."""
        written = self._collect(self._begun, quiet, least=_SETTING_UP)
        if not written.chunks:
            raise RuntimeError("the program wrote nothing")
        return written

    def press(self, key: str, quiet: float = QUIET) -> Written:
        """Press a key, and return what it wrote until it was quiet; no bytes for an idle key."""
        begun = time.perf_counter()
        os.write(self._file, key.encode())
        return self._collect(begun, quiet, patience=_PATIENCE_WITH_A_KEY)

    def leave(self, key: str) -> tuple[float, float]:
        """Press a key that ends it, and return the milliseconds that took and the MiB it held."""
        begun = time.perf_counter()
        os.write(self._file, key.encode())
        while self._read(_PATIENCE):
            pass
        ended = self._report.read_end()
        os.waitpid(self._launcher, 0)
        self._has_ended = True
        if ended.code != 0:
            raise RuntimeError(f"the program ended with {ended.code}")
        return (ended.at - begun) * 1000, ended.memory

    def _collect(
        self, begun: float, quiet: float, *, least: int = 1, patience: float = _PATIENCE
    ) -> Written:
        chunks: list[tuple[float, bytes]] = []
        size = 0
        while data := self._read(quiet if size >= least else patience):
            size += len(data)
            chunks.append(((time.perf_counter() - begun) * 1000, data))
            if _ASKED in data:
                os.write(self._file, _ANSWER)
        return Written(chunks)

    def _read(self, seconds: float) -> bytes:
        """Read what it writes next; nothing after so many seconds, or where it has ended."""
        if not select.select([self._file], [], [], seconds)[0]:
            return b""
        try:
            return os.read(self._file, 1 << 16)
        except OSError:  # a pseudo-terminal of Linux whose other side is closed
            return b""
