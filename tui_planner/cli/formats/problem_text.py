"""A problem as text: the place, the sentence, the line of the file, and what to do."""

import re
from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len

from tui_planner.cli.output import Style
from tui_planner.programme.problem import Location, Problem, Severity
from tui_planner.programme.toml.source import Source
from tui_planner.support.i18n import _
from tui_planner.support.neutral import neutralise

StyledLine = list[tuple[str, Style]]

Named = tuple[str, Location]
"""Another place of a problem, and what stands there."""

_VALUE = re.compile(r"\[\[?[^\]\n]*\]?\]|\"(?:[^\"\\]|\\.)*\"|'[^']*'|[^\s,\]}#=]+")
_LONGEST = 100
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}


def format_problem(
    problem: Problem, source: Source | None, named: Sequence[Named] = ()
) -> Iterator[StyledLine]:
    """Write the lines that tell one problem; `named` are the other places that it is about."""
    yield format_headline(problem)
    if source is not None:
        yield from format_excerpt(problem.place, source, style_severity(problem.severity))
        for name, place in named:
            yield from format_excerpt(place, source, "bold blue", "-", name)
    if problem.hint:
        yield format_hint(problem.hint)


def format_headline(problem: Problem) -> StyledLine:
    """Write `FILE:LINE:COL: C101 message`."""
    place = f"{problem.file}:{problem.place.line}:{problem.place.column}: "
    code = (problem.rule.code, style_severity(problem.severity))
    return [(place, "bold"), code, (f" {problem.message}", "")]


def format_hint(hint: str) -> StyledLine:
    """Write what to do."""
    return [("  = ", "dim"), (hint, "")]


def format_excerpt(
    place: Location, source: Source, style: Style, mark: str = "^", label: str = ""
) -> Iterator[StyledLine]:
    """Write the line of the file with the value marked; nothing where that helps nobody."""
    line = _line(place, source)
    if not line.strip() or place.column > _LONGEST:
        return  # the place says enough; a line of this length would bury it
    line = neutralise(line[: 2 * _LONGEST])
    width = max(1, cell_len(line[place.column - 1 :][: measure_value(place, line)]))
    indent = " " * cell_len(line[: place.column - 1])
    yield [(f"{place.line:>5} | ", "dim"), (line, "")]
    after = [(f" {label}", style)] if label else []
    yield [(f"{' ' * 5} | ", "dim"), (indent, ""), (mark * width, style), *after]


def measure_value(place: Location, where: Source | str) -> int:
    """Measure how many characters the value at a place has in its line; at least one."""
    line = where if isinstance(where, str) else _line(place, where)
    match = _VALUE.match(line, place.column - 1)
    return max(1, len(match.group())) if match else 1


def style_severity(severity: Severity) -> Style:
    """Return the style of a severity."""
    return _STYLES[severity]


def name_severity(severity: Severity) -> str:
    """Name a severity to the user."""
    words = {
        Severity.ERROR: _("error"),
        Severity.WARNING: _("warning"),
        Severity.INFO: _("info"),
    }
    return words[severity]


def format_counts(numbers: Mapping[Severity, int]) -> str:
    """Write how many there are of each severity: `error: 1, warning: 9`; empty for none."""
    return ", ".join(
        f"{name_severity(severity)}: {number}" for severity, number in numbers.items() if number
    )


def _line(place: Location, source: Source) -> str:
    return source.lines[place.line - 1] if place.line <= len(source.lines) else ""
