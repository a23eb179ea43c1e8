"""The delegate's itinerary, and what is done where it cannot be read."""

from datetime import UTC, datetime
from pathlib import Path

from tui_planner.cli.output import PROGRAM, Failure
from tui_planner.cli.parser import Arguments
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.programme_changes.rematching import ProgrammeFollower
from tui_planner.itinerary.storage.kept_itineraries import recognise_programme
from tui_planner.itinerary.storage.store import BrokenItineraryError, ItineraryError, Store
from tui_planner.programme.model import Programme
from tui_planner.support.i18n import _


def open_store(args: Arguments, programme: Programme) -> tuple[Programme, Store]:
    """Open the itinerary's file: the named one, or the one in the user's data folder.

    Returns the programme too, with the id under which its itinerary is kept.
    """
    named: str | None = getattr(args, "itinerary", None)
    path = None if named is None else Path(named)
    programme = recognise_programme(programme, path)
    store = Store.of_user(programme.id) if path is None else Store(path)
    store.adapt_with(ProgrammeFollower(programme))
    return programme, store


def load_to_read(store: Store, programme: Programme) -> Itinerary:
    """Load the itinerary, for a command that changes nothing.

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
    """Load the itinerary, and what is to be said where an unreadable one was set aside (else "").

    Raises:
        Failure: it can neither be used nor set aside.
    """
    itinerary, told = load_or_set_aside(store, programme)
    if itinerary is not None:
        return itinerary, ""
    parts = told, _("You begin with an empty one."), _told_of_earlier(store, programme)
    return Itinerary(programme=programme.id), " ".join(filter(None, parts))


def load_or_set_aside(store: Store, programme: Programme) -> tuple[Itinerary | None, str]:
    """Load the itinerary; None, and a sentence, where it was unreadable and has been set aside.

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
    """Tell where to find what an itinerary held before, if that was kept."""
    if not any(store.list_earlier(programme.id)):
        return ""
    return _("What it held before: {program} mine --history.").format(program=PROGRAM)
