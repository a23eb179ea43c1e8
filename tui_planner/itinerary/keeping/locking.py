"""Taking turns at one file, among all the programs that change it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ...i18n import _
from ...replacing import own_folder

_PATIENCE = 2.0  # seconds; a change is written in a few thousandths
_PAUSE = 0.005


@contextmanager
def turn(folder: Path) -> Iterator[None]:
    """A time during which no other program has the turn; the folder is made where it is not there.

    The system holds the lock, not the file in the folder: it goes with the process that has it.

    Raises:
        OSError: the turn did not come, or no lock can be made.
        NotImplementedError: the disk has no locks.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - 60 ms, which reading need not pay

    own_folder(folder)
    lock = FileLock(folder / "lock")
    try:
        lock.acquire(timeout=_PATIENCE, poll_interval=_PAUSE)
    except Timeout as error:
        raise TimeoutError(_("another program keeps it locked")) from error
    try:
        yield
    finally:
        lock.release()
