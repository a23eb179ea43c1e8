"""The recovery of TOML with faults, so that all faults of a file are reported at once (E001).

What is faulty is left out: a line, a list or text that does not end, or the rest of a table whose
head cannot be guessed. The places of all else stay as they are.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from typing import Any

import tomli

from tui_planner.programme import file_rules
from tui_planner.programme.problem import Location, Problem
from tui_planner.support.i18n import _

from .key_path import KeyPath
from .limits import is_beyond
from .parsed import Parsed
from .source import Source
from .toml_positions import Positions

_MOST_FAULTS = 50
_MOST_PARSED = 30_000_000
"""The most characters that are parsed to find faults; in a long text, fewer are found."""
_KEY = r"(?:[\w-]+|\"[^\"]*\"|'[^']*')"
_HEAD = re.compile(r"[ \t]*\[{1,2}[ \t]*[\w-][\w. \t-]*(?:\]{1,2}[ \t]*)?(?:#.*)?$")
_KEY_VALUE = re.compile(rf"[ \t]*{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*[ \t]*=")
_A_KEY = re.compile(r"[ \t]*([\w-]+)")
_LIST_ITEM = re.compile(r"[ \t]*\{.*\}(?:[ \t]*,)?[ \t]*(?:#.*)?$")
_ANY_HEAD = re.compile(r"[ \t]*\[+[ \t]*([\w-]+)")
_MAY_GO_ON = re.compile(r"[\[{]|\"\"\"|'''")


def parse_around_faults(source: Source, tables: Collection[str], arrays: Collection[str]) -> Parsed:
    """Parse what can be read of a text that is no TOML, and list its faults.

    Args:
        source: The text.
        tables: The names of the tables at its top, `[name]`.
        arrays: The names of the arrays of tables at its top, `[[name]]`.
    """
    lines = _Lines(source.lines, tables, arrays)
    problems: list[Problem] = []
    data: dict[str, Any] = {}
    while not is_beyond(lines.join()):  # quotes that do not end may have hidden what it holds
        try:
            data = lines.parse()
            break
        except (ValueError, RecursionError) as error:
            if len(problems) == _MOST_FAULTS or lines.left <= 0:
                break
            first = lines.find_faulty(error)
            problems.append(_problem(source.name, error, lines, first))
            if not lines.leave_out(first):
                break
    positions = Positions(Source(source.name, lines.join()))
    damaged = {
        (*_find_table(positions, number, arrays), *key) for number, key in lines.left_out.items()
    }
    return Parsed(data, positions, tuple(problems), frozenset(damaged | lines.lost_tables))


def _find_table(positions: Positions, line: int, arrays: Collection[str]) -> KeyPath:
    path = positions.find_table_at(line + 1)
    return path[:2] if path[:1] and path[0] in arrays else path[:1]


def _problem(file: str, error: Exception, lines: "_Lines", first: int) -> Problem:
    """Make the problem at the parser's place, or where the statement begins that fails later."""
    line = lines.lines[first]
    place = Location(first + 1, len(line) - len(line.lstrip()) + 1)
    match error:
        case tomli.TOMLDecodeError():
            detail = _in_words(error)
            if not _is_of_a_name(error):
                if lines.is_within(first, error.lineno):
                    place = lines.locate(error)
                else:
                    detail = _("what begins here does not end")
        case RecursionError():
            detail = _("lists lie too deep within one another")
        case _:
            detail = _("this number is too long")
    message = _("This is not TOML: {detail}.").format(detail=detail[:1].lower() + detail[1:])
    hint = _('Text and times stand in quotes, like "11:30"; each key stands once in its table.')
    return Problem(file_rules.SYNTAX, file_rules.SYNTAX.severity, message, file, place, hint)


def _is_of_a_name(error: tomli.TOMLDecodeError) -> bool:
    """Whether a name stands where it cannot, most often a second time; its value is sound."""
    return error.msg.startswith("Cannot ")


def _in_words(error: tomli.TOMLDecodeError) -> str:
    """Translate what the parser says to programmers into words for users."""
    if _is_of_a_name(error):
        return _("this key or table is there already")
    return {
        "Illegal character '\\n'": _("the quotes of this text are not closed"),
        "Expected newline or end of document after a statement": _(
            "the value before this is over, and a new one needs a line of its own"
        ),
        "Invalid value": _("no value can begin so"),
        "Invalid statement": _("neither a key nor the head of a table can begin so"),
    }.get(error.msg, error.msg)


