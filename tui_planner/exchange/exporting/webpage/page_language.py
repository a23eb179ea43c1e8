"""The languages of the page: that of the programme, and that of the words of this program."""

from tui_planner.programme.model import Programme
from tui_planner.support.i18n import LANGUAGE

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}


def detect_language(programme: Programme) -> str:
    """The language of the page; where the programme does not say, that of this program."""
    return programme.language or LANGUAGE


def mark_own_words(language: str) -> str:
    """The language of this program's words on a page; empty where it is that of the page."""
    return "" if _primary(language) == _primary(LANGUAGE) else LANGUAGE


def text_direction(language: str) -> str:
    """`rtl` for a language that is written from right to left, else empty."""
    return "rtl" if _primary(language) in _RIGHT_TO_LEFT else ""


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
