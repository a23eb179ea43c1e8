"""A problem as text: the place, the sentence, the line of the file, and what to do."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from ..i18n import _
from ..programme.problem import Problem, Severity
from ..programme.source import Source
from .output import Style, printable

Line = list[tuple[str, Style]]

_VALUE = re.compile(r"\[\[?[^\]\n]*\]?\]|\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^\s,\]}#=]+")
_LONGEST = 100
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}


def problem_lines(problem: Problem, source: Source | None) -> Iterator[Line]:
    """The lines that tell one problem."""
    place = f"{problem.file}:{problem.place.line}:{problem.place.column}: "
    style = _STYLES[problem.severity]
    yield [(place, "bold"), (problem.rule.code, style), (f" {problem.message}", "")]
    if source is not None:
        yield from _excerpt(problem, source.lines, style)
    if problem.hint:
        yield [("  = ", "dim"), (problem.hint, "")]


def severity_word(severity: Severity) -> str:
    """The severity, for the user."""
    words = {
        Severity.ERROR: _("error"),
        Severity.WARNING: _("warning"),
        Severity.INFO: _("info"),
    }
    return words[severity]


def _excerpt(problem: Problem, lines: list[str], style: Style) -> Iterator[Line]:
    number, column = problem.place.line, problem.place.column
    line = lines[number - 1] if number <= len(lines) else ""
    if not line.strip():
        return
    if column > _LONGEST:
        return  # the place says enough; a line of this length would bury it
    line = printable(line[: 2 * _LONGEST])
    match = _VALUE.match(line, column - 1)
    width = max(1, cell_len(match.group()) if match else 1)
    margin = f"{number:>5} | "
    indent = " " * cell_len(line[: column - 1])
    yield [(margin, "dim"), (line, "")]
    yield [(f"{' ' * 5} | ", "dim"), (indent, ""), ("^" * width, style)]
