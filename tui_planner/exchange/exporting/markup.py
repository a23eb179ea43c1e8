"""Elements of HTML and XML, in which every text is escaped unless it is markup already."""

import re
from collections.abc import Iterable
from html import escape

from tui_planner.programme.addresses import is_address

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Markup(str):
    """Text that is markup already: `make_element` leaves it as it is."""

    __slots__ = ()


def make_element(name: str, *children: str, **attributes: str) -> Markup:
    """Make an element with its end tag.

    Args:
        name: Its name.
        children: What is in it, in order; each is escaped if it is no `Markup`.
        attributes: Its attributes, those that are empty left out. A Python name stands for the
            attribute: `class_` for `class`, `aria_label` for `aria-label`.
    """
    named = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    start = "".join(f' {key}="{escape_text(value)}"' for key, value in named.items() if value)
    return Markup(f"<{name}{start}>{join_markup(children)}</{name}>")


def join_markup(children: Iterable[str]) -> Markup:
    """Join several pieces, each escaped if it is no markup."""
    return Markup(
        "".join(child if isinstance(child, Markup) else escape_text(child) for child in children)
    )


def join_classes(*names: str) -> str:
    """Join names into the value of a `class`; empty names are left out."""
    return " ".join(filter(None, names))


def escape_text(text: str) -> str:
    """Escape a text for an element, or for the quotes of an attribute."""
    return escape(drop_illegal(text))


def drop_illegal(text: str) -> str:
    """Remove the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def is_web_page(url: str) -> bool:
    """Tell whether an address is one of the web (http or https)."""
    return is_address(url) and url[:4].lower() == "http"
