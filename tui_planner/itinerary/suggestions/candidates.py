"""The candidates of a suggestion, what stays, and which exclude one another."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tui_planner.clashes.judge import Attendable, Verdict, judge
from tui_planner.itinerary.chosen_clashes import list_plenaries
from tui_planner.itinerary.itinerary import Priority
from tui_planner.itinerary.resolved import ChosenSession, ResolvedItinerary
from tui_planner.programme.model import BlockKind, Programme, Session, Status

from .exclusivity import (
    fills_round,
    find_containers,
    find_limits,
    find_rival_keys,
    is_of_round,
)
from .interests import Interests
from .objective import MostCounts, Units


class Scope(StrEnum):
    """The scope of what a suggestion may change."""

    ROUNDS = "rounds"
    """Chosen sessions stay; empty rounds are filled, and liked sessions are added."""
    WHOLE_DAY = "whole-day"
    """Chosen sessions compete with all others."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A session that a suggestion may contain.

    Attributes:
        session: The session, at the times that the delegate attends it.
        priority: How much it matters, where it is chosen already.
        worth: What it adds by itself, possible clashes with what stays taken off.
        is_clash_free: Whether it is taken only where it clashes with no other candidate.
        limits: The limits that it counts for, as bits: of each, one candidate may be taken.
    """

    session: Session
    priority: Priority | None
    worth: int
    is_clash_free: bool
    limits: int = 0


@dataclass(frozen=True, slots=True)
class CandidateSet:
    """The candidates, with what stays.

    Attributes:
        programme: The programme that all is of.
        candidates: What may be taken, by start and place in the file.
        competing: What is chosen and may be dropped; it is no candidate where it cannot be kept.
        staying: What is attended whatever is taken.
        units: What each aim is worth.
    """

    programme: Programme
    candidates: tuple[Candidate, ...]
    competing: tuple[Session, ...]
    staying: tuple[Attendable, ...]
    units: Units

    @property
    def is_simple(self) -> bool:
        """Whether no candidate may clash with another."""
        return all(one.is_clash_free for one in self.candidates)

    def simplify(self) -> "CandidateSet":
        """Simplify: take new sessions only where they clash with no other candidate."""
        candidates = (
            replace(one, is_clash_free=one.is_clash_free or one.priority is None)
            for one in self.candidates
        )
        return replace(self, candidates=tuple(candidates))


def list_candidates(
    plan: ResolvedItinerary, interests: Interests, scope: Scope, day: date | None
) -> CandidateSet:
    """List the candidates of a day, or of all days for None."""
    programme = plan.programme
    competing = [
        chosen_session
        for chosen_session in plan.chosen_sessions
        if _competes(chosen_session, scope, day)
    ]
    ids = {chosen_session.session.id for chosen_session in competing}
    staying_chosen = [
        chosen_session.session
        for chosen_session in plan.chosen_sessions
        if chosen_session.session.id not in ids
    ]
    staying: tuple[Attendable, ...] = (
        *staying_chosen,
        *plan.scheduled_appointments,
        *list_plenaries(plan),
    )
    taken = [session for session in staying_chosen if session.status is not Status.CANCELLED]
    rivals = _Rivals(programme, taken)
    found = [
        (chosen_session.session, chosen_session.choice.priority) for chosen_session in competing
    ]
    offered: list[tuple[Session, Priority | None]] = [
        (session, None)
        for session in programme.sessions
        if day in {None, session.day}
        and session.status is Status.OPEN
        and session.id not in plan.chosen_by_id
    ]
    points = {session.id: interests.score(session) for session, _priority in (*found, *offered)}
    units = _make_units(points, found, len(offered) + len(staying), programme)
    candidates = []
    for session, priority in (*found, *offered):
        worth = units.point * points[session.id]
        if fills_round(session, programme) or (priority and is_of_round(session, programme)):
            worth += units.round
        if priority is not None:
            worth += units.weigh_priority(priority)
            worth += units.place if session.status is not Status.FULL else 0
        if worth == 0 or is_outside_presence(session, plan) or rivals.exclude(session):
            continue
        clashes = find_clashes_with(session, staying, programme)
        is_slight = worth < units.clash and not session.meal  # no best day has it in a clash
        if clashes is not None and not (clashes and is_slight):
            worth -= clashes * units.clash
            candidates.append(Candidate(session, priority, worth, is_slight))
    candidates.sort(key=lambda one: (one.session.timing.start, one.session.order))
    limited = _set_limits(candidates, programme)
    return CandidateSet(
        programme,
        limited,
        tuple(chosen_session.session for chosen_session in competing),
        staying,
        units,
    )


def _make_units(
    points: Mapping[str, int],
    chosen: Sequence[tuple[Session, Priority]],
    others: int,
    programme: Programme,
) -> Units:
    """Make the units for days of some chosen sessions and so many other things."""
    priorities = Counter(priority for _session, priority in chosen)
    kinds = Counter(block.kind for block in programme.blocks)
    most = MostCounts(
        points=sum(points.values()),
        places=len(chosen),
        maybes=priorities["maybe"],
        clashes=(len(chosen) + others) ** 2 // 2,
        meals=kinds[BlockKind.MEAL],
        rounds=kinds[BlockKind.CHOICE],
        wants=priorities["want"],
    )
    return Units.for_counts(most)


def find_clashes_with(
    session: Session, others: Iterable[Attendable], programme: Programme
) -> int | None:
    """Count the possible and tight clashes of a session with others; None for a certain one."""
    number = 0
    for other in others:
        if clash := judge(session, other, programme):
            if clash.verdict is Verdict.CERTAIN:
                return None
            number += 1
    return number


def is_outside_presence(session: Session, plan: ResolvedItinerary) -> bool:
    """Whether a session starts before the delegate arrives, or ends after they leave.

    Of one that has no hours, or that one comes and goes in, whether nothing of it is left.
    """
    timing = session.timing
    if session.drop_in or timing.all_day or plan.misses(timing):
        return plan.misses(timing)
    too_early = plan.arrives is not None and timing.start < plan.arrives
    too_late = plan.leaves is not None and timing.end_stated and timing.end > plan.leaves
    return too_early or too_late


class _Rivals:
    """The sessions excluded by those that stay: their rivals, their parts and containers."""

    def __init__(self, programme: Programme, staying: Sequence[Session]) -> None:
        self._programme = programme
        self._ids = {session.id for session in staying}
        self._keys = {key for session in staying for key in find_rival_keys(session, programme)}
        self._containers = {
            id_ for session in staying for id_ in find_containers(session, programme)
        }

    def exclude(self, session: Session) -> bool:
        return (
            session.id in self._containers
            or not self._ids.isdisjoint(find_containers(session, self._programme))
            or not self._keys.isdisjoint(find_rival_keys(session, self._programme))
        )


def _competes(chosen_session: ChosenSession, scope: Scope, day: date | None) -> bool:
    """Whether a choice may be dropped; a cancelled one excludes nothing, and stays."""
    is_meant = (
        day in {None, chosen_session.session.day}
        and chosen_session.session.status is not Status.CANCELLED
    )
    return scope is Scope.WHOLE_DAY and is_meant


def _set_limits(candidates: Sequence[Candidate], programme: Programme) -> tuple[Candidate, ...]:
    """Set the limits of candidates."""
    sessions = [one.session for one in candidates]
    chosen = {one.session.id for one in candidates if one.priority is not None}
    limits = [0] * len(candidates)
    for bit, members in enumerate(find_limits(sessions, chosen, programme)):
        for member in members:
            limits[member] |= 1 << bit
    return tuple(replace(one, limits=each) for one, each in zip(candidates, limits, strict=True))
