"""`share`: one's own choices as a file for a colleague."""

from pathlib import Path

from tui_planner.cli.loading.edit_session import EditSession, begin
from tui_planner.cli.output import Exit, Failure, quote_toml, say, tell
from tui_planner.cli.output_file import explain_write_errors
from tui_planner.cli.parser import Arguments
from tui_planner.itinerary.edits import set_delegate
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.storage.codec import write_content
from tui_planner.itinerary.storage.itinerary_errors import ItineraryError
from tui_planner.itinerary.storage.shared_file import strip_private, write_shared
from tui_planner.programme.toml.source import STANDARD_INPUT
from tui_planner.support.i18n import _, ngettext

_STANDARD_OUTPUT = STANDARD_INPUT


def share_choices(args: Arguments) -> Exit:
    """Write the file, or print it for `-`; a name that is given is kept."""
    work = begin(args)
    name = _name(args.name, work)
    shared = strip_private(work.before, name)
    if args.target == _STANDARD_OUTPUT:
        for line in write_content(shared).decode().removesuffix("\n").split("\n"):
            say(quote_toml(line))
    else:
        _write(Path(args.target), shared, work)
    work.save(set_delegate(work.before, name))
    number = len(shared.choices)
    told = ngettext("Shared as {name}: {n} session.", "Shared as {name}: {n} sessions.", number)
    tell(told.format(name=name, n=number))
    return Exit.OK


def _name(given: str | None, work: EditSession) -> str:
    name = (given if given is not None else work.before.delegate or "").strip()
    if not name.isprintable() or not name:
        raise Failure(_("Say who you are, on one line: --name NAME. It is kept for the next time."))
    return name


def _write(path: Path, shared: Itinerary, work: EditSession) -> None:
    try:
        with explain_write_errors(path):
            if path.resolve() == work.store.path.resolve():
                told = _("{path} is your own itinerary. Name another file.")
                raise Failure(told.format(path=path))
            write_shared(path, shared)
    except ItineraryError as error:
        raise Failure(str(error)) from error
