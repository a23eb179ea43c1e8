"""Plain lines on a phone or paper: narrow columns."""

from argparse import ArgumentTypeError
from collections.abc import Iterable, Iterator

from ..i18n import _
from ..layout.cells import one_line, wrap

NARROWEST, WIDEST = 20, 1_000
_HANGING = "  "


def width(text: str) -> int:
    """The number of columns that a user asks for.

    Raises:
        ArgumentTypeError: it is no number, too small for anything to be read, or wider than any
            terminal and paper.
    """
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(WIDEST))
    if not is_number or not NARROWEST <= int(text) <= WIDEST:
        message = _("{text} is no width; write a number from {least} to {most}")
        raise ArgumentTypeError(message.format(text=repr(text), least=NARROWEST, most=WIDEST))
    return int(text)


def folded(lines: Iterable[str], columns: int | None) -> Iterator[str]:
    """Lines in at most so many cells: what does not fit goes on below, indented.

    Where lines are folded, columns of words are not kept: there is no room for them. None folds
    nothing.
    """
    for line in lines:
        if columns is None:
            yield line
            continue
        lead = _HANGING if line.startswith(" ") else ""
        rows = wrap(one_line(line), columns - len(_HANGING), len(line), lead="")
        yield from (f"{lead if n == 0 else _HANGING}{row}" for n, row in enumerate(rows or [""]))
