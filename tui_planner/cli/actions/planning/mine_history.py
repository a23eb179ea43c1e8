"""`mine --history` and `mine --restore`: the earlier states of the itinerary."""

from collections.abc import Iterator

from tui_planner.cli.loading.load_itinerary import load_or_set_aside
from tui_planner.cli.output import PROGRAM, Exit, Failure, say, tell
from tui_planner.itinerary.editing.difference import describe_difference, describe_end
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.storage.store import (
    BrokenItineraryError,
    EarlierState,
    ItineraryError,
    Store,
)
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Programme
from tui_planner.support.i18n import _


def print_history(store: Store, programme: Programme) -> Exit:
    """Print each change that can be had back, the latest first.

    Raises:
        Failure: the itinerary cannot be used; one that is broken has become so by a change.
    """
    present = None
    try:
        present = store.load(programme.id)
    except BrokenItineraryError as error:
        tell(str(error))
    except ItineraryError as error:
        raise Failure(str(error)) from error
    lines = list(_lines(present, list(store.list_earlier(programme.id))))
    for line in lines:
        say(line)
    if lines:
        text = _(
            "To have the itinerary as it was before a change: {program} mine --restore NUMBER."
        )
        tell(text.format(program=PROGRAM))
    else:
        tell(_("No earlier state is kept."))
    return Exit.OK


def restore(store: Store, programme: Programme, number: int) -> Exit:
    """Put an earlier state back; that can be had back like any other change.

    Raises:
        Failure: there is no such state, the itinerary is not one of this programme and format, or
            it cannot be written.
    """
    states = (state for state in store.list_earlier(programme.id) if state.number == number)
    state = next(states, None)
    if state is None:
        text = _("No earlier state has the number {number}. The numbers: {program} mine --history.")
        raise Failure(text.format(number=number, program=PROGRAM))
    _itinerary, told = load_or_set_aside(store, programme)  # changes after this are merged
    if told:
        tell(told)
    try:
        saved = store.save(state.itinerary)
    except ItineraryError as error:
        raise Failure(str(error)) from error
    if saved.news:
        tell(saved.news)
    tell(_("The itinerary is as it was until {time}.").format(time=describe_end(state)))
    return Exit.OK


def _lines(present: Itinerary | None, states: list[EarlierState]) -> Iterator[str]:
    """Write the changes after each state: its number, when it ended, and what was changed then.

    The present state is None where it cannot be read.
    """
    nexts = [present, *(state.itinerary for state in states)]
    for state, after in zip(states, nexts, strict=False):
        if state.itinerary != after:
            words = describe_difference(state.itinerary, after) if after else _("became unreadable")
            yield f"{state.number:>5}  {describe_end(state)}  {join_lines(words)}"
