"""Read a programme file whole: the programme, or every problem that it has."""

from tui_planner.programme.problem import Problem
from tui_planner.programme.toml.limits import too_many_tables
from tui_planner.programme.toml.parse import parse
from tui_planner.programme.toml.source import Source, source_of

from .problem_collector import Report
from .read_result import Reading
from .references import check_references
from .resolving import resolve
from .validation import validate


def read_bytes(name: str, data: bytes) -> Reading:
    """Read the programme in the bytes of a file."""
    source = source_of(name, data)
    if isinstance(source, Problem):
        return Reading(name, None, (source,))
    return read_text(source)


def read_text(source: Source) -> Reading:
    """Read the programme in a text."""
    parsed = parse(source)
    if refused := too_many_tables(source.name, parsed.data):
        return Reading(source.name, None, (refused,), source)
    report = Report(source.name, parsed.positions, parsed.data)
    report.problems.extend(parsed.problems)
    programme = None
    if parsed.data or not parsed.problems:
        tables = validate(parsed, report)
        check_references(tables, report)
        programme = resolve(tables, report)
    problems = tuple(sorted(report.problems, key=lambda problem: problem.sort_key))
    return Reading(source.name, programme, problems, source, parsed.positions)
