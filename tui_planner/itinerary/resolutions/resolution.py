"""A resolution of a clash, and what it costs."""

from collections.abc import Callable
from dataclasses import field
from enum import StrEnum
from typing import NamedTuple

from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.programme.time_text import format_minutes
from tui_planner.programme.timing import Timing
from tui_planner.support.i18n import _


class ResolutionKind(StrEnum):
    """The kind of a resolution, the best first; leaving and joining are as good as they cost."""

    REPEAT = "repeat"
    LEAVE = "leave"
    JOIN = "join"
    KEEP = "keep"
    ALTERNATIVE = "alternative"


class Cost(NamedTuple):
    """The time that the delegate misses.

    Attributes:
        minutes: How many minutes at most; None where nothing says how long it is.
        at_most: Whether it may be fewer, because a time is not exact.
        unplanned: How many of them are missed only if it runs on, or begins early.
    """

    minutes: int | None
    at_most: bool = False
    unplanned: int = 0

    @classmethod
    def of_all(cls, timing: Timing) -> "Cost":
        """Make the cost of missing something from its planned start to its planned end."""
        return cls(None if timing.open_end else timing.planned.minutes, not timing.end_stated)

    def __str__(self) -> str:
        """Return the cost in words."""
        if self.minutes is None:
            return _("an unknown time")
        number = format_minutes(self.minutes)
        return _("at most {minutes}").format(minutes=number) if self.at_most else number


class Resolution(NamedTuple):
    """One resolution of a clash.

    Attributes:
        kind: What it does.
        session: The id of what gives way: the choice that it changes, drops or replaces, or the
            own appointment that it drops.
        title: The title of that.
        label: What it does, in few words.
        message: What it does and what it costs, as a sentence.
        cost: What the delegate misses by it.
        apply: Applies it to an itinerary; one without what gives way stays as it is.
        instead: The id of the session that is chosen in the place of the other; else empty.
        lesser: How many possible or tight clashes it makes.
    """

    kind: ResolutionKind
    session: str
    title: str
    label: str
    message: str
    cost: Cost
    apply: Callable[[Itinerary], Itinerary] = field(compare=False)
    instead: str = ""
    lesser: int = 0
