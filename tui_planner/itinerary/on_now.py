"""The day and the session that are on now, at which the app opens."""

from datetime import date, datetime

from tui_planner.programme.model import Block, Programme, Thing

from .resolved import ResolvedItinerary


def find_day_of(programme: Programme, now: datetime) -> date | None:
    """Find the day of the programme that an instant is on; one may run past midnight."""
    for day, extent in programme.extents.items():
        if extent.start <= now < extent.end:
            return day
    return None


def find_opening(plan: ResolvedItinerary, now: datetime) -> Thing | None:
    """Find what is on now, chosen sessions first; else what is next; None on another day.

    What is on all day is neither.
    """
    day = find_day_of(plan.programme, now)
    if day is None:
        return None
    ahead = [thing for thing in _things(plan.programme, day) if thing.timing.end > now]
    running = [thing for thing in ahead if thing.timing.start <= now]
    chosen = plan.chosen_by_id
    running.sort(key=lambda thing: (thing.id not in chosen, isinstance(thing, Block)))
    coming = sorted(ahead, key=lambda thing: (thing.timing.start, thing.id not in chosen))
    return next(iter([*running, *coming]), None)


def _things(programme: Programme, day: date) -> list[Thing]:
    things: tuple[Thing, ...] = (*programme.sessions, *programme.blocks_alone)
    return [thing for thing in things if thing.day == day and not thing.timing.all_day]
