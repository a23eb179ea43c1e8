"""The languages of the page: that of the programme, and that of the words of this program."""

from tui_planner.programme.model import Programme
from tui_planner.support.i18n import LANGUAGE

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}


def detect_language(programme: Programme) -> str:
    """Get the language of the page: that of the programme, or else that of this program."""
    return programme.language or LANGUAGE


def mark_own_words(language: str) -> str:
    """Get the language of this program's words on a page; empty where the page has the same."""
    return "" if _primary(language) == _primary(LANGUAGE) else LANGUAGE


def find_text_direction(language: str) -> str:
    """Get `rtl` for a language that is written from right to left, else an empty text."""
    return "rtl" if _primary(language) in _RIGHT_TO_LEFT else ""


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
