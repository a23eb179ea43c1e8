"""Own appointments as sessions in a lane of their own, so that the grid can draw them."""

from dataclasses import replace

from tui_planner.itinerary.my_day import find_appointment_day
from tui_planner.itinerary.resolved import ResolvedItinerary, ScheduledAppointment
from tui_planner.programme.model import Programme, Room, Session, Thing
from tui_planner.support.i18n import _

OWN_ROOM = "\x00own"
"""The id of the lane. No programme has it: an id there has no control characters."""


def add_own_lane(programme: Programme, plan: ResolvedItinerary) -> Programme:
    """Add the own appointments of a plan to a programme, in the first lane.

    The result is for drawing only; the plan judges the appointments as they are. One on a day that
    the programme no longer has is not drawn.
    """
    days = {day.date for day in programme.days}
    own = tuple(
        Session(scheduled.id, scheduled.title, scheduled.timing, day, number, room=OWN_ROOM)
        for number, scheduled in enumerate(plan.scheduled_appointments)
        if (day := find_appointment_day(scheduled, plan.programme)) in days
    )
    if not own:
        return programme
    rooms = (Room(OWN_ROOM, _("Own")), *programme.rooms)
    return replace(programme, rooms=rooms, sessions=(*own, *programme.sessions))


def find_appointment(thing: Thing, plan: ResolvedItinerary) -> ScheduledAppointment | None:
    """Find the own appointment that is drawn as a session, if it is one."""
    if thing.room != OWN_ROOM:
        return None
    return next((one for one in plan.scheduled_appointments if one.id == thing.id), None)
