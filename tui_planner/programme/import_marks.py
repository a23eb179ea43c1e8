"""The marks by which an imported programme shows what was guessed, and whether it was edited since.

The next import may replace what the last one wrote, but not what a person wrote in it; and what was
guessed is told until a person has been over the file.
"""

import re

from tui_planner.support.checksum import compute_checksum
from tui_planner.support.i18n import _

_SIGN = "# ?"
_CHECKSUM = re.compile(r"#[^\n]*\(([0-9a-f]{16})\)[^\n]*")
"""The last line of an imported file, in whichever language it was written."""


def mark_guess() -> str:
    """Make the comment that marks the value before it on its line as a guess."""
    return f"  {_SIGN} {_('guessed')}"


def is_guess(line: str) -> bool:
    """Tell whether the value on a line is marked as a guess."""
    _value, sign, comment = line.rpartition(_SIGN)
    return bool(sign) and '"' not in comment


def append_checksum(text: str) -> str:
    """Append the checksum of a programme to it, as a comment in the last line."""
    message = _(
        "As imported ({digest}): while nothing is edited, the next import replaces this file."
    )
    return f"{text}\n# {message.format(digest=compute_checksum(text))}\n"


def is_as_imported(text: str) -> bool:
    """Tell whether a programme has a checksum, and is still as it was imported."""
    body, written = _split(text)
    return written == compute_checksum(body)


def is_edited(text: str) -> bool:
    """Tell whether a programme has a checksum, and is not what was imported any more."""
    body, written = _split(text)
    return bool(written) and written != compute_checksum(body)


def _split(text: str) -> tuple[str, str]:
    """Split a text into what the checksum in its last line is of, and this; empty where absent."""
    body, _end, last = text.removesuffix("\n").rpartition("\n")
    found = _CHECKSUM.fullmatch(last)
    return body, found[1] if found else ""
