"""`share`: one's own choices as a file for a colleague."""

from pathlib import Path

from ..i18n import _, ngettext
from ..itinerary.keeping.errors import ItineraryError
from ..itinerary.keeping.file_format import written
from ..itinerary.keeping.shared_file import shareable, write_shared
from ..itinerary.model import Itinerary
from ..itinerary.own import with_delegate
from ..programme.source import STANDARD_INPUT
from .changing import Work, begin
from .output import Exit, Failure, as_toml, say, tell
from .parser import Arguments
from .writing import writing

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
