"""What was changed between two states of an itinerary, and when, in words."""

from ...i18n import _
from ...wording import short_date
from ..model import Choice, Itinerary
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
    )
    told = [text.format(titles=_titles(choices)) for text, choices in parts if choices]
    return "; ".join(told) or _("changed: what is not of a session")


def ended(state: Earlier) -> str:
    """When a state ended, by the clock of this computer."""
    at = state.until.astimezone()
    return f"{short_date(at.date())} {at:%H:%M:%S}"


def _titles(choices: list[Choice]) -> str:
    return ", ".join(choice.title or choice.session for choice in choices)
