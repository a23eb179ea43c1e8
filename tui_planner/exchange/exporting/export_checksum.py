"""The checksum in an exported file, which shows whether a person has edited the file since.

The next export may replace a file that is as the last export of the same format wrote it, and no
other. The checksum stands on a line of its own, and is that of all other lines.
"""

from tui_planner.exchange.checksum import compute_checksum

_AT_END = "<!-- {} -->\n"
_PLACES = {
    "ics": (1, "X-TUI-PLANNER-SEAL:{}\r\n"),
    "json": (1, '  "seal": "{}",\n'),
    "schedule-json": (2, '    "seal": "{}",\n'),  # in its generator: elsewhere its schema has none
}
"""By format, the lines before the checksum and how it is written; else it is the last line."""


def insert_checksum(format_: str, text: str) -> str:
    """Insert the line with its checksum into an export; the text ends with a line end."""
    at = _place(format_, text)
    return text[:at] + _line(format_, text) + text[at:]


def is_as_exported(format_: str, text: str) -> bool:
    """Tell whether a file is still as an export of this format wrote it."""
    length = len(_line(format_, ""))
    at = _place(format_, text) if format_ in _PLACES else max(0, len(text) - length)
    return text == insert_checksum(format_, text[:at] + text[at + length :])


def _place(format_: str, text: str) -> int:
    """Find the position at which the checksum line belongs in a text without one."""
    if format_ not in _PLACES:
        return len(text)
    at = 0
    for _ in range(_PLACES[format_][0]):
        at = text.find("\n", at) + 1
    return at


def _line(format_: str, text: str) -> str:
    _lines, line = _PLACES.get(format_, (0, _AT_END))
    return line.format(f"tui-planner {format_} {compute_checksum(text)}")
