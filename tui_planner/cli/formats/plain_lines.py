"""Plain lines on a terminal, a phone or paper: folded at the width that there is."""

import re
import shutil
import sys
from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from tui_planner.layout.text.cells import join_lines, wrap
from tui_planner.support.i18n import _

NARROWEST, WIDEST = 20, 1_000
_HANGING = "  "
_ROOM_FOR_COLUMNS = 60
_LEAD = r" *(?:(?:[~\d]\S*\d\S*|{all_day}) +)?(?:[^\w\s] +)?"
"""The times and the sign before the words of a line."""


def parse_width(text: str) -> int:
    """Parse the number of columns that a user asks for.

    Raises:
        ArgumentTypeError: it is no number, too small for anything to be read, or wider than any
            terminal and paper.
    """
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(WIDEST))
    if not is_number or not NARROWEST <= int(text) <= WIDEST:
        message = _("{text} is no width; write a number from {least} to {most}")
        raise ArgumentTypeError(message.format(text=repr(text), least=NARROWEST, most=WIDEST))
    return int(text)


def count_columns(named: int | None) -> int | None:
    """Count the columns: those that the user named, else the terminal's; None in a pipe."""
    if named is not None or not sys.stdout.isatty():
        return named
    return shutil.get_terminal_size().columns


def fold(lines: Iterable[str], columns: int | None) -> Iterator[str]:
    """Fold lines into at most so many cells: what does not fit goes on below, indented.

    It goes on below where the words begin; in few columns there is no room for that, and columns
    of words are not kept. None folds nothing.
    """
    for line in lines:
        if columns is None:
            yield line
            continue
        first, below, text = _parted(line, columns)
        rows = wrap(join_lines(text), columns - cell_len(below), len(line)) or [""]
        yield from (f"{first if n == 0 else below}{row}" for n, row in enumerate(rows))


def _parted(line: str, columns: int) -> tuple[str, str, str]:
    """Part a line: what stands before its words, before those that go on below, and the words."""
    if columns < _ROOM_FOR_COLUMNS:
        return _HANGING if line.startswith(" ") else "", _HANGING, line
    lead = re.match(_LEAD.format(all_day=re.escape(_("all day"))), line)
    before = lead[0] if lead else ""
    return before, " " * cell_len(before), line[len(before) :]
