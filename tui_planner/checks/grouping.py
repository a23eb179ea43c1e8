"""Findings of one cause as one group, and the other places that a finding is about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Location, Problem, Severity
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.text_rules import shorten_title
from tui_planner.programme.toml.toml_positions import KeyPath
from tui_planner.support.i18n import ngettext

from .context import LONGEST_TITLE
from .registry import REGISTRY
from .subjects import find_things

MANY_FINDINGS = 36
"""Findings that one still reads as they are; more begin with totals, and are told more briefly."""

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}
_RULE_RANKS = {code: rank for rank, code in enumerate(REGISTRY)}


class FindingGroup(NamedTuple):
    """Findings that one change may solve.

    Attributes:
        problems: The findings, in the order of the file; one where it stands alone.
        anchor: The id of the session or block that all are about; empty where there is none.
    """

    problems: tuple[Problem, ...]
    anchor: str = ""

    @property
    def sort_key(self) -> tuple[int, int, Location]:
        """The order in which groups are shown: the worst first, then by their rules.

        Only faults, of which one may bring on the next, stay in the order of the file.
        """
        first = self.problems[0]
        rule = 0 if _is_fault(first) else _RULE_RANKS[first.rule.code]
        return _RANKS[first.severity], rule, first.place


class RelatedPlace(NamedTuple):
    """Another session or block that a finding is about, and where it stands."""

    id: str
    place: Location


def group_by_cause(problems: Sequence[Problem]) -> list[FindingGroup]:
    """Group the findings of one file by their cause, the worst first."""
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.rule.code, problem.severity), []).append(problem)
    found = [group for kind in kinds.values() for group in _group_kind(kind)]
    return sorted(found, key=lambda group: group.sort_key)


def name_cause(cause: FindingGroup, programme: Programme | None) -> str:
    """Say what the findings of a group have in common, the rule by its name first."""
    rule, number = cause.problems[0].rule, len(cause.problems)
    if cause.anchor:
        things = find_things([cause.anchor], programme) if programme else iter(())
        title = next((thing.title for thing in things), "") or cause.anchor
        return ngettext(
            "{name}: {thing} with {n} other", "{name}: {thing} with {n} others", number
        ).format(name=rule.name, thing=f'"{shorten_title(title, LONGEST_TITLE)}"', n=number)
    heading = REGISTRY[rule.code].heading or ngettext(
        "{name}: {n} finding", "{name}: {n} findings", number
    )
    return heading.format(name=rule.name, n=number)


def gather_alike(groups: Iterable[FindingGroup]) -> list[FindingGroup]:
    """Put those together that stand alone and have one rule, one severity and one thing to do.

    So each rule is told in few lines where there is much to tell; faults of the file stay alone.
    """
    gathered: dict[object, list[Problem]] = {}
    anchors: dict[object, str] = {}
    for group in groups:
        first, *more = group.problems
        is_alone = not (more or _is_fault(first))
        key = (first.rule.code, first.severity, first.hint) if is_alone else id(group)
        gathered.setdefault(key, []).extend(group.problems)
        anchors[key] = group.anchor
    return [FindingGroup(tuple(problems), anchors[key]) for key, problems in gathered.items()]


def list_related_places(problem: Problem, reading: ReadResult) -> tuple[RelatedPlace, ...]:
    """List what a finding is about besides the thing that it stands at, in its own order."""
    judged = reading.judged
    key = REGISTRY[problem.rule.code].related_key
    if judged is None or key is None:
        return ()
    found = ((id_, _find_table(id_, judged.programme)) for id_ in problem.sessions)
    tables = {id_: table for id_, table in found if table is not None}
    places = {id_: reading.positions.locate_value(table) for id_, table in tables.items()}
    before = [id_ for id_ in tables if places[id_] <= problem.place]
    own = max(before, key=lambda id_: places[id_], default="")
    return tuple(
        RelatedPlace(id_, reading.positions.locate_value((*table, key)))
        for id_, table in tables.items()
        if id_ != own
    )


def _is_fault(problem: Problem) -> bool:
    return problem.rule.code.startswith("E")


def _is_of_a_pair(problem: Problem) -> bool:
    has_others = REGISTRY[problem.rule.code].related_key is not None
    return has_others and len(problem.sessions) == 2


def _find_table(id_: str, programme: Programme) -> KeyPath | None:
    """Return the path of the table of a session or block; None for one that could not be read."""
    if session := programme.session_by_id.get(id_):
        return "sessions", session.order
    block = programme.block_by_id.get(id_)
    return None if block is None else ("blocks", block.order)


def _group_kind(problems: list[Problem]) -> Iterable[FindingGroup]:
    """Group findings of one rule: what most of them are about comes first, and takes them all."""
    if REGISTRY[problems[0].rule.code].heading:
        yield FindingGroup(tuple(problems))
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
            yield FindingGroup(tuple(left), id_)
    for problem in problems:
        if id(problem) not in taken:
            yield FindingGroup((problem,))
