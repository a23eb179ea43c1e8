"""The programme's file while it is edited: the last good version, and what the check finds."""

from collections.abc import Callable
from dataclasses import replace

from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_result import ReadResult


class OpenProgramme:
    """One file, which may change on disk; a version with faults never takes a good one's place.

    Attributes:
        reading: What was read last, faulty or not.
        programme: The last good version.
    """

    def __init__(
        self,
        reading: ReadResult,
        programme: Programme,
        read: Callable[[str], ReadResult],
    ) -> None:
        """Hold what was read last; `read` reads a new version of the file, whatever kind it is."""
        self._read = read
        self.reading = reading
        self.programme = programme
        self._checked: tuple[ReadResult, tuple[Problem, ...]] | None = None

    @property
    def name(self) -> str:
        """The file as the user named it."""
        return self.reading.name

    def read_anew(self) -> Programme | None:
        """Read the programme in the file as it is now; give None where that has faults.

        It keeps its id, by which the itinerary knows it, also where a new title would give another.
        """
        self.reading = self._read(self.reading.name)
        if self.reading.programme is None:
            return None
        self.programme = replace(self.reading.programme, id=self.programme.id)
        return self.programme

    def findings(self) -> tuple[Problem, ...]:
        """List what the check finds in what was read last, in the order in which `check` does."""
        from tui_planner.checks.check_file import check_file  # noqa: PLC0415 - only who looks at them needs it
        from tui_planner.checks.grouping import group_by_cause  # noqa: PLC0415 - as above

        reading = self.reading
        if self._checked is None or self._checked[0] is not reading:
            causes = group_by_cause(check_file(reading))
            self._checked = reading, tuple(one for cause in causes for one in cause.problems)
        return self._checked[1]

    @property
    def not_judged(self) -> str:
        """A sentence on what of it the check could not look at; empty where that is nothing."""
        from tui_planner.checks.not_judged import describe_not_judged  # noqa: PLC0415 - as above

        return describe_not_judged(self.reading)
