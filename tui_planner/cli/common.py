"""What the commands share: the programme and the itinerary that they work on."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.storage.store import BrokenItineraryError, ItineraryError, Store
from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.support.i18n import _

from .formats.problem_text import format_problem
from .load_programme import read_programme
from .output import PROGRAM, Exit, Failure, end, tell
from .parser import Arguments


def require_programme(name: str) -> Programme:
    """The programme in a file. Where there are problems, tells them and ends with 2."""
    return require_reading(name)[1]


def require_reading(name: str) -> tuple[ReadResult, Programme]:
    """What was read of a file, and the programme in it; ends with 2 as `require_programme` does."""
    reading = read_programme(name)
    if reading.programme is None:
        tell_problems(reading, reading.problems)
        end(Exit.FAILED)
    return reading, reading.programme


def tell_problems(reading: ReadResult, problems: Iterable[Problem]) -> None:
    """Problems as narration."""
    for problem in problems:
        for line in format_problem(problem, reading.source):
            tell("".join(text for text, _style in line))


def open_store(args: Arguments, programme: Programme) -> Store:
    """The itinerary's file: the named one, or the one in the user's data folder."""
    named: str | None = getattr(args, "itinerary", None)
    return Store.of_user(programme.id) if named is None else Store(Path(named))


def load_to_read(store: Store, programme: Programme) -> Itinerary:
    """The itinerary, for a command that changes nothing.

    Raises:
        Failure: it cannot be used; the file is left as it is.
    """
    try:
        return store.load(programme.id)
    except BrokenItineraryError as error:
        raise Failure(f"{error} {_told_of_earlier(store, programme)}".rstrip()) from error
    except ItineraryError as error:
        raise Failure(str(error)) from error


def load_to_change(store: Store, programme: Programme) -> tuple[Itinerary, str]:
    """The itinerary, and what is to be said where an unreadable one was set aside (else "").

    Raises:
        Failure: it can neither be used nor set aside.
    """
    itinerary, told = load_or_set_aside(store, programme)
    if itinerary is not None:
        return itinerary, ""
    parts = told, _("You begin with an empty one."), _told_of_earlier(store, programme)
    return Itinerary(programme=programme.id), " ".join(filter(None, parts))


def load_or_set_aside(store: Store, programme: Programme) -> tuple[Itinerary | None, str]:
    """The itinerary; None, and a sentence, where it was unreadable and has been set aside.

    Raises:
        Failure: it can neither be used nor set aside.
    """
    try:
        try:
            return store.load(programme.id), ""
        except BrokenItineraryError as error:
            aside = store.set_aside(datetime.now(UTC).astimezone())
            return None, _("{error} It was set aside as {aside}.").format(error=error, aside=aside)
    except ItineraryError as error:
        raise Failure(str(error)) from error


def _told_of_earlier(store: Store, programme: Programme) -> str:
    """Where to find what an itinerary held before, if that was kept."""
    if not any(store.list_earlier(programme.id)):
        return ""
    return _("What it held before: {program} mine --history.").format(program=PROGRAM)


def find_day(programme: Programme, named: str | None) -> date | None:
    """The day that a user means by a date or a number from 1; None for all.

    Raises:
        Failure: the programme has no such day.
    """
    if named is None:
        return None
    days = [day.date for day in programme.days]
    for number, day in enumerate(days, 1):
        if named in {day.isoformat(), str(number)}:
            return day
    known = ", ".join(day.isoformat() for day in days)
    raise Failure(
        _("The programme has no day {named}. Its days: {known}.").format(named=named, known=known)
    )
