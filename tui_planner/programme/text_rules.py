"""The characters that a line, a text and a slug may have."""

import re
import unicodedata

from tui_planner.support.i18n import _

OF_A_LINE = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029]*"
OF_A_TEXT = r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*"
"""Regular expressions of texts without characters that could harm a terminal."""

_JOINER = "\u200d"


def check_line(value: object) -> str:
    """Return a text on one line, without blanks around it; it is not empty.

    Raises:
        ValueError: with the reason for the user, where it is none.
    """
    stripped = _string(value).strip()
    if not stripped:
        raise ValueError(_("it is empty"))
    if not re.fullmatch(OF_A_LINE, stripped):
        raise ValueError(_("it has control characters, or is longer than a line"))
    return stripped


def check_text(value: object) -> str:
    """Return a text of any number of lines.

    Raises:
        ValueError: with the reason for the user, where it is none.
    """
    string = _string(value)
    if not re.fullmatch(OF_A_TEXT, string):
        raise ValueError(_("it has control characters"))
    return string


def make_slug(text: str) -> str:
    """Make lower-case ASCII words with hyphens of a text: "dia-1" of "Día 1!"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "programme"


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(_("it is no text"))
    if any("\ud800" <= character <= "\udfff" for character in value):  # half a character
        raise ValueError(_("it has characters that no file can hold"))
    return value


def fold_name(name: str) -> str:
    """Return a name without the blanks and capitals in which one person's may differ."""
    return " ".join(name.split()).casefold()


def shorten_title(title: str, most: int) -> str:
    """Shorten a title to at most so many characters: after a word, or else within one."""
    if len(title) <= most:
        return title
    head = title[: most - 1]
    at = head.rfind(" ")
    if at > most // 2:
        return f"{head[:at]}…"
    while head and _are_one(head[-1], title[len(head)]):
        head = head[:-1]
    return f"{head}…"


def _are_one(character: str, next_one: str) -> bool:
    """Say whether two characters that follow each other are seen as one."""
    return bool(unicodedata.combining(next_one)) or _JOINER in (character, next_one)
