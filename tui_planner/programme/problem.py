"""The problem of a programme: one record, whatever finds it and however it is shown."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from .timing import Interval


class Severity(StrEnum):
    """The severity of a problem, worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Rule(NamedTuple):
    """A rule of the design: its number, its name, and how bad it usually is."""

    code: str
    name: str
    severity: Severity


class Location(NamedTuple):
    """A place in a file: line and column, from 1, in characters."""

    line: int = 1
    column: int = 1


class Problem(NamedTuple):
    """A problem, with where it is and what to do about it.

    Attributes:
        rule: The rule that found it.
        severity: How bad it is here.
        message: One sentence, complete without the other fields.
        file: The file as the user named it.
        place: Where the value stands, or the table where a key is missing.
        hint: What to do next.
        sessions: The ids of the sessions or blocks that it is about.
        interval: When the two meet.
        minutes: For how long, or what is short.
        people: The names of those who would be in two places, or away, where it is about people.
    """

    rule: Rule
    severity: Severity
    message: str
    file: str
    place: Location = Location()
    hint: str = ""
    sessions: tuple[str, ...] = ()
    interval: Interval | None = None
    minutes: int | None = None
    people: tuple[str, ...] = ()

    @property
    def sort_key(self) -> tuple[Location, str, tuple[str, ...]]:
        """The order in which problems are shown: that of the file."""
        return self.place, self.rule.code, self.sessions


def count_severities(problems: Iterable[Problem]) -> Mapping[Severity, int]:
    """Count the problems of each severity."""
    counted = Counter(problem.severity for problem in problems)
    return {severity: counted[severity] for severity in Severity}
