"""Characters that nobody sees, or takes for an ordinary blank, where a name or a key is read."""

import re
import unicodedata

from tui_planner.support.i18n import _

_JOINERS = "\u200c\u200d"
_OTHERS = (
    "\u00a0\u00ad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b"
    "\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2061\u2062\u2063\u2064"
    "\u2066\u2067\u2068\u2069\u3000\ufeff"
)
_PATTERN = re.compile(
    f"[{_OTHERS}]"
    rf"|(?<![^\x00-\x7f])[{_JOINERS}]|[{_JOINERS}](?![^\x00-\x7f])"  # they join letters and signs
)


def has_invisible(text: str) -> bool:
    """Whether there may be such a character in a text."""
    return not text.isascii() and any(one in text for one in _JOINERS + _OTHERS)  # no regex: fast


def find_invisible(text: str) -> re.Match[str] | None:
    """Find the first of these characters in a text."""
    return None if text.isascii() else _PATTERN.search(text)


def without_invisible(text: str) -> str:
    """Return a text with ordinary blanks, and without what has no width."""
    return _PATTERN.sub(lambda found: " " if is_blank(found[0]) else "", text)


def is_blank(character: str) -> bool:
    """Whether one of these characters takes the place of a blank."""
    return character.isspace()


def describe_invisible(character: str) -> str:
    """Say what a character is: `a no-break space (U+00A0)`."""
    code = f"U+{ord(character):04X}"
    if character == "\u00a0":
        return _("a no-break space ({code})").format(code=code)
    if is_blank(character):
        name = unicodedata.name(character, "space").lower()
        return _("an unusual blank ({code}, {name})").format(code=code, name=name)
    name = unicodedata.name(character, "control").lower()
    return _("an invisible character ({code}, {name})").format(code=code, name=name)
