"""Follows the files on disk while the app is open: the programme as its organiser saves it."""

import asyncio
from pathlib import Path

from ..i18n import _
from ..itinerary.notices import NoticeKind
from ..programme.model import Programme
from ..watching import changes_of
from .commands.changing import tell_of_changes
from .planner import Planner
from .programme_file import ProgrammeFile

_RETRY = 5.0
"""Seconds between two attempts to write what could not be written."""


class Following:
    """Takes over what others write, and goes on trying to write what could not be written.

    A version of the programme with faults is told, and the last good one stays on the screen.
    """

    def __init__(self, planner: Planner, file: ProgrammeFile) -> None:
        self._planner = planner
        self._file = file

    def begin(self) -> None:
        """Follow both files for as long as the app is open."""
        self._planner.run_worker(self._follow_programme())
        self._planner.run_worker(self._follow_itinerary())
        self._planner.set_interval(_RETRY, self._retry)

    async def _follow_itinerary(self) -> None:
        """Show at once what another program changes of the choices."""
        async for _change in changes_of([self._planner.desk.file]):
            if self._planner.desk.take_over():
                self._planner.refresh_plan()
                self._tell(_("Your choices were changed elsewhere. u takes it back."))

    def _retry(self) -> None:
        """Write what could not be written, and say so when it is."""
        desk = self._planner.desk
        if not desk.trouble:
            return
        desk.keep()
        if not desk.trouble:
            self._planner.refresh_plan()
            self._planner.conversation.say(_("Your choices are written now."))

    async def _follow_programme(self) -> None:
        """Take each new version of the programme over, for as long as the app is open."""
        async for _change in changes_of([Path(self._file.name)]):
            before = self._file.reading.source
            programme = await asyncio.to_thread(self._file.read_anew)
            if self._file.reading.source != before:
                self._take(programme)

    def _take(self, programme: Programme | None) -> None:
        if programme is not None:
            self._planner.take_programme(programme)
            if not tell_of_changes(self._planner):
                self._tell(_("The programme has changed: this is the new version."))
        else:
            self._tell_faults()
        self._planner.refresh_findings()

    def _tell(self, message: str) -> None:
        if (thing := self._planner.grid.cursor) is not None:
            self._planner.conversation.tell_of(thing.id, message)

    def _tell_faults(self) -> None:
        first, *others = self._file.findings()
        place = f"{Path(first.file).name}:{first.place.line}:{first.place.column}"
        more = _(" (and {n} more: f)").format(n=len(others)) if others else ""
        text = _("{place}: {code} {message}{more} The version before stays on the screen.")
        self._planner.conversation.say(
            text.format(place=place, code=first.rule.code, message=first.message, more=more),
            NoticeKind.STATUS,
            stays=True,
        )
