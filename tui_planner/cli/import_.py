"""`import`: what others publish as a programme of format 1."""

from pathlib import Path

from ..exchange.importing.errors import NoScheduleError
from ..exchange.importing.importing import Imported, import_schedule
from ..exchange.importing.notes import note_lines
from ..i18n import _
from ..programme.problem import Problem
from ..programme.source import STANDARD_INPUT, read_data
from ..replacing import publish
from .import_account import account
from .output import Exit, Failure, as_toml, progress_bar, say, tell
from .parser import Arguments
from .writing import writing


def run(args: Arguments) -> Exit:
    """Write the programme to a file, or print it; tell what was mended, guessed or left out."""
    imported = _imported(args.source)
    to_file = args.output not in {None, STANDARD_INPUT}
    if not to_file:
        for line in imported.text.removesuffix("\n").split("\n"):
            say(as_toml(line))
    else:
        _write(Path(args.output), imported.text, force=args.force)
    for note in note_lines(imported.notes):
        tell(str(note))
    tell(account(imported))
    if to_file:
        tell(_("Written: {path}").format(path=args.output))
    return Exit.OK


def _imported(name: str) -> Imported:
    data = read_data(name)
    if isinstance(data, Problem):
        raise Failure(f"{data.message} {data.hint}".rstrip())
    try:
        with progress_bar(_("Importing")) as progress:
            return import_schedule(data, name, progress)
    except NoScheduleError as error:
        raise Failure(str(error)) from error


def _write(path: Path, text: str, *, force: bool) -> None:
    """Write a file whole or not at all; one that is there may have been edited, and is kept.

    Raises:
        Failure: it is there and differs, or it cannot be written.
    """
    data = text.encode()
    with writing(path):
        there = path.read_bytes() if path.exists() else None
        if there == data:
            return
        if there is not None and not force:
            told = _("{path} is there already, and differs. To replace it: --force")
            raise Failure(told.format(path=path))
        publish(path, data)
