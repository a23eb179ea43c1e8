"""The totals of many findings: by rule, by room, by person and by day."""

from collections.abc import Iterator, Mapping, Sequence

from rich.cells import cell_len

from tui_planner.checks.totals import gather_totals
from tui_planner.layout.text.cells import cut, fit
from tui_planner.programme.problem import Problem, Severity, count_severities
from tui_planner.programme.time_text import format_long_date
from tui_planner.support.i18n import _, ngettext

from .checked import Checked
from .problem_text import StyledLine, format_counts, name_severity, style_severity

_MOST_NAMED = 10
"""Rooms and people that are named: those with the worst findings."""
_WIDEST = 36
"""Cells of a name, so that the numbers beside it fit in 80."""

_Rows = Mapping[str, Sequence[Problem]]
_BOLD = "bold"


def format_totals(files: Sequence[Checked]) -> Iterator[StyledLine]:
    """Write how many findings there are, and of what: a table for each way of looking at them."""
    number = sum(len(file.problems) for file in files)
    counts = count_severities(problem for file in files for problem in file.problems)
    told = ngettext("{n} finding", "{n} findings", number).format(n=number)
    yield [(": ".join(filter(None, (told, format_counts(counts)))), _BOLD)]
    severities = [severity for severity, count in counts.items() if count]
    totals = gather_totals(
        (file.problems, file.reading.judged.programme if file.reading.judged else None, file.day)
        for file in files
    )
    days = {format_long_date(day): of_it for day, of_it in totals.days.items()}
    tables = [
        (_("by rule"), totals.rules, len(totals.rules)),
        (_("by room"), totals.rooms, _MOST_NAMED),
        (_("by speaker or host"), totals.people, _MOST_NAMED),
        (_("by day"), days, len(days)),
    ]
    shown = [_cut_table(*table) for table in tables if table[1]]
    width = max((cell_len(name) for heading, rows in shown for name in (heading, *rows)), default=0)
    for heading, rows in shown:
        yield []
        yield from _format_table(heading, rows, severities, width)


def _cut_table(heading: str, rows: _Rows, most: int) -> tuple[str, _Rows]:
    """Keep the first so many rows, which the heading then says, and names of a width."""
    if most < len(rows):
        text = _("{heading}, {shown} of {all}")
        heading = text.format(heading=heading, shown=most, all=len(rows))
    return heading, {cut(name, _WIDEST): rows[name] for name in list(rows)[:most]}


def _format_table(
    heading: str, rows: _Rows, severities: Sequence[Severity], width: int
) -> Iterator[StyledLine]:
    """Write a row for each name, with its number of each severity."""
    heads = {severity: name_severity(severity) for severity in severities}
    styled = [(f"  {head}", style_severity(severity)) for severity, head in heads.items()]
    yield [(fit(heading, width), _BOLD), *styled]
    for name, problems in rows.items():
        counts = count_severities(problems)
        cells = (f"  {counts[severity] or '-':>{len(head)}}" for severity, head in heads.items())
        yield [(fit(name, width), ""), ("".join(cells), "")]
