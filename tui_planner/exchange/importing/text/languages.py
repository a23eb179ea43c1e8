"""Languages, as published files name them."""

import re
from functools import lru_cache

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_NAMES = {
    **dict.fromkeys(("english", "englisch", "anglais", "engels"), "en"),
    **dict.fromkeys(("german", "deutsch", "allemand", "duits"), "de"),
    **dict.fromkeys(("french", "français", "francais", "französisch", "frans"), "fr"),
    **dict.fromkeys(("dutch", "nederlands", "niederländisch"), "nl"),
    **dict.fromkeys(("spanish", "español", "espanol", "castellano"), "es"),
    **dict.fromkeys(("portuguese", "português", "portugues"), "pt"),
    **dict.fromkeys(("italian", "italiano"), "it"),
    **dict.fromkeys(("polish", "polski"), "pl"),
    **dict.fromkeys(("czech", "čeština"), "cs"),
    **dict.fromkeys(("russian", "русский"), "ru"),
    **dict.fromkeys(("japanese", "日本語"), "ja"),
    **dict.fromkeys(("chinese", "中文"), "zh"),
}


@lru_cache(maxsize=256)
def parse_language(text: str) -> str:
    """Get the BCP 47 tag of a language by its tag or name; empty where neither is known."""
    name = text.strip().replace("_", "-")
    if name.lower() in _NAMES:
        return _NAMES[name.lower()]
    return name if _TAG.fullmatch(name) else ""
