"""What the commands share that change the itinerary: begin, save, and tell what came of it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from tui_planner.itinerary.editing.input_parsing import InputError
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.notices import find_notices
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.storage.itinerary_errors import ItineraryError
from tui_planner.itinerary.storage.store import Store
from tui_planner.programme.model import Programme

from .common import load_to_change, load_to_read, open_store, require_programme
from .load_programme import choose_programme
from .output import Failure, tell
from .parser import Arguments


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
    """The itinerary that the arguments mean.

    Raises:
        Failure: it cannot be used; the file is left as it is.
    """
    programme = require_programme(choose_programme(args))
    store = open_store(args, programme)
    return EditSession(programme, store, load_to_read(store, programme))


def begin_adding(args: Arguments, programme: Programme | None = None) -> EditSession:
    """Like `begin`, but an itinerary that cannot be read is set aside, and told."""
    programme = programme or require_programme(choose_programme(args))
    store = open_store(args, programme)
    itinerary, told = load_to_change(store, programme)
    if told:
        tell(told)
    return EditSession(programme, store, itinerary)


def tell_notices(plan: ResolvedItinerary, ids: Collection[str]) -> None:
    """What there is to tell about some things of a plan."""
    for notice in find_notices(plan):
        if not set(ids).isdisjoint(notice.things):
            tell(f"! {notice.message}")


@contextmanager
def explain_input_errors() -> Iterator[None]:
    """Where what was typed is read.

    Raises:
        Failure: it cannot be meant.
    """
    try:
        yield
    except InputError as error:
        raise Failure(str(error)) from error
