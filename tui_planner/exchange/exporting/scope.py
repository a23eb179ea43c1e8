"""The part of a plan that is exported: some of its days, and all of them or only the choices."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.my_day import find_appointment_day
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme, Session


def keep_days(plan: ResolvedItinerary, days: Collection[date]) -> ResolvedItinerary:
    """Reduce a plan to some days of its programme, as if there were no others.

    Bare times of the itinerary, which count from its first or last day, become dates and times.
    """
    return ResolvedItinerary(
        _programme_of_days(plan.programme, days), _itinerary_of_days(plan, days)
    )


def keep_chosen(plan: ResolvedItinerary) -> Programme:
    """Reduce the programme to the chosen sessions, at the times that the delegate keeps."""
    sessions = tuple(chosen_session.session for chosen_session in plan.chosen_sessions)
    return replace(plan.programme, sessions=_known_only(sessions, plan.programme.block_by_id))


def select_shown(plan: ResolvedItinerary, *, mine: bool) -> Programme:
    """Select the whole programme, or only what the delegate chose of it."""
    return keep_chosen(plan) if mine else plan.programme


def _programme_of_days(programme: Programme, days: Collection[date]) -> Programme:
    blocks = tuple(block for block in programme.blocks if block.day in days)
    sessions = tuple(session for session in programme.sessions if session.day in days)
    return replace(
        programme,
        days=tuple(day for day in programme.days if day.date in days),
        blocks=blocks,
        sessions=_known_only(sessions, {block.id for block in blocks}),
    )


def _known_only(sessions: tuple[Session, ...], blocks: Collection[str]) -> tuple[Session, ...]:
    """Drop the references of sessions to blocks and sessions that are not there."""
    ids = {session.id for session in sessions}
    return tuple(
        session._replace(
            block=session.block if session.block in blocks else None,
            part_of=session.part_of if session.part_of in ids else None,
            repeat_of=session.repeat_of if session.repeat_of in ids else None,
        )
        for session in sessions
    )


def _itinerary_of_days(plan: ResolvedItinerary, days: Collection[date]) -> Itinerary:
    programme, itinerary = plan.programme, plan.itinerary
    elsewhere = [session.id for session in programme.sessions if session.day not in days]
    kept = [
        scheduled.appointment._replace(day=scheduled.appointment.day or programme.days[0].date)
        for scheduled in plan.scheduled_appointments
        if find_appointment_day(scheduled, programme) in days
    ]
    return itinerary.drop(*elsewhere)._replace(
        appointments=tuple(kept),
        arrives=_wall(plan.arrives, programme),
        leaves=_wall(plan.leaves, programme),
    )


def _wall(at: datetime | None, programme: Programme) -> datetime | None:
    return None if at is None else at.astimezone(programme.zone).replace(tzinfo=None)
