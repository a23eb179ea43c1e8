"""The parts of a page of HTML that programs read: its blocks of JSON-LD, and declared schedules.

Only a few tags matter, and a page may be cut off anywhere, so that it needs no tree.
"""

import re
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r"<(script|link|title)\b([^<>]{0,4000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([\w-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")
_AROUND = re.compile(r"^\s*(?://\s*)?<!(?:--|\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*$")
"""Marks around a block that older browsers wanted."""
_SCHEDULES = {
    *("text/calendar", "application/calendar+xml", "application/calendar+json"),
    *("application/xml", "text/xml", "application/json"),
}
_MOST_TAGS = 20_000


class PageParts(NamedTuple):
    """What a page holds for programs.

    Attributes:
        title: That of the page.
        blocks: The texts of its blocks of JSON-LD.
        schedules: The addresses of the schedules that it declares, as they are written.
    """

    title: str
    blocks: tuple[str, ...]
    schedules: tuple[str, ...]


def find_parts(page: str) -> PageParts:
    """Find what a page holds for programs, in time that grows with the page and no faster."""
    title, blocks, schedules = "", list[str](), list[str]()
    lower = page.lower()
    at = 0
    for _number in range(_MOST_TAGS):
        tag = _TAG.search(page, at)
        if tag is None:
            break
        name, at = tag[1].lower(), tag.end()
        said = _attributes(tag[2])
        if name == "link":
            if said.get("type", "") in _SCHEDULES and "alternate" in said.get("rel", "").split():
                schedules.append(said.get("href", ""))
            continue
        end = lower.find(f"</{name}", at)
        inner, at = page[at : None if end < 0 else end], len(page) if end < 0 else end
        if name == "title":
            title = title or unescape(inner)
        elif said.get("type", "").partition(";")[0].strip() == "application/ld+json":
            blocks.append(_AROUND.sub("", _AROUND.sub("", inner)))
    return PageParts(title, tuple(blocks), tuple(filter(None, dict.fromkeys(schedules))))


def _attributes(text: str) -> dict[str, str]:
    """Read the attributes of a tag; what is compared is in small letters."""
    values = {
        name.lower(): unescape(one or two or bare).strip()
        for name, one, two, bare in _ATTRIBUTE.findall(text)
    }
    return {key: value if key == "href" else value.lower() for key, value in values.items()}
