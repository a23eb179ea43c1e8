"""A resolution of a clash, and what it costs."""

from collections.abc import Callable
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from tui_planner.clashes.judge import Attendable, needs_nobody
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.time_text import format_minutes
from tui_planner.support.i18n import _

from .consequences import Consequences


class ResolutionKind(StrEnum):
    """The kind of a resolution, the best first; leaving and joining are as good as they cost."""

    REPEAT = "repeat"
    LEAVE = "leave"
    JOIN = "join"
    KEEP = "keep"
    DROP = "drop"
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
    def of_all(cls, thing: Attendable, plan: ResolvedItinerary) -> "Cost":
        """Make the cost of missing all of a thing that the delegate is there for."""
        if needs_nobody(thing):
            return cls(0)
        timing = thing.timing
        minutes = plan.find_attended(timing.planned).minutes
        return cls(None if timing.open_end else minutes, not timing.end_stated and minutes > 0)

    def __str__(self) -> str:
        """Return the cost in words."""
        if self.minutes is None:
            return _("an unknown time")
        if self.minutes == 0:
            return _("nothing more")
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
        at: When one leaves or joins, or what is chosen instead starts; None for the others.
        brings: The other clashes and lost meals that it brings.
    """

    kind: ResolutionKind
    session: str
    title: str
    label: str
    message: str
    cost: Cost
    apply: Callable[[Itinerary], Itinerary] = field(compare=False)
    instead: str = ""
    at: datetime | None = None
    brings: Consequences = Consequences()
