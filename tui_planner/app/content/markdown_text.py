"""Markdown as styled text, for the descriptions; what has none costs nothing."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

from tui_planner.programme.addresses import is_address

if TYPE_CHECKING:
    from markdown_it.token import Token

_MOST = 10_000
"""Characters beyond which a text is taken as it is: what is nested in spite takes its time."""
_MARKS = re.compile(r"[*_`\[\\]|^ {0,3}(#{1,6} |[-+>] |\d{1,9}[.)] |-{3}|~{3}|={3})", re.MULTILINE)

Part = tuple[str, str | Style]
"""Some characters, and their style."""


@lru_cache(32)
def render_markdown(text: str, style: str = "") -> Content:
    """Draw a text: its emphasis, headings, lists and links; of marks that are none, nothing."""
    if len(text) > _MOST or not _MARKS.search(text):
        return Content.styled(_join_paragraphs(text), style)
    from markdown_it import MarkdownIt  # noqa: PLC0415 - few texts have marks, and it takes long

    tokens = MarkdownIt("commonmark", {"html": False}).parse(text)
    parts = [*_render_blocks(tokens, style)]
    return Content.assemble(*parts).rstrip()


def find_links(text: str) -> Iterator[str]:
    """Find the addresses in a text, in their order."""
    for match in re.finditer(r"\b(?:https?://|mailto:)[^\s<>\"'`\]]+", text[:_MOST]):
        address = match.group().rstrip(".,;:!?*_")
        if ")" in address and "(" not in address:
            address = address.partition(")")[0]
        if is_address(address):
            yield address


def _join_paragraphs(text: str) -> str:
    """Write a text with each of its paragraphs on one line."""
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return "\n\n".join(filter(None, paragraphs))


def _render_blocks(tokens: Sequence["Token"], style: str) -> Iterator[Part]:
    """Write blocks below one another; those of a list without empty lines between."""
    numbers: list[int | None] = []
    lead = gap = ""
    is_heading = False
    for token in tokens:
        match token.type:
            case "bullet_list_open":
                numbers.append(None)
            case "ordered_list_open":
                numbers.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                numbers.pop()
                gap = gap if numbers else "\n\n"
            case "list_item_open":
                lead, numbers = _begin_item(numbers)
            case "inline":
                yield f"{gap}{lead}", style
                whole = _join(style, "bold" if is_heading else "")
                yield from _render_inline(token.children or (), whole)
                lead, gap = "", "\n" if numbers else "\n\n"
            case "heading_open" | "heading_close":
                is_heading = not is_heading
            case "fence" | "code_block":
                yield gap + token.content.rstrip("\n"), style
                gap = "\n\n"
            case "hr":
                yield f"{gap}───", style
                gap = "\n\n"


def _begin_item(numbers: list[int | None]) -> tuple[str, list[int | None]]:
    """Write what an item of a list begins with; the numbers after it."""
    *outer, number = numbers
    indent = "\u00a0\u00a0" * len(outer)
    if number is None:
        return f"{indent}• ", numbers
    return f"{indent}{number}. ", [*outer, number + 1]


def _render_inline(tokens: Sequence["Token"], style: str) -> Iterator[Part]:
    """Write the runs of a paragraph, each with all that holds for it."""
    held: list[str] = []
    address = ""
    for token in tokens:
        match token.type:
            case "strong_open":
                held.append("bold")
            case "em_open":
                held.append("italic")
            case "strong_close" | "em_close":
                held.pop()
            case "link_open":
                address = str(token.attrGet("href") or "")
                held.append("underline")
            case "link_close":
                held.pop()
                address = ""
            case "softbreak":
                yield " ", style
            case "hardbreak":
                yield "\n", style
            case _:
                yield token.content, _link(_join(style, *held), address)


def _join(*styles: str) -> str:
    return " ".join(filter(None, styles))


def _link(style: str, address: str) -> str | Style:
    """Let a style lead somewhere, where that is safe."""
    if not is_address(address):
        return style
    return Style.parse(style) + Style(link=address)
