"""`mine --format json`: the choices, what changed of them, and the clashes with the ways out."""

from datetime import datetime

from tui_planner.exchange.exporting.plan_json import (
    format_instant,
    make_appointment_json,
    make_notice_json,
)
from tui_planner.itinerary.itinerary import Choice
from tui_planner.itinerary.notices import Notice
from tui_planner.itinerary.programme_changes.session_changes import (
    describe_change,
    find_changes,
    is_whole_day,
)
from tui_planner.itinerary.programme_changes.successors import find_successors
from tui_planner.itinerary.resolutions.resolution import Resolution
from tui_planner.itinerary.resolutions.resolutions_of import find_ways
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme, Session


def make_mine_document(plan: ResolvedItinerary, found: tuple[Notice, ...]) -> dict[str, object]:
    """Make JSON values of a plan and what is told of it."""
    programme = plan.programme
    offers = find_successors(plan)
    chosen = [
        _choice(chosen_session.choice, chosen_session.session, programme)
        for chosen_session in plan.chosen_sessions
    ]
    for choice in plan.gone:
        offer = offers.get(choice.session)
        chosen.append(_choice(choice, None, programme, offer.id if offer else None))
    return {
        "programme": programme.id,
        "choices": chosen,
        "appointments": [
            make_appointment_json(scheduled, programme) for scheduled in plan.scheduled_appointments
        ],
        "clashes": [_clash(notice, plan) for notice in found],
    }


def _choice(
    choice: Choice, session: Session | None, programme: Programme, successor: str | None = None
) -> dict[str, object]:
    """Describe a choice, its session as it is now or as it was last seen if that is gone."""
    if session is None:
        now: dict[str, object] = {
            "session": choice.session,
            "title": choice.title,
            "start": _seen(choice.start, programme),
            "end": _seen(choice.end, programme),
            "all_day": choice.start is not None and is_whole_day(choice.start, choice.end),
            "room": choice.room,
            "status": choice.status,
        }
    else:
        timing = session.timing
        now = {
            "session": session.id,
            "title": session.title,
            "start": format_instant(timing.start, programme),
            "end": format_instant(timing.end, programme) if timing.end_stated else None,
            "all_day": timing.all_day,
            "room": session.room,
            "status": session.status.value,
        }
    changes = find_changes(choice, programme)
    return {
        **now,
        "priority": choice.priority,
        "change": changes[0].value if changes else None,
        "changes": [
            {"change": change.value, "message": describe_change(change, choice, programme)}
            for change in changes
        ],
        "successor": successor,
    }


def _clash(notice: Notice, plan: ResolvedItinerary) -> dict[str, object]:
    return {
        **make_notice_json(notice, plan.programme),
        "ways": [_way(way, plan.programme) for way in find_ways(notice, plan)],
    }


def _way(way: Resolution, programme: Programme) -> dict[str, object]:
    return {
        "kind": way.kind.value,
        "session": way.session,
        "instead": way.instead or None,
        "time": format_instant(way.at, programme) if way.at else None,
        "minutes": way.cost.minutes,
        "at_most": way.cost.at_most,
        "clashes": [thing.id for thing in way.brings.clashes],
        "meals": [meal.id for meal in way.brings.meals],
        "message": way.message,
    }


def _seen(at: datetime | None, programme: Programme) -> str | None:
    return None if at is None else at.replace(tzinfo=programme.zone).isoformat()
