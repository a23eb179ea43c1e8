"""A reader of XML that anyone may have written: no entities of its own, no fetching, no tree.

The expat of the standard library does it. An entity that a file declares is refused at its
declaration, so that none is ever expanded; what lies elsewhere is never asked for, since expat
only opens what a handler of ours would open. The elements are handed out one by one, so that
memory grows with what is kept of them, not with the file.
"""

import re
from html import escape
from html.entities import html5
from itertools import count
from typing import NoReturn, Protocol
from xml.parsers import expat

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_limits import LONGEST_TEXT, Limit, check_limit
from tui_planner.exchange.importing.progress import Progress
from tui_planner.exchange.importing.text.decoding import decode_text
from tui_planner.support.i18n import _

DEEPEST = 100
MOST_ELEMENTS = 1_000_000
_CHUNK = 1 << 20
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30};)")
"""A reference to an entity that XML does not know by itself."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))
_BEFORE_NO_CHARACTER = b"\xef\xbf"
"""How U+FFFE and U+FFFF begin, and few others, in UTF-8."""


class ElementHandler(Protocol):
    """A receiver of the elements of a file as they come."""

    def begin(self, tag: str, attributes: dict[str, str], line: int) -> None:
        """Take the begin of an element; `line` is where it stands, from 1."""

    def end(self, text: str) -> None:
        """Take the end of the innermost element; `text` is its own, without its elements'."""


def read_xml(
    data: bytes, handler: ElementHandler, progress: Progress = lambda _part: None
) -> list[str]:
    """Read a file, and hand its elements out one by one.

    Tags come without their namespaces. `progress` is called with how much of the file is read,
    from 0 to 1.

    Returns:
        What had to be mended in the file, as sentences.

    Raises:
        NoScheduleError: it is no XML, or it declares entities.
    """
    declared = _DECLARED.match(data.lstrip())
    text, guessed = decode_text(data, declared[1].decode("ascii") if declared else "")
    mended = []
    if guessed:
        message = _("The text is not in the encoding that it claims: it was read as {encoding}.")
        mended.append(message.format(encoding=guessed))
    text, removed = _without_forbidden(text)
    if removed:
        message = _("Control characters, which XML forbids, were removed: {n}.")
        mended.append(message.format(n=removed))
    text, resolved = _with_entities_of_html(text)
    if resolved:
        message = _("Entities of HTML, which XML does not know, were resolved: {n}.")
        mended.append(message.format(n=resolved))
    _parse(text, handler, progress)
    return mended


def _without_forbidden(text: str) -> tuple[str, int]:
    """Remove the characters that XML forbids, and count them."""
    return _FORBIDDEN.subn("", text) if _may_be_forbidden(text) else (text, 0)


def _may_be_forbidden(text: str) -> bool:
    """Tell quickly, as to look at each character takes longer than to parse the whole file."""
    try:
        data = text.encode()
    except UnicodeEncodeError:  # half a character
        return True
    return _BEFORE_NO_CHARACTER in data or len(data.translate(None, _CONTROLS)) < len(data)


def _with_entities_of_html(text: str) -> tuple[str, int]:
    """Replace `&eacute;` and the like with their characters, and count them.

    Within CDATA they are part of a description in HTML, and mean the same there.
    """
    numbers = count()

    def character(reference: re.Match[str]) -> str:
        found = html5.get(reference[1])
        if found is None:
            return reference[0]
        next(numbers)
        return escape(found)

    return _REFERENCE.sub(character, text), next(numbers)


def _parse(whole: str, handler: ElementHandler, progress: Progress) -> None:
    text = whole.lstrip("\ufeff \t\r\n")  # nothing may stand before the declaration
    before = whole.count("\n", 0, len(whole) - len(text))
    data = text.encode()
    parser = _make_parser(handler, before)
    try:
        for position in range(0, len(data), _CHUNK):
            parser.Parse(data[position : position + _CHUNK], False)
            progress(position / len(data))
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        message = _("The XML is broken in line {line}: {reason}. Fetch the file again.")
        reason = expat.errors.messages[error.code]
        raise NoScheduleError(message.format(line=error.lineno + before, reason=reason)) from error


def _make_parser(handler: ElementHandler, before: int) -> expat.XMLParserType:
    """Make a parser that hands elements out; `before` lines stand before what it gets."""
    parser = expat.ParserCreate("utf-8")  # prefixes that are not declared do no harm
    parser.buffer_text = True
    pieces: list[str] = []  # of the texts of all elements that are open
    begun: list[int] = []  # how many there were when each of these began
    numbers = count(1)

    def begin(tag: str, attributes: dict[str, str]) -> None:
        if len(begun) > DEEPEST or next(numbers) > MOST_ELEMENTS:
            raise NoScheduleError(_("The XML is too deep or too large for a schedule."))
        begun.append(len(pieces))
        local = tag.rpartition(":")[2] if ":" in tag else tag
        handler.begin(local, attributes, parser.CurrentLineNumber + before)

    def end(_tag: str) -> None:
        first = begun.pop()
        text = pieces[first] if len(pieces) == first + 1 else "".join(pieces[first:])
        del pieces[first:]
        if len(text) > LONGEST_TEXT:
            check_limit(Limit.TEXT, len(text))
        handler.end(text)

    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = pieces.append
    parser.EntityDeclHandler = _refuse_entities
    return parser


def _refuse_entities(*_declaration: object) -> NoReturn:
    raise NoScheduleError(
        _("The XML declares entities of its own, which no schedule needs: it is not read.")
    )
