"""Texts and addresses of a programme as elements."""

import re

from ....layout.cells import one_line
from ....programme.addresses import address
from ..markup import Markup, element, together


def paragraphs(text: str, lang: str = "") -> Markup:
    """A text with its paragraphs; `lang` is its language where that is not the page's."""
    parts = map(one_line, re.split(r"\n\s*\n", text))
    return together(element("p", part, dir="auto", lang=lang) for part in parts if part)


def link(url: str) -> Markup:
    """A link to an address; nothing where there is none."""
    href = address(url)
    return element("p", element("a", href, href=href), class_="link") if href else Markup()
