"""`mine --history` and `mine --restore`: the earlier states of the itinerary."""

from collections.abc import Iterator

from ..i18n import _
from ..itinerary.keeping.difference import difference, ended
from ..itinerary.keeping.store import Earlier, ItineraryError, Store
from ..itinerary.model import Itinerary
from ..layout.cells import one_line
from ..programme.model import Programme
from .common import itinerary_to_read
from .output import Exit, Failure, say, tell


def print_history(store: Store, programme: Programme) -> Exit:
    """Print each change that can be had back, the latest first."""
    present = itinerary_to_read(store, programme)
    lines = list(_lines(present, list(store.earlier(programme.id))))
    for line in lines:
        say(line)
    if lines:
        tell(_("To have the itinerary as it was before a change: mine --restore NUMBER."))
    else:
        tell(_("No earlier state is kept."))
    return Exit.OK


def restore(store: Store, programme: Programme, number: int) -> Exit:
    """Put an earlier state back; that can be had back like any other change.

    Raises:
        Failure: there is no such state, or it cannot be written.
    """
    itinerary_to_read(store, programme)  # what another program writes from here on is merged
    states = (state for state in store.earlier(programme.id) if state.number == number)
    state = next(states, None)
    if state is None:
        text = _("No earlier state has the number {number}. The numbers: mine --history.")
        raise Failure(text.format(number=number))
    try:
        store.save(state.itinerary)
    except ItineraryError as error:
        raise Failure(str(error)) from error
    tell(_("The itinerary is as it was until {time}.").format(time=ended(state)))
    return Exit.OK


def _lines(present: Itinerary, states: list[Earlier]) -> Iterator[str]:
    """The changes after each state: its number, when it ended, and what was changed then."""
    nexts = [present, *(state.itinerary for state in states)]
    for state, after in zip(states, nexts, strict=False):
        if state.itinerary != after:
            words = one_line(difference(state.itinerary, after))
            yield f"{state.number:>5}  {ended(state)}  {words}"
