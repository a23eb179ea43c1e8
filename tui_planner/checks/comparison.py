"""What is new among the findings of a file, and what is solved."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from itertools import compress
from operator import not_
from typing import NamedTuple

from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult

from .registry import REGISTRY


class Comparison(NamedTuple):
    """The comparison of what was found in a file with what is found now.

    Attributes:
        new: The findings that are new.
        solved: Those that are solved.
        unknown: Those that are gone, and for which nobody could look.
    """

    new: tuple[Problem, ...]
    solved: tuple[Problem, ...]
    unknown: tuple[Problem, ...]


def compare(before: Iterable[Problem], now: Iterable[Problem], reading: ReadResult) -> Comparison:
    """Compare what was found before with what is found now.

    A clash is the same where only its times have changed, or the titles that it is told with.

    Args:
        before: The findings of the file as it was.
        now: The findings of the file as it is.
        reading: The file as it is, which tells what could be looked at.
    """
    before, now = tuple(before), tuple(now)
    for identify in (_quote, _identify):
        before, now = _subtract(before, now, identify), _subtract(now, before, identify)
    faulty = {id_ for fault in reading.problems for id_ in fault.sessions}
    looked_for = [_was_looked_for(problem, reading, faulty) for problem in before]
    solved = tuple(compress(before, looked_for))
    return Comparison(now, solved, tuple(compress(before, map(not_, looked_for))))


def _was_looked_for(problem: Problem, reading: ReadResult, faulty: Collection[str]) -> bool:
    """Whether a finding would be found again if it were still there.

    `faulty` are the ids of the sessions and blocks that have faults.
    """
    judged = reading.judged
    if judged is None:
        return False
    entry = REGISTRY.get(problem.rule.code)
    if reading.programme is not None or entry is None or entry.check is None:
        return True
    return entry.tells_clashes and not any(
        id_ in faulty or id_ in judged.not_judged for id_ in problem.sessions
    )


def _subtract(
    these: Iterable[Problem], those: Iterable[Problem], identify: Callable[[Problem], object]
) -> tuple[Problem, ...]:
    """Return the findings that the others are not, as often as there are more of them here."""
    left = Counter(map(identify, those))
    found = []
    for problem in these:
        key = identify(problem)
        if left[key]:
            left[key] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _quote(problem: Problem) -> object:
    """Return all that a finding says, without its line: that shifts with every edit."""
    return problem.rule.code, problem.severity, problem.message, problem.sessions


def _identify(problem: Problem) -> object:
    """Return what a finding is about, where that tells it from others of its rule."""
    entry = REGISTRY.get(problem.rule.code)
    if not problem.sessions or entry is None or entry.check is None:
        return _quote(problem)
    return problem.rule.code, problem.severity, frozenset(problem.sessions)
