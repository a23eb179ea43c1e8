"""Translation of everything a user reads: gettext, with English as the source.

The programme's own text is never translated: it stays in the language of its organiser.
"""

import gettext as _gettext
from pathlib import Path

_translation = _gettext.translation(
    "tui_planner", localedir=Path(__file__).parent / "locale", fallback=True
)

_ = _translation.gettext
ngettext = _translation.ngettext
LANGUAGE = _translation.info().get("language", "en")
"""The language that the texts are in, as BCP 47 names it."""

__all__ = ["LANGUAGE", "_", "ngettext"]
