"""Findings of one cause, so that they can be told together, and the other places they are about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Location, Problem
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.toml.toml_positions import KeyPath

from . import advice_rules, clash_rules

_ALONE_IN_THEIR_RULE = (
    advice_rules.NO_DESCRIPTION,
    advice_rules.NO_ROOM,
    advice_rules.NO_END,
)
"""Rules of which all findings have one cause: something is not filled in yet."""

_KEYS = {
    clash_rules.ROOM: "room",
    clash_rules.SPEAKER: "speakers",
    clash_rules.HOST: "hosts",
    advice_rules.NOTHING_LEFT: "status",
}
"""Where the other thing of a finding shows what the two share; elsewhere that is its start."""


class Cause(NamedTuple):
    """Findings that one change may solve.

    Attributes:
        problems: The findings, in the order of the file; one where it stands alone.
        anchor: The id of the session or block that all are about; empty where there is none.
    """

    problems: tuple[Problem, ...]
    anchor: str = ""


class Other(NamedTuple):
    """Another session or block that a finding is about, and where it stands."""

    id: str
    place: Location


def group_by_cause(problems: Sequence[Problem]) -> list[Cause]:
    """The findings of one file by their cause, in the order of the first of each."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.rule.code, problem.severity), []).append(problem)
    found = [cause for kind in kinds.values() for cause in _causes_of_kind(kind)]
    return sorted(found, key=lambda cause: cause.problems[0].sort_key)


def list_other_places(problem: Problem, reading: ReadResult) -> tuple[Other, ...]:
    """What a finding is about besides the thing that it stands at, in the order of the finding."""
    programme = reading.programme
    if programme is None or problem.rule is advice_rules.UNUSED_ACCEPTED:
        return ()
    heads = {id_: _head(id_, programme) for id_ in problem.sessions}
    places = {id_: reading.positions.locate_value(head) for id_, head in heads.items()}
    before = [id_ for id_ in heads if places[id_] <= problem.place]
    own = max(before, key=lambda id_: places[id_], default="")
    key = _KEYS.get(problem.rule, "start")
    return tuple(
        Other(id_, reading.positions.locate_value((*head, key)))
        for id_, head in heads.items()
        if id_ != own
    )


def _is_of_a_pair(problem: Problem) -> bool:
    return len(problem.sessions) == 2 and problem.rule is not advice_rules.UNUSED_ACCEPTED


def _head(id_: str, programme: Programme) -> KeyPath:
    """The table of a session or block."""
    if session := programme.session_by_id.get(id_):
        return "sessions", session.order
    return "blocks", programme.block_by_id[id_].order


def _causes_of_kind(problems: list[Problem]) -> Iterable[Cause]:
    """Those of one rule: what most of them are about comes first, and takes them all."""
    if problems[0].rule in _ALONE_IN_THEIR_RULE:
        yield Cause(tuple(problems))
        return
    by_id: dict[str, list[Problem]] = {}
    for problem in problems:
        for id_ in problem.sessions if _is_of_a_pair(problem) else ():
            by_id.setdefault(id_, []).append(problem)
    numbers = Counter({id_: len(about) for id_, about in by_id.items()})
    taken: set[int] = set()
    for id_, number in numbers.most_common():
        left = [problem for problem in by_id[id_] if id(problem) not in taken]
        if number > 1 and len(left) > 1:
            taken.update(map(id, left))
            yield Cause(tuple(left), id_)
    for problem in problems:
        if id(problem) not in taken:
            yield Cause((problem,))
