"""The suggestion of the best day: what to add to a plan and what to drop, with the reasons.

A day is the better, in this order:

1. the more sessions it keeps that were chosen as must, then as want;
2. the more rounds of choices it fills;
3. the more meals keep the minutes that they need;
4. the fewer possible and tight clashes it has;
5. the more sessions it keeps that were chosen as maybe;
6. the fewer sessions it keeps that are full;
7. the more points of interest its sessions have (`interests`).

Among equal days the first that the search meets is taken, which goes by the order of start and of
the file: the same at every run.

No day has a certain clash, with plenaries and own appointments too, or two sessions of one choice
block, of one group, of one set of runs, or a session with a part of it. Nothing is added that is
full, cancelled or by invitation, or goes on while the delegate is away.

The search is exact. All days are the paths of a graph (`day_graph`), because the future of a
day depends on little of its past: what is still running, what is left of the meals. Dynamic
programming finds the best path. The limits across the day, which are not in the graph, are kept by
a search with bounds from a Lagrangian relaxation (`lagrangian`, `label_search`); it leaves
out only what cannot be better. Where that takes too many steps, as with hundreds of sets of runs
that hinder each other, the best day found is given and `is_proven` is false; it keeps all the rules
all the same. Where there are too many days to tell apart, as with hundreds of sessions that may run
on into each other, new sessions are taken only where they clash with nothing else that is taken,
and if need be all that is chosen stays.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.notices import Notice, find_notices
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import BlockKind, Programme, Session, Thing
from tui_planner.support.i18n import _, ngettext

from .candidates import CandidateSet, Scope, list_candidates
from .day_graph import TooManyDaysError
from .explanations import explain_addition, explain_drop
from .interests import Interests
from .label_search import BestDay, search_best_day
from .open_rounds import OpenRound, find_open_rounds

__all__ = [
    "Proposal",
    "Scope",
    "Suggestion",
    "add_likes",
    "apply_suggestion",
    "count_changes",
    "suggest",
]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A session to add or to drop, with the reasons, a few words each."""

    session: Session
    reasons: tuple[str, ...]

    @property
    def reason(self) -> str:
        """The reasons in one line."""
        return "; ".join(self.reasons)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The best day, as changes to a plan.

    Attributes:
        add: What to choose, in the order of the day.
        drop: What to drop of what is chosen, in the order of the day.
        left: The notices that are left on the days that may change, when it is applied.
        is_proven: Whether no day is better; else it is the best that was found in time.
        open_rounds: The rounds that stay open all the same, with the reasons.
        unmet_likes: What the delegate likes and no session has.
        has_rounds: Whether there are rounds to choose in, which are filled without a like too.
    """

    add: tuple[Proposal, ...]
    drop: tuple[Proposal, ...]
    left: tuple[Notice, ...]
    is_proven: bool
    open_rounds: tuple[OpenRound, ...] = ()
    unmet_likes: tuple[str, ...] = ()
    has_rounds: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing is proposed."""
        return not self.add and not self.drop

    def split_by_day(self) -> Iterator[tuple[date, tuple[Proposal, ...], tuple[Proposal, ...]]]:
        """Split what to add and to drop by day, in their order."""
        for day in sorted({one.session.day for one in (*self.add, *self.drop)}):
            add, drop = (
                tuple(one for one in some if one.session.day == day)
                for some in (self.add, self.drop)
            )
            yield day, add, drop

    def explain_rest(self) -> Iterator[str]:
        """Explain in sentences why no more is proposed: what nothing has, and which rounds."""
        for like in self.unmet_likes:
            yield _('No session has "{like}".').format(like=like)
        for one in self.open_rounds:
            yield f"{one}."
        if self.is_empty and not self.has_rounds:
            yield _("There are no rounds to choose in: only what you like is proposed.")
        elif self.is_empty and not self.open_rounds:
            yield _("Nothing is left open.")


def count_changes(added: int, dropped: int) -> str:
    """Count what is to add and to drop, in words."""
    return ", ".join(
        (
            ngettext("{n} to add", "{n} to add", added).format(n=added),
            ngettext("{n} to drop", "{n} to drop", dropped).format(n=dropped),
        )
    )


def suggest(
    plan: ResolvedItinerary,
    likes: Iterable[str],
    scope: Scope = Scope.ROUNDS,
    day: date | None = None,
) -> Suggestion:
    """Suggest the best day that can be made of a plan; all days at once for `day` None.

    Args:
        plan: The plan as it is.
        likes: Words and tracks that the delegate likes.
        scope: Whether what is chosen stays, or competes.
        day: The only day on which anything is changed.
    """
    interests = Interests(likes, plan.programme.sessions)
    candidate_set, best = _find_best(plan, interests, scope, day)
    kept = {candidate.session.id for candidate in best.taken}
    add = [candidate.session for candidate in best.taken if candidate.priority is None]
    drop = [session for session in candidate_set.competing if session.id not in kept]
    after = ResolvedItinerary(
        plan.programme, _apply_changes(plan.itinerary, add, drop, plan.programme)
    )
    found = find_notices(after)
    return Suggestion(
        tuple(
            Proposal(session, explain_addition(session, interests, after, found)) for session in add
        ),
        tuple(
            Proposal(session, explain_drop(session, after, candidate_set.staying))
            for session in drop
        ),
        tuple(notice for notice in found if _is_of(notice, day, plan.programme)),
        best.is_proven,
        find_open_rounds(after, candidate_set.staying, interests, day),
        interests.unmet,
        any(block.kind is BlockKind.CHOICE for block in plan.programme.blocks),
    )


def _find_best(
    plan: ResolvedItinerary, interests: Interests, scope: Scope, day: date | None
) -> tuple[CandidateSet, BestDay]:
    """Find the best day, and the candidates it is made of: fewer where those make too many days."""
    candidate_set = list_candidates(plan, interests, scope, day)
    with suppress(TooManyDaysError):
        return candidate_set, search_best_day(candidate_set)
    with suppress(TooManyDaysError):
        return candidate_set, replace(search_best_day(candidate_set.simplify()), is_proven=False)
    candidate_set = list_candidates(plan, interests, Scope.ROUNDS, day).simplify()
    return candidate_set, replace(search_best_day(candidate_set), is_proven=False)


def apply_suggestion(
    itinerary: Itinerary, suggestion: Suggestion, programme: Programme
) -> Itinerary:
    """Apply a suggestion to an itinerary; what is chosen already stays as it is."""
    return _apply_changes(
        itinerary,
        [one.session for one in suggestion.add],
        [one.session for one in suggestion.drop],
        programme,
    )


def add_likes(itinerary: Itinerary, likes: Iterable[str]) -> Itinerary:
    """Add words that the delegate likes to an itinerary."""
    return itinerary._replace(likes=tuple(dict.fromkeys([*itinerary.likes, *likes])))


def _apply_changes(
    itinerary: Itinerary, add: Iterable[Session], drop: Iterable[Session], programme: Programme
) -> Itinerary:
    changed = itinerary.drop(*(session.id for session in drop))
    for session in add:
        choice = itinerary.find_choice(session.id) or Choice.of(session, programme)
        changed = changed.choose(choice)
    return changed


def _is_of(notice: Notice, day: date | None, programme: Programme) -> bool:
    things: list[Thing] = [*programme.sessions, *programme.blocks]
    return (
        day is None
        or not notice.things
        or any(thing.day == day for thing in things if thing.id in notice.things)
    )
