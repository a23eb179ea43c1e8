"""The names of the languages in which sessions are held, in the user's language."""

import re
from collections.abc import Mapping

from tui_planner.support.i18n import _


def name_language(tag: str) -> str:
    """Name a language by its tag, as `en` or `pt-BR`; a text that is none stays as it is."""
    code, _separator, region = tag.strip().replace("_", "-").partition("-")
    name = _names().get(code.lower()) if re.fullmatch("[A-Za-z]{2}", code) else None
    if name is None:
        return tag
    return f"{name} ({region.upper()})" if region else name


def _names() -> Mapping[str, str]:
    """List the languages of most conferences; Babel, which knows all, takes longer than the app."""
    return {
        "ar": _("Arabic"),
        "ca": _("Catalan"),
        "cs": _("Czech"),
        "da": _("Danish"),
        "de": _("German"),
        "el": _("Greek"),
        "en": _("English"),
        "es": _("Spanish"),
        "et": _("Estonian"),
        "fi": _("Finnish"),
        "fr": _("French"),
        "fy": _("Frisian"),
        "hu": _("Hungarian"),
        "it": _("Italian"),
        "ja": _("Japanese"),
        "ko": _("Korean"),
        "lt": _("Lithuanian"),
        "lv": _("Latvian"),
        "nb": _("Norwegian"),
        "nl": _("Dutch"),
        "nn": _("Norwegian"),
        "no": _("Norwegian"),
        "pl": _("Polish"),
        "pt": _("Portuguese"),
        "ro": _("Romanian"),
        "ru": _("Russian"),
        "sk": _("Slovak"),
        "sl": _("Slovenian"),
        "sv": _("Swedish"),
        "tr": _("Turkish"),
        "uk": _("Ukrainian"),
        "zh": _("Chinese"),
    }
