"""Read a programme file whole: the programme, or every problem that it has."""

from dataclasses import dataclass, field

from .model import Programme
from .positions import Positions
from .problem import Problem
from .references import check_references
from .report import Report
from .resolving import resolve
from .source import Source, read_data, source_of
from .syntax import parse
from .validation import validate


@dataclass(frozen=True)
class Reading:
    """What came of reading one file.

    Attributes:
        name: The file as the user named it.
        programme: The programme; None where there is a problem.
        problems: All that is wrong with the file, in its order.
        source: Its text; None where it could not be read.
        positions: Where each value stands in it.
    """

    name: str
    programme: Programme | None
    problems: tuple[Problem, ...]
    source: Source | None = None
    positions: Positions = field(default_factory=lambda: Positions(Source("", "")))


def read_programme(name: str) -> Reading:
    """Read a file, or standard input for `-`. Never raises for what a file may hold."""
    data = read_data(name)
    if isinstance(data, Problem):
        return Reading(name, None, (data,))
    return read_bytes(name, data)


def read_bytes(name: str, data: bytes) -> Reading:
    """Read the programme in the bytes of a file."""
    source = source_of(name, data)
    if isinstance(source, Problem):
        return Reading(name, None, (source,))
    return read_text(source)


def read_text(source: Source) -> Reading:
    """Read the programme in a text."""
    parsed = parse(source)
    report = Report(source.name, parsed.positions, parsed.data)
    report.problems.extend(parsed.problems)
    programme = None
    if parsed.data or not parsed.problems:
        tables = validate(parsed, report)
        check_references(tables, report)
        programme = resolve(tables, report)
    problems = tuple(sorted(report.problems, key=lambda problem: problem.sort_key))
    return Reading(source.name, programme, problems, source, parsed.positions)
