"""The format of a published file, detected by its first characters."""

from tui_planner.support.discovery import find_records

from . import formats
from .import_format import ImportFormat
from .text.decoding import decode_text

_HEAD = 4096


def detect_format(data: bytes) -> ImportFormat | None:
    """Detect the format of a file by its content; None is what no other is: TOML, or nothing.

    TOML never begins with a brace, with an angle bracket, or with `BEGIN:`.
    """
    head = decode_text(data[:_HEAD])[0].lstrip("\ufeff \t\r\n\f")
    found = find_records(formats, ImportFormat)
    in_order = sorted(found, key=lambda one: (one.order, one.name))
    return next((one for one in in_order if one.recognises(head)), None)
