"""The formats of published files, and which of them a file has by its first characters."""

from collections.abc import Sequence

from tui_planner.support.discovery import collect_records

from . import formats
from .import_format import ImportFormat
from .text.decoding import decode_text

_HEAD = 65_536
"""Octets; notices and the head of a page may stand before a calendar."""
GZIP_MARK = b"\x1f\x8b"
_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def is_published(data: bytes) -> bool:
    """Tell whether a file is one that others publish, packed or not, and must be imported."""
    return is_packed(data) or detect_format(data) is not None


def is_packed(data: bytes) -> bool:
    """Tell whether a file is packed, by gzip or zip."""
    return data.startswith((GZIP_MARK, *_ZIP_MARKS))


def detect_format(data: bytes) -> ImportFormat | None:
    """Detect the format of a file by its content; None is what no other is: TOML, or nothing.

    TOML never begins with a brace, with an angle bracket, or with `BEGIN:`.
    """
    head = decode_text(data[:_HEAD])[0].lstrip("\ufeff \t\r\n\f")
    begun_so = (one for one in _list_formats() if one.recognises(head))
    return next((one for one in begun_so if one.fits(data)), None)


def list_format_names() -> Sequence[str]:
    """List what people call the formats that schedules can be taken from."""
    return [one.name for one in _list_formats() if one.name]


def _list_formats() -> Sequence[ImportFormat]:
    return sorted(collect_records(formats, ImportFormat), key=lambda one: (one.order, one.name))
