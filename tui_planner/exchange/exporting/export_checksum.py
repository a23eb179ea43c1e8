"""The seal of an exported file: it tells whether a person has edited it since.

The next export may replace what the last one of its format wrote; anything else it may not. The
seal is a line of its own, and says a digest of all the others.
"""

from tui_planner.exchange.checksum import compute_checksum

_AT_END = "<!-- {} -->\n"
_PLACES = {
    "ics": (1, "X-TUI-PLANNER-SEAL:{}\r\n"),
    "json": (1, '  "seal": "{}",\n'),
    "schedule-json": (2, '    "seal": "{}",\n'),  # in its generator: elsewhere its schema has none
}
"""By the format, behind how many lines the seal stands, and how; elsewhere it is the last line."""


def insert_checksum(format_: str, text: str) -> str:
    """An export, which ends with the end of a line, with its seal."""
    at = _place(format_, text)
    return text[:at] + _line(format_, text) + text[at:]


def is_as_exported(format_: str, text: str) -> bool:
    """Whether a file is still what an export of a format wrote."""
    length = len(_line(format_, ""))
    at = _place(format_, text) if format_ in _PLACES else max(0, len(text) - length)
    return text == insert_checksum(format_, text[:at] + text[at + length :])


def _place(format_: str, text: str) -> int:
    """Where the seal of a text without one belongs."""
    if format_ not in _PLACES:
        return len(text)
    at = 0
    for _ in range(_PLACES[format_][0]):
        at = text.find("\n", at) + 1
    return at


def _line(format_: str, text: str) -> str:
    _lines, line = _PLACES.get(format_, (0, _AT_END))
    return line.format(f"tui-planner {format_} {compute_checksum(text)}")
