"""The scanner of a TOML text for the offsets of its tables, keys and values.

It checks nothing, but ends for any text: tomli has accepted it before.
"""

import re
from typing import NamedTuple

import tomli

from .key_path import KeyPath

# No quantifier is possessive, and no group atomic: before Python 3.11.5 those with alternatives in
# them miss what they should match. Nothing here matches in two ways, so that no failure takes long;
# a group that is repeated takes memory each time, so it is in bounded turns.
_TURN = "{0,100}"
_COMMENT = r"#[^\n]*"
_STRING = (
    r'(?:"[^"]+"(?<!\\")|""(?!")|"""[^"]*"""(?<!\\""")(?!")'
    r"|'[^']+'|''(?!')|'''[^']*'''(?!'))"
)
"""A string without a quote in it, or a backslash before the last one: nearly all are."""
_SCALAR = r"(?:\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*|[^\s,\]}#]+)"
_WORD = r"[A-Za-z0-9_-]+"
_EQUALS = r"[ \t]*=[ \t]*"
_PLAIN = rf"(?:{_STRING}|(?![\[{{\"']){_SCALAR})"
_FLAT = rf"[^\[\]{{}}\"'#]*(?:(?:{_STRING}|{_COMMENT}\n)[^\[\]{{}}\"'#]*){_TURN}"
"""The content of a list or an inline table, up to a nested one or to its end."""
_STATEMENT = rf"{_WORD}{_EQUALS}(?:{_PLAIN}|\[{_FLAT}\])"
_STATEMENTS = rf"(?:[ \t\n]*(?:{_STATEMENT}|{_COMMENT})){_TURN}[ \t\n]*"
"""Words with values that follow one another; none lies within another value."""

_BLANKS = re.compile(r"[ \t\n]*")
_A_COMMENT = re.compile(rf"{_COMMENT}[ \t\n]*")
_AN_EQUALS = re.compile(_EQUALS)
_A_SCALAR = re.compile(_SCALAR)
_A_WORD = re.compile(_WORD)
_A_DOT = re.compile(r"[ \t]*\.[ \t]*")
_A_STRETCH = re.compile(_FLAT)
_PLAIN_STATEMENTS = re.compile(_STATEMENTS)
_PLAIN_STATEMENT = re.compile(rf"({_WORD}){_EQUALS}({_PLAIN})[ \t\n]*")
"""A plain word with a value in which no other lies, and the space behind."""
_PLAIN_TABLE = re.compile(rf"\[\[[ \t]*({_WORD})[ \t]*\]\]({_STATEMENTS})")
"""One more table of an array, where its name is one plain word, with its plain statements."""
_MAY_BE_EMPTY = (_BLANKS, _A_STRETCH, _PLAIN_STATEMENTS)
_MOST_DOTS = 50
_DEEPEST = 12  # no key of the format lies deeper; what does is skipped, not recursed into


class Spot(NamedTuple):
    """The offsets of a key and its value."""

    key: int
    value: int


