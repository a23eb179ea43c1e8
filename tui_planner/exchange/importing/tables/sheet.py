"""A table with a head, from whichever kind of file."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Row(NamedTuple):
    """A row: its place in the file, for notes, and a text for each column."""

    place: str
    cells: Sequence[str]


@dataclass(slots=True)
class Sheet:
    """A table.

    Attributes:
        kind: What it is, such as `a CSV table`, in the user's language.
        names: Of its columns, as they stand in the head.
        rows: Those below the head that are not empty.
        above: The texts that stand above the head.
        mended: What had to be mended to read it, as sentences.
    """

    kind: str
    names: Sequence[str]
    rows: list[Row] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
