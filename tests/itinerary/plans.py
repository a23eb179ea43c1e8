"""Plans from a few ids, and the moments in them."""

from datetime import time
from typing import Any

from tui_planner.itinerary.itinerary import Appointment, Choice, Itinerary
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme


def chosen(programme: Programme, id_: str, **more: Any) -> Choice:
    """A choice as the app makes one, with more said of it."""
    return Choice.of(programme.session_by_id[id_], programme)._replace(**more)


def plan_of(programme: Programme, *choices: str | Choice, **more: Any) -> ResolvedItinerary:
    """A plan of ids or choices; `more` is `arrives`, `leaves` or `appointments`."""
    made = tuple(
        choice if isinstance(choice, Choice) else chosen(programme, choice) for choice in choices
    )
    return ResolvedItinerary(programme, Itinerary(programme=programme.id, choices=made, **more))


def appointment(title: str, start: str, end: str, **more: Any) -> Appointment:
    return Appointment(title=title, start=clock(start), end=clock(end), **more)


def clock(text: str) -> time:
    return time.fromisoformat(text)
