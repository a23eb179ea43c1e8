"""`check` for people: each cause a paragraph, each finding a place that an editor can jump to."""

from collections.abc import Iterable, Iterator, Sequence

from tui_planner.checks.grouping import (
    MANY_FINDINGS,
    FindingGroup,
    gather_alike,
    group_by_cause,
    list_related_places,
    name_cause,
)
from tui_planner.cli.output import say, say_styled
from tui_planner.programme.problem import Location, Problem
from tui_planner.programme.reading.read_result import ReadResult
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

_GOOD = "bold green"


def print_text(files: Sequence[Checked], *, only_totals: bool = False) -> None:
    """Print the findings, with an empty line between those of different causes.

    Many begin with totals, which `only_totals` asks for alone. What is solved comes last.
    """
    number = sum(len(file.problems) for file in files)
    paragraphs: list[Iterable[StyledLine]] = []
    if number > MANY_FINDINGS or (only_totals and number):
        paragraphs.append(format_totals(files))
    if not only_totals:
        for file in files:
            causes = group_by_cause(file.problems)
            shown = gather_alike(causes) if number > MANY_FINDINGS else causes
            paragraphs += (_paragraph(cause, file.reading) for cause in shown)
            if file.solved:
                paragraphs.append(_format_solved(file.solved))
    for index, paragraph in enumerate(paragraphs):
        if index:
            say()
        say_styled(paragraph)


def _format_solved(problems: Sequence[Problem]) -> Iterator[StyledLine]:
    """Write what is solved, without a line: in the file as it is there may be none."""
    shown = problems if len(problems) <= MANY_FINDINGS else problems[: MANY_FINDINGS - 1]
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
    programme = reading.judged.programme if reading.judged else None
    head = name_cause(cause, programme)
    yield [(first.rule.code, style_severity(first.severity)), (f" {head}", "bold")]
    place = _anchor_place(cause, reading)
    if place is not None and reading.source is not None:
        yield from format_excerpt(place, reading.source, style_severity(first.severity))
    for problem in cause.problems:
        yield [*format_headline(problem), *_elsewhere(problem, cause, reading)]
    if first.hint:
        yield format_hint(first.hint)


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
