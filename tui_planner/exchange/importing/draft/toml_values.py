"""Values as TOML, long texts over several lines.

tomli-w goes through a text character by character, which takes longer than all else of an import.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

Value = str | bool | int | date | Sequence[str] | Sequence[Mapping[str, str]] | Mapping[str, str]

_SPECIAL = re.compile(r'[\x00-\x08\x0a-\x1f"\\\x7f]')
_SPECIAL_IN_LINES = re.compile(r'[\x00-\x08\x0b-\x1f\\\x7f]|"""|"\Z')
_SHORT = {"\b": "\\b", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


def format_toml(value: Value) -> str:
    """Format a value as it stands behind the equals sign."""
    match value:
        case str():
            return _lines(value) if "\n" in value else f'"{_line(value)}"'
        case bool():
            return str(value).lower()
        case datetime() | date():
            return value.isoformat()
        case int():
            return str(value)
        case Mapping():
            return (
                f"{{ {', '.join(f'{key} = {format_toml(text)}' for key, text in value.items())} }}"
            )
        case _:
            return f"[{', '.join(map(format_toml, value))}]"


def _line(text: str) -> str:
    if text.isprintable() and '"' not in text and "\\" not in text:  # nearly always, and quicker
        return text
    return _SPECIAL.sub(_escaped, text)


def _lines(text: str) -> str:
    if not text.replace("\n", "").isprintable() or '"' in text or "\\" in text:
        text = _SPECIAL_IN_LINES.sub(_escaped, text)
    return f'"""\n{text}"""'


def _escaped(special: re.Match[str]) -> str:
    return "".join(_SHORT.get(char) or f"\\u{ord(char):04x}" for char in special[0])
