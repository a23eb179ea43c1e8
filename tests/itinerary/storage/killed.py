"""Saves an itinerary in processes that are killed, each at a later step; run as a program.

Every function by which the file system is changed counts as a step, and a process is killed before
its step number n, for every n until one gets through. A write is killed in its middle.

Prints a JSON list with what was found after each kill: the ids in the file, those in it after a
next change, the ids of the latest earlier state, and what is in the folder after the next change.
"""

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import filelock  # here, so that its own import is no step  # noqa: F401

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.storage.store import Store

STEPS = (
    "open",
    "mkdir",
    "fdopen",
    "fsync",
    "link",
    "replace",
    "rename",
    "unlink",
    "close",
    "ftruncate",
)


class Fatal:
    """Counts steps, and kills the process at one of them."""

    def __init__(self, last: int) -> None:
        self.left = last

    def step(self) -> None:
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def wrapped(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **named: Any) -> Any:
            self.step()
            return function(*args, **named)

        return run

    def opened(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **named: Any) -> Any:
            self.step()
            return HalfWritten(function(*args, **named), self)

        return run


class HalfWritten:
    """A file of which half is written before a step, and half after it."""

    def __init__(self, file: Any, fatal: Fatal) -> None:
        self._file = file
        self._fatal = fatal

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> "HalfWritten":
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._fatal.step()
        self._file.write(data[len(data) // 2 :])


def main(folder: Path, *, first: bool) -> list[dict[str, Any]]:
    """All that was found; `first` where there is no file before."""
    found = []
    for step in range(200):
        shutil.rmtree(folder, ignore_errors=True)
        store = Store(folder / "made" / "i.toml")
        if not first:
            store.save(choosing(store, "before"))
        store.load("a-day")
        child = os.fork()
        if child == 0:
            save_until(step, store)
        killed = os.waitpid(child, 0)[1] == signal.SIGKILL
        found.append({"killed": killed, **state(store.path)})
        if not killed:
            return found
    raise AssertionError


def save_until(step: int, store: Store) -> None:
    """Save in this process, which ends before a step or after all."""
    fatal = Fatal(step)
    for name in STEPS:
        wrapped = fatal.opened if name == "fdopen" else fatal.wrapped
        setattr(os, name, wrapped(getattr(os, name)))
    store.save(choosing(store, "after"))
    os._exit(0)


def state(path: Path) -> dict[str, Any]:
    """What a program finds that comes next, and what it can do."""
    store = Store(path)
    there = store.load("a-day") if path.exists() else None
    earlier = next(store.list_earlier("a-day"), None)
    found = {"there": there and ids(there), "earlier": earlier and ids(earlier.itinerary)}
    store.save(choosing(store, "next"))
    folder = sorted(there.name for there in path.parent.iterdir())
    return {**found, "next": ids(Store(path).load("a-day")), "folder": folder}


def choosing(store: Store, id_: str) -> Itinerary:
    return store.load("a-day").choose(Choice(session=id_))


def ids(itinerary: Itinerary) -> list[str]:
    return [choice.session for choice in itinerary.choices]


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), first=sys.argv[2] == "first")))  # noqa: T201
