"""The lines of a text that is no TOML: what is wrong in them is mended, or left out."""

import re
from bisect import bisect_left, bisect_right, insort
from typing import Any, NamedTuple

import tomli

from tui_planner.programme.problem import Location

from .heads import Head, Names, replace_head
from .key_path import KeyPath
from .parsed import A_TABLE
from .slips import Slip, find_slip

_MOST_PARSED = 30_000_000
"""The most characters that are parsed to find faults; in a long text, fewer are found."""
_LONGEST = 2_000
"""The most characters of a line in which one is looked for."""
_MOST_OF_A_SLIP = 200
"""The most lines of one statement in which a slip is looked for."""
_KEY = r"(?:[\w-]+|\"[^\"]*\"|'[^']*')"
_HEAD = re.compile(r"[ \t]*\[{1,2}[ \t]*[\w-][\w. \t-]*(?:\]{1,2}[ \t]*)?(?:#.*)?$")
_KEY_VALUE = re.compile(rf"[ \t]*{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*[ \t]*=")
_A_KEY = re.compile(r"[ \t]*([\w-]+)")
_LIST_ITEM = re.compile(r"[ \t]*\{.*\}(?:[ \t]*,)?[ \t]*(?:#.*)?$")
_KEY_OF = re.compile(r"[ \t]*([\w-]+)[ \t]*=")
_NOTHING = re.compile(r"[ \t]*(?:#.*)?$")
_ANY_HEAD = re.compile(r"[ \t]*\[+[ \t]*([\w-]+)")
_MAY_GO_ON = re.compile(r"[\[{]|\"\"\"|'''")


class SlipAt(NamedTuple):
    """A slip, with the number of its line."""

    line: int
    slip: Slip


