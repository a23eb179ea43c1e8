"""What is new among the findings of a file, and what is solved."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult

from .registry import REGISTRY


class Comparison(NamedTuple):
    """The findings that are new, those that are solved, and those for which nobody could look."""

    new: tuple[Problem, ...]
    solved: tuple[Problem, ...]
    unknown: tuple[Problem, ...]


def compare(before: Iterable[Problem], now: Iterable[Problem], reading: ReadResult) -> Comparison:
    """Compare what was found before with what is found now.

    Args:
        before: The findings of the file as it was.
        now: The findings of the file as it is.
        reading: The file as it is, which tells what could be looked at.
    """
    solved: list[Problem] = []
    unknown: list[Problem] = []
    for problem in _subtract(before, now):
        (solved if _was_looked_for(problem, reading) else unknown).append(problem)
    return Comparison(_subtract(now, before), tuple(solved), tuple(unknown))


def _was_looked_for(problem: Problem, reading: ReadResult) -> bool:
    """Whether a finding would be found again if it were still there."""
    judged = reading.judged
    if judged is None:
        return False
    entry = REGISTRY.get(problem.rule.code)
    if reading.programme is not None or entry is None or entry.check is None:
        return True
    if not entry.tells_clashes:
        return False
    faulty = {id_ for fault in reading.problems for id_ in fault.sessions}
    return faulty.isdisjoint(problem.sessions) and not set(judged.not_judged) & set(
        problem.sessions
    )


def _subtract(these: Iterable[Problem], those: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the findings that the others are not, as often as there are more of them here."""
    left = Counter(map(_identify, those))
    found = []
    for problem in these:
        key = _identify(problem)
        if left[key]:
            left[key] -= 1
        else:
            found.append(problem)
    return tuple(found)


def _identify(problem: Problem) -> tuple[str, ...]:
    """Return what a finding says, without its line: that shifts with every edit."""
    return (problem.rule.code, problem.message, *problem.sessions)
