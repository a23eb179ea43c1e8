"""The scan of a TOML text for the offsets of its tables, keys and values.

It checks nothing, but ends for any text: tomli has accepted it before.
"""

import re
from typing import NamedTuple

import tomli

from .positions import Path

_SPACE = re.compile(r"[ \t\n]*+(?:#[^\n]*+[ \t\n]*+)*+")
_STRING = re.compile(
    r'"(?!"")[^"]*+"(?<!\\")'  # as nearly all are; a run of all but one character is quickest
    r'|"""(?:[^"\\]++|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']++|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\]++|\\.)*+"'
    r"|'[^']*+'",
    re.DOTALL,
)
_KEY_PART = re.compile(r"[A-Za-z0-9_-]++|\"(?:[^\"\\]++|\\.)*+\"|'[^']*+'")
_SCALAR = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*+|[^\s,\]}#]++")
_DOT = re.compile(r"[ \t]*+\.[ \t]*+")
_PLAIN = rf"(?:{_STRING.pattern}|(?![\[{{\"'])(?:{_SCALAR.pattern}))"
_KEY = rf"(?:{_KEY_PART.pattern})(?:{_DOT.pattern}(?:{_KEY_PART.pattern}))*+"
_LIST = rf"\[(?:[ \t\n,]++|#[^\n]*+|{_PLAIN})*+\]"
_PLAIN_STATEMENTS = re.compile(
    rf"(?>{_SPACE.pattern}{_KEY}[ \t]*+=[ \t]*+(?:{_PLAIN}|{_LIST}))*+{_SPACE.pattern}", re.DOTALL
)
"""Keys with values, as many as follow one another, of which none lies within a value."""
_PLAIN_STATEMENT = re.compile(
    rf"([A-Za-z0-9_-]++)[ \t]*+=[ \t]*+({_PLAIN}){_SPACE.pattern}", re.DOTALL
)
"""A plain word with a value in which none lies, and the space behind."""
_PLAIN_TABLE = re.compile(
    rf"\[\[[ \t]*+([A-Za-z0-9_-]++)[ \t]*+\]\]({_PLAIN_STATEMENTS.pattern})", re.DOTALL
)
"""One more table of an array, where its name is one plain word, with its plain statements."""
_MAY_BE_EMPTY = (_SPACE, _PLAIN_STATEMENTS)
_MOST_DOTS = 50
_DEEPEST = 12  # no key of the format lies deeper; what does is skipped, not recursed into


class Spot(NamedTuple):
    """The offsets of a key and its value."""

    key: int
    value: int


class Scanner:
    """Finds the tables of a text first, then the keys of those that are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pos = 0
        self.spots: dict[Path, Spot] = {}
        self.heads: list[tuple[int, Path]] = []
        self.counts: dict[Path, int] = {}
        self.unscanned: dict[Path, tuple[int, int]] = {}

    def find_tables(self) -> None:
        """Note the head of every table, and where its keys begin and end."""
        table: Path = ()
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
            else:
                self._key_value(table, 0)
            self._skip(_PLAIN_STATEMENTS)
        self.unscanned[table] = (begin, self.pos)

    def scan(self, table: Path) -> None:
        """Note the keys and values of a table, if there is one of that path."""
        if table not in self.unscanned:
            return
        self.pos, end = self.unscanned.pop(table)
        self._skip(_SPACE)
        while self.pos < end:
            if match := _PLAIN_STATEMENT.match(self.text, self.pos):
                self.spots[*table, match[1]] = Spot(match.start(1), match.start(2))
                self.pos = match.end()
            else:
                self._key_value(table, 0)
                self._skip(_SPACE)

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.pos)
        if match is None or (match.end() == self.pos and pattern not in _MAY_BE_EMPTY):
            # Not reachable for a text that tomli accepted; never hang on one that it did not.
            self.pos = len(self.text)
            return ""
        self.pos = match.end()
        return match.group()

    def _keys(self) -> list[str]:
        parts = [self._key_part()]
        while match := _DOT.match(self.text, self.pos):
            self.pos = match.end()
            parts.append(self._key_part())
        return parts[:_MOST_DOTS]

    def _key_part(self) -> str:
        raw = self._skip(_KEY_PART)
        if raw[:1] not in {'"', "'"}:
            return raw
        try:
            return next(iter(tomli.loads(f"{raw} = 0")))
        except tomli.TOMLDecodeError:
            return raw

    def _begun(self, table: Path, start: int) -> Path:
        """A table, noted as one whose head stands at `start`."""
        self.spots[table] = Spot(start, start)
        self.heads.append((start, table))
        return table

    def _numbered(self, array: Path, start: int) -> Path:
        """The path of one more table of an array."""
        number = self.counts.get(array, 0)
        if number == 0:
            self.spots.setdefault(array, Spot(start, start))
        self.counts[array] = number + 1
        return (*array, number)

    def _header(self, start: int) -> Path:
        """The path of the table whose head stands at `start`."""
        is_array = self.text.startswith("[[", start)
        self.pos += 2 if is_array else 1
        self._skip(_SPACE)
        keys = self._keys()
        closing = self.text.find("]", self.pos)
        self.pos = len(self.text) if closing < 0 else closing + (2 if is_array else 1)
        path: Path = ()
        for number, key in enumerate(keys, 1):
            path = (*path, key)
            self.spots.setdefault(path, Spot(start, start))
            if number == len(keys) and is_array:
                path = self._numbered(path, start)
            elif path in self.counts:
                path = (*path, self.counts[path] - 1)
        return path

    def _key_value(self, table: Path, depth: int) -> None:
        start = self.pos
        path = table
        for key in self._keys():
            path = (*path, key)
            if path not in self.spots or start < self.spots[path].key:
                self.spots[path] = Spot(start, start)
        self._skip(_SPACE)
        self.pos += 1  # the equals sign
        self._skip(_SPACE)
        self.spots[path] = Spot(start, self.pos)
        self._value(path, depth)

    def _value(self, path: Path, depth: int) -> None:
        match self.text[self.pos : self.pos + 1]:
            case '"' | "'":
                self._skip(_STRING)
            case "[" | "{" as opening:
                if depth >= _DEEPEST:
                    self._skip_nested()
                else:
                    self._items(path, opening, depth + 1)
            case _:
                self._skip(_SCALAR)

    def _items(self, path: Path, opening: str, depth: int) -> None:
        self.pos += 1
        index = 0
        while True:
            self._skip(_SPACE)
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

    def _skip_nested(self) -> None:
        depth = 0
        while self.pos < len(self.text):
            self._skip(_SPACE)
            match self.text[self.pos : self.pos + 1]:
                case "[" | "{":
                    depth += 1
                    self.pos += 1
                case "]" | "}":
                    depth -= 1
                    self.pos += 1
                    if depth == 0:
                        return
                case '"' | "'":
                    self._skip(_STRING)
                case _:
                    self.pos += 1
