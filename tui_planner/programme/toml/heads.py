"""Heads of tables that are misspelt or have the brackets of another kind (E001, E003, E004).

Their lines are mended, so that the tables under them are read as what they are meant to be. The
places of all else stay as they are.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

import tomli

from tui_planner.programme import file_rules
from tui_planner.programme.problem import Location, Problem, Rule
from tui_planner.support.i18n import _, ngettext

from .key_path import KeyPath
from .parsed import Parsed
from .source import Source
from .toml_positions import Positions

_HEAD = re.compile(r"(?P<indent>[ \t]*)\[{1,2}[ \t]*(?P<name>[\w-]+)[ \t]*\]{1,2}")
_NEAR = 75
"""The least similarity of a head to be read as another, of 100."""
_LONGEST = 50
_ALSO = {
    "programme": "conference event schedule info general meta programma evenement",
    "days": "dates dagen",
    "rooms": "locations venues halls places zalen ruimtes",
    "routes": "walks distances",
    "blocks": "slots rounds blokken rondes",
    "sessions": "talks events presentations workshops lectures sessies",
}
"""Names under which the tables are known elsewhere."""


class Names(NamedTuple):
    """The names of the tables at the top of a file: `[name]`, and `[[name]]` for arrays.

    `keys` are those that the tables of an array may have, `long_texts` those of which a text may
    have several lines.
    """

    tables: Collection[str]
    arrays: Collection[str]
    keys: Mapping[str, Collection[str]] = {}
    long_texts: Collection[str] = ()

    def find_head(self, name: str) -> str:
        """Return the head that is meant by a name; empty where that is not known."""
        if name in self.arrays:
            return f"[[{name}]]"
        if name in self.tables:
            return f"[{name}]"
        nearest = self._find_nearest(name)
        return self.find_head(nearest) if nearest else ""

    def get_first_key(self, name: str) -> str:
        """Return the key that the tables of an array begin with; empty where that is not known."""
        return next(iter(self.keys.get(name, ())), "")

    def find_array_with(self, keys: Collection[str], nearest: str) -> str:
        """Find the array that has all these keys; `nearest`, where that or none has them."""
        having = [name for name in self.arrays if set(keys) <= set(self.keys.get(name, ()))]
        return nearest if nearest in having or not having else having[-1]

    def _find_nearest(self, name: str) -> str:
        if not self.arrays or len(name) > _LONGEST:
            return ""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - a file without faults needs none

        known = sorted((*self.tables, *self.arrays))
        word = name.casefold()
        for also, words in _ALSO.items():
            if also in known and word in words.split():
                return also
        found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=_NEAR)
        return "" if found is None else str(found[0])


class Head(NamedTuple):
    """The head of a table that is not as it should be. Lines count from 0."""

    line: int
    column: int
    name: str
    written: str
    meant: str


def mend_heads(parsed: Parsed, names: Names) -> Parsed:
    """Read the tables with a wrong head as what they are meant to be; each kind is one problem."""
    wrong = {name for name, value in parsed.data.items() if _is_wrong(name, value, names)}
    if not wrong:
        return parsed
    source = parsed.positions.source
    heads = [head for head in _find_heads(parsed, names) if head.name in wrong]
    if not heads:
        return parsed
    lines = list(source.lines)
    for head in heads:
        lines[head.line] = replace_head(lines[head.line], head.meant)
    mended = Source(source.name, "\n".join(lines))
    try:
        data = tomli.loads(mended.text)
    except (ValueError, RecursionError):
        return parsed
    positions = Positions(mended)
    problems = (*parsed.problems, *list_head_problems(source.name, heads, names))
    damaged = _follow(parsed, positions)
    return Parsed(data, positions, problems, damaged)


def _is_wrong(name: str, value: object, names: Names) -> bool:
    if name in names.arrays:
        return isinstance(value, dict)
    return isinstance(value, list) if name in names.tables else isinstance(value, list | dict)


def _find_heads(parsed: Parsed, names: Names) -> Iterator[Head]:
    source = parsed.positions.source
    taken = parsed.data.keys() & names.tables
    for number, path in parsed.positions.list_heads():
        match = _HEAD.match(source.lines[number])
        if match is None or match["name"] != path[0]:
            continue
        name = match["name"]
        meant = names.find_head(name)
        if meant.startswith("[[") or (meant and meant.strip("[]") not in taken - {name}):
            taken = taken | {meant.strip("[]")} if not meant.startswith("[[") else taken
            written = match[0].strip()
            yield Head(number, match.end("indent"), name, written, meant)


def _follow(parsed: Parsed, positions: Positions) -> frozenset[KeyPath]:
    """Return the damaged paths as they are called under the mended heads."""
    if not parsed.damaged:
        return parsed.damaged
    before = [path for _number, path in parsed.positions.list_heads()]
    after = [path for _number, path in positions.list_heads()]
    renamed = dict(zip(before, after, strict=False))
    return frozenset(
        (*renamed.get(path[:size], path[:size]), *path[size:])
        for path in parsed.damaged
        for size in [max((n for n in range(len(path) + 1) if path[:n] in renamed), default=0)]
    )


def replace_head(line: str, meant: str) -> str:
    """Return a line with another head; what stands around it stays."""
    match = _HEAD.match(line)
    if match is None:
        return f"{line[: len(line) - len(line.lstrip())]}{meant}"
    return f"{match['indent']}{meant}{line[match.end() :]}"


def list_head_problems(
    file: str, heads: Collection[Head], names: Names, rule: Rule | None = None
) -> Iterator[Problem]:
    """List the problems of wrong heads: of each way to write one the first, with their number."""
    in_order = sorted(heads, key=lambda head: (head.written, head.line))
    for written, same in groupby(in_order, key=lambda head: head.written):
        first, *others = same
        is_known = first.name in {*names.arrays, *names.tables}
        if is_known:
            message = _("{written} has the brackets of another kind of table.")
        else:
            message = _('There is no table {written}. Did you mean "{name}"?')
        message = message.format(written=written, name=first.meant.strip("[]"))
        if others:
            more = ngettext(
                "It stands so once more, from line {line} on.",
                "It stands so {n} more times, from line {line} on.",
                len(others),
            )
            message += " " + more.format(n=len(others), line=others[0].line + 1)
        hint = _("Write its head as {head}.").format(head=first.meant)
        told = rule or (file_rules.BAD_VALUE if is_known else file_rules.UNKNOWN_KEY)
        place = Location(first.line + 1, first.column + 1)
        yield Problem(told, told.severity, message, file, place, hint)
