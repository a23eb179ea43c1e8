"""The seal of an imported programme: it tells whether a person has edited the file since.

The next import may replace what the last one wrote; what a person wrote it may not.
"""

import hashlib

from tui_planner.support.i18n import _

_DIGITS = 16


def seal_programme(text: str) -> str:
    """A programme with its seal, a comment, as the last line."""
    return f"{text}\n{_seal(text)}\n"


def is_as_imported(text: str) -> bool:
    """Whether a programme with a seal is still what was imported."""
    body, _between, seal = text.removesuffix("\n").rpartition("\n")
    return seal == _seal(body)


def make_digest(text: str) -> str:
    """What tells a text from any other, in a few characters."""
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]


def _seal(text: str) -> str:
    told = _("As imported ({digest}): while nothing is edited, the next import replaces this file.")
    return f"# {told.format(digest=make_digest(text))}"
