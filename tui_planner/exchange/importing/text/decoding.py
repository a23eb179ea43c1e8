"""Decoding of files, whatever encoding they are in."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WITHOUT_MARK = (
    *((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")),
    *((b"B\0", "utf-16-le"), (b"\0B", "utf-16-be")),  # of `BEGIN:`
)
_CHARACTER_SETS = re.compile(
    r"(utf_|utf|ascii|us_ascii|iso_?8859|latin|cp\d|windows_|koi8|shift_jis|euc_|gb|big5|mac_)"
)
LAST_RESORT = "windows-1252"


def decode_text(data: bytes, declared: str = "") -> tuple[str, str]:
    """Decode a file; returns the text, and the encoding if that had to be guessed, else empty.

    A byte-order mark counts first, then the encoding that the file declares, then UTF-8. What is
    none of these is read as windows-1252, in which nearly every byte is something.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    for beginning, encoding in _WITHOUT_MARK:
        if data.startswith(beginning):
            return _strictly(data, encoding)
    return _strictly(data, _known(declared) or "utf-8")


def _strictly(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError:
        return data.decode(LAST_RESORT, errors="replace"), LAST_RESORT  # five bytes mean nothing


def _known(declared: str) -> str:
    """Look an encoding up by its name; empty if it is no character set, as some codecs are not."""
    name = re.sub(r"[^a-z0-9]+", "_", declared.strip().lower())
    if not _CHARACTER_SETS.match(name):
        return ""
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
