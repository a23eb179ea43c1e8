"""Read a programme file whole: the programme, or every problem that it has."""

from tui_planner.programme.problem import Problem
from tui_planner.programme.toml.limits import find_too_many_tables
from tui_planner.programme.toml.parse import parse_toml
from tui_planner.programme.toml.source import Source, decode_source

from .file_models import ARRAYS
from .problem_collector import ProblemCollector
from .read_result import ReadResult
from .references import check_references
from .resolving import resolve
from .validation import validate


def read_bytes(name: str, data: bytes) -> ReadResult:
    """Read the programme in the bytes of a file."""
    source = decode_source(name, data)
    if isinstance(source, Problem):
        return ReadResult(name, None, (source,))
    return read_text(source)


def read_text(source: Source) -> ReadResult:
    """Read the programme in a text."""
    parsed = parse_toml(source, tables=("programme",), arrays=ARRAYS)
    if refused := find_too_many_tables(source.name, parsed.data):
        return ReadResult(source.name, None, (refused,), source)
    collector = ProblemCollector(source.name, parsed.positions, parsed.data)
    collector.problems.extend(parsed.problems)
    programme = None
    if parsed.data or not parsed.problems:
        tables = validate(parsed, collector)
        check_references(tables, collector)
        programme = resolve(tables, collector)
    problems = tuple(sorted(collector.problems, key=lambda problem: problem.sort_key))
    return ReadResult(source.name, programme, problems, source, parsed.positions)
