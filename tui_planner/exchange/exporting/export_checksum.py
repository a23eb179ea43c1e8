"""The seal of an exported file: it tells whether a person has edited it since.

The next export may replace what the last one of its format wrote; anything else it may not. The
seal is a line of its own, and says a digest of all the others.
"""

from tui_planner.exchange.importing.draft.edit_checksum import make_digest

from .export_format import ExportFormat


def seal_export(kind: ExportFormat, text: str) -> str:
    """Put its seal into an export, which ends with the end of a line."""
    at = _place(kind, text)
    return text[:at] + _line(kind, text) + text[at:]


def is_as_exported(kind: ExportFormat, text: str) -> bool:
    """Tell whether a file is still what an export of a format wrote."""
    length = len(_line(kind, ""))
    at = max(0, len(text) - length) if kind.seal.above is None else _place(kind, text)
    return text == seal_export(kind, text[:at] + text[at + length :])


def _place(kind: ExportFormat, text: str) -> int:
    """Find where the seal of a text without one belongs."""
    if kind.seal.above is None:
        return len(text)
    at = 0
    for _ in range(kind.seal.above):
        at = text.find("\n", at) + 1
    return at


def _line(kind: ExportFormat, text: str) -> str:
    return kind.seal.text.format(f"tui-planner {kind.name} {make_digest(text)}")
