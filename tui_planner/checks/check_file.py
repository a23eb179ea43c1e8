"""The organiser's check of one file: its faults, or else the findings of all rules."""

from collections.abc import Collection, Iterator

from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult

from .context import Context
from .registry import ACCEPTABLE, REGISTRY
from .rules.acceptance import UNUSED_ACCEPTED, find_unused, is_accepted, list_accepted


def check_file(
    reading: ReadResult, codes: Collection[str] = frozenset(REGISTRY)
) -> tuple[Problem, ...]:
    """Return the problems of a file that some rules find, without those accepted.

    Args:
        reading: The file as it was read.
        codes: The numbers of the rules that are wanted.

    Returns:
        The problems in the order of the file. Of a file that could not be read these are its
        faults, for nothing else can be looked for in it.
    """
    if reading.programme is None:
        return tuple(problem for problem in reading.problems if problem.rule.code in codes)
    context = Context(reading, reading.programme)
    wanted = ACCEPTABLE & frozenset(codes)
    found = list(_find(context, wanted))
    accepted = list_accepted(reading.programme.accepted)
    left = [problem for problem in found if not is_accepted(problem, accepted)]
    if UNUSED_ACCEPTED.rule.code in codes:
        cut_short = {problem.rule.code for problem in found if not problem.sessions}
        left += find_unused(context, found, wanted - cut_short, ACCEPTABLE)
    return tuple(sorted(left, key=lambda problem: problem.sort_key))


def _find(context: Context, codes: Collection[str]) -> Iterator[Problem]:
    for code, entry in REGISTRY.items():
        if code in codes and entry.check is not None:
            yield from entry.check(context)
