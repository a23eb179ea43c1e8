"""`export`: the programme, or what is chosen of it, in the formats of others."""

from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tui_planner.cli.find_day import find_day
from tui_planner.cli.loading.load_itinerary import load_to_read, open_store
from tui_planner.cli.loading.load_programme import choose_programme
from tui_planner.cli.loading.require_programme import require_programme
from tui_planner.cli.output import Exit, Failure, say_data, tell
from tui_planner.cli.output_file import explain_write_errors
from tui_planner.cli.parser import Arguments
from tui_planner.exchange.exporting.export_checksum import insert_checksum, is_as_exported
from tui_planner.exchange.exporting.export_format import ExportFormat, Request
from tui_planner.exchange.exporting.registry import list_formats
from tui_planner.exchange.exporting.scope import keep_days
from tui_planner.exchange.exporting.unsupported_features import Feature, count_unsupported
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.toml.source import LARGEST, STANDARD_INPUT
from tui_planner.support.atomic_write import publish
from tui_planner.support.i18n import _
from tui_planner.support.neutral import neutralise_document

_STANDARD_OUTPUT = STANDARD_INPUT


def export_plan(args: Arguments) -> Exit:
    """Write one format to a file or to standard output; tell what it has no place for."""
    kind = list_formats()[args.format]
    if args.alarm is not None and not kind.reminds:
        raise Failure(_("Only a calendar can remind you: --alarm goes with --format ics."))
    name = choose_programme(args)
    programme = require_programme(name)
    programme, store = open_store(args, programme)
    # The programme alone is for others: nothing of the delegate's may be in it.
    itinerary = load_to_read(store, programme) if args.mine else Itinerary(programme=programme.id)
    plan = ResolvedItinerary(programme, itinerary)
    if day := find_day(programme, args.day):
        plan = keep_days(plan, {day})
    used = {Path(name), store.path} if args.mine else {Path(name)}
    request = Request(plan, args.mine, args.alarm, _last_written(used))
    made, not_held = kind.make(request)
    text = neutralise_document(made if isinstance(made, str) else made.decode())
    text = insert_checksum(kind, text)
    if args.output in {None, _STANDARD_OUTPUT}:
        say_data(text.encode())
    else:
        _write(args, kind, text, not_over={Path(name), store.path})
        tell(_("Written: {path}").format(path=args.output))
    in_words = {Feature[name] for name in kind.in_words}
    for words in count_unsupported(plan, {*not_held} - in_words, mine=args.mine):
        tell(_("{format} has no place for {what}.").format(format=args.format, what=words))
    for words in count_unsupported(plan, in_words, mine=args.mine):
        tell(_("{format} tells only in words: {what}.").format(format=args.format, what=words))
    return Exit.OK


def _last_written(paths: Collection[Path]) -> datetime | None:
    """Tell when the last of some files was written; None where nobody knows, as of a pipe."""
    times = []
    for path in paths:
        with suppress(OSError, ValueError):
            times.append(datetime.fromtimestamp(path.stat().st_mtime, UTC))
    return max(times, default=None)


def _write(args: Arguments, kind: ExportFormat, text: str, *, not_over: Collection[Path]) -> None:
    """Write a file whole or not at all; one that is there, and not as exported, is kept.

    Raises:
        Failure: it is kept, or one of the files `not_over`, or it cannot be written.
    """
    path = Path(args.output)
    with explain_write_errors(path):
        if path.resolve() in {other.resolve() for other in not_over}:
            text = _("{path} is what the export is made of. Name another file.")
            raise Failure(text.format(path=path))
        if path.exists() and not args.force and not is_as_exported(kind, _there(path)):
            told = _(
                "{path} is there already, edited or not exported as {format}. To replace it all "
                "the same: --force"
            )
            raise Failure(told.format(path=path, format=args.format))
        publish(path, text.encode())


def _there(path: Path) -> str:
    """Read a file, as far as it can be an export."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        return file.read(LARGEST)
