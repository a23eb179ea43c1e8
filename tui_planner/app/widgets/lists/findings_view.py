"""The findings of the organiser's check as a list, grouped as `check` groups them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.app.widgets.lists.item_list import Item, ItemList
from tui_planner.app.widgets.lists.wrapped_list import NO_BREAK, WrappedList, wrap_indented
from tui_planner.checks.grouping import MANY_FINDINGS, FindingGroup, name_cause
from tui_planner.checks.subjects import find_things
from tui_planner.checks.totals import gather_totals
from tui_planner.layout.text.cells import cut, fit
from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem, Severity, count_severities
from tui_planner.programme.time_text import (
    format_long_date,
    format_minutes,
    format_short_day,
    format_span,
)
from tui_planner.support.i18n import _, ngettext

_MARGIN = 2
_MOST_LINES = 4
"""Lines for a finding: two titles, with ids and times, beside a day."""
_MOST_OF_ALL = 6
"""Lines for what is said of the file as a whole."""
_MOST_NAMED = 10
"""Rooms and people that are named in the totals: those with the worst findings."""
_WIDE = 50
_NUMBER = 5
"""The cells of a number in the totals."""
_STYLES = {
    Severity.ERROR: "bold $text-error",
    Severity.WARNING: "bold $text-warning",
    Severity.INFO: "bold $text-accent",
}


class Total(NamedTuple):
    """A row of the totals, which leads to the first finding that it counts."""

    first: Problem


class FindingsView(WrappedList):
    """The findings, the worst first, under what they have in common; many begin with totals."""

    MARGIN = _MARGIN

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as Textual names it
        super().__init__(id)
        self._causes: Sequence[FindingGroup] = ()
        self._programme: Programme | None = None
        self._not_judged = ""

    @property
    def finding(self) -> Problem | None:
        """The finding that is pointed at."""
        of = self.pointed_at
        return of if isinstance(of, Problem) else None

    def show(
        self, causes: Sequence[FindingGroup], programme: Programme | None, not_judged: str = ""
    ) -> None:
        """Show findings, the worst first; the highlight stays on the one that it is on.

        Args:
            causes: The findings, in groups.
            programme: What could be read of the programme; None for nothing.
            not_judged: A sentence on what could not be looked at, to stand above them.
        """
        if causes is self._causes and self.option_count:
            return  # as they stand there already
        self._causes, self._programme = causes, programme
        self._not_judged = not_judged
        self.refill()

    def fill_for(self, width: int) -> None:
        """Show the findings in lines of so many cells."""
        before = self.finding
        items = list(self._items(width))
        same = (number for number, item in enumerate(items) if _is_same(item.of, before))
        is_first = not self.option_count
        self.fill(items, next(same, 0))
        if is_first and self.has_focus and self.finding is not None:
            self.post_message(self.Pointed(self, self.finding))  # who opened it could not yet

    def on_item_list_pointed(self, event: ItemList.Pointed) -> None:
        """Keep to the list that a total is pointed at: it is about no place in the grid."""
        if isinstance(event.of, Total):
            event.stop()

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Go to the first finding that a total counts."""
        if isinstance(event.of, Total):
            event.stop()
            first = event.of.first
            those = (n for n, item in enumerate(self.options) if getattr(item, "of", None) is first)
            self.highlighted = next(those, self.highlighted)

    def _items(self, width: int) -> Iterator[Item]:
        problems = [problem for cause in self._causes for problem in cause.problems]
        if not problems:
            yield Item(Content(_("Nothing to report.")))
        if self._not_judged:
            text = self._not_judged[:1].upper() + self._not_judged[1:]
            yield Item(Content("\n").join(wrap_indented(text, width, 0, _MOST_OF_ALL)))
        if len(problems) > MANY_FINDINGS:
            yield from self._totals(problems, width)
        headings, severity = iter(_headings(problems)), None
        for cause in self._causes:
            first, *more = cause.problems
            if first.severity is not severity:
                severity = first.severity
                yield Item(next(headings))
            if more:
                yield Item(_head(cause, self._programme, width))
            for problem in cause.problems:
                yield Item(self._prompt(problem, cause, width), problem)

    def _totals(self, problems: Sequence[Problem], width: int) -> Iterator[Item]:
        """Count the findings by what they are about; each row stands for the first of them."""
        totals = gather_totals([(problems, self._programme, None)])
        days = {format_long_date(day): of_it for day, of_it in totals.days.items()}
        tables: Sequence[tuple[str, Mapping[str, Sequence[Problem]], int]] = (
            (_("by rule"), totals.rules, len(totals.rules)),
            (_("by room"), totals.rooms, _MOST_NAMED),
            (_("by speaker or host"), totals.people, _MOST_NAMED),
            (_("by day"), days, len(days)),
        )
        for heading, rows, most in tables:
            if not rows:
                continue
            text = _("{heading}, {shown} of {all}") if most < len(rows) else "{heading}"
            text = text.format(heading=heading, shown=most, all=len(rows))
            yield Item(Content.styled(text, "bold"))
            for name, of_it in list(rows.items())[:most]:
                line = f"{len(of_it):>{_NUMBER}} {fit(name, max(1, width - _NUMBER - 1))}"
                worst = next(each for each, n in count_severities(of_it).items() if n)
                number, rest = line[:_NUMBER], line[_NUMBER:]
                prompt = Content.assemble((number.replace(" ", NO_BREAK), _STYLES[worst]), rest)
                yield Item(prompt, Total(of_it[0]))

    def _prompt(self, problem: Problem, cause: FindingGroup, width: int) -> Content:
        """Write the line, when, and what was found, cut short: the whole is said below the grid.

        When comes first: of two titles there may be no end. The rule is told of what stands alone,
        and what all of a group are about stands above them.
        """
        place = _("line {line}").format(line=problem.place.line)
        head = Content.styled(NO_BREAK * _MARGIN + place, QUIET)
        if len(cause.problems) == 1:
            rule = (problem.rule.code, _STYLES[problem.severity])
            head = Content.assemble(rule, f" {problem.rule.name} ", (place, QUIET))
        words = problem.message
        if cause.anchor and self._programme is not None:
            others = [id_ for id_ in problem.sessions if id_ != cause.anchor]
            words = ", ".join(thing.title for thing in find_things(others, self._programme))
        message = " ".join(filter(None, (self._when(problem), words)))
        if width >= _WIDE:
            rest = width - head.cell_length - _MARGIN
            return Content.assemble(head, NO_BREAK * _MARGIN, cut(message, rest))
        lines = wrap_indented(message, width, _MARGIN, _MOST_LINES)
        return Content("\n").join([head, *lines])

    def _when(self, problem: Problem) -> str:
        """Tell when two things meet, and for how long; empty where that is not known."""
        if self._programme is None or problem.interval is None:
            return ""
        zone = self._programme.zone
        words = format_span(problem.interval, zone)
        if len(self._programme.days) > 1:
            day = problem.interval.start.astimezone(zone).date()
            words = f"{format_short_day(day)} {words}"
        if problem.minutes is not None:
            words = f"{words}, {format_minutes(problem.minutes)}"
        return f"{words}:"


