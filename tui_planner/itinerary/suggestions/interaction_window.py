"""The times of a session on which its clashes with later ones depend."""

from collections.abc import Container, Sequence
from itertools import accumulate
from typing import NamedTuple

from .candidates import Candidate, CandidateSet
from .exclusivity import find_containers
from .meal_minutes import count_minutes


class InteractionWindow(NamedTuple):
    """The times on which clashes with later things depend, in minutes since the epoch."""

    early: int
    start: int
    late: int
    sure_end: int
    last_end: int
    end: int
    is_clash_free: bool
    nested: str  # the id, where the session contains others or is a part: it is judged as itself

    def seen_from(self, minute: int, way: int) -> "InteractionWindow":
        """Reduce the window to what matters from a minute on: earlier times are all alike."""
        early, start, late, sure_end, last_end = (max(at, minute) for at in self[:5])
        end = max(self.end, minute - way)
        return InteractionWindow(early, start, late, sure_end, last_end, end, *self[6:])

    def is_over(self, minute: int, way: int) -> bool:
        """Whether it meets nothing from a minute on."""
        return max(self.sure_end, self.last_end, self.end + way) <= minute


class Shapes:
    """Numbers for windows, the same for equal ones; numbers are compared more quickly."""

    def __init__(self) -> None:
        self.reaches: list[InteractionWindow] = []
        self._numbers: dict[InteractionWindow, int] = {}

    def number(self, reach: InteractionWindow) -> int:
        """Return the number of a window, a new one for one not met before."""
        if reach not in self._numbers:
            self._numbers[reach] = len(self.reaches)
            self.reaches.append(reach)
        return self._numbers[reach]


def find_earliest_from_each(reaches: Sequence[InteractionWindow]) -> list[int]:
    """Find for each candidate the earliest start of it and all behind it."""
    return list(accumulate((reach.early for reach in reversed(reaches)), min))[::-1]


def find_windows(options: CandidateSet) -> list[InteractionWindow]:
    """Find the windows of all candidates."""
    sessions = [one.session for one in options.candidates]
    parts = {session.id: find_containers(session, options.programme) for session in sessions}
    nested = {id_ for id_, around in parts.items() if around}.union(*parts.values())
    return [_reach(one, nested) for one in options.candidates]


def _reach(candidate: Candidate, nested: Container[str]) -> InteractionWindow:
    session, timing = candidate.session, candidate.session.timing
    start, end = count_minutes(timing.planned)
    early, last_end = count_minutes(timing.may)
    late, sure_end = count_minutes(timing.sure)
    own = session.id if session.id in nested else ""
    return InteractionWindow(
        early, start, late, sure_end, last_end, end, candidate.is_clash_free, own
    )
