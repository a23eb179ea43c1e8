"""Whether a text is HTML: importers make it plain, exporters escape what only looks like it.

Only what HTML has is HTML: `a<b and c>d` is a comparison, `<me@example.org>` an address. Tags are
found by one pattern, in time that grows with the text and no faster.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5
from typing import NamedTuple

_COMMON = frozenset(
    {
        *("p", "br", "a", "ul", "ol", "li", "div", "span", "b", "i", "u", "s", "em", "strong"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "pre", "code", "table", "tr", "td", "th", "img"),
        *("blockquote", "hr", "sup", "sub", "tt", "font", "dl", "dt", "dd", "script", "style"),
        *("thead", "tbody", "tfoot", "small", "big", "strike", "del", "ins", "center", "wbr"),
    }
)
_RARE = frozenset(
    {
        *("section", "article", "header", "footer", "main", "nav", "aside", "figure", "html"),
        *("figcaption", "body", "head", "details", "summary", "form", "fieldset", "address"),
        *("mark", "abbr", "acronym", "cite", "q", "kbd", "samp", "var", "dfn", "time", "label"),
        *("iframe", "video", "audio", "source", "button", "input", "svg", "title", "link"),
        *("meta", "noscript", "picture", "object", "embed", "caption", "col", "colgroup"),
    }
)
"""Of HTML too, but likelier a word in angle brackets, unless they end or have attributes."""
_INLINE = frozenset({"a", "b", "i", "u", "s", "em", "strong", "code", "span", "tt", "sup", "sub"})
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?|/)>")
_ATTRIBUTES = re.compile(
    r"""(?:\s+(?:[a-zA-Z_:@][\w:.@-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"']+)"""
    r"""|(?:allowfullscreen|async|checked|compact|controls|defer|disabled|download|hidden|ismap"""
    r"""|noshade|nowrap|open|reversed)\b))*\s*/?""",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"&(?:#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,30}));")
_ENDED = re.compile(r"</([a-zA-Z][a-zA-Z0-9]*)")
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
"""Code in Markdown, in which a tag is shown and not meant."""


class Tag(NamedTuple):
    """A tag of HTML in a text, from `start` to `end`; `ends` where it ends an element."""

    start: int
    end: int
    name: str
    attributes: str
    ends: bool


def is_html(text: str) -> bool:
    """Tell whether a text holds tags or character references of HTML."""
    if "&" in text and any(_is_known(found) for found in _REFERENCE.finditer(text)):
        return True
    if "<" not in text:
        return False
    prose = _CODE.sub("", text) if "`" in text else text
    return next(find_tags(prose), None) is not None


def find_tags(text: str) -> Iterator[Tag]:
    """Find the tags of HTML in a text, and nothing else in angle brackets."""
    ended = {name.lower() for name in _ENDED.findall(text)}
    for found in _TAG.finditer(text):
        ends, name, attributes = bool(found[1]), found[2].lower(), found[3]
        if name not in _COMMON and name not in _RARE:
            continue
        if attributes and _ATTRIBUTES.fullmatch(attributes) is None:
            continue
        if not (ends or attributes or name in ended):
            before = text[found.start() - 1 : found.start()]
            if name in _RARE or (name in _INLINE and before.isalnum()):
                continue  # `x<b>y` compares
        yield Tag(found.start(), found.end(), name, attributes, ends)


def resolve_references(text: str) -> str:
    """Replace `&eacute;` and the like with their characters; without a semicolon they are text."""
    number = text.count("&")
    if number == text.count("&amp;"):  # nearly always, and far quicker
        return text.replace("&amp;", "&") if number else text
    return _REFERENCE.sub(_resolve, text)


def _resolve(reference: re.Match[str]) -> str:
    return unescape(reference[0]) if _is_known(reference) else reference[0]


def _is_known(reference: re.Match[str]) -> bool:
    return reference[1] is None or f"{reference[1]};" in html5
