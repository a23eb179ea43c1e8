"""A file replaced by another version of it: whole or not at all, whenever the power goes."""

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
    """A temporary file in the folder of `target`, its data on the disk, to be put in its place.

    Who may read it is as for the file that is there; a new one has a mode, by which it is the
    user's alone. Where it is not put in its place, the temporary file is removed.

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
    """Put data into a file of the user's, whole or not at all; a link stays a link.

    A new file may be read by whom the user lets read all new files (umask).

    Raises:
        OSError, ValueError, RuntimeError: it cannot be written, or its name is none.
    """
    target = path.resolve()
    os.umask(mask := os.umask(0o077))
    with write_beside(target, data, 0o666 & ~mask) as temporary:
        temporary.replace(target)
    flush_folder(target.parent)


def make_own_folder(path: Path) -> None:
    """Make a folder that is the user's alone, or make that of one of theirs that is there.

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
    """The mode of the file that is there, else a mode; nobody may read it who could not before."""
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
    """Make new names in it last through a power cut, where the system lets one."""
    if os.name == "nt":
        return
    with suppress(OSError):  # the file is in its place already
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
