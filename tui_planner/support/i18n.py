"""The translation of everything a user reads: gettext, with English as the source.

A programme's own text is never translated: it stays in the language of its organiser.
"""

import gettext as _gettext
import os
from pathlib import Path


def _asked() -> list[str]:
    """List the languages that the environment asks for, up to English, which needs no catalogue.

    gettext alone passes over a language without one: `LANGUAGE=en:nl` would be Dutch. A "C" ends
    its search.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if asked := os.environ.get(name):
            return ["C" if language.startswith("en") else language for language in asked.split(":")]
    return []


_translation = _gettext.translation(
    "tui_planner",
    localedir=Path(__file__).parent.parent / "locale",
    languages=_asked(),
    fallback=True,
)

_ = _translation.gettext
ngettext = _translation.ngettext
LANGUAGE = _translation.info().get("language", "en")
"""The language that the texts are in, as BCP 47 names it."""

__all__ = ["LANGUAGE", "_", "ngettext"]
