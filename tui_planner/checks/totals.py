"""The totals of many findings: which there are of a rule, in a room, of a person, on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem, Severity, count_severities

from .subjects import find_subjects


class Totals(NamedTuple):
    """The findings by what they are about; days are told apart in a programme of several only.

    Attributes:
        rules: By the number and name of the rule, that with most of the worst first.
        rooms: By the name of the room, likewise.
        people: By the name of the speaker or host, likewise.
        days: By the day, in order.
    """

    rules: Mapping[str, Sequence[Problem]]
    rooms: Mapping[str, Sequence[Problem]]
    people: Mapping[str, Sequence[Problem]]
    days: Mapping[date, Sequence[Problem]]


def gather_totals(
    findings: Iterable[tuple[Sequence[Problem], Programme | None, date | None]],
) -> Totals:
    """Gather the findings in some programmes, each with the day that is asked for.

    None is for what could not be read at all, and for every day. A finding of several days counts
    on one of them, so that the days make up the total.
    """
    rules: dict[str, list[Problem]] = defaultdict(list)
    rooms: dict[str, list[Problem]] = defaultdict(list)
    people: dict[str, list[Problem]] = defaultdict(list)
    days: dict[date, list[Problem]] = defaultdict(list)
    names: dict[str, str] = {}
    for problems, programme, wanted in findings:
        for problem in problems:
            rules[f"{problem.rule.code} {problem.rule.name}"].append(problem)
            if programme is None:
                continue
            about = find_subjects(problem, programme)
            for name in {programme.get_room_name(room) for room in about.rooms}:
                rooms[name].append(problem)
            for folded, name in about.people.items():
                people[names.setdefault(folded, name)].append(problem)
            if about.days and len(programme.days) > 1:
                days[wanted if wanted and wanted in about.days else min(about.days)].append(problem)
    in_order = {day: days[day] for day in sorted(days)}
    return Totals(_rank(rules), _rank(rooms), _rank(people), in_order)


def _rank(rows: Mapping[str, Sequence[Problem]]) -> Mapping[str, Sequence[Problem]]:
    """Put the rows with most of the worst first; those alike by their names."""
    counts = {name: count_severities(problems) for name, problems in rows.items()}
    names = sorted(rows, key=lambda name: ([-counts[name][each] for each in Severity], name))
    return {name: rows[name] for name in names}
