"""Elements for texts and addresses of a programme, and the language that they are in."""

import re

from tui_planner.exchange.exporting.markup import Markup, join_markup, make_element
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.addresses import parse_address
from tui_planner.programme.model import Programme
from tui_planner.support.i18n import LANGUAGE

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}


def make_paragraphs(text: str, lang: str = "") -> Markup:
    """Make the paragraphs of a text; `lang` is its language where that is not the page's."""
    parts = map(join_lines, re.split(r"\n\s*\n", text))
    return join_markup(make_element("p", part, dir="auto", lang=lang) for part in parts if part)


def make_link(url: str, title: str = "") -> Markup:
    """Make a link to an address, shown by its title if it has one; nothing where there is none."""
    href = parse_address(url)
    return (
        make_element("p", make_element("a", join_lines(title) or href, href=href), class_="link")
        if href
        else Markup()
    )


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
