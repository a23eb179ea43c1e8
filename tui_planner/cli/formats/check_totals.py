"""The totals of many findings: by rule, by room, by person and by day."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from rich.cells import cell_len

from tui_planner.checks.subjects import find_subjects
from tui_planner.layout.text.cells import cut, fit
from tui_planner.programme.problem import Severity, count_severities
from tui_planner.programme.time_text import format_long_date
from tui_planner.support.i18n import _, ngettext

from .checked import Checked
from .problem_text import StyledLine, format_counts, name_severity, style_severity

_MOST_NAMED = 10
"""Rooms and people that are named: those with the worst findings."""
_WIDEST = 36
"""Cells of a name, so that the numbers beside it fit in 80."""

_Counts = Mapping[Severity, int]
_BOLD = "bold"


def format_totals(files: Sequence[Checked]) -> Iterator[StyledLine]:
    """Write how many findings there are, and of what: a table for each way of looking at them."""
    number = sum(len(file.problems) for file in files)
    counts = count_severities(problem for file in files for problem in file.problems)
    told = ngettext("{n} finding", "{n} findings", number).format(n=number)
    yield [(": ".join(filter(None, (told, format_counts(counts)))), _BOLD)]
    severities = [severity for severity, count in counts.items() if count]
    by_rule, by_room, by_person, by_day = _count(files)
    tables = [
        (_("by rule"), _rank(by_rule), len(by_rule)),
        (_("by room"), _rank(by_room), _MOST_NAMED),
        (_("by speaker or host"), _rank(by_person), _MOST_NAMED),
        (_("by day"), {format_long_date(day): by_day[day] for day in sorted(by_day)}, len(by_day)),
    ]
    shown = [_cut_table(*table) for table in tables if table[1]]
    width = max((cell_len(name) for heading, rows in shown for name in (heading, *rows)), default=0)
    for heading, rows in shown:
        yield []
        yield from _format_table(heading, rows, severities, width)


def _count(
    files: Sequence[Checked],
) -> tuple[
    Mapping[str, _Counts], Mapping[str, _Counts], Mapping[str, _Counts], Mapping[date, _Counts]
]:
    """Count the findings by rule, by room, by person, and in a programme of several by day."""
    rules: dict[str, Counter[Severity]] = defaultdict(Counter)
    rooms: dict[str, Counter[Severity]] = defaultdict(Counter)
    people: dict[str, Counter[Severity]] = defaultdict(Counter)
    days: dict[date, Counter[Severity]] = defaultdict(Counter)
    names: dict[str, str] = {}
    for file in files:
        programme = file.reading.judged.programme if file.reading.judged else None
        for problem in file.problems:
            rules[f"{problem.rule.code} {problem.rule.name}"][problem.severity] += 1
            if programme is None:
                continue
            about = find_subjects(problem, programme)
            for room in about.rooms:
                rooms[programme.get_room_name(room)][problem.severity] += 1
            for folded, name in about.people.items():
                people[names.setdefault(folded, name)][problem.severity] += 1
            if about.days and len(programme.days) > 1:  # once, so that the days make up the total
                day = file.day if file.day in about.days else min(about.days)
                days[day][problem.severity] += 1
    return rules, rooms, people, days


def _rank(rows: Mapping[str, _Counts]) -> Mapping[str, _Counts]:
    """Put the rows with most of the worst first; those alike by their names."""
    names = sorted(rows, key=lambda name: ([-rows[name][each] for each in Severity], name))
    return {name: rows[name] for name in names}


def _cut_table(
    heading: str, rows: Mapping[str, _Counts], most: int
) -> tuple[str, Mapping[str, _Counts]]:
    """Keep the first so many rows, which the heading then says, and names of a width."""
    if most < len(rows):
        text = _("{heading}, {shown} of {all}")
        heading = text.format(heading=heading, shown=most, all=len(rows))
    return heading, {cut(name, _WIDEST): rows[name] for name in list(rows)[:most]}


def _format_table(
    heading: str, rows: Mapping[str, _Counts], severities: Sequence[Severity], width: int
) -> Iterator[StyledLine]:
    """Write a row for each name, with its number of each severity."""
    heads = {severity: name_severity(severity) for severity in severities}
    styled = [(f"  {head}", style_severity(severity)) for severity, head in heads.items()]
    yield [(fit(heading, width), _BOLD), *styled]
    for name, counts in rows.items():
        cells = (f"  {counts[severity] or '-':>{len(head)}}" for severity, head in heads.items())
        yield [(fit(name, width), ""), ("".join(cells), "")]
