"""The format of a published file, detected by its first characters."""

import re
from enum import StrEnum

from .text.decoding import decode_text

_HEAD = 4096
_BEFORE_XML_ROOT = re.compile(
    r"(\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(\[.*?\]\s*)?>)+", re.DOTALL
)
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]", re.IGNORECASE)


class ScheduleFormat(StrEnum):
    """The formats of files that hold a programme; and HTML, where a wrong link leads to."""

    XML = "schedule.xml"
    JSON = "schedule.json"
    ICALENDAR = "iCalendar"
    HTML = "HTML"
    TOML = "programme.toml"


def detect_format(data: bytes) -> ScheduleFormat:
    """Detect the format of a file by its content; what is nothing else is taken for TOML.

    TOML never begins with a brace, with an angle bracket, or with `BEGIN:`.
    """
    head = _head(data)
    if head.startswith("<"):
        return ScheduleFormat.HTML if _is_html(head) else ScheduleFormat.XML
    if head.startswith("{"):
        return ScheduleFormat.JSON
    if head[:6].upper() == "BEGIN:":
        return ScheduleFormat.ICALENDAR
    return ScheduleFormat.TOML


def _head(data: bytes) -> str:
    return decode_text(data[:_HEAD])[0].lstrip("\ufeff \t\r\n\f")


def _is_html(head: str) -> bool:
    begun = _BEFORE_XML_ROOT.match(head)
    return _HTML.match(head) is not None or bool(begun and _HTML.match(head, begun.end()))
