"""Texts and addresses of a programme as elements."""

import re

from ....layout.cells import one_line
from ..markup import Markup, element, is_link, together


def paragraphs(text: str, lang: str = "") -> Markup:
    """A text with its paragraphs; `lang` is its language where that is not the page's."""
    parts = map(one_line, re.split(r"\n\s*\n", text))
    return together(element("p", part, dir="auto", lang=lang) for part in parts if part)


def link(url: str) -> Markup:
    """A link, where an address leads to a page or a mailbox; else nothing."""
    return element("p", element("a", url, href=url), class_="link") if is_link(url) else Markup()
