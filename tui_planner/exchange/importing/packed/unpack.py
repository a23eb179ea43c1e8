"""Unpacking of a schedule that is packed, within bounds: an archive can be made to be endless."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from tui_planner.exchange.importing.detect_format import GZIP_MARK, detect_format, is_packed
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_limits import LARGEST, check_size
from tui_planner.support.i18n import _

_MOST_MEMBERS = 1_000
_LARGEST_DIRECTORY = 1_000_000
"""Octets of the table of contents of a zip."""
_HEAD = 65_536
"""Octets that are unpacked of what may be no schedule."""
_MOST_NAMED = 5
_LONGEST_NAME = 60
_END_OF_DIRECTORY = b"PK\x05\x06"
_READ = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that are read: others may ask for any amount of memory."""


class Unpacked(NamedTuple):
    """A file out of an archive, and its name there."""

    data: bytes
    name: str


class _Member(NamedTuple):
    """A file in a zip that a format recognises; `is_page` where it is only a page of HTML."""

    unpacked: Unpacked
    is_page: bool


def unpack(data: bytes, name: str) -> Unpacked:
    """Unpack the schedule in a file of gzip or zip.

    Args:
        data: The file.
        name: By which the user knows it.

    Raises:
        NoScheduleError: it is broken, encrypted or too large, holds another archive, or no
            schedule, or several.
    """
    inner = _gunzip(data, name) if data.startswith(GZIP_MARK) else _unzip(data, name)
    if is_packed(inner.data):
        text = _("{name} holds another archive: unpack that, and import what is in it.")
        raise NoScheduleError(text.format(name=name))
    return inner


def _gunzip(data: bytes, name: str) -> Unpacked:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            whole = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error) as error:
        text = _("{name} is packed by gzip, and broken or cut off: fetch it again.")
        raise NoScheduleError(text.format(name=name)) from error
    check_size(len(whole))
    return Unpacked(whole, name[:-3] if name.lower().endswith(".gz") else name)


def _unzip(data: bytes, name: str) -> Unpacked:
    _check_directory(data, name)
    broken = NoScheduleError(
        _("{name} is a zip, and broken or cut off: fetch it again.").format(name=name)
    )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _choose(archive, name)
    except NotImplementedError as error:
        raise _refuse_packing(name) from error
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, zlib.error) as error:
        raise broken from error
    except RuntimeError as error:  # so says zipfile that it wants a password
        raise _refuse_encrypted(name) from error


def _check_directory(data: bytes, name: str) -> None:
    """Refuse a zip of too many files before its table of contents is read."""
    at = data.rfind(_END_OF_DIRECTORY)
    number = int.from_bytes(data[at + 10 : at + 12], "little") if at >= 0 else 0
    size = int.from_bytes(data[at + 12 : at + 16], "little") if at >= 0 else 0
    if number > _MOST_MEMBERS or size > _LARGEST_DIRECTORY:
        text = _("{name} holds more than {n} files: take the schedule out of it, and import that.")
        raise NoScheduleError(text.format(name=name, n=_MOST_MEMBERS))


def _choose(archive: zipfile.ZipFile, name: str) -> Unpacked:
    """Choose the one schedule in a zip; a page counts only where there is nothing else."""
    listed = [one for one in archive.infolist() if not one.is_dir() and not _is_hidden(one)]
    if listed and all(one.flag_bits & 1 for one in listed):
        raise _refuse_encrypted(name)
    members = list(_find_schedules(archive, listed, name))
    found = [one for one in members if not one.is_page] or members
    if len(found) == 1:
        return found[0].unpacked
    if found:
        text = _("{name} holds several schedules, {files}: unpack it, and import one of them.")
        files = _name_files([one.unpacked.name for one in found])
    else:
        text = _("There is no schedule in {name}: it holds {files}.")
        files = _name_files([one.filename for one in listed])
    raise NoScheduleError(text.format(name=name, files=files))


def _find_schedules(
    archive: zipfile.ZipFile, listed: list[zipfile.ZipInfo], name: str
) -> Iterator[_Member]:
    left = LARGEST
    for one in listed:
        if one.flag_bits & 1:
            continue
        if one.compress_type not in _READ:
            raise _refuse_packing(name)
        with archive.open(one) as file:
            head = file.read(_HEAD)
            if is_packed(head):
                if len(listed) == 1:
                    yield _Member(Unpacked(head, one.filename), is_page=False)
                continue
            if detect_format(head) is None:
                continue
            data = head + file.read(left + 1)
        left -= len(data)
        check_size(LARGEST - left)
        kind = detect_format(data)
        if kind is not None:
            yield _Member(Unpacked(data, one.filename), is_page=not kind.name)


def _is_hidden(one: zipfile.ZipInfo) -> bool:
    """Tell whether a file is one that systems add by themselves."""
    path = PurePosixPath(one.filename)
    return path.parts[:1] == ("__MACOSX",) or path.name.startswith(".")


def _refuse_encrypted(name: str) -> NoScheduleError:
    text = _("{name} is encrypted: unpack it with its password, and import what is in it.")
    return NoScheduleError(text.format(name=name))


def _refuse_packing(name: str) -> NoScheduleError:
    text = _(
        "{name} is packed in a way that is not read here: unpack it, and import what is in it."
    )
    return NoScheduleError(text.format(name=name))


def _name_files(names: list[str]) -> str:
    """Name some of the files."""
    if not names:
        return _("nothing")
    named = [name[:_LONGEST_NAME] for name in names]
    return ", ".join([*named[:_MOST_NAMED], *(["…"] if len(named) > _MOST_NAMED else [])])
