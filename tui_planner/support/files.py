"""The reading of files without waiting for a writer, and up to a limit."""

import os
import stat
from pathlib import Path

_OPENING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)  # Windows needs neither


class NoFileError(OSError):
    """A name that is of no file but a device, or a pipe into which nobody writes."""


def read_file(path: Path, most: int, *, pipes: bool = False) -> bytes:
    """Read the first bytes of a file, at most so many.

    Args:
        path: The file.
        most: How many bytes.
        pipes: Whether it may be a pipe too, as `<(command)` of a shell is.

    Raises:
        NoFileError: it is no file.
        OSError, ValueError: it cannot be read, or its name is invalid.
    """
    with open(path, "rb", opener=_without_waiting) as file:
        mode = os.fstat(file.fileno()).st_mode
        if stat.S_ISREG(mode):
            return file.read(most) or b""
        if pipes and stat.S_ISFIFO(mode):
            os.set_blocking(file.fileno(), True)  # for whoever writes now
            if data := file.read(most):
                return data
        raise NoFileError


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | _OPENING)
