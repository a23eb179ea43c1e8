"""The findings of the organiser's check as a list, by severity."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.layout.text.cells import cut
from tui_planner.programme.problem import Problem, Severity, count_severities
from tui_planner.support.i18n import _, ngettext

from .item_list import Item
from .wrapped_list import NO_BREAK, WrappedList, wrap_indented

_MARGIN = 2
_MOST_LINES = 4
"""Lines for a finding: two titles, with ids and times, beside a day."""
_MOST_OF_ALL = 6
"""Lines for what is said of the file as a whole."""
_WIDE = 50
_STYLES = {
    Severity.ERROR: "bold $text-error",
    Severity.WARNING: "bold $text-warning",
    Severity.INFO: "bold $text-accent",
}


class FindingsView(WrappedList):
    """A heading for each severity, and its findings, for which the items stand."""

    MARGIN = _MARGIN

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as Textual names it
        super().__init__(id)
        self._problems: Sequence[Problem] = ()
        self._not_judged = ""

    def show(self, problems: Sequence[Problem], not_judged: str = "") -> None:
        """Show findings, the worst first; the highlight stays on the one that it is on.

        Args:
            problems: The findings.
            not_judged: A sentence on what could not be looked at, to stand above them.
        """
        if problems is self._problems and self.option_count:
            return  # as they stand there already
        self._problems = problems
        self._not_judged = not_judged
        self.refill()

    def fill_for(self, width: int) -> None:
        """Show the findings in lines of so many cells."""
        before = self.pointed_at
        items = list(self._items(width))
        same = (number for number, item in enumerate(items) if _is_same(item.of, before))
        is_first = not self.option_count
        self.fill(items, next(same, 0))
        if is_first and self.has_focus and self.pointed_at is not None:
            self.post_message(self.Pointed(self, self.pointed_at))  # who opened it could not yet

    def _items(self, width: int) -> Iterator[Item]:
        if not self._problems:
            yield Item(Content(_("Nothing to report.")))
        if self._not_judged:
            text = self._not_judged[:1].upper() + self._not_judged[1:]
            yield Item(Content("\n").join(wrap_indented(text, width, 0, _MOST_OF_ALL)))
        headings, severity = iter(_headings(self._problems)), None
        for problem in self._problems:
            if problem.severity is not severity:
                severity = problem.severity
                yield Item(next(headings))
            yield Item(_prompt(problem, width), problem)


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


def _prompt(problem: Problem, width: int) -> Content:
    """Write the rule, the line and what was found, cut short: the whole is said below the grid."""
    place = _("line {line}").format(line=problem.place.line)
    head = Content.assemble(
        (problem.rule.code, _STYLES[problem.severity]), f" {problem.rule.name} ", (place, QUIET)
    )
    if width >= _WIDE:
        rest = width - head.cell_length - _MARGIN
        return Content.assemble(head, NO_BREAK * _MARGIN, cut(problem.message, rest))
    lines = wrap_indented(problem.message, width, _MARGIN, _MOST_LINES)
    return Content("\n").join([head, *lines])


def _is_same(row: Problem | None, before: Problem | None) -> bool:
    """Tell whether a finding is the one before, whose line may have shifted with an edit."""
    if row is None or before is None:
        return False
    return (row.rule, row.sessions, row.message) == (before.rule, before.sessions, before.message)
