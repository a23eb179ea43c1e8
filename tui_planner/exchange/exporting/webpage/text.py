"""Texts and addresses of a programme as elements."""

import re

from ....layout.cells import one_line
from ..markup import Markup, element, is_link, together


def paragraphs(text: str, lang: str = "") -> Markup:
    """A text with its paragraphs; `lang` is its language where that is not the page's."""
    parts = map(one_line, re.split(r"\n\s*\n", text))
    return together(element("p", part, dir="auto", lang=lang) for part in parts if part)


def link(url: str) -> Markup:
    """An address, as a link where it leads to a page or a mailbox; nothing where it is empty."""
    shown = element("a", url, href=url) if is_link(url) else url
    return element("p", shown, class_="link") if url else Markup()
