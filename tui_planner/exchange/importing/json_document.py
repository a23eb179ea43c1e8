"""A document of JSON that anyone may have written, and the values that may stand in it."""

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from tui_planner.support.i18n import LANGUAGE, _

from .import_errors import NoScheduleError
from .import_limits import MOST_EVENTS, Limit, check_limit
from .text.decoding import decode_text

_MOST_OBJECTS = 1_000_000
_BEGIN = re.compile(r'\{|\[\s*(?:\{|"[^"\n]*"\s*,|\]\s*\Z)')
"""A list begins so too; a table of TOML does not."""


def begins_as_json(head: str) -> bool:
    """Tell whether a file begins as an object or a list of JSON does, and not as TOML."""
    return _BEGIN.match(head) is not None


def parse_json(data: bytes) -> Any:
    """Parse a file.

    Raises:
        NoScheduleError: it is no JSON that can be read, or far larger than a schedule.
    """
    document, fault = _parse(data)
    if fault:
        raise NoScheduleError(fault)
    return document


def try_json(data: bytes) -> Any:
    """Parse a file; None where that cannot be done."""
    return _parse(data)[0]


@lru_cache(maxsize=1)
def try_json_or_lines(data: bytes) -> Any:
    """Parse a file, or one object on each of its lines; None where neither can be done."""
    document = try_json(data)
    if document is not None:
        return document
    listed = []
    lines = filter(str.strip, decode_text(data)[0].split("\n"))
    for line in islice(lines, MOST_EVENTS + 1):
        inner, fault = load_json(line)
        if fault or not isinstance(inner, dict):
            return None
        listed.append(inner)
    return listed


def forget_json() -> None:
    """Forget the document that was parsed last, which may be large."""
    _parse.cache_clear()
    try_json_or_lines.cache_clear()


@lru_cache(maxsize=1)  # several formats look at one document, until one of them knows it
def _parse(data: bytes) -> tuple[Any, str]:
    return load_json(decode_text(data)[0])


def load_json(text: str, *, strict: bool = True) -> tuple[Any, str]:
    """Parse a text; returns the document, and what is wrong with it in a sentence, else empty.

    Where it is not `strict`, line breaks may stand in a string, as they do in many pages.
    """
    too_large = _("The JSON is no schedule: nothing in one is so large.")
    if text.count("{") + text.count("[") > _MOST_OBJECTS:
        return None, too_large
    try:
        return json.loads(text, object_pairs_hook=_object, strict=strict), ""
    except json.JSONDecodeError as error:
        message = _("The JSON is broken in line {line}, column {column}: {reason}. Fetch it again.")
        return None, message.format(line=error.lineno, column=error.colno, reason=error.msg)
    except (RecursionError, ValueError):  # a number of thousands of digits, too
        return None, too_large


def describe_encoding(data: bytes) -> list[str]:
    """Describe in a sentence, or none, that the encoding of a file had to be guessed."""
    _text, guessed = decode_text(data)
    message = _("The text is not UTF-8: it was read as {encoding}.")
    return [message.format(encoding=guessed)] if guessed else []


def as_mapping(value: Any) -> Mapping[str, Any]:
    """Get an object, or an empty one in the place of anything else."""
    return value if isinstance(value, dict) else {}


def as_list(value: Any) -> list[Any]:
    """Get a list, or an empty one in the place of anything else."""
    return value if isinstance(value, list) else []


def as_text(value: Any) -> str:
    """Convert a value to a text; of one in several languages, that in the user's, or English.

    Raises:
        NoScheduleError: it is longer than anything in a schedule.
    """
    if isinstance(value, dict):
        languages = (LANGUAGE, LANGUAGE.partition("-")[0], "en")
        value = next(filter(None, map(value.get, languages)), next(iter(value.values()), ""))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    check_limit(Limit.TEXT, len(text))
    return text


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; lists under a key that stands twice, as of two rooms, are joined."""
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    joined: dict[str, Any] = {}
    for key, value in pairs:
        before = joined.get(key)
        if isinstance(before, list) and isinstance(value, list):
            before.extend(value)
        else:
            joined[key] = value
    return joined
