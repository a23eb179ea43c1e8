"""Marks by which the sessions of a programme are known again, whatever it is called by then.

A session has two: one of its id and title, which stays when it moves, and one of its title and
start, which stays when it gets another id.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cached_property
from zlib import crc32

from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.programme.model import Programme

from .row_numbers import RowNumbers
from .same_session import fold_words

_LARGEST_SAMPLE = 48

Marks = tuple[str, ...]


class SessionMarks:
    """The marks of all sessions of one programme."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme

    @cached_property
    def sample(self) -> Marks:
        """The marks of some of its sessions, mostly the same ones in every version, for a file."""
        return tuple("-".join(marks) for marks in sorted(self._sessions)[:_LARGEST_SAMPLE])

    def measure(self, itinerary: Itinerary) -> float:
        """Measure how much of what an itinerary holds of its programme is in this one, 0 to 1."""
        known = {tuple(marks.split("-")) for marks in itinerary.known_sessions}
        counted = {marks[-1] for marks in known}
        chosen = self._mark_choices(itinerary.choices)
        marked = known | {marks for marks in chosen if marks[-1] not in counted}
        most = min(len(marked), len(self._sessions)) if known else len(marked)
        return self._count(marked) / most if most else 0.0

    def is_of_same_event(self, other: "SessionMarks") -> bool:
        """Tell whether another programme has at least half of the sessions of the smaller one."""
        fewest = min(len(self._sessions), len(other._sessions))
        return 2 * self._count(other._sessions) >= fewest > 0

    def _count(self, marked: Iterable[Marks]) -> int:
        """Count the sessions of which a mark is one of this programme."""
        return sum(not self._all.isdisjoint(marks) for marks in marked)

    @cached_property
    def _sessions(self) -> set[Marks]:
        return {
            self._mark(session.id, session.title, session.timing.start)
            for session in self._programme.sessions
        }

    @cached_property
    def _all(self) -> set[str]:
        return {mark for marks in self._sessions for mark in marks}

    @cached_property
    def _row_numbers(self) -> RowNumbers:
        return RowNumbers(self._programme)

    def _mark_choices(self, choices: Iterable[Choice]) -> Iterable[Marks]:
        """Mark the sessions of choices as they were last seen."""
        for choice in choices:
            if choice.title is not None and choice.start is not None:
                start = choice.start.replace(tzinfo=self._programme.zone)
                yield self._mark(choice.session, choice.title, start)

    def _mark(self, id_: str, title: str, start: datetime) -> Marks:
        """Mark a session; the year counts beside its id, the day where that is but a number."""
        day = start.astimezone(self._programme.zone).date()
        words = fold_words(title)
        when: date | int = day if id_ in self._row_numbers else day.year
        return (
            _digest(f"{id_}\0{words}\0{when}"),
            _digest(f"{words}\0{start.astimezone(UTC).isoformat()}"),
        )


def _digest(text: str) -> str:
    return f"{crc32(text.encode()):08x}"