def _headings(problems: Sequence[Problem]) -> Iterator[Content]:
    counted = count_severities(problems)
    texts = {
        Severity.ERROR: ngettext("{n} error", "{n} errors", counted[Severity.ERROR]),
        Severity.WARNING: ngettext("{n} warning", "{n} warnings", counted[Severity.WARNING]),
        Severity.INFO: ngettext("{n} remark", "{n} remarks", counted[Severity.INFO]),
    }
    for severity, number in counted.items():
        if number:
            yield Content.styled(texts[severity].format(n=number), _STYLES[severity])


def _head(cause: FindingGroup, programme: Programme | None, width: int) -> Content:
    """Write what the findings of a group have in common, with the number of their rule."""
    rule, severity = cause.problems[0].rule, cause.problems[0].severity
    words = name_cause(cause, programme)
    first, *more = wrap_indented(words, width, len(rule.code) + 1, _MOST_LINES, "bold", lead=" ")
    code = (rule.code, _STYLES[severity])
    return Content("\n").join([Content.assemble(code, first), *more])


def _is_same(row: object, before: Problem | None) -> bool:
    """Tell whether a finding is the one before, whose line may have shifted with an edit."""
    if not isinstance(row, Problem) or before is None:
        return False
    return (row.rule, row.sessions, row.message) == (before.rule, before.sessions, before.message)
