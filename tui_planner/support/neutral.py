"""The neutralising of text from files, so that it does nothing to the terminal that shows it.

It is applied on output alone: to what the commands print, the lines that the app draws, the files
that are exported. What is read stays as it was written, and goes back into its own file so.
"""

import re

_HARMFUL = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
"""Characters that move the cursor, begin a sequence, reverse a line, or are in no encoding.

Marks that only say of the letters beside them which way they are read (U+200E, U+200F, U+061C) are
none of these, nor are joiners: Arabic, Hebrew and emoji are written with them.
"""

HARMFUL = re.compile(f"[{_HARMFUL}]")
_HARMFUL_IN_DOCUMENT = re.compile(rf"[{_HARMFUL}](?<![\t\n])(?<!\r(?=\n))")
"""The same, without tabs and the ends of lines."""


def neutralise(text: str) -> str:
    """Neutralise a line; it has as many characters afterwards."""
    return HARMFUL.sub(lambda found: " " if found[0].isspace() else "\ufffd", text)


def neutralise_document(text: str) -> str:
    """Neutralise the text of a whole file, whose line ends stay as they are."""
    return _HARMFUL_IN_DOCUMENT.sub(lambda found: " " if found[0].isspace() else "", text)


def escape_controls(text: str) -> str:
    """Escape what is harmful in the strings of JSON or TOML, which then hold the same values."""
    if text.replace("\n", "").isprintable():  # which is quicker than to look for each of them
        return text
    return _HARMFUL_IN_DOCUMENT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