class _Lines:
    """The lines of a text, of which faulty ones are blanked. Numbers count from 0."""

    def __init__(self, lines: list[str], tables: Collection[str], arrays: Collection[str]) -> None:
        self.lines = list(lines)
        self._tables = tables
        self._arrays = arrays
        self.left_out: dict[int, KeyPath] = {}
        self.mended: set[int] = set()
        self.lost_tables: set[KeyPath] = set()
        self.left = _MOST_PARSED
        self._heads = [number for number, line in enumerate(lines) if _HEAD.match(line)]
        self._starts = [
            number
            for number, line in enumerate(lines)
            if _KEY_VALUE.match(line) or _HEAD.match(line)
        ]

    def join(self, end: int | None = None) -> str:
        """Return the text as it is now, up to a line."""
        return "\n".join(self.lines[:end])

    def parse(self, end: int | None = None) -> dict[str, Any]:
        """Parse the text up to a line.

        Raises:
            ValueError, RecursionError: it is no TOML.
        """
        text = self.join(end)
        self.left -= len(text)
        return tomli.loads(text)

    def find_faulty(self, error: Exception) -> int:
        """Find the line on which the statement begins that the parser failed at.

        That is the parser's line, unless a text or a list that began earlier had not ended there.
        """
        at = len(self.lines)
        if isinstance(error, tomli.TOMLDecodeError):
            at = error.lineno - 1
            if at < len(self.lines) and self._is_a_beginning(at):
                return at
        before = self._starts[: bisect_right(self._starts, at)]
        if self.left < len(before).bit_length() * len(self.join(at)):
            return min(at, len(self.lines) - 1)  # to look for the beginning takes too long
        sound = bisect_left(before, True, key=lambda number: not self._parses(number))
        return before[sound - 1] if sound else min(at, len(self.lines) - 1)

    def _is_a_beginning(self, number: int) -> bool:
        return bool(_LIST_ITEM.match(self.lines[number])) or self._parses(number)

    def _parses(self, end: int) -> bool:
        """Whether the text up to a line is TOML."""
        try:
            self.parse(end)
        except (ValueError, RecursionError):
            return False
        return True

    def find_next(self, first: int) -> int:
        """Find the line behind a faulty statement."""
        _key, _equals, value = self.lines[first].partition("=")
        if not _MAY_GO_ON.search(value):
            return first + 1
        return _next(self._starts, first, len(self.lines))

    def locate(self, error: tomli.TOMLDecodeError) -> Location:
        """Return the parser's place, held within the text: behind a last backslash it is not."""
        return Location(error.lineno, min(error.colno, len(self.lines[error.lineno - 1]) + 1))

    def is_within(self, first: int, line: int) -> bool:
        """Whether a line, counted from 1, belongs to a faulty statement."""
        at_the_end = not any(self.lines[line - 1 :])
        return line == first + 1 or (line <= self.find_next(first) and not at_the_end)

    def leave_out(self, first: int) -> bool:
        """Blank a faulty statement; False where there is nothing left to blank."""
        if not self.lines[first].strip():
            return False
        if self.lines[first].lstrip().startswith("["):
            return self._mend_head(first)
        self._blank(first, self.find_next(first))
        return True

    def _mend_head(self, first: int) -> bool:
        """Correct the head of a table, or leave out the table."""
        match = _ANY_HEAD.match(self.lines[first])
        name = match[1] if match else ""
        meant = self._head_of(name)
        if meant not in {"", self.lines[first].strip()} and first not in self.mended:
            self.lines[first] = meant
            self.mended.add(first)
        else:
            self._blank(first, _next(self._heads, first, len(self.lines)))
            self.lost_tables.add((name,) if name in self._tables else ())
        return True

    def _head_of(self, name: str) -> str:
        """Return the head of a table by its name; empty where the file has no such table."""
        if name in self._arrays:
            return f"[[{name}]]"
        return f"[{name}]" if name in self._tables else ""

    def _blank(self, first: int, behind: int) -> None:
        """Blank some lines; what they hold is the one key that they begin with, or not known."""
        key = _A_KEY.match(self.lines[first])
        self.left_out |= dict.fromkeys(range(first, behind), (key[1],) if key else ())
        self.lines[first:behind] = [""] * (behind - first)


def _next(numbers: list[int], number: int, otherwise: int) -> int:
    index = bisect_right(numbers, number)
    return numbers[index] if index < len(numbers) else otherwise
