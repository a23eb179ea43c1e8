"""A notice for a delegate, and the names that it gives to things."""

from enum import StrEnum
from typing import NamedTuple

from tui_planner.clashes.judge import Attendable, Clash, Reason
from tui_planner.programme.timing import Interval


class NoticeKind(StrEnum):
    """The subject of a notice, gravest first."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    TIGHT = "tight"
    STATUS = "status"
    PRESENCE = "presence"
    MEAL = "meal"


class Notice(NamedTuple):
    """One thing that the delegate should know of.

    Attributes:
        kind: Its subject.
        things: The ids of the sessions, blocks and appointments in it; of a meal, the block first.
        interval: When it is.
        minutes: How long two things meet; what there is between them; what is left of a meal.
        message: A sentence.
        reasons: Why a clash is only possible.
        pair: The clash, where there is one.
        by_change: Whether it is a clash only since the programme changed; until that is seen.
    """

    kind: NoticeKind
    things: tuple[str, ...]
    interval: Interval
    minutes: int | None
    message: str
    reasons: tuple[Reason, ...] = ()
    pair: Clash | None = None
    by_change: bool = False


def name_thing(thing: Attendable) -> str:
    """Return the title of a thing, or its id where it has none."""
    return str(getattr(thing, "title", thing.id))
