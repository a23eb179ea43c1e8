"""What a plan holds of each day of the programme, in numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from .my_day import day_of_appointment
from .notices import Notice
from .on_now import find_day_of
from .resolved import ResolvedItinerary


class DayCount(NamedTuple):
    """How much of a day is chosen, own appointments too, and how many clashes there are in it."""

    day: date
    chosen: int
    clashes: int


def count_days(plan: ResolvedItinerary, clashes: Iterable[Notice]) -> Sequence[DayCount]:
    """The numbers of each day; a clash counts on the day that it begins on."""
    chosen = Counter(chosen_session.session.day for chosen_session in plan.chosen_sessions)
    chosen.update(day_of_appointment(one, plan.programme) for one in plan.scheduled_appointments)
    clashing = Counter(find_day_of(plan.programme, notice.interval.start) for notice in clashes)
    return [DayCount(day.date, chosen[day.date], clashing[day.date]) for day in plan.programme.days]
