"""The programme while others change it: the last good version, and what the check finds."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tui_planner.programme.model import Programme
from tui_planner.programme.reading.read_result import ReadResult

if TYPE_CHECKING:
    from tui_planner.checks.grouping import FindingGroup


class OpenProgramme:
    """One file or address, which may change; a version with faults never takes a good one's place.

    Nor does one of another event: what is chosen is not of that.

    Attributes:
        reading: What was read last, faulty or not.
        programme: The last good version.
    """

    def __init__(
        self,
        reading: ReadResult,
        programme: Programme,
        read: Callable[[str], ReadResult],
        fetch: Callable[[], tuple[ReadResult, str]] | None = None,
    ) -> None:
        """Hold what was read last.

        Args:
            reading: That.
            programme: The programme in it.
            read: Reads a new version of the file, whatever kind it is.
            fetch: Of an address, fetches a new version; with a sentence where it is the copy that
                is kept.
        """
        self._read = read
        self._fetch = fetch
        self.reading = reading
        self.programme = programme
        self._checked: tuple[ReadResult, Sequence[FindingGroup]] | None = None

    @property
    def name(self) -> str:
        """The file as the user named it."""
        return self.reading.name

    @property
    def is_file(self) -> bool:
        """Whether it is a file, which can be watched, and is not fetched."""
        return self._fetch is None

    def fetch_anew(self) -> tuple[Programme | None, str]:
        """Fetch the programme as it is now: as `read_anew`, with what is to be told of it.

        It waits for the network. Where neither that nor a copy gives anything, all stays as it is.
        """
        if self._fetch is None:
            return self.programme, ""
        reading, told = self._fetch()
        if reading.source is None:
            return self.programme, " ".join(problem.message for problem in reading.problems)
        return self._take(reading), told

    def read_anew(self) -> Programme | None:
        """Read the programme in the file as it is now.

        It keeps its id, by which the itinerary knows it, also where a new title would give another.
        None is given where it has faults, or is of another event.
        """
        return self._take(self._read(self.reading.name))

    def _take(self, reading: ReadResult) -> Programme | None:
        self.reading = reading
        if reading.programme is None or not self._is_same_event(reading.programme):
            return None
        self.programme = replace(reading.programme, id=self.programme.id)
        return self.programme

    def _is_same_event(self, other: Programme) -> bool:
        """Tell whether a programme has the same id, or most of the same sessions."""
        from tui_planner.itinerary.matching.session_marks import SessionMarks  # noqa: PLC0415 - only new versions need it

        if other.id == self.programme.id:
            return True
        return SessionMarks(other).is_of_same_event(SessionMarks(self.programme))

    def find_causes(self) -> "Sequence[FindingGroup]":
        """Find what the check finds in what was read last, in groups and order as `check` does."""
        from tui_planner.checks.check_file import check_file  # noqa: PLC0415 - only who looks at them needs it
        from tui_planner.checks.grouping import (  # noqa: PLC0415 - as above
            MANY_FINDINGS,
            gather_alike,
            group_by_cause,
        )

        reading = self.reading
        if self._checked is None or self._checked[0] is not reading:
            problems = check_file(reading)
            causes = group_by_cause(problems)
            if len(problems) > MANY_FINDINGS:
                causes = gather_alike(causes)
            self._checked = reading, causes
        return self._checked[1]

    @property
    def not_judged(self) -> str:
        """A sentence on what of it the check could not look at; empty where that is nothing."""
        from tui_planner.checks.not_judged import describe_not_judged  # noqa: PLC0415 - as above

        return describe_not_judged(self.reading)
