"""What was read of a programme, remembered from one run of the program to the next.

To validate a programme takes longer than all else that most commands do, and the same one is opened
again and again. An entry in the user's cache folder belongs to one file, and holds for exactly the
bytes, the code and the rules of the time zone from which it was made. Only what has no problem is
remembered. That an entry is damaged, old or cannot be written is nobody's trouble: then the file is
read.
"""

import copyreg
import os
import pickle
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from zlib import crc32
from zoneinfo import TZPATH, ZoneInfo

from .. import __version__
from ..replacing import own_folder
from .characters import slug
from .model import Programme
from .positions import Positions
from .reading import Reading
from .source import STANDARD_INPUT, Source

_MOST = 20
"""Programmes that are remembered."""

_ALLOWED = {
    "datetime": {"date", "datetime", "timedelta", "timezone"},
    "zoneinfo": {"ZoneInfo"},
    f"{__package__}.model": {
        *("Accepted", "Block", "BlockKind", "Day", "Programme", "Room", "Session", "Status"),
    },
    f"{__package__}.timing": {"Interval", "Timing"},
}
"""All that an entry may be made of, by module: it is data, and never runs anything."""

_ZONES = {**copyreg.dispatch_table, ZoneInfo: lambda zone: (ZoneInfo, (zone.key,))}
"""Zones are made by their names; of itself one would be made by a function that finds any other."""


def recall(name: str, data: bytes) -> Reading | None:
    """What was read of the bytes of a file before; None where that is not remembered."""
    entry = _entry(name)
    programme = None if entry is None else _recalled(entry, data)
    if programme is None:
        return None
    source = Source(name, data)
    return Reading(name, programme, (), source, Positions(source))


def remember(reading: Reading, data: bytes) -> None:
    """Remember what was read of the bytes of a file."""
    entry = _entry(reading.name)
    if entry is not None and reading.programme is not None:
        _keep(entry, data, reading.programme)


def cache_folder() -> Path:
    """The folder of the entries."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - not before it is needed

    return user_cache_path("tui-planner", appauthor=False) / "programmes"


def _entry(name: str) -> Path | None:
    """The entry of a file; None where it can have none."""
    if name == STANDARD_INPUT:
        return None
    with suppress(OSError, ValueError, RuntimeError):
        path = Path(name).resolve()
        return cache_folder() / f"{slug(path.stem)[:40]}-{crc32(os.fsencode(path)):08x}.pickle"
    return None


def _recalled(entry: Path, data: bytes) -> Programme | None:
    try:
        made_from, programme = _Unpickler(BytesIO(entry.read_bytes())).load()
        return programme if made_from == _made_from(data, programme) else None
    except Exception:  # pickle raises whatever a damaged entry leads it to
        return None


def _keep(entry: Path, data: bytes, programme: Programme) -> None:
    with suppress(OSError):
        own_folder(entry.parent)
        with NamedTemporaryFile(dir=entry.parent, delete=False) as file:
            pickler = pickle.Pickler(file, pickle.HIGHEST_PROTOCOL)
            pickler.dispatch_table = _ZONES
            pickler.dump((_made_from(data, programme), programme))
        Path(file.name).replace(entry)
        for old in _by_age(entry.parent)[_MOST:]:
            old.unlink()


def _by_age(folder: Path) -> list[Path]:
    """The files of a folder, the newest first."""
    return sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)


def _made_from(data: bytes, programme: Programme) -> tuple[object, ...]:
    """From what a programme was made: its bytes, this code, the rules of its zone."""
    return data, __version__, _code(), _rules(programme.zone.key)


def _code() -> list[tuple[str, int]]:
    """The modules that read programmes, and when each was changed."""
    with os.scandir(Path(__file__).parent) as files:
        return sorted(
            (file.name, file.stat().st_mtime_ns) for file in files if file.name.endswith(".py")
        )


def _rules(zone: str) -> tuple[str, float]:
    """Where the rules of a time zone come from, and of when they are."""
    for folder in TZPATH:
        with suppress(OSError):
            return folder, (Path(folder) / zone).stat().st_mtime_ns
    from tzdata import IANA_VERSION  # noqa: PLC0415 - where the system has no zones

    return IANA_VERSION, 0


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if name not in _ALLOWED.get(module, ()):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return super().find_class(module, name)
