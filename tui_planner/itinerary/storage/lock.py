"""The lock that lets programs take turns at changing one file."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui_planner.support.atomic_write import make_own_folder
from tui_planner.support.i18n import _

_TIMEOUT = 2.0  # seconds; a change is written in a few thousandths
_POLL_INTERVAL = 0.005  # seconds
_NO_LOCKS = {errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.ENOLCK}


@contextmanager
def take_turn(folder: Path) -> Iterator[bool]:
    """Hold the lock of a folder, which is made where it is not there; no other program does then.

    The system holds the lock, not the file in the folder: it goes with the process that has it.
    Yields whether there are locks: where the disk has none, no other program is waited for.

    Raises:
        OSError: the lock was not free within two seconds, or its file cannot be made.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415 - 60 ms, which reading need not pay

    make_own_folder(folder)
    # A file in the place of a lock would stay behind where a process is killed.
    lock = FileLock(folder / "lock", fallback_to_soft=False)
    try:
        lock.acquire(timeout=_TIMEOUT, poll_interval=_POLL_INTERVAL)
    except Timeout as error:
        raise TimeoutError(_("another program keeps it locked")) from error
    except (OSError, NotImplementedError) as error:
        if isinstance(error, OSError) and error.errno not in _NO_LOCKS:
            raise
    try:
        yield lock.is_locked
    finally:
        lock.release()
