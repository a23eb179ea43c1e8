"""`share`: one's own choices as a file for a colleague."""

from pathlib import Path

from tui_planner.cli.edit_session import Work, begin
from tui_planner.cli.output import Exit, Failure, as_toml, say, tell
from tui_planner.cli.output_file import writing
from tui_planner.cli.parser import Arguments
from tui_planner.itinerary.edits import with_delegate
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.storage.codec import written
from tui_planner.itinerary.storage.itinerary_errors import ItineraryError
from tui_planner.itinerary.storage.shared_file import shareable, write_shared
from tui_planner.programme.toml.source import STANDARD_INPUT
from tui_planner.support.i18n import _, ngettext

_STANDARD_OUTPUT = STANDARD_INPUT


def run(args: Arguments) -> Exit:
    """Write the file, or print it for `-`; a name that is given is kept."""
    work = begin(args)
    name = _name(args.name, work)
    shared = shareable(work.before, name)
    if args.target == _STANDARD_OUTPUT:
        for line in written(shared).decode().removesuffix("\n").split("\n"):
            say(as_toml(line))
    else:
        _write(Path(args.target), shared, work)
    work.save(with_delegate(work.before, name))
    number = len(shared.choices)
    told = ngettext("Shared as {name}: {n} session.", "Shared as {name}: {n} sessions.", number)
    tell(told.format(name=name, n=number))
    return Exit.OK


def _name(given: str | None, work: Work) -> str:
    name = (given if given is not None else work.before.delegate or "").strip()
    if not name.isprintable() or not name:
        raise Failure(_("Say who you are, on one line: --name NAME. It is kept for the next time."))
    return name


def _write(path: Path, shared: Itinerary, work: Work) -> None:
    try:
        with writing(path):
            if path.resolve() == work.store.path.resolve():
                told = _("{path} is your own itinerary. Name another file.")
                raise Failure(told.format(path=path))
            write_shared(path, shared)
    except ItineraryError as error:
        raise Failure(str(error)) from error
