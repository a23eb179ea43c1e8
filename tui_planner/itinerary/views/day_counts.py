"""The numbers of a plan for each day of the programme."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from tui_planner.itinerary.my_day import find_appointment_day
from tui_planner.itinerary.notices import Notice
from tui_planner.itinerary.on_now import find_day_of
from tui_planner.itinerary.resolved import ResolvedItinerary


class DayCount(NamedTuple):
    """The numbers of a day: what is chosen and neither full nor cancelled, and its clashes."""

    day: date
    chosen: int
    clashes: int


def count_days(plan: ResolvedItinerary, clashes: Iterable[Notice]) -> Sequence[DayCount]:
    """Count the chosen and the clashes of each day; a clash counts on the day that it begins on."""
    chosen = Counter(one.session.day for one in plan.chosen_sessions if one.is_sure)
    chosen.update(find_appointment_day(one, plan.programme) for one in plan.scheduled_appointments)
    clashing = Counter(find_day_of(plan.programme, notice.interval.start) for notice in clashes)
    return [DayCount(day.date, chosen[day.date], clashing[day.date]) for day in plan.programme.days]
