"""The cache of programmes that have been read, from one run of the program to the next.

To validate a programme takes longer than all else that most commands do, and the same one is opened
again and again. An entry in the user's cache folder belongs to one file, and is valid for exactly
the bytes, the code and the rules of the time zone from which it was made. Only programmes without
problems are cached. Where an entry is damaged, old or cannot be written, the file is read.

An entry is the checksum of all that follows, a line of JSON with the programme, and the bytes of
the file. It is data, and never runs anything.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32
from zoneinfo import TZPATH

from tui_planner import __version__
from tui_planner.programme.model import Programme
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.text_rules import make_slug
from tui_planner.programme.toml.source import STANDARD_INPUT, Source
from tui_planner.programme.toml.toml_positions import Positions
from tui_planner.support.atomic_write import make_own_folder, write_beside
from tui_planner.support.files import read_file

from .plain_data import dump_programme, load_programme

_MOST = 20
"""The most programmes in the cache."""
_LEAST_BOUND, _BOUND = 100_000, 6
"""The most bytes of an entry: a number, and a multiple of those of its file."""
_CHECKSUM = 4
"""Bytes of a CRC-32, which detects any change of one bit or of bits close together."""


def recall(name: str, data: bytes) -> ReadResult | None:
    """Recall what was read of the bytes of a file before; None where that is not cached."""
    entry = _entry(name)
    programme = None if entry is None else _load(entry, data)
    if programme is None:
        return None
    source = Source(name, data)
    return ReadResult(name, programme, (), source, Positions(source))


def remember(reading: ReadResult, data: bytes) -> None:
    """Remember what was read of the bytes of a file, if it has no problem."""
    entry = _entry(reading.name)
    if entry is not None and reading.programme is not None:
        _save(entry, data, reading.programme)


def find_cache_folder() -> Path:
    """Find the folder of the entries."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - not before it is needed

    return user_cache_path("tui-planner", appauthor=False) / "programmes"


def _entry(name: str) -> Path | None:
    """Return the path of the entry of a file; None where it can have none."""
    if name == STANDARD_INPUT:
        return None
    with suppress(OSError, ValueError, RuntimeError):
        path = Path(name).resolve()
        return (
            find_cache_folder()
            / f"{make_slug(path.stem)[:40]}-{crc32(os.fsencode(path)):08x}.entry"
        )
    return None


def _load(entry: Path, data: bytes) -> Programme | None:
    try:
        content = read_file(entry, _most_bytes(data))
        if not _is_whole(content) or not content.endswith(b"\n" + data):
            return None
        described = memoryview(content)[_CHECKSUM : -len(data)]
        made_by, programme = json.loads(str(described, "utf-8"))
        return load_programme(programme) if made_by == _made_by(programme["zone"]) else None
    except Exception:  # the entry may hold anything
        return None


def _save(entry: Path, data: bytes, programme: Programme) -> None:
    described = json.dumps(
        [_made_by(programme.zone.key), dump_programme(programme)],
        ensure_ascii=False,
        separators=(",", ":"),
    )
    content = _with_checksum(described.encode() + b"\n" + data)
    if len(content) > _most_bytes(data):
        return
    with suppress(OSError):
        make_own_folder(entry.parent)
        with write_beside(entry, content) as temporary:
            temporary.replace(entry)
        for old in _by_age(entry.parent)[_MOST:]:
            old.unlink()


def _most_bytes(data: bytes) -> int:
    """Return the most bytes that the entry of a file can have."""
    return _LEAST_BOUND + _BOUND * len(data)


def _with_checksum(content: bytes) -> bytes:
    return crc32(content).to_bytes(_CHECKSUM) + content


def _is_whole(content: bytes) -> bool:
    """Whether the content fits its checksum; one that is too short does not."""
    return content[:_CHECKSUM] == crc32(memoryview(content)[_CHECKSUM:]).to_bytes(_CHECKSUM)


def _by_age(folder: Path) -> list[Path]:
    """List the files of a folder, the newest first."""
    files = (path for path in folder.iterdir() if not path.is_dir())
    return sorted(files, key=lambda path: path.stat().st_mtime_ns, reverse=True)


def _made_by(zone: str) -> list[Any]:
    """Describe what a programme depends on: this code, and the rules of its zone."""
    return [__version__, _code(), _rules(zone)]


def _code() -> list[list[Any]]:
    """List the modules that read programmes, and when each was changed."""
    package = Path(__file__).parent.parent
    shelves = ("cache", "reading", "reading/faults", "reading/format", "toml")
    folders = [package, *(package / shelf for shelf in shelves)]
    return sorted(
        [file.path, file.stat().st_mtime_ns]
        for folder in folders
        for file in os.scandir(folder)
        if file.name.endswith(".py")
    )


def _rules(zone: str) -> list[Any]:
    """Describe the rules of a time zone: where they come from, and when they were changed."""
    for folder in TZPATH:
        with suppress(OSError):
            return [folder, (Path(folder) / zone).stat().st_mtime_ns]
    from tzdata import IANA_VERSION  # noqa: PLC0415 - where the system has no zones

    return [IANA_VERSION, 0]
