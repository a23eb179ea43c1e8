"""The judgement of a pair: certain, possible, tight, or nothing to say.

One function, for the grid, the itinerary and the organiser's check alike. It gives the same for a
pair either way round, and knows nothing of who asks: which pairs a delegate or an organiser is not
to be bothered with is decided by the callers.
"""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from tui_planner.programme.model import Block, BlockKind, Programme, Session, Status
from tui_planner.programme.timing import MINUTE, Interval, Timing

DEEPEST_PART = 50
"""How many sessions deep a part may lie within others; what is deeper is not looked at."""


class Attendable(Protocol):
    """Anything that takes up a person's time: a session, a block, an appointment."""

    @property
    def id(self) -> str:
        """Its name among all that may be attended."""

    @property
    def timing(self) -> Timing:
        """The time that it takes, as exactly as that is known."""

    @property
    def room(self) -> str | None:
        """The id of its room, where it has one."""


class Verdict(StrEnum):
    """The degrees of a clash, surest first; `TIGHT` is too little time between two rooms."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    TIGHT = "tight"


class Reason(StrEnum):
    """The times that are not exact, and so make a clash only possible."""

    OVERRUN = "overrun"
    AROUND = "around"
    END_NOT_STATED = "end not stated"


class Clash(NamedTuple):
    """Two things that one person cannot both attend, or might not be able to.

    Attributes:
        first: The one that starts first, or stands first in the file.
        second: The other.
        verdict: How sure the clash is.
        interval: When they meet; for a tight pair, the time between them.
        minutes: For how long they meet; for a tight pair, how long there is in between.
        needed: For a tight pair, the minutes that the way takes.
        reasons: For a possible clash, what makes it possible; for a certain one, whether its
            minutes rest on an end that nothing states.
    """

    first: Attendable
    second: Attendable
    verdict: Verdict
    interval: Interval
    minutes: int
    needed: int = 0
    reasons: tuple[Reason, ...] = ()

    @property
    def former(self) -> Attendable:
        """Of a possible clash, the one that is surely on first, whose end is too late."""
        return _facing(self.first, self.second)[0]

    @property
    def latter(self) -> Attendable:
        """Of a possible clash, the other one, whose start is too early."""
        return _facing(self.first, self.second)[1]


def judge(
    a: Attendable, b: Attendable, programme: Programme, *, loose_too: bool = False
) -> Clash | None:
    """Return the clash between two things, or None.

    Blocks that one may miss clash with nothing, unless `loose_too`: who has to be there may not.
    """
    if not loose_too and (_is_loose(a) or _is_loose(b)):
        return None
    return None if _is_never_judged(a, b, programme) else judge_times(a, b, programme)


def reach_of(thing: Attendable, programme: Programme) -> Interval:
    """Return the time in which a thing may clash: two whose reaches do not meet never do.

    It ends later than the thing by the longest way between two rooms.
    """
    at, way = thing.timing.reach, programme.longest_changeover
    return Interval(at.start, at.end + way * MINUTE) if way and not thing.timing.all_day else at


def _is_never_judged(a: Attendable, b: Attendable, programme: Programme) -> bool:
    """Say whether the two never clash, whatever their times."""
    return (
        needs_nobody(a)
        or needs_nobody(b)
        or is_within(a, b, programme)
        or is_within(b, a, programme)
    )


def judge_times(a: Attendable, b: Attendable, programme: Programme) -> Clash | None:
    """Return the clash that the times and rooms of two things make, whatever the things are."""
    first, second = sorted((a, b), key=_by_time)
    one, two = first.timing, second.timing
    if one.sure.meets(two.sure):
        if met := one.planned.overlap(two.planned):
            is_assumed = any(timing.open_end and timing.sure.end < met.end for timing in (one, two))
            why = (Reason.END_NOT_STATED,) if is_assumed else ()
            return Clash(first, second, Verdict.CERTAIN, met, met.minutes, reasons=why)
        # A start that is hardly known may put the sure minutes outside the planned ones.
        met = one.sure.overlap(two.sure)
        assert met is not None  # noqa: S101 - they meet
        return Clash(first, second, Verdict.CERTAIN, met, met.minutes)
    if met := one.may.overlap(two.may):
        former, latter = _facing(first, second)
        reasons = _reasons(former.timing, latter.timing, met)
        return Clash(first, second, Verdict.POSSIBLE, met, met.minutes, reasons=reasons)
    return _tight(first, second, programme)


def is_within(a: Attendable, b: Attendable, programme: Programme) -> bool:
    """Say whether `b` stands in `a`: a session in its block, or as a part in another session.

    A part that does not lie within the time of the whole, as the programme has it, does not. Parts
    of parts are followed `DEEPEST_PART` deep: nobody means more, and rings have no end.
    """
    if not (isinstance(a, Block | Session) and isinstance(b, Session)):
        return False
    if b.block == a.id:
        return True
    part = b
    for _level in range(DEEPEST_PART):
        if a.id in {part.block, part.part_of}:  # no block has the id of a session
            inner, outer = (_as_published(thing, programme).timing for thing in (b, a))
            return inner.lies_within(outer)
        if part.part_of is None:
            return False
        part = programme.session_by_id[part.part_of]
    return False


def _as_published(thing: Block | Session, programme: Programme) -> Block | Session:
    """Return a thing as it is for everyone, and not only as long as someone is there."""
    return programme.session_by_id.get(thing.id, thing)


def needs_nobody(thing: Attendable) -> bool:
    """Say whether a thing takes none of one's time.

    It is cancelled, or one comes and goes, or it is on all day and has no hours.
    """
    if thing.timing.all_day:
        return True
    return isinstance(thing, Session) and (thing.drop_in or thing.status is Status.CANCELLED)


def _is_loose(thing: Attendable) -> bool:
    """Say whether one may come late to a thing, leave early or stay away."""
    loose = (BlockKind.ARRIVAL, BlockKind.BREAK, BlockKind.SOCIAL)
    return isinstance(thing, Block) and thing.kind in loose


def _by_time(thing: Attendable) -> tuple[datetime, bool, int, str]:
    """Return the key by which two things are put in order: their start, then as in the file."""
    in_file = isinstance(thing, Block | Session)
    order = thing.order if isinstance(thing, Block | Session) else 0
    return thing.timing.start, not in_file, order, thing.id


def _facing(one: Attendable, other: Attendable) -> tuple[Attendable, Attendable]:
    """Return two things that are not surely at the same time, with that which is on first first."""
    return (one, other) if one.timing.sure.start < other.timing.sure.start else (other, one)


def _reasons(former: Timing, latter: Timing, met: Interval) -> tuple[Reason, ...]:
    """List what makes a clash possible: an unsure end of the former, or start of the latter."""
    reasons = []
    if former.overrun and Interval(former.end, former.overrun).meets(met):
        reasons.append(Reason.OVERRUN)
    if Interval(latter.early, latter.late).meets(met):
        reasons.append(Reason.AROUND)
    if not former.end_stated and Interval(former.sure.end, former.end).meets(met):
        reasons.append(Reason.END_NOT_STATED)
    return tuple(reasons)


def _tight(first: Attendable, second: Attendable, programme: Programme) -> Clash | None:
    needed = programme.find_changeover(first.room, second.room)
    former, latter = sorted((first.timing, second.timing), key=lambda timing: timing.end)
    if needed == 0 or latter.start - former.end >= needed * MINUTE:
        return None
    between = Interval(min(former.end, latter.start), max(former.end, latter.start))
    minutes = max(0, (latter.start - former.end) // MINUTE)
    return Clash(first, second, Verdict.TIGHT, between, minutes, needed)
