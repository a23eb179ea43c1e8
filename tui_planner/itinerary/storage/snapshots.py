"""The snapshots of a file, its earlier states, in a folder beside it.

Each is a file `000042-20250213T115000Z.toml`: its number, and the instant (UTC) at which the next
state took its place.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from tui_planner.support.atomic_write import write_beside

_RECENT_DAYS = 10
"""A week touches eight dates, and a clock that is wrong for a moment makes more."""
_MOST_RECENT = 200
_NAME = re.compile(r"(\d{6,})-(\d{8}T\d{6}Z)\.toml")


class Snapshot(NamedTuple):
    """The file of an earlier state: its number, and the instant (UTC) at which that ended."""

    number: int
    until: datetime
    path: Path


def find_snapshot_folder(file: Path) -> Path:
    """Return the folder of the snapshots of a file."""
    return file.with_name(f"{file.name}.history")


def list_snapshots(file: Path) -> list[Snapshot]:
    """List the snapshots of a file, the latest first; none where they cannot be listed."""
    try:
        found = [
            one for path in find_snapshot_folder(file).iterdir() for one in _parse_snapshot(path)
        ]
    except OSError:
        return []
    return sorted(found, key=lambda snapshot: snapshot.number, reverse=True)


def keep_snapshot(file: Path, now: datetime) -> None:
    """Make a snapshot of a file that is about to be replaced, if that can be done."""
    snapshots = list_snapshots(file)
    with suppress(OSError):
        # It is there already after a crash between the snapshot and the replacing.
        if not (snapshots and snapshots[0].path.samefile(file)):
            number = snapshots[0].number + 1 if snapshots else 1
            _link_or_copy(file, _path_of(file, number, now))
        for snapshot in list_superfluous(snapshots):
            snapshot.path.unlink()


def keep_beginning(file: Path, data: bytes, now: datetime) -> None:
    """Make a snapshot, numbered 0, of what was before a file is written for the first time.

    With it, the first change of all can be taken back like any other.
    """
    if list_snapshots(file):
        return
    with suppress(OSError):
        path = _path_of(file, 0, now)
        with write_beside(path, data) as temporary:
            temporary.replace(path)


def list_superfluous(snapshots: Sequence[Snapshot]) -> Iterator[Snapshot]:
    """List the snapshots, given the latest first, that need not be kept any longer.

    Kept are the last ones of the last days on which there are any, and the last one of each day
    before. What the clock says now does not count: by one that jumped ahead, all would be old.
    """
    days: set[date] = set()
    for place, snapshot in enumerate(snapshots):
        day = snapshot.until.date()
        recent = place < _MOST_RECENT and len(days | {day}) <= _RECENT_DAYS
        if not recent and day in days:
            yield snapshot
        days.add(day)


def _path_of(file: Path, number: int, until: datetime) -> Path:
    """Make the path of a snapshot."""
    return find_snapshot_folder(file) / f"{number:06}-{until.astimezone(UTC):%Y%m%dT%H%M%SZ}.toml"


def _parse_snapshot(path: Path) -> Iterator[Snapshot]:
    """Return the snapshot that a file of the folder is, if it is one."""
    found = _NAME.fullmatch(path.name)
    with suppress(ValueError):
        if found:
            yield Snapshot(int(found[1]), datetime.fromisoformat(found[2]), path)


def _link_or_copy(file: Path, path: Path) -> None:
    """Give a file a second name; the file is replaced later, never written into."""
    try:
        os.link(file, path)
    except OSError:  # some disks have no links
        with write_beside(path, file.read_bytes()) as temporary:
            temporary.replace(path)
