"""The findings of the organiser's check as a list, by severity."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ..i18n import _, ngettext
from ..layout.cells import cut, wrap
from ..programme.problem import Problem, Severity, count
from .colours import QUIET

_PADDING = 2
_MOST_LINES = 2
_WIDE = 50
_INDENT = "\u00a0\u00a0"  # of spaces, the beginning of a line is lost when it is wrapped
_STYLES = {
    Severity.ERROR: "bold $text-error",
    Severity.WARNING: "bold $text-warning",
    Severity.INFO: "bold $text-accent",
}


class FindingsView(OptionList):
    """A heading for each severity, and its findings; what is highlighted is marked in the grid."""

    @dataclass
    class Pointed(Message):
        """The highlight is on another finding."""

        view: "FindingsView"
        problem: Problem

        @property
        def control(self) -> "FindingsView":
            """The list."""
            return self.view

    @dataclass
    class Wanted(Message):
        """A finding was chosen: go there."""

        view: "FindingsView"
        problem: Problem

        @property
        def control(self) -> "FindingsView":
            """The list."""
            return self.view

    BINDINGS = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as Textual names it
        super().__init__(id=id, markup=False)
        self._problems: Sequence[Problem] = ()
        self._rows: list[Problem | None] = []
        self._width = 0

    @property
    def pointed_at(self) -> Problem | None:
        """The finding that is highlighted."""
        at = self.highlighted
        return None if at is None or at >= len(self._rows) else self._rows[at]

    def show(self, problems: Sequence[Problem]) -> None:
        """Show findings, the worst first; the highlight stays on the one that it is on."""
        self._problems = problems
        self._width = self.scrollable_content_region.width - _PADDING
        if self._width <= len(_INDENT):
            return  # not laid out yet: on_show or on_resize follows
        before = self.pointed_at
        self._rows = list(_rows(problems))
        same = (number for number, row in enumerate(self._rows) if _is_same(row, before))
        first = next((number for number, row in enumerate(self._rows) if row), None)
        with self.prevent(OptionList.OptionHighlighted):  # nobody has moved the highlight
            self.set_options(self._listed())
            self.highlighted = next(same, first)

    def on_resize(self) -> None:
        """Break the lines anew where the width has changed."""
        if self.scrollable_content_region.width - _PADDING != self._width:
            self.show(self._problems)

    def on_show(self) -> None:
        """Fill the list where it was not to be seen when it was given its findings."""
        self.on_resize()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Point at what a finding is about, where it is the delegate who moves the highlight."""
        event.stop()
        if self.has_focus and (problem := self._rows[event.option_index]):
            self.post_message(self.Pointed(self, problem))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask to go there."""
        event.stop()
        if problem := self._rows[event.option_index]:
            self.post_message(self.Wanted(self, problem))

    def _listed(self) -> Iterator[Option]:
        if not self._rows:
            yield Option(_("Nothing to report."), disabled=True)
        headings = iter(_headings(self._problems))
        for row in self._rows:
            if row is None:
                yield Option(next(headings), disabled=True)
            else:
                yield Option(_prompt(row, self._width))


def _rows(problems: Sequence[Problem]) -> Iterator[Problem | None]:
    """The findings with None for the heading before those of each severity."""
    severity = None
    for problem in problems:
        if problem.severity is not severity:
            severity = problem.severity
            yield None
        yield problem


def _headings(problems: Sequence[Problem]) -> Iterator[Content]:
    counted = count(problems)
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
