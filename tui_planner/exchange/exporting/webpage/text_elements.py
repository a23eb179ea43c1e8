"""Elements for texts and addresses of a programme."""

import re

from tui_planner.exchange.exporting.markup import Markup, join_markup, make_element
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.addresses import parse_address


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
