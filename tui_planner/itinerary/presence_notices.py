"""The notices of what is missed by arriving late or leaving early, and of impossible times."""

from collections.abc import Iterator

from tui_planner.clashes.judge import Attendable
from tui_planner.programme.model import Session, Status
from tui_planner.programme.time_text import format_beside, format_clock, format_minutes
from tui_planner.programme.timing import Interval
from tui_planner.support.i18n import _

from .chosen_clashes import list_attended, list_plenaries
from .notice import Notice, NoticeKind, name_thing
from .presence import format_moment
from .resolved import ChosenSession, ResolvedItinerary


def find_presence_notices(plan: ResolvedItinerary) -> Iterator[Notice]:
    """Find what starts before the delegate arrives or ends after they leave, and impossible times.

    Of the plenaries, those of the days on which the delegate is there.
    """
    yield from _find_impossible_times(plan)
    attended = {day.date for day in plan.programme.days if not plan.is_away(day.extent)}
    plenaries = [block for block in list_plenaries(plan) if block.day in attended]
    for thing in (*list_attended(plan), *plenaries):
        yield from find_missed_parts(thing, plan)


def find_missed_parts(thing: Attendable, plan: ResolvedItinerary) -> Iterator[Notice]:
    """Find what a delegate who attends a thing misses of it by their presence."""
    if isinstance(thing, Session) and thing.status is Status.CANCELLED:
        return
    timing = thing.timing
    if timing.all_day:
        if plan.misses(timing):
            text = _("{title} is on all day, on a day on which you are not there.")
            yield _make_presence_notice(thing, timing.planned, text, plan)
        return
    if plan.arrives is not None and timing.start < plan.arrives:
        missed = Interval(timing.start, max(timing.start, min(timing.end, plan.arrives)))
        text = _("{title} starts at {start}, before you arrive at {arrives}: you miss {minutes}.")
        if timing.end <= plan.arrives and not timing.end_stated:  # how long it lasts is assumed
            text = _("{title} starts at {start}, before you arrive at {arrives}.")
        yield _make_presence_notice(thing, missed, text, plan)
    if plan.leaves is None or timing.end <= plan.leaves:
        return
    missed = Interval(max(timing.start, plan.leaves), timing.end)
    if timing.end_stated:
        text = _("{title} ends at {end}, after you leave at {leaves}: you miss {minutes}.")
        yield _make_presence_notice(thing, missed, text, plan)
    elif timing.start >= plan.leaves:
        text = _("{title} starts at {start}, after you leave at {leaves}.")
        yield _make_presence_notice(thing, missed, text, plan)


def _make_presence_notice(
    thing: Attendable, missed: Interval, text: str, plan: ResolvedItinerary
) -> Notice:
    zone = plan.programme.zone
    timing = thing.timing
    starts_on, ends_on = (at.astimezone(zone).date() for at in (timing.start, timing.end))
    message = text.format(
        title=name_thing(thing),
        start=format_clock(timing.start, zone),
        end=format_clock(timing.end, zone),
        arrives=format_beside(plan.arrives, starts_on, zone) if plan.arrives else "",
        leaves=format_beside(plan.leaves, ends_on, zone) if plan.leaves else "",
        minutes=format_minutes(missed.minutes),
    )
    return Notice(NoticeKind.PRESENCE, (thing.id,), missed, missed.minutes, message)


def _find_impossible_times(plan: ResolvedItinerary) -> Iterator[Notice]:
    """Find the own times that contradict one another or the programme, and so count for nothing."""
    arrives, leaves = plan.stated_presence
    if arrives is not None and leaves is not None and leaves <= arrives:
        text = _("You leave at {leaves}, and arrive only at {arrives}: neither counts.")
        message = text.format(
            leaves=format_moment(leaves, plan.programme),
            arrives=format_moment(arrives, plan.programme),
        )
        yield Notice(NoticeKind.PRESENCE, (), Interval(leaves, arrives), None, message)
    for chosen_session in plan.chosen_sessions:
        if plan.has_impossible_times(chosen_session):
            yield _make_impossible_notice(chosen_session, plan)


def _make_impossible_notice(chosen_session: ChosenSession, plan: ResolvedItinerary) -> Notice:
    """Say which of one's own times for a session cannot be."""
    session, timing, zone = (
        chosen_session.session,
        chosen_session.session.timing,
        plan.programme.zone,
    )
    join, leave = plan.resolve_own_times(chosen_session)
    if join is not None and leave is not None and leave <= join:
        text = _("You leave {title} at {leave}, and join it only at {join}: neither counts.")
    elif join is not None and join >= timing.end:
        text = _("{title} ends at {end}, and you join it only at {join}: that does not count.")
    else:
        text = _("{title} starts at {start}, and you leave it at {leave}: that does not count.")
    message = text.format(
        title=session.title,
        start=format_clock(timing.start, zone),
        end=format_clock(timing.end, zone),
        join=format_clock(join, zone) if join else "",
        leave=format_clock(leave, zone) if leave else "",
    )
    return Notice(NoticeKind.PRESENCE, (session.id,), timing.planned, None, message)
