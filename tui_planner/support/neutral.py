"""What comes out of files, made to do nothing where it is shown: the one place that knows how.

It stands at the doors out: what the commands print, the lines that the app draws, the files that
are exported. What is read stays as it was written, and goes back into its own file so.
"""

import re

_HARMFUL = r"\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
"""What moves the cursor, begins a sequence, turns a line around, or is in no encoding.

Marks that only say of the letters beside them which way they are read (U+200E, U+200F, U+061C) are
none of these, nor are joiners: Arabic, Hebrew and emoji are written with them.
"""

HARMFUL = re.compile(f"[{_HARMFUL}]")
_HARMFUL_IN_DOCUMENT = re.compile(rf"[{_HARMFUL}](?<![\t\n])(?<!\r(?=\n))")
"""The same, but for tabs and the ends of lines."""


def neutralise(text: str) -> str:
    """A line, with as many characters."""
    return HARMFUL.sub(lambda found: " " if found[0].isspace() else "\ufffd", text)


def neutralise_document(text: str) -> str:
    """The text of a whole file, whose lines stay as they are."""
    return _HARMFUL_IN_DOCUMENT.sub(lambda found: " " if found[0].isspace() else "", text)


def escape_controls(text: str) -> str:
    """JSON or TOML, in whose strings escapes stand for what is harmful: it says the same."""
    return _HARMFUL_IN_DOCUMENT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
