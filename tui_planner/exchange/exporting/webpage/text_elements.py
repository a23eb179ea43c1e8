"""Texts and addresses of a programme as elements."""

import re

from tui_planner.exchange.exporting.markup import Markup, element, together
from tui_planner.layout.text.cells import one_line
from tui_planner.programme.addresses import address


def paragraphs(text: str, lang: str = "") -> Markup:
    """A text with its paragraphs; `lang` is its language where that is not the page's."""
    parts = map(one_line, re.split(r"\n\s*\n", text))
    return together(element("p", part, dir="auto", lang=lang) for part in parts if part)


def link(url: str) -> Markup:
    """A link to an address; nothing where there is none."""
    href = address(url)
    return element("p", element("a", href, href=href), class_="link") if href else Markup()
