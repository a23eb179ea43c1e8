"""Conversion of HTML, as it is found in descriptions, to plain text.

The parser of the standard library takes minutes for a text of 100,000 characters that was made to
be slow.
"""

import re

from tui_planner.exchange.html_detection import find_tags, resolve_references

_HREF = re.compile(r"""\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_BREAKING = re.compile(r"<(p|br|div|li|tr|pre|h[1-6])[\s/>]", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_PLAIN = tuple(
    (f"<{name}>", f"</{name}>") for name in ("b", "code", "em", "i", "span", "strong", "u")
)
_PLAIN_BREAKS = ("<br>", "<br/>", "<br />")
_PLAIN_PARAGRAPH = re.compile(r"</?(?:div|h[1-6]|p)>")
_EMPTY_LINES = re.compile(r"\n{3,}")
_PARAGRAPHS = {
    "p",
    "div",
    "ul",
    "ol",
    "pre",
    "table",
    "blockquote",
    "dl",
    "hr",
    "section",
    "article",
} | {f"h{level}" for level in range(1, 7)}
_LINES = {"br", "tr", "dt", "dd"}
_HIDDEN = {"script", "style"}
_WITH_EFFECT = _PARAGRAPHS | _LINES | _HIDDEN | {"a", "li"}
"""The others are left away with nothing in their place."""


def convert_html(text: str) -> str:
    """Convert a piece of HTML to text: paragraphs, list items with a hyphen, links with addresses.

    Line breaks of the source count as spaces, as they do in a browser, except in `pre`, in a text
    without any tag that breaks lines, and at empty lines: there the author meant them.
    """
    source = _without_comments(text)
    if "\n" in source:
        if not _BREAKING.search(source):
            source = source.replace("\n", "<br>")
        source = _EMPTY_LINE.sub("<p>", source)
    plain = _convert_plain(source)
    return _convert_any(source) if plain is None else plain


def _convert_plain(source: str) -> str | None:
    """Convert HTML with tags of a few kinds, without attributes, as most is; None for other.

    It is several times as fast as going from tag to tag.
    """
    text = source
    for begin, end in _PLAIN:
        if begin in text:
            if end not in text:
                return None
            text = text.replace(begin, "").replace(end, "")
    if not text.isprintable() or "  " in text:
        text = _SPACE.sub(" ", text)
    if "<br" in text:
        for tag in _PLAIN_BREAKS:
            text = text.replace(tag, "\n")
    text = text.replace("<p>", "\n\n").replace("</p>", "\n\n")
    if "<" in text:
        text = _PLAIN_PARAGRAPH.sub("\n\n", text)
        if "<" in text:
            return None
    text = text.replace(" \n", "\n").replace("\n ", "\n")
    if "\n\n\n" in text:
        text = _EMPTY_LINES.sub("\n\n", text)
    return resolve_references(text).strip()


def _convert_any(source: str) -> str:
    reader = _Reader()
    at = 0
    words: list[str] = []
    for tag in find_tags(source):
        words.append(source[at : tag.start])
        at = tag.end
        if tag.name in _WITH_EFFECT:
            reader.words("".join(words))
            reader.tag(tag.name, tag.attributes, ends=tag.ends)
            words.clear()
    reader.words("".join(words) + source[at:])
    return reader.text()


def _without_comments(text: str) -> str:
    first, *others = text.split("<!--")
    return first + "".join(other.partition("-->")[2] for other in others)


class _Reader:
    """Collector of the words and the breaks between them."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._within: set[str] = set()
        self._address = ""
        self._link_begun = 0

    def text(self) -> str:
        """Get the text so far, without superfluous space."""
        text = "".join(self._parts)
        if " \n" in text:
            text = "\n".join(line.rstrip(" ") for line in text.split("\n"))
        return _EMPTY_LINES.sub("\n\n", text).strip()

    def tag(self, name: str, attributes: str, *, ends: bool) -> None:
        """Begin or end an element."""
        if name in _PARAGRAPHS:
            self._parts.append("\n\n")
        elif name in _LINES and not ends:
            self._parts.append("\n")
        elif name == "li" and not ends:
            self._parts.append("\n- ")
        elif name == "a":
            self._end_link()
            if not ends and (href := _HREF.search(attributes)):
                self._address = resolve_references(href[1] or href[2] or href[3] or "")
                self._link_begun = len(self._parts)
        if ends:
            self._within.discard(name)
        elif name == "pre" or name in _HIDDEN:
            self._within.add(name)

    def words(self, text: str) -> None:
        """Add words."""
        if not text or self._within & _HIDDEN:
            return
        words = resolve_references(text)
        if "pre" not in self._within:
            words = _SPACE.sub(" ", words)
            at_start = not self._parts or self._parts[-1].endswith(("\n", " "))
            words = words.lstrip(" ") if at_start else words
        self._parts.append(words)

    def _end_link(self) -> None:
        """Write the address of a link behind its words, unless they are the address."""
        address, self._address = self._address, ""
        shown = "".join(self._parts[self._link_begun :]).strip().rstrip("/")
        bare = address.rstrip("/")
        if address.startswith(("http:", "https:")) and shown not in {bare, bare.split("//", 1)[-1]}:
            self._parts.append(f" ({address})")
