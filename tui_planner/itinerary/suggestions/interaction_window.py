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

    def seen_from(self, minute: int, changeover: int) -> "InteractionWindow":
        """Reduce the window to what matters from a minute on: earlier times are all alike."""
        early, start, late, sure_end, last_end = (max(at, minute) for at in self[:5])
        end = max(self.end, minute - changeover)
        return InteractionWindow(early, start, late, sure_end, last_end, end, *self[6:])

    def is_over(self, minute: int, changeover: int) -> bool:
        """Whether it meets nothing from a minute on."""
        return max(self.sure_end, self.last_end, self.end + changeover) <= minute


class WindowNumbers:
    """Numbers for windows, the same for equal ones; numbers are compared more quickly."""

    def __init__(self) -> None:
        self.windows: list[InteractionWindow] = []
        self._numbers: dict[InteractionWindow, int] = {}

    def number(self, window: InteractionWindow) -> int:
        """Return the number of a window, a new one for one not met before."""
        if window not in self._numbers:
            self._numbers[window] = len(self.windows)
            self.windows.append(window)
        return self._numbers[window]


def find_earliest_from_each(windows: Sequence[InteractionWindow]) -> list[int]:
    """Find for each candidate the earliest start of it and all behind it."""
    return list(accumulate((window.early for window in reversed(windows)), min))[::-1]


def find_windows(candidate_set: CandidateSet) -> list[InteractionWindow]:
    """Find the windows of all candidates."""
    sessions = [one.session for one in candidate_set.candidates]
    parts = {session.id: find_containers(session, candidate_set.programme) for session in sessions}
    nested = {id_ for id_, around in parts.items() if around}.union(*parts.values())
    return [_find_window(one, nested) for one in candidate_set.candidates]


def _find_window(candidate: Candidate, nested: Container[str]) -> InteractionWindow:
    session, timing = candidate.session, candidate.session.timing
    start, end = count_minutes(timing.planned)
    early, last_end = count_minutes(timing.may)
    late, sure_end = count_minutes(timing.sure)
    own = session.id if session.id in nested else ""
    return InteractionWindow(
        early, start, late, sure_end, last_end, end, candidate.is_clash_free, own
    )
