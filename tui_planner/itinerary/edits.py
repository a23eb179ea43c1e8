"""Changes of a delegate's own data: priorities, notes, appointments, presence, their name.

Every function that changes an itinerary returns the changed one. The record to be changed is given
itself, never its place in a list; where it is not there any more, nothing changes.
"""

from tui_planner.programme.wall_time import WallTime
from tui_planner.support.i18n import _

from .itinerary import Appointment, Itinerary, Priority

_NEXT: dict[Priority, Priority] = {"want": "must", "must": "maybe", "maybe": "want"}


def cycle_priority(priority: Priority) -> Priority:
    """Return the next priority: from want, the default, to must, maybe, and want again."""
    return _NEXT[priority]


def name_priority(priority: Priority) -> str:
    """Name a priority for the user; empty for want, the default."""
    return {"must": _("must"), "want": "", "maybe": _("maybe")}[priority]


def set_priority(itinerary: Itinerary, session_id: str, priority: Priority) -> Itinerary:
    """Set the priority of a choice."""
    choice = itinerary.find_choice(session_id)
    return itinerary if choice is None else itinerary.choose(choice._replace(priority=priority))


def set_note(itinerary: Itinerary, session_id: str, note: str) -> Itinerary:
    """With another note of a choice; an empty one removes it."""
    choice = itinerary.find_choice(session_id)
    return itinerary if choice is None else itinerary.choose(choice._replace(note=note))


def set_own_times(
    itinerary: Itinerary, session_id: str, join: WallTime | None, leave: WallTime | None
) -> Itinerary:
    """Set when the delegate joins and leaves a chosen session; None is its own time."""
    choice = itinerary.find_choice(session_id)
    if choice is None:
        return itinerary
    return itinerary.choose(choice._replace(join=join, leave=leave))


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
    """Remove an appointment; of two that are the same, one."""
    appointments = list(itinerary.appointments)
    if appointment in appointments:
        appointments.remove(appointment)
    return itinerary._replace(appointments=tuple(appointments))


def set_presence(
    itinerary: Itinerary, arrives: WallTime | None, leaves: WallTime | None
) -> Itinerary:
    """Set the times of arrival and departure; None is the whole event."""
    return itinerary._replace(arrives=arrives, leaves=leaves)


def set_delegate(itinerary: Itinerary, name: str) -> Itinerary:
    """Set the name under which the choices are shared."""
    return itinerary._replace(delegate=name)
