"""One change of the itinerary by a command: begun, saved, and told."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tui_planner.cli.loading.load_itinerary import load_to_change, load_to_read, open_store
from tui_planner.cli.loading.load_programme import choose_programme
from tui_planner.cli.loading.require_programme import require_programme
from tui_planner.cli.output import Failure, tell
from tui_planner.cli.parser import Arguments
from tui_planner.itinerary.editing.input_parsing import InputError
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.notices import find_notices
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.storage.itinerary_errors import ItineraryError
from tui_planner.itinerary.storage.store import Store
from tui_planner.programme.model import Programme


class EditSession(NamedTuple):
    """An itinerary that a command is about to change.

    Attributes:
        programme: The programme.
        store: The file.
        before: What it holds.
    """

    programme: Programme
    store: Store
    before: Itinerary

    @property
    def plan(self) -> ResolvedItinerary:
        """The plan before the change."""
        return ResolvedItinerary(self.programme, self.before)

    def save(self, after: Itinerary) -> ResolvedItinerary:
        """Keep the itinerary after the change, and return the plan of what the file holds then.

        Raises:
            Failure: it cannot be written.
        """
        if after == self.before:
            return ResolvedItinerary(self.programme, after)
        try:
            saved = self.store.save(after)
        except ItineraryError as error:
            raise Failure(str(error)) from error
        if saved.news:
            tell(saved.news)
        return ResolvedItinerary(self.programme, saved.itinerary)


def begin(args: Arguments) -> EditSession:
    """Begin to work on the itinerary that the arguments mean.

    Raises:
        Failure: it cannot be used; the file is left as it is.
    """
    programme = require_programme(choose_programme(args))
    programme, store = open_store(args, programme)
    return EditSession(programme, store, load_to_read(store, programme))


def begin_adding(args: Arguments, programme: Programme | None = None) -> EditSession:
    """Begin like `begin`, but set aside an itinerary that cannot be read, and tell so."""
    programme = programme or require_programme(choose_programme(args))
    programme, store = open_store(args, programme)
    itinerary, told = load_to_change(store, programme)
    if told:
        tell(told)
    return EditSession(programme, store, itinerary)


def tell_notices(plan: ResolvedItinerary, ids: Collection[str]) -> None:
    """Tell what there is to tell about some things of a plan."""
    for notice in find_notices(plan):
        if not set(ids).isdisjoint(notice.things):
            tell(f"! {notice.message}")


@contextmanager
def explain_input_errors() -> Iterator[None]:
    """Turn what is wrong with the words of a user into the end of the command.

    Raises:
        Failure: they cannot be meant.
    """
    try:
        yield
    except InputError as error:
        raise Failure(str(error)) from error
