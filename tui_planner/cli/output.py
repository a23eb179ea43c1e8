"""Standard output, standard error and the exit codes: the only module that writes to either.

Standard output is data, standard error is narration. The exit codes:

- 0: done, and nothing found;
- 1: findings of severity error or warning (`check`), clashes (`mine`), or changes (`refresh`);
- 2: wrong use, or a file that cannot be read or written;
- 130: interrupted; 128 and its number where another signal ends the app.
"""

import codecs
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from pathlib import Path
from typing import NoReturn, TextIO

from rich.cells import cell_len

from tui_planner.support.i18n import _
from tui_planner.support.neutral import escape_controls, neutralise

PROGRAM = "tui-planner"

Style = str
"""A style as Rich writes it: `bold red`."""

_COERCED = {"C.UTF-8", "C.utf8", "UTF-8"}

_STEPS = 100
"""Of a progress bar."""


class Exit(IntEnum):
    """The exit codes of the program."""

    OK = 0
    FOUND = 1
    FAILED = 2
    INTERRUPTED = 130


class Failure(Exception):  # noqa: N818 - an end of the command, not an error of the program
    """Ends a command with a sentence for the user, and exit code 2."""


def prepare_streams() -> None:
    """Never fail for a stream that is closed, or for a character that its encoding lacks."""
    codecs.register_error(PROGRAM, _nearest)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=PROGRAM)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    """Write ASCII for the characters that an encoding lacks."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101 - the streams are for output
    from tui_planner.layout.text.ascii import find_likeness  # noqa: PLC0415 - hardly ever needed

    return "".join(map(find_likeness, error.object[error.start : error.end])), error.end


def speaks_unicode(stream: TextIO | None = None) -> bool:
    """Tell whether the signs of the grid can be written to a stream."""
    stream = stream or sys.stdout
    try:
        "▌✓–░".encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return not stream.isatty() or _terminal_speaks_unicode()


def _terminal_speaks_unicode() -> bool:
    """Tell whether the terminal is set up for Unicode.

    Python writes UTF-8 in the C locale too, where a terminal need not understand it; where no
    locale is named, as in most containers, nothing says that it does not. The console of Linux
    has no glyphs for the signs.
    """
    named = next(filter(None, map(os.environ.get, _locale_names())), "utf-8")
    is_utf8 = "utf8" in named.lower().replace("-", "")
    return is_utf8 and os.environ.get("TERM") not in {"linux", "dumb"}


def _locale_names() -> tuple[str, ...]:
    """List the variables in which the user names the encoding; the first that is set counts.

    Where Python finds the C locale it names UTF-8 in `LC_CTYPE` itself (PEP 538), and is in its
    UTF-8 mode then.
    """
    is_pythons = sys.flags.utf8_mode and os.environ.get("LC_CTYPE") in _COERCED
    return ("LC_ALL", "LANG") if is_pythons else ("LC_ALL", "LC_CTYPE", "LANG")


def say(text: str = "") -> None:
    """Write a line of data."""
    with _writing():
        print(neutralise(text), file=sys.stdout)  # noqa: T201


def say_json(data: object) -> None:
    """Write a JSON document, readable, as UTF-8 where the stream can."""
    import json  # noqa: PLC0415 - text does without

    document = json.dumps(data, ensure_ascii=not speaks_unicode(), indent=2)
    for line in escape_controls(document).split("\n"):
        say(line)


def say_data(data: bytes) -> None:
    """Write a whole file as it is; to a terminal, lines that do nothing to it."""
    if sys.stdout.isatty():
        for line in data.decode().splitlines():
            say(line)
        return
    with _writing():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)


def tell(text: str) -> None:
    """Write a line of narration; where nobody can read it, that is no reason to stop."""
    try:
        print(neutralise(text), file=sys.stderr)  # noqa: T201
    except OSError:
        _hush(sys.stderr)


def say_styled(lines: Iterable[Iterable[tuple[str, Style]]]) -> None:
    """Write lines of styled spans: coloured on a terminal, plain elsewhere and with NO_COLOR."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        for line in lines:
            say("".join(text for text, _ in line).rstrip())
        return
    from rich.console import Console  # noqa: PLC0415 - a pipe does without
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, soft_wrap=True)
    for line in lines:
        spans = [(neutralise(text), style) for text, style in line]
        with _writing():
            console.print(Text.assemble(*spans), no_wrap=True, crop=False)


def quote_toml(line: str) -> str:
    """Write escapes in a line of TOML for what a terminal or its encoding cannot carry."""
    is_plain = str.isprintable if speaks_unicode() else _is_printable_ascii
    return "".join(char if is_plain(char) else f"\\U{ord(char):08x}" for char in line)


def _is_printable_ascii(char: str) -> bool:
    return char.isascii() and char.isprintable()


@contextmanager
def show_progress(title: str) -> Iterator[Callable[[float], None]]:
    """Show a bar on the terminal while something long is done, and nothing in a pipe.

    It is given a function that takes how much is done, from 0 to 1.
    """
    if not sys.stderr.isatty():
        yield lambda _part: None
        return
    from rich.console import Console  # noqa: PLC0415 - a pipe does without
    from rich.progress import Progress  # noqa: PLC0415

    console = Console(stderr=True)
    with Progress(console=console, transient=True) as progress:
        console.show_cursor()  # a signal may end the program here
        task = progress.add_task(title, total=_STEPS)
        shown = 0

        def show(part: float) -> None:
            nonlocal shown
            if int(part * _STEPS) > shown:  # to update it takes longer than what is done meanwhile
                shown = int(part * _STEPS)
                progress.update(task, completed=shown)

        yield show


def say_table(rows: Iterable[tuple[str, str]]) -> None:
    """Write two columns, the first as wide as it needs to be."""
    rows = list(rows)
    width = max(cell_len(name) for name, _ in rows)
    for name, value in rows:
        say(f"{name}{' ' * (width - cell_len(name))}  {value}".rstrip())


def flush() -> None:
    """Write what still waits to be written."""
    with _writing():
        sys.stdout.flush()


@contextmanager
def _writing() -> Iterator[None]:
    """Write data; after a failure nothing more is written.

    Raises:
        BrokenPipeError: nobody reads it any more.
        Failure: it cannot be written, as on a full disk.
    """
    try:
        yield
    except OSError as error:
        _hush(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise
        reason = error.strerror or str(error)
        raise Failure(_("The output cannot be written: {reason}.").format(reason=reason)) from error


def _hush(stream: TextIO) -> None:
    """Let the interpreter end without another complaint about a stream that failed."""
    with suppress(OSError):  # it may be no file
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def end(code: int) -> NoReturn:
    """End the command."""
    sys.exit(int(code))


def leave(code: int) -> NoReturn:
    """End the process at once, with all written that was to be.

    Nothing waits to be cleaned up then; the interpreter would take apart each object that it
    holds, and wait for the threads that follow files, which takes longer than many a command.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # told already, or closed
            stream.flush()
    os._exit(int(code))
