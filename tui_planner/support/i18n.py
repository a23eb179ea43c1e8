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


_DOMAIN = "tui_planner"
_CATALOGUES = Path(__file__).parent.parent / "locale"
_translation = _gettext.translation(
    _DOMAIN, localedir=_CATALOGUES, languages=_asked(), fallback=True
)

_ = _translation.gettext
ngettext = _translation.ngettext
LANGUAGE = _translation.info().get("language", "en")
"""The language that the texts are in, as BCP 47 names it."""

if LANGUAGE != "en":  # argparse asks gettext itself, and for the domain of the whole process
    _gettext.bindtextdomain(_DOMAIN, _CATALOGUES)
    _gettext.textdomain(_DOMAIN)

__all__ = ["LANGUAGE", "_", "ngettext"]
