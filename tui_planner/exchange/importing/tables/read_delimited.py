"""Reader of CSV and TSV: which sign is between the cells, and where the head is."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_limits import LONGEST_TEXT, Limit, check_limit
from tui_planner.exchange.importing.json_document import describe_encoding
from tui_planner.exchange.importing.text.decoding import decode_text
from tui_planner.support.i18n import _

from .column_names import simplify_name
from .columns import map_columns
from .sheet import Row, Sheet

_DELIMITERS = (",", ";", "\t", "|")
_MOST_ABOVE = 30
"""Rows above the head, at most."""
_LOOKED_AT = 65_536
"""Characters by which a table is known."""
_MOST_COLUMNS = 1_000
_SEPARATOR = re.compile(r"\s*sep=(.)\r?\n", re.IGNORECASE)
"""The line by which a spreadsheet says what is between the cells."""

Cells = list[list[str]]
Quoting = Literal[0, 3]
"""Of `csv`: as needed, or none."""


class _Guess(NamedTuple):
    """How a table seems to be written; `known` is the number of columns that are recognised."""

    known: int
    width: int
    delimiter: str
    head: int


def is_known_table(data: bytes) -> bool:
    """Tell whether a file is a table of sessions: its columns say a title and a start."""
    return _guess(_decode(data)[:_LOOKED_AT], {}).known > 0


def is_table(data: bytes) -> bool:
    """Tell whether a file is a table at all: a row of names, and one of as many cells."""
    text = _decode(data)[:_LOOKED_AT]
    best = _guess(text, {})
    if best.known:
        return True
    first, *others = _sample(text, best.delimiter) or [[]]
    least = 3 if best.delimiter == "," else 2
    return (
        len(first) >= least
        and all(cell.strip() for cell in first)
        and bool(others)
        and len(others[0]) == len(first)
    )


def read_delimited(data: bytes, wished: Mapping[str, str]) -> Sheet:
    """Read a table; `wished` are the columns that the user names.

    Raises:
        NoScheduleError: a quote in it is never closed, or it is far larger than a schedule.
    """
    text = _decode(data)
    best = _guess(text[:_LOOKED_AT], wished)
    mended = describe_encoding(data)
    rows = _read_rows(text, best.delimiter, mended)
    filled = [(at, row) for at, row in enumerate(rows, 1) if any(map(str.strip, row))]
    head = filled[best.head][1] if filled else []
    return Sheet(
        kind=_("a TSV table") if best.delimiter == "\t" else _("a CSV table"),
        names=head,
        rows=[
            Row(_("row {n}").format(n=at), row)
            for at, row in filled[best.head + 1 :]
            if row != head
        ],
        above=[cell for _at, row in filled[: best.head] for cell in row if cell.strip()],
        mended=mended,
    )


def _decode(data: bytes) -> str:
    return decode_text(data)[0].lstrip("\ufeff")


def _guess(text: str, wished: Mapping[str, str]) -> _Guess:
    """Guess what is between the cells: that by which most columns are known, or most there are."""
    if said := _SEPARATOR.match(text):
        return _guess_with(text, said[1], wished)
    return max(_guess_with(text, delimiter, wished) for delimiter in _DELIMITERS)


def _guess_with(text: str, delimiter: str, wished: Mapping[str, str]) -> _Guess:
    sample = _sample(text, delimiter)[: _MOST_ABOVE + 1]
    named = {simplify_name(name) for name in wished.values()}
    best = _Guess(0, 0, delimiter, 0)
    for at, row in enumerate(sample):
        plain = {simplify_name(cell) for cell in row}
        columns = map_columns(row, {})
        known = len(columns.places) if columns.are_enough and len(row) > 1 else 0
        known += len(plain & named)
        best = max(best, _Guess(known, _width(row), delimiter, -at), key=lambda one: one[:2])
    return best._replace(head=-best.head)


def _width(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _sample(text: str, delimiter: str) -> Cells:
    """List the first rows that are not empty, as far as they can be read."""
    found: Cells = []
    try:
        for row in csv.reader(_lines(text), delimiter=delimiter):
            if any(map(str.strip, row)):
                found.append(row)
            if len(found) > _MOST_ABOVE + 1:
                break
    except csv.Error:
        pass
    return found


def _lines(text: str) -> io.StringIO:
    said = _SEPARATOR.match(text)
    return io.StringIO(text[said.end() :] if said else text, newline="")


def _read_rows(text: str, delimiter: str, mended: list[str]) -> Cells:
    """Read all rows; where the quotes are not as they should be, that is told.

    Raises:
        NoScheduleError: a quote is never closed, so that the rest of the file is in one cell.
    """
    try:
        return _parse(text, delimiter)
    except csv.Error:
        pass
    try:
        rows = _parse(text, delimiter, strict=False)
    except csv.Error as error:
        message = _("The table cannot be read: it holds a cell that no schedule has.")
        raise NoScheduleError(message) from error
    if delimiter == "\t" and _ends_within_quotes(text, delimiter):
        rows = _parse(text, delimiter, quoting=csv.QUOTE_NONE)
    elif _ends_within_quotes(text, delimiter):
        message = _("A quote in row {n} of the table is never closed: close it, and try again.")
        raise NoScheduleError(message.format(n=len(rows)))
    mended.append(_("Its quotes are not as tables have them: look at what comes of them."))
    return rows


def _ends_within_quotes(text: str, delimiter: str) -> bool:
    """Tell whether a sign behind the end would stand in the last cell behind a line break."""
    mark = "\n\ufdd0"
    last = _parse(text.rstrip("\r\n") + mark, delimiter, strict=False)[-1]
    return last[-1].endswith(mark)


def _parse(
    text: str, delimiter: str, *, strict: bool = True, quoting: Quoting = csv.QUOTE_MINIMAL
) -> Cells:
    before = csv.field_size_limit(LONGEST_TEXT)
    rows: Cells = []
    try:
        for row in csv.reader(_lines(text), delimiter=delimiter, strict=strict, quoting=quoting):
            check_limit(Limit.EVENTS, len(rows))
            rows.append(row[:_MOST_COLUMNS])
    finally:
        csv.field_size_limit(before)
    return rows
