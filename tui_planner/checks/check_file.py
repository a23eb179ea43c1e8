"""The organiser's check of one file: its faults, or else the findings of all rules."""

from collections.abc import Collection, Iterator

from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult

from . import advice_rules
from .acceptance import accepted_keys, find_unused, is_known
from .context import Context
from .registry import ACCEPTABLE, REGISTRY


def check_file(
    reading: ReadResult, rules: Collection[str] = frozenset(REGISTRY)
) -> tuple[Problem, ...]:
    """The problems of a file that some rules find, in its order, without those accepted."""
    if reading.programme is None:
        return tuple(problem for problem in reading.problems if problem.rule.code in rules)
    context = Context(reading, reading.programme)
    wanted = ACCEPTABLE & frozenset(rules)
    found = list(_found(context, wanted))
    known = accepted_keys(reading.programme.accepted)
    told = [problem for problem in found if not is_known(problem, known)]
    if advice_rules.UNUSED_ACCEPTED.code in rules:
        cut_short = {problem.rule.code for problem in found if not problem.sessions}
        told += find_unused(context, found, wanted - cut_short, ACCEPTABLE)
    return tuple(sorted(told, key=lambda problem: problem.sort_key))


def _found(context: Context, rules: Collection[str]) -> Iterator[Problem]:
    for code, entry in REGISTRY.items():
        if code in rules and entry.check is not None:
            yield from entry.check(context)
