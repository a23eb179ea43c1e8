"""The seal of an imported programme: it tells whether a person has edited the file since.

The next import may replace what the last one wrote; what a person wrote it may not.
"""

from tui_planner.exchange.checksum import compute_checksum
from tui_planner.support.i18n import _


def seal_programme(text: str) -> str:
    """A programme with its seal, a comment, as the last line."""
    return f"{text}\n{_seal(text)}\n"


def is_as_imported(text: str) -> bool:
    """Whether a programme with a seal is still what was imported."""
    body, _between, seal = text.removesuffix("\n").rpartition("\n")
    return seal == _seal(body)


def _seal(text: str) -> str:
    told = _("As imported ({digest}): while nothing is edited, the next import replaces this file.")
    return f"# {told.format(digest=compute_checksum(text))}"
