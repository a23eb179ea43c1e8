"""The organiser's findings on the screen: the list, and what of the grid each is about."""

from typing import TYPE_CHECKING

from tui_planner.app.content.prompts import make_finding_prompt
from tui_planner.app.widgets.side_panel import SidePanel
from tui_planner.programme.problem import Problem

from .planner import Planner
from .programme_file import OpenProgramme

if TYPE_CHECKING:
    from tui_planner.app.widgets.lists.findings_view import FindingsView

_OPEN = "-with-findings"


class FindingsController:
    """The opener of the list of findings, which marks what one is about and goes there.

    Attributes:
        ids: The ids of the sessions and blocks that the finding pointed at is about.
    """

    def __init__(self, planner: Planner, file: OpenProgramme) -> None:
        self._planner = planner
        self._file = file
        self._view: FindingsView | None = None
        self.ids: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return self._planner.has_class(_OPEN)

    @property
    def has_focus(self) -> bool:
        """Whether one moves along the list."""
        return self._view is not None and self._view.has_focus

    async def open(self) -> None:
        """Go to the list, which opens where it was closed."""
        self._planner.add_class(_OPEN)
        if self._view is None:
            from tui_planner.app.widgets.lists.findings_view import FindingsView  # noqa: PLC0415 - few look at them

            self._view = FindingsView(id="findings")
            await self._planner.query_one(SidePanel).add(self._view)
        self.renew()
        self._view.focus()
        if problem := self._view.finding:
            self.point_at(problem)

    def close(self) -> None:
        """Close the list; the cursor stays."""
        self._planner.remove_class(_OPEN)
        self.ids = frozenset()
        self._planner.refresh_marks()
        self._planner.prompts.be_quiet()
        self._planner.grid.focus()

    def renew(self) -> None:
        """Show the findings of the file as it is now."""
        if self._view is None or not self.is_open:
            return
        judged = self._file.reading.judged
        programme = judged.programme if judged else None
        self._view.show(self._file.find_causes(), programme, self._file.not_judged)
        pointed_at = self._view.finding
        self.ids = frozenset(pointed_at.sessions if pointed_at else ())
        self._planner.refresh_marks()

    def point_at(self, problem: Problem) -> None:
        """Mark what a finding is about, bring it into view, and say the finding in full."""
        self.ids = frozenset(problem.sessions)
        self._planner.refresh_marks()
        if problem.sessions:
            self._planner.go_to(*problem.sessions)
        self._planner.prompts.put(make_finding_prompt(problem))
