"""The checksum in an exported file, which shows whether a person has edited the file since.

The next export may replace a file that is as the last export of the same format wrote it, and no
other. The checksum stands on a line of its own, and is that of all other lines.
"""

from tui_planner.support.checksum import compute_checksum

from .export_format import ExportFormat


def insert_checksum(kind: ExportFormat, text: str) -> str:
    """Put its seal into an export, which ends with the end of a line."""
    at = _place(kind, text)
    return text[:at] + _line(kind, text) + text[at:]


def is_as_exported(kind: ExportFormat, text: str) -> bool:
    """Tell whether a file is still what an export of a format wrote."""
    length = len(_line(kind, ""))
    at = max(0, len(text) - length) if kind.seal.above is None else _place(kind, text)
    return text == insert_checksum(kind, text[:at] + text[at + length :])


def _place(kind: ExportFormat, text: str) -> int:
    """Find where the seal of a text without one belongs."""
    if kind.seal.above is None:
        return len(text)
    at = 0
    for _ in range(kind.seal.above):
        at = text.find("\n", at) + 1
    return at


def _line(kind: ExportFormat, text: str) -> str:
    return kind.seal.text.format(f"tui-planner {kind.name} {compute_checksum(text)}")
