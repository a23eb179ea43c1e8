"""The seal of an imported programme: it tells whether a person has edited the file since.

The next import may replace what the last one wrote; what a person wrote it may not.
"""

from tui_planner.exchange.checksum import compute_checksum
from tui_planner.support.i18n import _


def append_checksum(text: str) -> str:
    """A programme with its seal, a comment, as the last line."""
    return f"{text}\n{_checksum_line(text)}\n"


def is_as_imported(text: str) -> bool:
    """Whether a programme with a seal is still what was imported."""
    body, _between, last = text.removesuffix("\n").rpartition("\n")
    return last == _checksum_line(body)


def _checksum_line(text: str) -> str:
    message = _(
        "As imported ({digest}): while nothing is edited, the next import replaces this file."
    )
    return f"# {message.format(digest=compute_checksum(text))}"
