"""What stands before a calendar in its file: comments, headers, notices, the tags of a page."""

import re

_LINE_END = re.compile(rb"\r*\n|\r")
_BEGIN = r"(?:^|[>\r\n])[ \t\ufeff]*(?P<begin>BEGIN:VCALENDAR)[ \t]*(?=[\r\n<]|$)"
_BEGIN_TEXT = re.compile(_BEGIN, re.IGNORECASE)
_BEGIN_BYTES = re.compile(_BEGIN.replace(r"\ufeff", r"\xef\xbb\xbf").encode(), re.IGNORECASE)
_MARKED_UP = re.compile(rb"<(?:!doctype\s+html|html|body|pre|div|p|code|textarea)\b", re.IGNORECASE)
_BREAK = re.compile(rb"<br\s*/?>[ \t]*(?:\r?\n)?", re.IGNORECASE)
_TAG_BEHIND = re.compile(rb"(END:VCALENDAR)[ \t]*(?=<)", re.IGNORECASE)
_OTHER_FORMAT = re.compile(
    r"""<schedule\b|^[ \t]*(?:\[+[\w."' -]+\]+[ \t]*(?:\#.*)?$|[\w."'-]+[ \t]*=)""", re.MULTILINE
)
"""What schedule.xml and TOML begin with, in which a calendar may be quoted."""


def holds_calendar(head: str) -> bool:
    """Tell whether a calendar begins in the head of a file, behind what is of no format."""
    if "BEGIN:VCALENDAR" not in head and "begin:vcalendar" not in head:
        return False  # as nearly all are, and much quicker
    begun = _BEGIN_TEXT.search(head)
    if begun is None or begun.start("begin") == 0:
        return False
    return not _OTHER_FORMAT.search(head, 0, begun.start("begin"))


def unwrap_calendar(data: bytes) -> tuple[bytes, int]:
    """Empty the lines before a calendar; in a page of HTML, read what the page escapes.

    Returns:
        The file, in which every line keeps its number, and how many lines were emptied.
    """
    begun = None if data[:6].upper() == b"BEGIN:" else _BEGIN_BYTES.search(data)
    if begun is None:
        return data, 0
    before, calendar = data[: begun.start("begin")], data[begun.start("begin") :]
    if _MARKED_UP.search(before):
        import html  # noqa: PLC0415 - few calendars stand in a page

        calendar = _TAG_BEHIND.sub(rb"\1\n", _BREAK.sub(b"\n", calendar))
        text = html.unescape(calendar.decode(errors="surrogateescape"))
        calendar = text.encode(errors="surrogateescape")
    lines = _LINE_END.split(before)
    return b"\n" * (len(lines) - 1) + calendar, sum(bool(line.strip()) for line in lines)
