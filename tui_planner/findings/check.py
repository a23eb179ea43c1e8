"""The organiser's check of one file: its faults, or else the findings of all rules."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from ..programme.model import Accepted
from ..programme.problem import Problem, Severity
from ..programme.reader import Reading
from . import bookings, overlaps
from . import clash_rules as rules
from .context import Context, Findings

CHECKS: Mapping[str, Callable[[Context], Findings]] = {
    f"{rules.OVERLAP.code} {rules.POSSIBLE_OVERLAP.code}": overlaps.overlaps,
    rules.OVERRUN.code: overlaps.overruns,
    rules.ROOM.code: bookings.rooms,
    rules.SPEAKER.code: bookings.speakers,
    rules.HOST.code: bookings.hosts,
    rules.CHANGEOVER.code: bookings.changeovers,
}


def check(reading: Reading) -> tuple[Problem, ...]:
    """Every problem of a file in its order, without those that the organiser accepts."""
    if reading.programme is None:
        return reading.problems
    context = Context(reading, reading.programme)
    found = [
        problem
        for rule in CHECKS.values()
        for problem in rule(context)
        if not _is_accepted(problem, reading.programme.accepted)
    ]
    return tuple(sorted(found, key=lambda problem: problem.sort_key))


def count(problems: Iterable[Problem]) -> Mapping[Severity, int]:
    """How many problems there are of each severity."""
    counted = Counter(problem.severity for problem in problems)
    return {severity: counted[severity] for severity in Severity}


def _is_accepted(problem: Problem, accepted: Iterable[Accepted]) -> bool:
    things = frozenset(problem.sessions)
    return any(one.rule == problem.rule.code and one.sessions == things for one in accepted)
