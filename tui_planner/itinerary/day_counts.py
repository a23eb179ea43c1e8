"""What a plan holds of each day of the programme, in numbers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from .my_day import engagement_day
from .notices import Notice
from .on_now import day_of
from .resolved import Plan


class DayCount(NamedTuple):
    """How much of a day is chosen, own appointments too, and how many clashes there are in it."""

    day: date
    chosen: int
    clashes: int


def day_counts(plan: Plan, clashes: Iterable[Notice]) -> Sequence[DayCount]:
    """The numbers of each day; a clash counts on the day that it begins on."""
    chosen = Counter(pick.session.day for pick in plan.picks)
    chosen.update(engagement_day(one, plan.programme) for one in plan.engagements)
    clashing = Counter(day_of(plan.programme, notice.interval.start) for notice in clashes)
    return [DayCount(day.date, chosen[day.date], clashing[day.date]) for day in plan.programme.days]
