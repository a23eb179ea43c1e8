"""`merge`: a colleague's choices beside one's own."""

import sys
from pathlib import Path

from tui_planner.cli.loading.edit_session import EditSession, begin, begin_adding
from tui_planner.cli.output import Exit, Failure, tell
from tui_planner.cli.parser import Arguments
from tui_planner.itinerary.companions import (
    CompanionView,
    add_companion,
    explain_divergence,
    remove_companion,
    summarise_companion,
)
from tui_planner.itinerary.itinerary import Companion
from tui_planner.itinerary.programme_changes.rematching import ProgrammeFollower
from tui_planner.itinerary.storage.codec import read_content
from tui_planner.itinerary.storage.itinerary_errors import ItineraryError, explain_error
from tui_planner.itinerary.storage.kept_itineraries import recognise_programme
from tui_planner.itinerary.storage.shared_file import read_companion
from tui_planner.programme.reading.faults.problem_collector import suggest_similar
from tui_planner.programme.toml.source import STANDARD_INPUT
from tui_planner.support.files import NoFileError
from tui_planner.support.i18n import _, ngettext


def merge_companion(args: Arguments) -> Exit:
    """Take a colleague's choices in, in the place of their earlier ones, or out again."""
    if args.drop is not None:
        return _drop(begin(args), args.drop)
    work = begin_adding(args)
    companion = _companion(args.source, args.name, work)
    plan = work.save(add_companion(work.before, companion))
    _tell_what_was_merged(companion, work)
    company = CompanionView(plan)
    tell(summarise_companion(company, companion.name))
    for divergence in company.divergences:
        if divergence.name == companion.name:
            tell(f"  {explain_divergence(divergence, work.programme)}")
    return Exit.OK


def _drop(work: EditSession, name: str) -> Exit:
    names = [companion.name for companion in work.before.companions]
    if name not in names:
        message = _('No choices of "{name}" were merged.').format(name=name)
        raise Failure(f"{message} {suggest_similar(name, names)}".rstrip())
    work.save(remove_companion(work.before, name))
    tell(_("No longer merged: {name}").format(name=name))
    return Exit.OK


def _companion(source: str, name: str | None, work: EditSession) -> Companion:
    try:
        path = Path(source)
        known_as = recognise_programme(work.programme, path).id
        adapt = ProgrammeFollower(work.programme)
        companion = read_companion(_data(source), path, known_as, name, adapt)
    except ItineraryError as error:
        raise Failure(str(error)) from error
    if companion.name == work.before.delegate:
        text = _('"{name}" is your own name. For a colleague of that name: --name ANOTHER.')
        raise Failure(text.format(name=companion.name))
    return companion


def _data(source: str) -> bytes:
    """Read a file, or standard input for `-`.

    Raises:
        Failure: it cannot be read.
    """
    try:
        if source == STANDARD_INPUT:
            return read_content(sys.stdin.buffer)
        return read_content(Path(source), pipes=True)
    except NoFileError as error:
        raise Failure(_("{path} is no file.").format(path=source)) from error
    except (OSError, ValueError) as error:
        text = _("{path} cannot be read: {reason}.")
        raise Failure(text.format(path=source, reason=explain_error(error))) from error


def _tell_what_was_merged(companion: Companion, work: EditSession) -> None:
    number = len(companion.sessions)
    text = ngettext("Merged: {name}, {n} session.", "Merged: {name}, {n} sessions.", number)
    tell(text.format(name=companion.name, n=number))
    gone = sum(id_ not in work.programme.session_by_id for id_ in companion.sessions)
    if gone:
        text = ngettext(
            "{n} of them is not in your programme; is it the same version?",
            "{n} of them are not in your programme; is it the same version?",
            gone,
        )
        tell(text.format(n=gone))
