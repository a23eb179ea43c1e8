"""The organiser's check of one file: its faults, its clashes, and advice where it has no faults."""

from collections.abc import Collection, Iterator
from itertools import chain

from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import Readable, ReadResult

from .context import Context
from .registry import ACCEPTABLE, REGISTRY
from .rules.acceptance import UNUSED_ACCEPTED, Acceptance, find_unused
from .rules.parts import PART_OUTSIDE


def check_file(
    reading: ReadResult, codes: Collection[str] = frozenset(REGISTRY)
) -> tuple[Problem, ...]:
    """Return the problems of a file that some rules find, without those accepted.

    Args:
        reading: The file as it was read.
        codes: The numbers of the rules that are wanted.

    Returns:
        The problems in the order of the file. Of a file with faults these are its faults, and the
        clashes between what could be read; advice on the rest would be wrong as often as right.
    """
    problems = [problem for problem in reading.problems if problem.rule.code in codes]
    if reading.judged is not None:
        problems += _find_all(reading, reading.judged, frozenset(codes))
    return tuple(sorted(problems, key=lambda problem: problem.sort_key))


def _find_all(reading: ReadResult, judged: Readable, codes: frozenset[str]) -> Iterator[Problem]:
    """Find what the rules find in what could be read, and entries of [[accepted]] for nothing."""
    is_sound = reading.programme is not None
    tells_parts = PART_OUTSIDE.rule.code in codes
    context = Context(reading, judged.programme, tells_parts=tells_parts)
    wanted = {code for code in ACCEPTABLE & codes if is_sound or REGISTRY[code].tells_clashes}
    if is_sound and UNUSED_ACCEPTED.rule.code in codes:  # what they accept must be looked for
        wanted |= {entry.rule for entry in judged.programme.accepted} & ACCEPTABLE
    acceptance = Acceptance(judged.programme)
    cut_short = set()  # the rules that did not look at everything
    for problem in chain.from_iterable(_find(context, code) for code in REGISTRY if code in wanted):
        if not problem.sessions:
            cut_short.add(problem.rule.code)
        if not acceptance.silences(problem) and problem.rule.code in codes:
            yield problem if is_sound else _as_written(problem, judged)
    if is_sound and UNUSED_ACCEPTED.rule.code in codes:
        yield from find_unused(context, acceptance.used, wanted - cut_short, ACCEPTABLE)


def _find(context: Context, code: str) -> Iterator[Problem]:
    check = REGISTRY[code].check
    return iter(()) if check is None else check(context)


def _as_written(problem: Problem, judged: Readable) -> Problem:
    """Return a finding with the ids that the file has, and without instants that it has not."""
    ids = (judged.written_ids.get(id_, id_) for id_ in problem.sessions)
    return problem._replace(
        sessions=tuple(filter(None, ids)),
        interval=problem.interval if judged.is_dated else None,
    )
