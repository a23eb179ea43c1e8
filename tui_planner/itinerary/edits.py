"""Changes of what is a delegate's own: priorities, notes, appointments, presence, their name.

Every function returns the itinerary after the change. What is to be changed is named by itself,
never by its place in a list; where it is not there any more, nothing changes.
"""

from tui_planner.programme.wall_time import WallTime
from tui_planner.support.i18n import _

from .itinerary import Appointment, Itinerary, Priority

_NEXT: dict[Priority, Priority] = {"want": "must", "must": "maybe", "maybe": "want"}


def next_priority(priority: Priority) -> Priority:
    """The priority that a key goes on to: from want, the default, to must, maybe, and want."""
    return _NEXT[priority]


def name_priority(priority: Priority) -> str:
    """A priority as it is said; want, the default, goes without saying."""
    return {"must": _("must"), "want": "", "maybe": _("maybe")}[priority]


def set_priority(itinerary: Itinerary, session_id: str, priority: Priority) -> Itinerary:
    """With another priority of a choice."""
    choice = itinerary.choice(session_id)
    return itinerary if choice is None else itinerary.choose(choice._replace(priority=priority))


def set_note(itinerary: Itinerary, session_id: str, note: str) -> Itinerary:
    """With another note of a choice; an empty one removes it."""
    choice = itinerary.choice(session_id)
    return itinerary if choice is None else itinerary.choose(choice._replace(note=note))


def append_appointment(itinerary: Itinerary, appointment: Appointment) -> Itinerary:
    """With one appointment more."""
    appointments = (*itinerary.appointments, appointment)
    return itinerary._replace(appointments=appointments)


def replace_appointment(itinerary: Itinerary, old: Appointment, new: Appointment) -> Itinerary:
    """With an appointment in the place of another."""
    appointments = list(itinerary.appointments)
    if old in appointments:
        appointments[appointments.index(old)] = new
    return itinerary._replace(appointments=tuple(appointments))


def remove_appointment(itinerary: Itinerary, appointment: Appointment) -> Itinerary:
    """Without an appointment; of two that are the same, without one."""
    appointments = list(itinerary.appointments)
    if appointment in appointments:
        appointments.remove(appointment)
    return itinerary._replace(appointments=tuple(appointments))


def set_presence(
    itinerary: Itinerary, arrives: WallTime | None, leaves: WallTime | None
) -> Itinerary:
    """With other times of arrival and departure; None is the whole event."""
    return itinerary._replace(arrives=arrives, leaves=leaves)


def set_delegate(itinerary: Itinerary, name: str) -> Itinerary:
    """With the name under which the choices are shared."""
    return itinerary._replace(delegate=name)
