"""What was changed between two states of an itinerary, and when, in words."""

from collections.abc import Sequence

from ...i18n import _
from ...wording import short_date
from ..model import Appointment, Choice, Itinerary
from .store import Earlier


def difference(before: Itinerary, after: Itinerary) -> str:
    """What was done between two states, to which sessions."""
    old = {choice.session: choice for choice in before.choices}
    new = {choice.session: choice for choice in after.choices}
    changed = [new[id_] for id_ in new if id_ in old and new[id_] != old[id_]]
    parts = (
        (_("chosen: {titles}"), [new[id_] for id_ in new if id_ not in old]),
        (_("dropped: {titles}"), [old[id_] for id_ in old if id_ not in new]),
        (_("changed: {titles}"), changed),
        (_("added: {titles}"), _without(after.appointments, before.appointments)),
        (_("removed: {titles}"), _without(before.appointments, after.appointments)),
    )
    told = [text.format(titles=_titles(things)) for text, things in parts if things]
    if (before.arrives, before.leaves) != (after.arrives, after.leaves):
        told.append(_("changed: when you are there"))
    if before.companions != after.companions:
        told.append(_("changed: the choices of colleagues"))
    return "; ".join(told) or _("changed: what you like")


def ended(state: Earlier) -> str:
    """When a state ended, by the clock of this computer."""
    at = state.until.astimezone()
    return f"{short_date(at.date())} {at:%H:%M:%S}"


def _without(some: Sequence[Appointment], others: Sequence[Appointment]) -> list[Appointment]:
    return [one for one in some if one not in others]


def _titles(things: Sequence[Choice | Appointment]) -> str:
    return ", ".join(
        thing.title if isinstance(thing, Appointment) else thing.title or thing.session
        for thing in things
    )
