"""The times of things: half-open intervals of instants, exact or not.

All instants are `datetime` values in UTC. Two aware values of one local zone are compared by
their wall clock in Python, which goes wrong in a night that the clocks change; in UTC it cannot.
"""

from datetime import datetime, timedelta
from typing import NamedTuple, Self

MINUTE = timedelta(minutes=1)


class Interval(NamedTuple):
    """The instants from `start` up to, but not including, `end` (both UTC)."""

    start: datetime
    end: datetime

    @property
    def minutes(self) -> int:
        """The length in minutes; 0 where it is empty."""
        return max(0, (self.end - self.start) // MINUTE)

    def meets(self, other: "Interval") -> bool:
        """Whether the two share an instant. Touching is not meeting."""
        return max(self.start, other.start) < min(self.end, other.end)

    def overlap(self, other: "Interval") -> "Interval | None":
        """Return the instants that both hold, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Interval(start, end) if start < end else None


class Timing(NamedTuple):
    """The start and end of something, and how exactly they are known.

    Attributes:
        start: The announced start.
        end: The stated end, or the assumed one where `end_stated` is false.
        end_stated: Whether the programme says when it ends.
        overrun: The later instant until which it may run, if it may.
        around: How many minutes earlier or later it may start.
        open_end: Whether nothing says when it ends, so that `end` is only the day's.
        all_day: Whether it is on all day and has no hours: it starts and ends with the day.
    """

    start: datetime
    end: datetime
    end_stated: bool = True
    overrun: datetime | None = None
    around: int = 0
    open_end: bool = False
    all_day: bool = False

    @property
    def early(self) -> datetime:
        """The earliest start."""
        return self.start - self.around * MINUTE if self.around else self.start

    @property
    def late(self) -> datetime:
        """The latest start."""
        return self.start + self.around * MINUTE if self.around else self.start

    @property
    def last_end(self) -> datetime:
        """The latest end."""
        return max(self.end, self.overrun) if self.overrun else self.end

    @property
    def planned(self) -> Interval:
        """From the announced start to the stated or assumed end."""
        return Interval(self.start, self.end)

    @property
    def sure(self) -> Interval:
        """The time in which it is certainly going on; at least one minute."""
        soonest_end = self.late + MINUTE
        end = max(self.end, soonest_end) if self.end_stated else soonest_end
        return Interval(self.late, end)

    @property
    def may(self) -> Interval:
        """The time in which it may be going on."""
        return Interval(self.early, self.last_end)

    @property
    def reach(self) -> Interval:
        """The whole of `sure` and `may`: two that do not meet in it never clash by their times.

        Empty of what is on all day, which clashes with nothing by the hour.
        """
        if self.all_day:
            return Interval(self.start, self.start)
        if not (self.around or self.overrun):  # as most are: a few steps instead of many
            return Interval(self.start, max(self.end, self.start + MINUTE))
        return Interval(self.early, max(self.last_end, self.late + MINUTE))

    def lies_within(self, whole: "Timing") -> bool:
        """Whether it starts and ends in the time of another, as far as both ends are stated."""
        ends_in = self.end <= whole.end or not (self.end_stated and whole.end_stated)
        starts_in = self.start < whole.end or not whole.end_stated
        return whole.start <= self.start and starts_in and ends_in

    def shorten(self, join: datetime | None, leave: datetime | None) -> Self:
        """Shorten the times for someone who joins late or leaves early: exact, as if planned so.

        What is on all day has hours then, and clashes as anything else does.
        """
        timing = self
        if join is not None:
            timing = timing._replace(start=join, around=0, all_day=False)
        if leave is not None:
            timing = timing._replace(
                end=leave, end_stated=True, overrun=None, open_end=False, all_day=False
            )
        return timing
