"""`check` for people: each cause a paragraph, each finding a place that an editor can jump to."""

from collections.abc import Iterable, Iterator, Sequence

from tui_planner.checks.context import LONGEST_TITLE
from tui_planner.checks.grouping import (
    FindingGroup,
    gather_alike,
    group_by_cause,
    list_related_places,
)
from tui_planner.checks.registry import REGISTRY
from tui_planner.checks.subjects import find_things
from tui_planner.cli.output import say, say_styled
from tui_planner.programme.problem import Location, Problem
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.text_rules import shorten_title
from tui_planner.support.i18n import _, ngettext

from .check_totals import format_totals
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

_MANY = 36
"""Findings that one still reads as they are; more begin with totals, and are told more briefly."""
_GOOD = "bold green"


def print_text(files: Sequence[Checked], *, only_totals: bool = False) -> None:
    """Print the findings, with an empty line between those of different causes.

    Many begin with totals, which `only_totals` asks for alone. What is solved comes last.
    """
    number = sum(len(file.problems) for file in files)
    paragraphs: list[Iterable[StyledLine]] = []
    if number > _MANY or (only_totals and number):
        paragraphs.append(format_totals(files))
    if not only_totals:
        for file in files:
            causes = group_by_cause(file.problems)
            shown = gather_alike(causes) if number > _MANY else causes
            paragraphs += (_paragraph(cause, file.reading) for cause in shown)
            if file.solved:
                paragraphs.append(_format_solved(file.solved))
    for index, paragraph in enumerate(paragraphs):
        if index:
            say()
        say_styled(paragraph)


def _format_solved(problems: Sequence[Problem]) -> Iterator[StyledLine]:
    """Write what is solved, without a line: in the file as it is there may be none."""
    shown = problems if len(problems) <= _MANY else problems[: _MANY - 1]
    for problem in shown:
        yield [
            (f"{problem.file}: ", "bold"),
            (_("solved:"), _GOOD),
            (f" {problem.rule.code} {problem.message}", ""),
        ]
    if left := len(problems) - len(shown):
        more = ngettext("{n} more is solved.", "{n} more are solved.", left)
        yield [(f"{problems[0].file}: ", "bold"), (more.format(n=left), "")]


def _paragraph(cause: FindingGroup, reading: ReadResult) -> Iterator[StyledLine]:
    first, *more = cause.problems
    if not more:
        named = [(other.id, other.place) for other in list_related_places(first, reading)]
        yield from format_problem(first, reading.source, named)
        return
    yield [(first.rule.code, style_severity(first.severity)), (f" {_head(cause, reading)}", "bold")]
    place = _anchor_place(cause, reading)
    if place is not None and reading.source is not None:
        yield from format_excerpt(place, reading.source, style_severity(first.severity))
    for problem in cause.problems:
        yield [*format_headline(problem), *_elsewhere(problem, cause, reading)]
    if first.hint:
        yield format_hint(first.hint)


def _head(cause: FindingGroup, reading: ReadResult) -> str:
    """Say what the findings of one cause have in common."""
    rule, number = cause.problems[0].rule, len(cause.problems)
    if cause.anchor:
        return ngettext(
            "{name}: {thing} with {n} other", "{name}: {thing} with {n} others", number
        ).format(name=rule.name, thing=_quote_anchor(cause.anchor, reading), n=number)
    heading = REGISTRY[rule.code].heading or ngettext(
        "{name}: {n} finding", "{name}: {n} findings", number
    )
    return heading.format(name=rule.name, n=number)


def _quote_anchor(id_: str, reading: ReadResult) -> str:
    """Quote the title of what all findings of a cause are about."""
    things = find_things([id_], reading.judged.programme) if reading.judged else iter(())
    title = next((thing.title for thing in things), "") or id_
    return f'"{shorten_title(title, LONGEST_TITLE)}"'


def _anchor_place(cause: FindingGroup, reading: ReadResult) -> Location | None:
    """Find where that stands which all findings of a cause are about."""
    for problem in cause.problems:
        for id_, place in _named(problem, reading):
            if id_ == cause.anchor:
                return place
    return cause.problems[0].place if cause.anchor else None


def _elsewhere(problem: Problem, cause: FindingGroup, reading: ReadResult) -> StyledLine:
    """Name the line of the other thing, where the finding itself stands at the common one."""
    return [
        (" " + _("[{thing}: line {line}]").format(thing=id_, line=place.line), "dim")
        for id_, place in _named(problem, reading)
        if id_ != cause.anchor
    ]


def _named(problem: Problem, reading: ReadResult) -> list[Named]:
    return [(other.id, other.place) for other in list_related_places(problem, reading)]
