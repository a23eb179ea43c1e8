"""The places of the keys and values of a TOML text.

tomli gives the values but no places. A scanner walks a text that tomli has accepted and notes the
offset of every key, value and table, under the same path by which the value is found in the parsed
data: `("sessions", 3, "start")`. It runs only when a place is asked for.
"""

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from tui_planner.programme.problem import Location

from .key_path import KeyPath
from .source import Source

if TYPE_CHECKING:
    from .toml_scanner import Scanner, Spot

__all__ = ["KeyPath", "Positions"]


class Positions:
    """The places of the keys and values of one text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._moved: dict[KeyPath, KeyPath] = {}

    def move(self, path: KeyPath, written: KeyPath) -> None:
        """Look for what is called `path` from now on at `written`, where it stands in the text."""
        self._moved[path] = written

    @cached_property
    def _scanned(self) -> "Scanner":
        from .toml_scanner import Scanner  # noqa: PLC0415 - its patterns take time, and few files need it

        scanner = Scanner(self.source.text)
        scanner.find_tables()
        return scanner

    def locate_value(self, path: KeyPath) -> Location:
        """Locate a value; the nearest table around it where it is absent."""
        spot = self._nearest(path)
        return self.source.locate(spot.value) if spot else Location()

    def locate_key(self, path: KeyPath) -> Location:
        """Locate a key; the nearest table around it where it is absent."""
        spot = self._nearest(path)
        return self.source.locate(spot.key) if spot else Location()

    def find_table_at(self, line: int) -> KeyPath:
        """Find the table under whose head a line stands; the whole file's before the first head."""
        heads = self._scanned.heads
        index = bisect_right(heads, line, key=lambda head: self.source.locate(head[0]).line)
        return heads[index - 1][1] if index else ()

    def list_heads(self) -> list[tuple[int, KeyPath]]:
        """List the heads of tables in their order: the line, counted from 0, and the path."""
        return [(self.source.locate(offset).line - 1, path) for offset, path in self._scanned.heads]

    def _nearest(self, path: KeyPath) -> "Spot | None":
        if self._moved:
            for size in range(len(path), 0, -1):  # a key first, then the table that it stands in
                if path[:size] in self._moved:
                    path = (*self._moved[path[:size]], *path[size:])
        for length in range(len(path) + 1):
            self._scanned.scan(path[:length])
        for length in range(len(path), 0, -1):
            if spot := self._scanned.spots.get(path[:length]):
                return spot
        return None
