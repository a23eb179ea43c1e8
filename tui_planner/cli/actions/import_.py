"""`import`: what others publish as a programme of format 1."""

import re
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import available_timezones

from tui_planner.cli.formats.import_account import format_account
from tui_planner.cli.output import Exit, Failure, quote_toml, say, show_progress, tell
from tui_planner.cli.output_file import explain_write_errors
from tui_planner.cli.parser import Arguments
from tui_planner.exchange.importing.draft.import_notes import group_notes
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_schedule import Imported, import_schedule
from tui_planner.exchange.importing.text.zone_names import find_zone
from tui_planner.programme.addresses import is_web_address
from tui_planner.programme.import_marks import is_as_imported
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.faults.problem_collector import suggest_similar
from tui_planner.programme.toml.source import STANDARD_INPUT, read_data
from tui_planner.support.atomic_write import publish
from tui_planner.support.i18n import _

_NEXT_COLUMN = re.compile(r",(?=\s*\w+\s*=)")


def import_programme(args: Arguments) -> Exit:
    """Write the programme to a file, or print it; tell what was mended, guessed or left out."""
    name = args.programme if args.source is None else args.source
    if name is None:
        raise Failure(_("Name what to import: tui-planner import schedule.xml"))
    imported = _imported(name, _zone(args.timezone), _columns(args.columns))
    to_file = args.output not in {None, STANDARD_INPUT}
    if not to_file:
        for line in imported.text.removesuffix("\n").split("\n"):
            say(quote_toml(line))
    else:
        _write(Path(args.output), imported.text, force=args.force)
    for note in group_notes(imported.notes):
        tell(str(note))
    tell(format_account(imported))
    if to_file:
        tell(_("Written: {path}").format(path=args.output))
    return Exit.OK


def _zone(name: str | None) -> str:
    """Find the IANA name of the zone that the user names; empty where they name none.

    Raises:
        Failure: there is none of that name.
    """
    zone = "" if name is None else find_zone(name)
    if zone is None:
        told = _('There is no time zone "{name}".').format(name=name)
        hint = suggest_similar(name or "", sorted(available_timezones()))
        hint = hint or _("Write one such as Europe/Amsterdam.")
        raise Failure(f"{told} {hint}")
    return zone


def _columns(said: str | None) -> Mapping[str, str]:
    """Split `title=Titel,start=Van`; a name may hold commas.

    Raises:
        Failure: it is not written so.
    """
    if said is None:
        return {}
    parts = [part.partition("=") for part in _NEXT_COLUMN.split(said)]
    if not all(field.strip() and name.strip() for field, _sign, name in parts):
        raise Failure(_("Write what the columns are as in: --columns title=Titel,start=Van"))
    return {field.strip(): name.strip() for field, _sign, name in parts}


def _imported(name: str, zone: str, columns: Mapping[str, str]) -> Imported:
    if is_web_address(name):
        return _imported_from_address(name, zone, columns)
    data = read_data(name)
    if isinstance(data, Problem):
        raise Failure(f"{data.message} {data.hint}".rstrip())
    try:
        return _import_data(name, data, zone, columns)
    except NoScheduleError as error:
        raise Failure(str(error)) from error


def _import_data(name: str, data: bytes, zone: str, columns: Mapping[str, str]) -> Imported:
    with show_progress(_("Importing")) as progress:
        return import_schedule(data, name, progress, zone, columns)


def _imported_from_address(name: str, zone: str, columns: Mapping[str, str]) -> Imported:
    """Import what is at an address, or the copy that is kept of it, and say which.

    Raises:
        Failure: neither can be had, or it is no schedule.
    """
    # Files pay nothing for what asks the network.
    from tui_planner.cli.loading.load_address import Reading, load_address  # noqa: PLC0415
    from tui_planner.exchange.fetching.fetch_errors import FetchError  # noqa: PLC0415

    def read(shown: str, data: bytes) -> Reading[Imported | NoScheduleError]:
        try:
            return Reading(_import_data(shown, data, zone, columns), True)
        except NoScheduleError as error:
            return Reading(error, False, str(error))

    try:
        found = load_address(name, read, show_progress(_("Fetching")))
    except FetchError as error:
        raise Failure(str(error)) from error
    if found.told:
        tell(found.told)
    if isinstance(found.result, NoScheduleError):
        raise Failure(str(found.result))
    return found.result


def _write(path: Path, text: str, *, force: bool) -> None:
    """Write a file whole or not at all; one that is there, and not as imported, is kept.

    Raises:
        Failure: it is kept, or it cannot be written.
    """
    with explain_write_errors(path):
        if path.exists() and not force:
            there = path.read_text(encoding="utf-8", errors="replace")
            if not is_as_imported(there):
                told = _(
                    "{path} is there already, edited or not imported. To replace it all the same: "
                    "--force"
                )
                raise Failure(told.format(path=path))
        publish(path, text.encode())
