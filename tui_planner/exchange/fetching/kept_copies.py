"""The copies of what was fetched, in the user's cache folder: one file for each address.

A copy is the checksum of all that follows, a line of JSON on where and when it was fetched, and
what was there. Of the address itself it holds what anybody may see, and a digest.
"""

import json
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from tui_planner.support.atomic_write import make_own_folder, write_beside
from tui_planner.support.files import read_file
from tui_planner.support.i18n import _, ngettext

from .client import Validators
from .limits import Limits
from .web_address import WebAddress

_MOST = 20
"""The most copies that are kept."""
_CHECKSUM = 4
"""Octets of a CRC-32."""
_HEAD = 50_000
"""The most octets of the line that tells where a copy is from."""
_ENDING = ".copy"
_LONG = 3_600
"""Seconds that nobody writes a copy for."""


class KeptCopy(NamedTuple):
    """What was at an address.

    Attributes:
        address: The address, as anybody may see it.
        is_whole: Whether that is all of the address, so that it can be asked again by it.
        source: Where it came from in the end, likewise.
        fetched: When the server last said that this is there; with its zone.
        validators: By which to ask for another version.
        data: What was there.
    """

    address: str
    is_whole: bool
    source: str
    fetched: datetime
    validators: Validators
    data: bytes


def find_copy_folder() -> Path:
    """Find the folder of the copies."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where something is fetched

    return user_cache_path("tui-planner", appauthor=False) / "addresses"


def find_copy_path(address: WebAddress) -> Path:
    """Find where the copy of an address is, or would be."""
    name = re.sub(r"[^a-z0-9]+", "-", address.host)[:40].strip("-")
    return find_copy_folder() / f"{name}-{address.digest}{_ENDING}"


def load_copy(address: WebAddress) -> KeptCopy | None:
    """Load the copy of an address; None where there is none, or it is damaged."""
    return _load(find_copy_path(address))


def list_copies() -> Iterator[KeptCopy]:
    """Yield all copies that can be read, the newest first."""
    with suppress(OSError):
        for path in _by_age(find_copy_folder()):
            if (copy := _load(path)) is not None:
                yield copy


def keep_copy(address: WebAddress, copy: KeptCopy) -> None:
    """Keep a copy, whole or not at all; the oldest of too many are removed.

    Raises:
        OSError: it cannot be written.
    """
    path = find_copy_path(address)
    make_own_folder(path.parent)
    with write_beside(path, _dump(copy)) as temporary:
        temporary.replace(path)
    with suppress(OSError):  # the next time, then
        for old in [*_by_age(path.parent)[_MOST:], *_left_behind(path.parent)]:
            old.unlink()


def _load(path: Path) -> KeptCopy | None:
    try:
        content = read_file(path, Limits.size + _HEAD)
        if content[:_CHECKSUM] != _checksum(content[_CHECKSUM:]):
            return None
        head, _end, data = content[_CHECKSUM:].partition(b"\n")
        told = json.loads(head)
        return KeptCopy(
            str(told["address"]),
            bool(told["is_whole"]),
            str(told["source"]),
            datetime.fromisoformat(told["fetched"]).astimezone(UTC),
            Validators(*map(str, told["validators"])),
            data,
        )
    except Exception:  # the file may hold anything
        return None


def _dump(copy: KeptCopy) -> bytes:
    told = {
        "address": copy.address,
        "is_whole": copy.is_whole,
        "source": copy.source,
        "fetched": copy.fetched.isoformat(timespec="seconds"),
        "validators": copy.validators,
    }
    content = json.dumps(told).encode() + b"\n" + copy.data
    return _checksum(content) + content


def _checksum(content: bytes) -> bytes:
    return crc32(content).to_bytes(_CHECKSUM)


def _left_behind(folder: Path) -> Iterator[Path]:
    """Yield what processes have left that were killed while they wrote; none writes for long."""
    long_ago = time.time() - _LONG
    return (path for path in folder.glob(".*.new") if path.stat().st_mtime < long_ago)


def _by_age(folder: Path) -> list[Path]:
    """List the copies in a folder, the newest first."""
    return sorted(
        folder.glob(f"*{_ENDING}"), key=lambda path: path.stat().st_mtime_ns, reverse=True
    )


def format_age(then: datetime, now: datetime) -> str:
    """Tell how long an instant lies before another, as `2 hours ago`."""
    minutes = int((now - then).total_seconds()) // 60
    if minutes < 1:
        return _("less than a minute ago")
    if minutes < 60:
        return ngettext("{n} minute ago", "{n} minutes ago", minutes).format(n=minutes)
    hours = minutes // 60
    if hours < 48:
        return ngettext("{n} hour ago", "{n} hours ago", hours).format(n=hours)
    return ngettext("{n} day ago", "{n} days ago", hours // 24).format(n=hours // 24)
