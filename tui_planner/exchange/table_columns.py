"""The table of a programme that people edit in a spreadsheet: its columns, and what cells hold."""

import re
from collections.abc import Iterable

COLUMNS = (
    *("id", "title", "date", "start", "end", "room", "kind", "status", "track"),
    *("speakers", "hosts", "description", "url", "links", "language", "capacity"),
    *("part_of", "repeat_of", "drop_in", "meal", "all_day", "timezone", "event", "event_id"),
)
"""In the order in which they are written; `event` is the title of the programme."""
MARK = "tui-planner csv "
"""So begins the name of a last column, which is empty: this program wrote the table."""
YES = "yes"

_FORMULA = re.compile(r"'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]")
_BETWEEN = re.compile(r"(?<!\\)((?:\\\\)*); ?")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def disarm_formula(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would compute instead of showing it."""
    return f"'{text}" if _FORMULA.match(text) else text


def restore_formula(text: str) -> str:
    """Take away the apostrophe that `disarm_formula` put there."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def join_list(texts: Iterable[str]) -> str:
    r"""Join texts with semicolons; one within a text is written `\;`."""
    return "; ".join(re.sub(r"([\\;])", r"\\\1", text) for text in texts)


def split_list(text: str) -> list[str]:
    """Split what `join_list` joined."""
    parts = _BETWEEN.sub("\\1\0", text).split("\0")
    return [whole for part in parts if (whole := _ESCAPED.sub(r"\1", part).strip())]