class Scanner:
    """The scanner of one text: of its tables first, then of the keys of those asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self.spots: dict[KeyPath, Spot] = {}
        self.heads: list[tuple[int, KeyPath]] = []
        self.counts: dict[KeyPath, int] = {}
        self.unscanned: dict[KeyPath, tuple[int, int]] = {}

    def find_tables(self) -> None:
        """Note the head of every table, and where its keys begin and end."""
        table: KeyPath = ()
        begin = 0
        self._skip(_PLAIN_STATEMENTS)
        while (start := self.pos) < len(self.text):
            if match := _PLAIN_TABLE.match(self.text, start):  # as nearly all are
                self.unscanned[table] = (begin, start)
                table = self._begun(self._numbered((match[1],), start), start)
                begin, self.pos = match.span(2)
                continue
            if self.text[start] == "[":
                self.unscanned[table] = (begin, start)
                table = self._begun(self._header(start), start)
                begin = self.pos
            elif self.text[start] != "#":
                self._keys()
                self._skip(_AN_EQUALS)
                self._skip_value()
            self._skip(_PLAIN_STATEMENTS)
        self.unscanned[table] = (begin, self.pos)

    def scan(self, table: KeyPath) -> None:
        """Note the keys and values of a table, if there is one of that path."""
        if table not in self.unscanned:
            return
        self.pos, end = self.unscanned.pop(table)
        self._skip_space()
        while self.pos < end:
            if match := _PLAIN_STATEMENT.match(self.text, self.pos):
                self.spots[*table, match[1]] = Spot(match.start(1), match.start(2))
                self.pos = match.end()
                continue
            if self.text[self.pos] != "#":
                self._key_value(table, 0)
            self._skip_space()

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.pos)
        if match is None or (match.end() == self.pos and pattern not in _MAY_BE_EMPTY):
            # Not reachable for a text that tomli accepted; never hang on one that it did not.
            self.pos = len(self.text)
            return ""
        self.pos = match.end()
        return match.group()

    def _skip_space(self) -> None:
        self._skip(_BLANKS)
        while self.text.startswith("#", self.pos):
            self._skip(_A_COMMENT)

    def _quoted(self) -> str:
        """Read the quoted text that begins here, with its quotes."""
        start = self.pos
        mark = self.text[start]
        closing = 3 * mark if self.text.startswith(3 * mark, start) else mark
        begin = start + len(closing)
        while (found := self.text.find(closing, begin)) >= 0:
            stretch = self.text[begin:found]
            if mark == "'" or (len(stretch) - len(stretch.rstrip("\\"))) % 2 == 0:
                break
            begin = found + 1  # the quote is escaped
        self.pos = len(self.text) if found < 0 else found + len(closing)
        while self.text.startswith(mark, self.pos):  # one or two before the three that end it
            self.pos += 1
        return self.text[start : self.pos]

    def _keys(self) -> list[str]:
        parts = [self._key_part()]
        while match := _A_DOT.match(self.text, self.pos):
            self.pos = match.end()
            parts.append(self._key_part())
        return parts[:_MOST_DOTS]

    def _key_part(self) -> str:
        if self.text[self.pos : self.pos + 1] not in {'"', "'"}:
            return self._skip(_A_WORD)
        raw = self._quoted()
        try:
            return next(iter(tomli.loads(f"{raw} = 0")))
        except tomli.TOMLDecodeError:
            return raw

    def _begun(self, table: KeyPath, start: int) -> KeyPath:
        """Note a table whose head stands at `start`, and return its path."""
        self.spots[table] = Spot(start, start)
        self.heads.append((start, table))
        return table

    def _numbered(self, array: KeyPath, start: int) -> KeyPath:
        """Return the path of one more table of an array."""
        number = self.counts.get(array, 0)
        if number == 0:
            self.spots.setdefault(array, Spot(start, start))
        self.counts[array] = number + 1
        return (*array, number)

    def _header(self, start: int) -> KeyPath:
        """Read the head of a table at `start`, and return the table's path."""
        is_array = self.text.startswith("[[", start)
        self.pos += 2 if is_array else 1
        self._skip_space()
        keys = self._keys()
        closing = self.text.find("]", self.pos)
        self.pos = len(self.text) if closing < 0 else closing + (2 if is_array else 1)
        path: KeyPath = ()
        for number, key in enumerate(keys, 1):
            path = (*path, key)
            self.spots.setdefault(path, Spot(start, start))
            if number == len(keys) and is_array:
                path = self._numbered(path, start)
            elif path in self.counts:
                path = (*path, self.counts[path] - 1)
        return path

    def _key_value(self, table: KeyPath, depth: int) -> None:
        start = self.pos
        path = table
        for key in self._keys():
            path = (*path, key)
            if path not in self.spots or start < self.spots[path].key:
                self.spots[path] = Spot(start, start)
        self._skip(_AN_EQUALS)
        self.spots[path] = Spot(start, self.pos)
        self._value(path, depth)

    def _value(self, path: KeyPath, depth: int) -> None:
        match self.text[self.pos : self.pos + 1]:
            case "[" | "{" as opening if depth < _DEEPEST:
                self._items(path, opening, depth + 1)
            case _:
                self._skip_value()

    def _items(self, path: KeyPath, opening: str, depth: int) -> None:
        self.pos += 1
        index = 0
        while True:
            self._skip_space()
            match self.text[self.pos : self.pos + 1]:
                case "]" | "}" | "":
                    self.pos += 1
                    return
                case ",":
                    self.pos += 1
                case _ if opening == "{":
                    self._key_value(path, depth)
                case _:
                    item = (*path, index)
                    self.spots[item] = Spot(self.pos, self.pos)
                    self._value(item, depth)
                    index += 1

    def _skip_value(self) -> None:
        depth = 0
        while True:
            match self.text[self.pos : self.pos + 1]:
                case "[" | "{":
                    depth += 1
                    self.pos += 1
                case "]" | "}":
                    depth -= 1
                    self.pos += 1
                case '"' | "'":
                    self._quoted()
                case "#":
                    self._skip_space()
                case _:
                    self._skip(_A_SCALAR)
            if depth <= 0 or self.pos >= len(self.text):
                return
            self._skip(_A_STRETCH)
