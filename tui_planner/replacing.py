"""A file replaced by another version of it: whole or not at all, whenever the power goes."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_ENDING = ".new"
_MIDDLE = r"\w{8}"  # of the names that `tempfile` makes


@contextmanager
def flushed_beside(target: Path, data: bytes) -> Iterator[Path]:
    """A temporary file in the folder of `target`, its data on the disk, to be put in its place.

    Who may read it is as for the file that is there; a new one is the user's alone. Where it is
    not put in its place, the temporary file is removed.

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
        with suppress(OSError):  # there is none, or the disk keeps no modes
            shutil.copymode(target, temporary)
        yield temporary
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def publish(path: Path, data: bytes) -> None:
    """Put data into a file that others may read, whole or not at all; a link stays a link.

    Raises:
        OSError, ValueError, RuntimeError: it cannot be written, or its name is none.
    """
    target = path.resolve()
    with flushed_beside(target, data) as temporary:
        temporary.chmod(0o644)
        temporary.replace(target)
    flush_folder(target.parent)


def remove_left_behind(target: Path) -> None:
    """Remove the temporary files of processes that were killed; none may be at work on `target`."""
    name = re.compile(re.escape(f".{target.name}.") + _MIDDLE + re.escape(_ENDING))
    with suppress(OSError):  # the next time, then
        for path in target.parent.iterdir():
            if name.fullmatch(path.name):
                path.unlink()


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
