"""The atomic replacement of a file: whole or not at all, whenever the power fails."""

import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_ENDING = ".new"
_MIDDLE = r"\w{8}"  # of the names that `tempfile` makes
_OWN_FILE, _OWN_FOLDER = 0o600, 0o700


@contextmanager
def write_beside(target: Path, data: bytes, mode: int = _OWN_FILE) -> Iterator[Path]:
    """Write a temporary file in the folder of `target`, flushed to disk, to be put in its place.

    It has the access rights of the file that is there; a new one has `mode`, the user's alone by
    default. Where it is not put in its place, the temporary file is removed.

    Raises:
        OSError: it could not be written.
    """
    descriptor, name = tempfile.mkstemp(_ENDING, f".{target.name}.", target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with suppress(OSError):  # the disk keeps no modes
            temporary.chmod(_mode_there(target, temporary, mode))
        yield temporary
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def publish(path: Path, data: bytes) -> None:
    """Write data to a file of the user's, whole or not at all; a link stays a link.

    A new file has the access rights of all new files of the user (umask).

    Raises:
        OSError, ValueError, RuntimeError: it cannot be written, or its name is none.
    """
    target = path.resolve()
    os.umask(mask := os.umask(0o077))
    with write_beside(target, data, 0o666 & ~mask) as temporary:
        temporary.replace(target)
    flush_folder(target.parent)


def make_own_folder(path: Path) -> None:
    """Make a folder that only the user can enter; one that is there is made so too.

    Raises:
        OSError: it is not there, and cannot be made.
    """
    path.mkdir(_OWN_FOLDER, parents=True, exist_ok=True)
    with suppress(OSError):  # somebody else's, or the disk keeps no modes
        if stat.S_ISDIR(path.lstat().st_mode):  # where a link leads is up to the user
            path.chmod(_OWN_FOLDER)


def remove_left_behind(target: Path) -> None:
    """Remove the temporary files of processes that were killed; none may be at work on `target`."""
    name = re.compile(re.escape(f".{target.name}.") + _MIDDLE + re.escape(_ENDING))
    with suppress(OSError):  # the next time, then
        for path in target.parent.iterdir():
            if name.fullmatch(path.name):
                path.unlink()


def _mode_there(target: Path, temporary: Path, mode: int) -> int:
    """Return the mode of the file that is there, else `mode`; nobody gains access by it."""
    try:
        there = target.stat()
    except FileNotFoundError:
        return mode
    kept = stat.S_IMODE(there.st_mode)
    if there.st_gid != temporary.stat().st_gid:
        try:
            os.chown(temporary, -1, there.st_gid)
        except OSError:  # not a group of the user's
            kept &= ~stat.S_IRWXG
    return kept


def flush_folder(folder: Path) -> None:
    """Flush the names in a folder to disk, where the system can."""
    if os.name == "nt":
        return
    with suppress(OSError):  # the file is in its place already
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
