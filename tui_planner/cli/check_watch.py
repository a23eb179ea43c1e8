"""`check --watch`: the findings anew at every save, with what is new in them and what is solved."""

import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from ..i18n import _, ngettext
from .checked import Checked
from .output import tell

_PAUSE = 0.3
"""Seconds between two looks at the files; a look is cheap, and works on any kind of disk."""

Look = Callable[[], Sequence[Checked]]
State = tuple[tuple[int, int, int] | None, ...]


def watch(names: Sequence[str], look: Look, report: Callable[[Sequence[Checked]], object]) -> None:
    """Report what is found now, and again whenever one of the files changes, until interrupted.

    A file may be replaced, broken, or absent for a while: that is found like anything else.
    """
    files = look()
    report(files)
    for _state in _changes(names):
        before, files = files, look()
        tell("")
        tell(_told(before, files))
        report(files)


def _changes(names: Sequence[str]) -> Iterator[State]:
    """The states of the files, each time that they differ from the ones before."""
    before = _state(names)
    while True:
        time.sleep(_PAUSE)
        now = _state(names)
        if now != before:
            before = now
            yield now


def _state(names: Sequence[str]) -> State:
    return tuple(_state_of(name) for name in names)


def _state_of(name: str) -> tuple[int, int, int] | None:
    """What differs after a file was written or replaced; None where there is none."""
    try:
        found = os.stat(name)  # noqa: PTH116 - of names that no Path can be made of, too
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _told(before: Sequence[Checked], now: Sequence[Checked]) -> str:
    """The time, and how many findings are new and how many are solved."""
    old, new = _findings(before), _findings(now)
    added, solved = (new - old).total(), (old - new).total()
    parts = [
        ngettext("{n} new", "{n} new", added).format(n=added),
        ngettext("{n} solved", "{n} solved", solved).format(n=solved),
    ]
    at = datetime.now().astimezone()
    return _("{time} saved: {changes}").format(time=f"{at:%H:%M:%S}", changes=", ".join(parts))


def _findings(files: Sequence[Checked]) -> Counter[tuple[str, ...]]:
    """The findings by what they say, not by their lines: those shift with every edit."""
    return Counter(
        (file.reading.name, problem.rule.code, problem.message, *problem.sessions)
        for file in files
        for problem in file.problems
    )
