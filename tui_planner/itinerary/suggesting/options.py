"""What a suggestion chooses from: the candidates, what stays, and which exclude one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from ...judgement.clash import Attendable, Verdict, judge
from ...programme.model import Programme, Session, Status
from ..clashes import plenaries
from ..model import Priority
from ..plan import Pick, Plan
from .liking import Liking
from .limits import containers, is_of_round, limits_of, rival_keys
from .worth import CLASH, OF_PRIORITY, POINT, ROUND


class Scope(StrEnum):
    """How much a suggestion may change."""

    ROUNDS = "rounds"
    """All that is chosen stays; empty rounds are filled, and what is liked is added."""
    WHOLE_DAY = "whole-day"
    """What is chosen competes with what could be."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A session that a suggestion may contain.

    Attributes:
        session: The session, at the times that the delegate attends it.
        priority: How much it matters, where it is chosen already.
        worth: What it adds by itself, possible clashes with what stays taken off.
        limits: The limits that it counts for, as bits: of each, one candidate may be taken.
    """

    session: Session
    priority: Priority | None
    worth: int
    limits: int = 0


@dataclass(frozen=True, slots=True)
class Options:
    """What there is to choose from.

    Attributes:
        programme: The programme that all is of.
        candidates: What may be taken, by start and place in the file.
        competing: What is chosen and may be dropped; it is no candidate where it cannot be kept.
        staying: What is attended whatever is taken.
    """

    programme: Programme
    candidates: tuple[Candidate, ...]
    competing: tuple[Session, ...]
    staying: tuple[Attendable, ...]


def options(plan: Plan, liking: Liking, scope: Scope, day: date | None) -> Options:
    """What there is to choose from on a day, or on all days for None."""
    programme = plan.programme
    competing = [pick for pick in plan.picks if _competes(pick, scope, day)]
    ids = {pick.session.id for pick in competing}
    staying_picks = [pick.session for pick in plan.picks if pick.session.id not in ids]
    staying: tuple[Attendable, ...] = (*staying_picks, *plan.engagements, *plenaries(plan))
    taken = [session for session in staying_picks if session.status is not Status.CANCELLED]
    rivals = _Rivals(programme, taken)
    found = [(pick.session, pick.choice.priority) for pick in competing]
    offered: list[tuple[Session, Priority | None]] = [
        (session, None)
        for session in programme.sessions
        if day in {None, session.day}
        and session.status is Status.OPEN
        and session.id not in plan.pick_by_id
    ]
    candidates = []
    for session, priority in [*found, *offered]:
        worth = _worth(session, priority, liking, programme)
        if worth == 0 or absent(session, plan) or rivals.exclude(session):
            continue
        clashes = clashes_with(session, staying, programme)
        if clashes is not None and not (clashes and is_slight(session, worth)):
            candidates.append(Candidate(session, priority, worth - clashes * CLASH))
    candidates.sort(key=lambda one: (one.session.timing.start, one.session.order))
    limited = _limited(candidates, programme)
    return Options(programme, limited, tuple(pick.session for pick in competing), staying)


def is_slight(session: Session, worth: int) -> bool:
    """Whether a session adds less than a possible clash takes, and feeds nobody.

    No best day has such a session in a clash: it would be better without.
    """
    return worth < CLASH and not session.meal


def clashes_with(
    session: Session, others: Iterable[Attendable], programme: Programme
) -> int | None:
    """How many possible and tight clashes a session has with others; None for a certain one."""
    number = 0
    for other in others:
        if clash := judge(session, other, programme):
            if clash.verdict is Verdict.CERTAIN:
                return None
            number += 1
    return number


def absent(session: Session, plan: Plan) -> bool:
    """Whether a session starts before the delegate arrives, or ends after they leave."""
    timing = session.timing
    if session.drop_in or plan.misses(timing):
        return plan.misses(timing)
    too_early = plan.arrives is not None and timing.start < plan.arrives
    too_late = plan.leaves is not None and timing.end_stated and timing.end > plan.leaves
    return too_early or too_late


class _Rivals:
    """What sessions that stay leave no room for: rivals of theirs, their parts and containers."""

    def __init__(self, programme: Programme, staying: Sequence[Session]) -> None:
        self._programme = programme
        self._ids = {session.id for session in staying}
        self._keys = {key for session in staying for key in rival_keys(session, programme)}
        self._containers = {id_ for session in staying for id_ in containers(session, programme)}

    def exclude(self, session: Session) -> bool:
        return (
            session.id in self._containers
            or not self._ids.isdisjoint(containers(session, self._programme))
            or not self._keys.isdisjoint(rival_keys(session, self._programme))
        )


def _competes(pick: Pick, scope: Scope, day: date | None) -> bool:
    """Whether a choice may be dropped; one that is cancelled is in nobody's way, and stays."""
    is_meant = day in {None, pick.session.day} and pick.session.status is not Status.CANCELLED
    return scope is Scope.WHOLE_DAY and is_meant


def _worth(
    session: Session, priority: Priority | None, liking: Liking, programme: Programme
) -> int:
    worth = POINT * sum(liking.points(session).values())
    worth += OF_PRIORITY[priority] if priority else 0
    return worth + (ROUND if is_of_round(session, programme) else 0)


def _limited(candidates: Sequence[Candidate], programme: Programme) -> tuple[Candidate, ...]:
    """Candidates with their limits."""
    sessions = [one.session for one in candidates]
    chosen = {one.session.id for one in candidates if one.priority is not None}
    limits = [0] * len(candidates)
    for bit, members in enumerate(limits_of(sessions, chosen, programme)):
        for member in members:
            limits[member] |= 1 << bit
    return tuple(replace(one, limits=each) for one, each in zip(candidates, limits, strict=True))
