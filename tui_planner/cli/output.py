"""Standard output, standard error and the exit codes: the only module that writes to either.

Standard output is data, standard error is narration. The exit codes:

- 0: done, and nothing found;
- 1: findings of severity error or warning (`check`), or clashes (`mine`);
- 2: wrong use, or a file that cannot be read or written;
- 130: interrupted.
"""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import NoReturn, TextIO

from rich.cells import cell_len

PROGRAM = "tui-planner"

Style = str
"""A style as Rich writes it: `bold red`."""


class Exit(IntEnum):
    """The exit codes of the program."""

    OK = 0
    FOUND = 1
    FAILED = 2
    INTERRUPTED = 130


class Failure(Exception):  # noqa: N818 - an end of the command, not an error of the program
    """Ends a command with a sentence for the user, and exit code 2."""


def use_utf8() -> None:
    """Never fail for a character that a pipe's or terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def speaks_unicode(stream: TextIO | None = None) -> bool:
    """Whether the signs of the grid can be written to a stream."""
    encoding = (stream or sys.stdout).encoding or "ascii"
    try:
        "▌✓–░".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def say(text: str = "") -> None:
    """A line of data."""
    print(text, file=sys.stdout)  # noqa: T201


def say_json(data: object) -> None:
    """A JSON document, readable, as UTF-8 where the stream can."""
    print(json.dumps(data, ensure_ascii=not speaks_unicode(), indent=2))  # noqa: T201


def tell(text: str) -> None:
    """A line of narration."""
    print(text, file=sys.stderr)  # noqa: T201


def say_styled(lines: Iterable[Iterable[tuple[str, Style]]]) -> None:
    """Lines of styled spans: coloured on a terminal, plain elsewhere and with NO_COLOR."""
    if not (sys.stdout.isatty() and "NO_COLOR" not in os.environ):
        for line in lines:
            say("".join(text for text, _ in line).rstrip())
        return
    from rich.console import Console  # noqa: PLC0415 - a pipe does without
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        console.print(Text.assemble(*line), no_wrap=True, crop=False)


def table(rows: Iterable[tuple[str, str]]) -> None:
    """Two columns, the first as wide as it needs to be."""
    rows = list(rows)
    width = max(cell_len(name) for name, _ in rows)
    for name, value in rows:
        say(f"{name}{' ' * (width - cell_len(name))}  {value}".rstrip())


def counts(numbers: Mapping[str, int]) -> str:
    """Numbers with their names, those that are not zero."""
    return ", ".join(f"{number} {name}" for name, number in numbers.items() if number)


def hush() -> None:
    """After a closed pipe: let the interpreter end without another complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def end(code: int) -> NoReturn:
    """End the process."""
    sys.exit(int(code))
