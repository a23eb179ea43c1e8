"""The conflicts that git leaves in a text: of each, the first side is taken (E001)."""

from collections.abc import Iterator, Sequence

from tui_planner.programme import file_rules
from tui_planner.programme.problem import Location, Problem
from tui_planner.support.i18n import _

from .source import Source

_OURS, _BASE, _MIDDLE, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"


def take_first_sides(source: Source) -> tuple[Source, tuple[Problem, ...]]:
    """Blank the markers and the second sides of conflicts; each is one problem.

    All other lines stay where they are.
    """
    if _OURS not in source.text:
        return source, ()
    lines = list(source.lines)
    problems = []
    for first, end, last in _find_conflicts(lines):
        lines[first] = ""
        lines[end : last + 1] = [""] * (last + 1 - end)
        problems.append(_problem(source.name, first, last))
    if not problems:
        return source, ()
    return Source(source.name, "\n".join(lines)), tuple(problems)


def _find_conflicts(lines: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Find where each conflict begins, where its first side is over, and where it ends."""
    first = end = None
    for number, line in enumerate(lines):
        mark, rest = line[:7], line[7:8]
        if rest not in {"", " "}:
            continue
        if mark == _OURS:
            first, end = number, None
        elif mark in {_BASE, _MIDDLE} and first is not None and end is None:
            end = number
        elif mark == _THEIRS and first is not None and end is not None:
            yield first, end, number
            first = end = None


def _problem(file: str, first: int, last: int) -> Problem:
    message = _(
        "Two versions stand here, with the merge markers of git around them"
        " (lines {first} to {last}): the first is read."
    ).format(first=first + 1, last=last + 1)
    hint = _("Keep the lines that are right, and delete {ours}, {middle} and {theirs}.").format(
        ours=_OURS, middle=_MIDDLE, theirs=_THEIRS
    )
    rule = file_rules.SYNTAX
    return Problem(rule, rule.severity, message, file, Location(first + 1, 1), hint)
