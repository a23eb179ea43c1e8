"""The parts of a page of HTML that programs read: its title, and its blocks of JSON-LD.

Only a few tags matter, and a page may be cut off anywhere, so that it needs no tree.
"""

import re
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r"<(script|title)\b([^<>]{0,4000})>", re.IGNORECASE)
_TYPE = re.compile(r"""(?<![\w-])type\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_AROUND = re.compile(r"^\s*(?://\s*)?<!(?:--|\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$")
"""Marks around a block that older browsers wanted."""
_MOST_TAGS = 20_000


class PageParts(NamedTuple):
    """What a page holds for programs.

    Attributes:
        title: That of the page.
        blocks: The texts of its blocks of JSON-LD.
    """

    title: str
    blocks: tuple[str, ...]


def find_parts(page: str) -> PageParts:
    """Find what a page holds for programs, in time that grows with the page and no faster."""
    title, blocks = "", list[str]()
    lower = page.lower()
    at = 0
    for _number in range(_MOST_TAGS):
        tag = _TAG.search(page, at)
        if tag is None:
            break
        name, at = tag[1].lower(), tag.end()
        end = lower.find(f"</{name}", at)
        inner, at = page[at : None if end < 0 else end], len(page) if end < 0 else end
        if name == "title":
            title = title or unescape(inner)
        elif _is_json_ld(tag[2]):
            blocks.append(_AROUND.sub("", _AROUND.sub("", inner)))
    return PageParts(title, tuple(blocks))


def _is_json_ld(attributes: str) -> bool:
    said = _TYPE.search(attributes)
    kind = unescape(said[1] or said[2] or said[3]) if said else ""
    return kind.partition(";")[0].strip().lower() == "application/ld+json"
