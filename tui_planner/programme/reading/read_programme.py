"""Read a programme file whole: the programme, or every problem and what can be read beside."""

from tui_planner.programme.problem import Problem
from tui_planner.programme.toml.limits import find_too_many_tables
from tui_planner.programme.toml.parse import parse_toml
from tui_planner.programme.toml.source import Source, decode_source

from .assembling import assemble
from .faults.problem_collector import ProblemCollector
from .format.file_models import TABLE_NAMES
from .read_result import ReadResult
from .readable import keep_readable
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
    parsed = parse_toml(source, TABLE_NAMES)
    if refused := find_too_many_tables(source.name, parsed.data):
        return ReadResult(source.name, None, (refused,), source)
    collector = ProblemCollector(source.name, parsed.positions, parsed.data)
    collector.problems.extend(parsed.problems)
    if not parsed.data and parsed.problems:
        return ReadResult(source.name, None, parsed.problems, source, parsed.positions)
    tables = validate(parsed, collector)
    check_references(tables, collector)
    resolved = resolve(tables, collector)
    if not collector.problems:
        programme = assemble(
            tables, resolved.event, resolved.blocks, resolved.sessions, resolved.available
        )
        return ReadResult(source.name, programme, (), source, parsed.positions)
    problems = tuple(sorted(collector.problems, key=lambda problem: problem.sort_key))
    readable = keep_readable(tables, resolved)
    return ReadResult(source.name, None, problems, source, parsed.positions, readable)
