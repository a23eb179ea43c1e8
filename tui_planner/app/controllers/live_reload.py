"""The files on disk, followed while the app is open: the programme as its organiser saves it."""

import asyncio
from pathlib import Path

from tui_planner.app.widgets.header import Header
from tui_planner.itinerary.notices import NoticeKind
from tui_planner.itinerary.programme_changes.session_changes import find_unseen
from tui_planner.programme.model import Programme
from tui_planner.support.file_watch import watch_files_async
from tui_planner.support.i18n import _, ngettext

from .planner import Planner
from .programme_file import OpenProgramme

_RETRY = 5.0
"""Seconds between two attempts to write what could not be written."""


class LiveReload:
    """The taker of what others write, which goes on trying to write what could not be written.

    A version of the programme with faults is told, and the last good one stays on the screen.
    """

    def __init__(self, planner: Planner, file: OpenProgramme) -> None:
        self._planner = planner
        self._file = file
        self._programme_changes = watch_files_async([Path(file.name)])  # from now on, as read
        self._itinerary_changes = watch_files_async([planner.editor.file])

    def begin(self) -> None:
        """Follow both files for as long as the app is open."""
        self._planner.run_worker(self._follow_programme())
        self._planner.run_worker(self._follow_itinerary())
        self._planner.set_interval(_RETRY, self._retry)

    def tell_of_changes(self) -> bool:
        """Say how many choices have changed; False where none has."""
        plan = self._planner.editor.now.plan
        number = len(find_unseen(plan.itinerary, plan.programme))
        if not number:
            return False
        text = ngettext(
            "{n} of your choices has changed in the programme. {key} shows what.",
            "{n} of your choices have changed in the programme. {key} shows what, one by one.",
            number,
        )
        told = text.format(n=number, key=self._planner.key("changes"))
        self._planner.prompts.say(told, NoticeKind.STATUS, stays=True)
        return True

    async def _follow_itinerary(self) -> None:
        """Show at once what another program changes of the choices."""
        async for _change in self._itinerary_changes:
            if not self._planner.app.is_running:
                return
            before = self._planner.editor.now.plan.itinerary
            if self._planner.editor.catch_up():
                from tui_planner.itinerary.editing.difference import describe_difference  # noqa: PLC0415 - rarely

                self._planner.refresh_plan()
                what = describe_difference(before, self._planner.editor.now.plan.itinerary)
                text = _("Your choices were changed elsewhere ({what}). {key} takes it back.")
                key = self._planner.key("undo")
                self._planner.prompts.say(text.format(what=what, key=key))

    def _retry(self) -> None:
        """Write what could not be written, and say so when it is."""
        editor = self._planner.editor
        if not editor.trouble:
            return
        editor.save_again()
        if not editor.trouble:
            self._planner.refresh_plan()
            self._planner.prompts.say(_("Your choices are written now."))

    async def _follow_programme(self) -> None:
        """Take each new version of the programme over, for as long as the app is open."""
        async for _change in self._programme_changes:
            before = self._file.reading.source
            programme = await asyncio.to_thread(self._file.read_anew)
            if not self._planner.app.is_running:
                return  # it ends: parts of the screen may be gone
            if self._file.reading.source != before:
                self._take(programme)

    def _take(self, programme: Programme | None) -> None:
        self._planner.query_one(Header).tell_version(is_old=programme is None)
        if programme is not None:
            self._planner.take_programme(programme)
            if not self.tell_of_changes():
                text = _("The programme has changed: this is the new version.")
                self._planner.prompts.say(text)
        else:
            self._tell_faults()
        self._planner.refresh_findings()

    def _tell_faults(self) -> None:
        first, *others = self._file.reading.problems
        place = f"{Path(first.file).name}:{first.place.line}:{first.place.column}"
        more = ""
        if others:
            key = self._planner.key("findings")
            more = _(" (and {n} more: {key})").format(n=len(others), key=key)
        text = _("{place}: {code} {message}{more} The version before stays on the screen.")
        self._planner.prompts.say(
            text.format(place=place, code=first.rule.code, message=first.message, more=more),
            NoticeKind.STATUS,
            stays=True,
        )
