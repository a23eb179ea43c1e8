"""Sessions for more people than their rooms hold: A207."""

from tui_planner.checks.context import Context, Findings
from tui_planner.checks.registered_rule import RegisteredRule
from tui_planner.checks.rule_page import RulePage
from tui_planner.programme.model import Status
from tui_planner.programme.problem import Rule, Severity
from tui_planner.support.i18n import _

_HALL = '[[rooms]]\nid = "hall"\nname = "Hall"\ncapacity = 80\n\n'
_TALK = (
    '[[sessions]]\nid = "talk"\ntitle = "Talk"\nstart = "12:45"\nend = "13:45"\nroom = "hall"\n'
    'description = "How warmth from water heats a town."\ncapacity = {}\n'
)


def find_over_capacity(context: Context) -> Findings:
    """Find sessions for more people than their rooms hold (A207)."""
    rooms = context.programme.room_by_id
    for session in context.programme.sessions:
        if session.capacity is None or not session.room or session.status is Status.CANCELLED:
            continue
        room = rooms[session.room]
        if room.capacity is not None and session.capacity > room.capacity:
            message = _("{session} is for {number} people, and {room} holds {most}.").format(
                session=context.name_on_day(session),
                number=session.capacity,
                room=room.name,
                most=room.capacity,
            )
            hint = _("Move it to a larger room, or mend one of the two numbers.")
            place = context.locate(session, "capacity")
            yield context.make_finding(OVER_CAPACITY.rule, place, message, hint, (session.id,))


OVER_CAPACITY = RegisteredRule(
    Rule("A207", "over-capacity", Severity.WARNING),
    RulePage(
        finds=_("A session for more people than its room holds."),
        breaks=_HALL + _TALK.format(800),
        mended=_HALL + _TALK.format(80),
        accepts=("talk",),
    ),
    find_over_capacity,
)