class FaultyLines:
    """The lines of a text, of which faulty ones are blanked. Numbers count from 0."""

    def __init__(self, lines: list[str], names: Names) -> None:
        self.lines = list(lines)
        self._written = lines
        self._names = names
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
        written = min(len(lines[error.lineno - 1]) for lines in (self.lines, self._written))
        return Location(error.lineno, min(error.colno, written + 1))

    def is_within(self, first: int, line: int) -> bool:
        """Whether a line, counted from 1, belongs to a faulty statement."""
        at_the_end = not any(self.lines[line - 1 :])
        return line == first + 1 or (line <= self.find_next(first) and not at_the_end)

    def find_slip(self, error: Exception, first: int) -> SlipAt | None:
        """Find the slip of the hand for which a statement is no TOML, if it is a usual one."""
        if not isinstance(error, tomli.TOMLDecodeError) or self.lines[first].lstrip()[:1] == "[":
            return None
        if is_of_a_broken_line(error) and (slip := self._find_broken_text(first)):
            return SlipAt(first, slip)
        number = min(error.lineno, len(self.lines)) - 1
        statement = self.lines[first : self.find_next(first)]
        is_long = len(statement) > _MOST_OF_A_SLIP or max(map(len, statement)) > _LONGEST
        if is_of_a_name(error) or number < first or is_long:
            return None
        slip = find_slip(statement, number - first, error)
        return slip and SlipAt(first + slip.number, slip)

    def _find_broken_text(self, first: int) -> Slip | None:
        """Find a text that goes on in the lines behind, in quotes that do not."""
        from .broken_texts import MOST_LINES, find_broken_text  # noqa: PLC0415 - for few files

        behind = min(_next(self._starts, first, len(self.lines)), first + MOST_LINES)
        lines = self.lines[first:behind]
        if max(map(len, lines)) > _LONGEST:
            return None
        return find_broken_text(lines, self._names.long_texts, self._is_sound)

    def _is_sound(self, text: str) -> bool:
        """Whether some lines are TOML, as long as there is time to look."""
        self.left -= len(text)
        if self.left <= 0:
            return False
        try:
            tomli.loads(text)
        except (ValueError, RecursionError):
            return False
        return True

    def mend(self, slip: SlipAt) -> None:
        """Write a line as it is meant, and those that change with it."""
        meant = (slip.slip.line, *slip.slip.also)
        self.lines[slip.line : slip.line + len(meant)] = meant

    def mend_brackets(self, error: Exception, first: int) -> list[Head]:
        """Mend the heads of an array with single brackets, where one with two is refused for them.

        Return those that are mended.
        """
        match = _ANY_HEAD.match(self.lines[first])
        name = match[1] if match else ""
        is_twice = isinstance(error, tomli.TOMLDecodeError) and is_of_a_name(error)
        if not is_twice or name not in self._names.arrays:
            return []
        meant = self._names.find_head(name)
        single = re.compile(rf"[ \t]*(\[[ \t]*{re.escape(name)}[ \t]*\])[ \t]*(?:#.*)?$")
        heads = []
        for number in self._heads:
            if (found := single.match(self.lines[number])) and number not in self.mended:
                heads.append(Head(number, found.start(1), name, found[1], meant))
                self.lines[number] = replace_head(self.lines[number], meant)
                self.mended.add(number)
        return heads

    def put_head(self, error: Exception, first: int) -> str:
        """Put the head of an array that is missing, where its keys stand a second time.

        It takes the place of a blank line or a comment above; where there is none, those keys are
        left out. Return the head; empty where none is missing.
        """
        at = bisect_right(self._heads, first) - 1
        if at < 0 or not isinstance(error, tomli.TOMLDecodeError) or not is_of_a_name(error):
            return ""
        match = _ANY_HEAD.match(self.lines[self._heads[at]])
        behind = _next(self._heads, first, len(self.lines))
        keys = self._list_keys(first, behind)
        again = keys & self._list_keys(self._heads[at] + 1, first)
        if match is None or self._names.get_first_key(match[1]) not in again or len(again) < 2:
            return ""
        head = f"[[{self._names.find_array_with(keys, match[1])}]]"
        if _NOTHING.match(self.lines[first - 1]):
            self.lines[first - 1] = head
            insort(self._heads, first - 1)
        else:
            self._leave_out_table(first, A_TABLE)
        return head

    def _list_keys(self, first: int, behind: int) -> set[str]:
        return {match[1] for line in self.lines[first:behind] if (match := _KEY_OF.match(line))}

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
        meant = self.find_head(first)
        if meant not in {"", self.lines[first].strip()} and first not in self.mended:
            self.lines[first] = meant
            self.mended.add(first)
        else:
            name = meant.strip("[]")
            self._leave_out_table(first, (name,) if name in self._names.tables else A_TABLE)
        return True

    def find_head(self, number: int) -> str:
        """Find the head that is meant on a line; empty where nobody knows."""
        match = _ANY_HEAD.match(self.lines[number])
        return self._names.find_head(match[1]) if match else ""

    def _leave_out_table(self, first: int, path: KeyPath) -> None:
        """Blank all that may stand in a table of which the head cannot be read."""
        behind = _next(self._heads, first, len(self.lines))
        self.lines[first:behind] = [""] * (behind - first)
        self.lost_tables.add(path)

    def _blank(self, first: int, behind: int) -> None:
        """Blank some lines; what they hold is the one key that they begin with, or not known."""
        key = _A_KEY.match(self.lines[first])
        self.left_out |= dict.fromkeys(range(first, behind), (key[1],) if key else ())
        self.lines[first:behind] = [""] * (behind - first)


def is_of_a_name(error: tomli.TOMLDecodeError) -> bool:
    """Whether a name stands where it cannot, most often a second time; its value is sound."""
    return error.msg.startswith("Cannot ")


def is_of_a_broken_line(error: tomli.TOMLDecodeError) -> bool:
    """Whether a text in quotes has not ended with its line."""
    return error.msg.endswith("character '\\n'")


def _next(numbers: list[int], number: int, otherwise: int) -> int:
    index = bisect_right(numbers, number)
    return numbers[index] if index < len(numbers) else otherwise
