"""The watch for changes of files: by the system's events, and a slow poll as a safety net.

An event only wakes; whether a file has changed is decided by its state. So nothing is reported
twice, and what makes no event is noticed all the same: a write by another machine on a network
drive, or any where the system has no watches left.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from watchfiles.main import FileChange

_POLL_INTERVAL = 2.0
"""Seconds between two polls where no event comes."""

_OPTIONS: dict[str, Any] = {
    "watch_filter": None,
    "recursive": False,
    "debounce": 200,  # milliseconds; a folder where much happens does not hold the poll back
    "rust_timeout": round(_POLL_INTERVAL * 1000),
    "yield_on_timeout": True,
}

_UNWATCHABLE = (OSError, RuntimeError)
"""The errors of the library for a folder that is gone, names that are no text, no watches left."""


def watch_files(paths: Sequence[Path]) -> Iterator[None]:
    """Yield whenever one of some files was written, replaced, made or removed since the call.

    It never ends. Neither a file nor its folder need be there.
    """
    return _changes(_Files(paths))


def watch_files_async(paths: Sequence[Path]) -> AsyncIterator[None]:
    """Yield as `watch_files` does, to a coroutine; it ends when that is cancelled."""
    return _changes_of(_Files(paths))


def _changes(files: "_Files") -> Iterator[None]:
    from watchfiles import watch  # noqa: PLC0415 - 80 ms, for those who wait only

    while True:
        while files.have_changed():
            yield
        folders = files.find_folders()
        try:
            for events in watch(*folders, **_OPTIONS):
                if files.have_changed():
                    yield
                if files.find_folders() != folders or _concern(events, folders):
                    break
        except _UNWATCHABLE:
            time.sleep(_POLL_INTERVAL)


async def _changes_of(files: "_Files") -> AsyncIterator[None]:
    from watchfiles import awatch  # noqa: PLC0415 - as above

    while True:
        while files.have_changed():
            yield
        folders = files.find_folders()
        try:
            async for events in awatch(*folders, **_OPTIONS):
                if files.have_changed():
                    yield
                if files.find_folders() != folders or _concern(events, folders):
                    break
        except* _UNWATCHABLE:  # in a group, as it comes out of the task that watches
            await asyncio.sleep(_POLL_INTERVAL)


class _Files:
    """The watched files, and the state in which they were last seen."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100 - no links
        self._state = self._look()

    def have_changed(self) -> bool:
        """Whether they have changed since the last call."""
        before, self._state = self._state, self._look()
        return self._state != before

    def find_folders(self) -> set[str]:
        """Find the folders of events: the nearest of each file, and of what it links to."""
        places = [place for path in self._paths for place in (path, os.path.realpath(path))]
        nearest = (filter(os.path.isdir, Path(place).parents) for place in places)
        return {str(folder) for folders in nearest for folder in islice(folders, 1)}

    def _look(self) -> list[tuple[int, int, int] | None]:
        return [_state_of(path) for path in self._paths]


def _concern(events: "set[FileChange]", folders: set[str]) -> bool:
    """Whether an event is of a watched folder itself: a removed one makes no more events."""
    return any(path in folders for _change, path in events)


def _state_of(path: Path) -> tuple[int, int, int] | None:
    """Return what differs after a file was written or replaced; None without a file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
