"""The checksum of an imported programme, which shows whether a person has edited the file since.

The next import may replace what the last one wrote, but not what a person wrote in it.
"""

from tui_planner.exchange.checksum import compute_checksum
from tui_planner.support.i18n import _


def append_checksum(text: str) -> str:
    """Append the checksum of a programme to it, as a comment in the last line."""
    return f"{text}\n{_checksum_line(text)}\n"


def is_as_imported(text: str) -> bool:
    """Tell whether a programme with a checksum is still as it was imported."""
    body, _between, last = text.removesuffix("\n").rpartition("\n")
    return last == _checksum_line(body)


def _checksum_line(text: str) -> str:
    message = _(
        "As imported ({digest}): while nothing is edited, the next import replaces this file."
    )
    return f"# {message.format(digest=compute_checksum(text))}"
