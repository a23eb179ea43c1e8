"""The marks by which an imported programme shows what was guessed, and whether it was edited since.

The next import may replace what the last one wrote, but not what a person wrote in it; and what was
guessed is told until a person has been over the file.
"""

import re

from tui_planner.support.checksum import compute_checksum
from tui_planner.support.i18n import _

_SIGN = "# ?"
_CHECKSUM = re.compile(r"^# [^\n]*\(([0-9a-f]{16})\)[^\n]*$", re.MULTILINE)
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
    body, _end, last = text.removesuffix("\n").rpartition("\n")
    found = _CHECKSUM.fullmatch(last)
    return found is not None and found[1] == compute_checksum(body)


def has_open_guesses(text: str) -> bool:
    """Tell whether a programme may have marks that still count: it has no checksum, or that holds.

    Whoever has edited an imported file in any place has taken it over.
    """
    return _SIGN in text and (_CHECKSUM.search(text) is None or is_as_imported(text))
