"""The limits of what a programme may hold (E010).

What goes beyond is refused before it takes time and memory.
"""

import re
from collections.abc import Mapping
from typing import Any

from tui_planner.programme import file_rules
from tui_planner.programme.problem import Problem
from tui_planner.support.i18n import _

from .source import Source

MOST_OF_A_TABLE = 20_000
"""The most sessions of a programme; also the most rooms, routes and accepted findings."""
MOST_DAYS = 4_000
MOST_BLOCKS = 5_000
_FEWER = {"days": MOST_DAYS, "blocks": MOST_BLOCKS}
MOST_VALUES = 500_000
"""The most keys and values in a file: twenty-five for each of so many sessions."""
MOST_FAULTS = 20_000
"""The most faults of one file that are reported."""

_SIGNS = "=,.[{"
"""Every key and value of a TOML text, nested ones too, needs one of these."""
_BEGINNING = re.compile(r"""\"{3}|'{3}|["'#]""")
_ENDS = {
    '"""': re.compile(r'\\.|"""', re.DOTALL),
    "'''": re.compile("'''"),
    '"': re.compile(r'\\.|["\n]'),
    "'": re.compile(r"['\n]"),
    "#": re.compile(r"\n"),
}
"""The ends of texts and comments, or escapes in them, by how they begin."""


def find_too_many_values(source: Source) -> Problem | None:
    """Return the problem of a text that holds more keys and values than a programme may."""
    if not is_beyond(source.text):
        return None
    message = _(
        "It holds more than {n} keys and values: a programme has at most {most} sessions."
    ).format(n=MOST_VALUES, most=MOST_OF_A_TABLE)
    return _refused(source.name, message)


def is_beyond(text: str) -> bool:
    """Whether a text of TOML holds more keys and values than a programme may."""
    return _signs(text) > MOST_VALUES and _signs(_bare(text)) > MOST_VALUES


def find_too_many_tables(name: str, data: Mapping[str, Any]) -> Problem | None:
    """Return the problem of a file that holds more tables of one kind than a programme may."""
    for array, tables in data.items():
        most = _FEWER.get(array, MOST_OF_A_TABLE)
        if isinstance(tables, list) and len(tables) > most:
            message = _("It holds {n} [[{array}]], and can hold {most}.")
            return _refused(name, message.format(n=len(tables), array=array, most=most))
    return None


def limit_faults(name: str) -> Problem:
    """Make the problem of a file that has more faults than are reported."""
    message = _("It has more than {n} faults: the others are not told.")
    return _refused(name, message.format(n=MOST_FAULTS), _("Mend these first."))


def _refused(name: str, message: str, hint: str = "") -> Problem:
    rule = file_rules.UNREADABLE
    return Problem(rule, rule.severity, message, name, hint=hint or _("Split the event."))


def _signs(text: str) -> int:
    return sum(map(text.count, _SIGNS))


def _bare(text: str) -> str:
    """Strip a text of quotes and comments; quotes that do not end hold nothing."""
    pieces = []
    at = 0
    while beginning := _BEGINNING.search(text, at):
        pieces.append(text[at : beginning.start()])
        ends = _ENDS[beginning[0]].finditer(text, beginning.end())
        at = next((end.end() for end in ends if end[0][0] != "\\"), beginning.end())
    return "".join([*pieces, text[at:]])
