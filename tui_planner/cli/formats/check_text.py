"""`check` for people: each cause a paragraph, each finding a place that an editor can jump to."""

from collections.abc import Iterator, Sequence

from tui_planner.checks.grouping import FindingGroup, group_by_cause, list_related_places
from tui_planner.checks.registry import REGISTRY
from tui_planner.cli.output import say, say_styled
from tui_planner.programme.problem import Location, Problem
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.support.i18n import _, ngettext

from .checked import Checked
from .problem_text import (
    Named,
    StyledLine,
    format_excerpt,
    format_headline,
    format_hint,
    format_problem,
    style_severity,
)


def print_text(files: Sequence[Checked]) -> None:
    """Print the findings, with an empty line between those of different causes."""
    paragraphs = (
        _paragraph(cause, file.reading) for file in files for cause in group_by_cause(file.problems)
    )
    for number, paragraph in enumerate(paragraphs):
        if number:
            say()
        say_styled(paragraph)


def _paragraph(cause: FindingGroup, reading: ReadResult) -> Iterator[StyledLine]:
    first, *more = cause.problems
    if not more:
        named = [(other.id, other.place) for other in list_related_places(first, reading)]
        yield from format_problem(first, reading.source, named)
        return
    yield [(first.rule.code, style_severity(first.severity)), (f" {_head(cause)}", "bold")]
    place = _anchor_place(cause, reading)
    if place is not None and reading.source is not None:
        yield from format_excerpt(place, reading.source, style_severity(first.severity))
    for problem in cause.problems:
        yield [*format_headline(problem), *_elsewhere(problem, cause, reading)]
    if first.hint:
        yield format_hint(first.hint)


def _head(cause: FindingGroup) -> str:
    """What the findings of one cause have in common."""
    rule, number = cause.problems[0].rule, len(cause.problems)
    if cause.anchor:
        return ngettext(
            "{name}: {thing} with {n} other", "{name}: {thing} with {n} others", number
        ).format(name=rule.name, thing=cause.anchor, n=number)
    return REGISTRY[rule.code].heading.format(name=rule.name, n=number)


def _anchor_place(cause: FindingGroup, reading: ReadResult) -> Location | None:
    """Where that stands which all findings of a cause are about."""
    for problem in cause.problems:
        for id_, place in _named(problem, reading):
            if id_ == cause.anchor:
                return place
    return cause.problems[0].place if cause.anchor else None


def _elsewhere(problem: Problem, cause: FindingGroup, reading: ReadResult) -> StyledLine:
    """The line of the other thing, where the finding itself stands at the common one."""
    return [
        (" " + _("[{thing}: line {line}]").format(thing=id_, line=place.line), "dim")
        for id_, place in _named(problem, reading)
        if id_ != cause.anchor
    ]


def _named(problem: Problem, reading: ReadResult) -> list[Named]:
    return [(other.id, other.place) for other in list_related_places(problem, reading)]
