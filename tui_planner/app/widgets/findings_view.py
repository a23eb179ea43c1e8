"""The findings of the organiser's check as a list, by severity."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.layout.text.cells import cut, wrap
from tui_planner.programme.problem import Problem, Severity, count_severities
from tui_planner.support.i18n import _, ngettext

from .item_list import Item, ItemList

_PADDING = 2
_MOST_LINES = 2
_WIDE = 50
_INDENT = "\u00a0\u00a0"  # of spaces, the beginning of a line is lost when it is wrapped
_STYLES = {
    Severity.ERROR: "bold $text-error",
    Severity.WARNING: "bold $text-warning",
    Severity.INFO: "bold $text-accent",
}


class FindingsView(ItemList):
    """A heading for each severity, and its findings, for which the items stand."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as Textual names it
        super().__init__(id=id, markup=False)
        self._problems: Sequence[Problem] = ()
        self._width = 0

    def show(self, problems: Sequence[Problem]) -> None:
        """Show findings, the worst first; the highlight stays on the one that it is on."""
        self._problems = problems
        self._width = self.scrollable_content_region.width - _PADDING
        if self._width <= len(_INDENT):
            return  # not laid out yet: on_show or on_resize follows
        before = self.pointed_at
        items = list(self._items())
        same = (number for number, item in enumerate(items) if _is_same(item.of, before))
        self.fill(items, next(same, 0))

    def on_resize(self) -> None:
        """Break the lines anew where the width has changed."""
        if self.scrollable_content_region.width - _PADDING != self._width:
            self.show(self._problems)

    def on_show(self) -> None:
        """Fill the list where it was not to be seen when it was given its findings."""
        self.on_resize()

    def _items(self) -> Iterator[Item]:
        if not self._problems:
            yield Item(Content(_("Nothing to report.")))
        headings, severity = iter(_headings(self._problems)), None
        for problem in self._problems:
            if problem.severity is not severity:
                severity = problem.severity
                yield Item(next(headings))
            yield Item(_prompt(problem, self._width), problem)


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
    """The rule and the line, and what was found, cut short: the whole is said below the grid."""
    place = _("line {line}").format(line=problem.place.line)
    head = Content.assemble(
        (problem.rule.code, _STYLES[problem.severity]), f" {problem.rule.name} ", (place, QUIET)
    )
    if width >= _WIDE:
        rest = width - head.cell_length - len(_INDENT)
        return Content.assemble(head, _INDENT, cut(problem.message, rest))
    lines = wrap(problem.message, width - len(_INDENT), _MOST_LINES)
    return Content("\n").join([head, *(Content(_INDENT + line) for line in lines)])


def _is_same(row: Problem | None, before: Problem | None) -> bool:
    """Whether a finding is the one before, whose line may have shifted with an edit."""
    if row is None or before is None:
        return False
    return (row.rule, row.sessions, row.message) == (before.rule, before.sessions, before.message)
