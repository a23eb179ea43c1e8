"""`mine --history` and `mine --restore`: the earlier states of the itinerary."""

from collections.abc import Iterator

from ..i18n import _
from ..itinerary.keeping.store import Earlier, ItineraryError, Store
from ..itinerary.model import Choice, Itinerary
from ..layout.cells import one_line
from ..programme.model import Programme
from ..wording import short_date
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
    tell(_("The itinerary is as it was until {time}.").format(time=_local_time(state)))
    return Exit.OK


def _lines(present: Itinerary, states: list[Earlier]) -> Iterator[str]:
    """The changes after each state: its number, when it ended, and what was changed then."""
    nexts = [present, *(state.itinerary for state in states)]
    for state, after in zip(states, nexts, strict=False):
        if state.itinerary != after:
            yield f"{state.number:>5}  {_local_time(state)}  {_change(state.itinerary, after)}"


def _change(before: Itinerary, after: Itinerary) -> str:
    """What was done between two states, to which sessions."""
    old = {choice.session: choice for choice in before.choices}
    new = {choice.session: choice for choice in after.choices}
    changed = [new[id_] for id_ in new if id_ in old and new[id_] != old[id_]]
    parts = (
        (_("chosen: {titles}"), [new[id_] for id_ in new if id_ not in old]),
        (_("dropped: {titles}"), [old[id_] for id_ in old if id_ not in new]),
        (_("changed: {titles}"), changed),
    )
    told = [text.format(titles=_titles(choices)) for text, choices in parts if choices]
    return "; ".join(told) or _("changed: what is not of a session")


def _titles(choices: list[Choice]) -> str:
    return ", ".join(one_line(choice.title or choice.session) for choice in choices)


def _local_time(state: Earlier) -> str:
    """When a state ended, by the clock of this computer."""
    at = state.until.astimezone()
    return f"{short_date(at.date())} {at:%H:%M:%S}"
