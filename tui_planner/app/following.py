"""Follows the files on disk while the app is open: the programme as its organiser saves it."""

import asyncio
from pathlib import Path

from ..i18n import _
from ..itinerary.notices import NoticeKind
from ..programme.model import Programme
from ..watching import changes_of
from .planner import Planner
from .programme_file import ProgrammeFile


class Following:
    """Takes over what others write.

    A version of the programme with faults is told, and the last good one stays on the screen.
    """

    def __init__(self, planner: Planner, file: ProgrammeFile) -> None:
        self._planner = planner
        self._file = file

    async def follow_programme(self) -> None:
        """Take each new version of the programme over, for as long as the app is open."""
        async for _change in changes_of([Path(self._file.name)]):
            before = self._file.reading.source
            programme = await asyncio.to_thread(self._file.read_anew)
            if self._file.reading.source != before:
                self._take(programme)

    def _take(self, programme: Programme | None) -> None:
        if programme is not None:
            self._planner.take_programme(programme)
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
