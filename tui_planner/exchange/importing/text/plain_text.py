"""Plain text that is fit for a programme: lines and paragraphs without control characters."""

import re

_UNSOUND = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_EMPTY_LINES = re.compile(r"\n{3,}")


def flatten(text: str) -> str:
    """Flatten a text to one line: white space becomes single spaces, control characters go."""
    return " ".join((text if text.isprintable() else _sound(text)).split())


def clean_paragraphs(text: str) -> str:
    """Clean a text: its line breaks stay, with at most one empty line in a row."""
    if not text.isprintable():
        if not text.replace("\n", "").isprintable():
            text = _sound(text)
        text = "\n".join([line.rstrip() for line in text.split("\n")])
        if "\n\n\n" in text:
            text = _EMPTY_LINES.sub("\n\n", text)
    return text.strip()


def _sound(text: str) -> str:
    """Remove what UTF-8 or TOML cannot hold, and end lines with line feeds."""
    return _UNSOUND.sub(_in_place_of, _LINE_ENDS.sub("\n", text))


def _in_place_of(unsound: re.Match[str]) -> str:
    """Replace half a character with the sign for a broken one, a control character with none."""
    return "\ufffd" if "\ud800" <= unsound[0] <= "\udfff" else ""
