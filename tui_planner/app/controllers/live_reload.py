"""What others change while the app is open: the programme as it is saved or published."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

from tui_planner.app.widgets.header import Header
from tui_planner.itinerary.notices import NoticeKind
from tui_planner.itinerary.on_now import find_day_of
from tui_planner.itinerary.programme_changes.session_changes import find_unseen
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Programme
from tui_planner.support.background import run_beside
from tui_planner.support.file_watch import watch_files_async
from tui_planner.support.i18n import _, ngettext

from .planner import Planner
from .programme_file import OpenProgramme

_RETRY = 5.0
"""Seconds between two attempts to write what could not be written."""
_REFRESH = 600.0
"""Seconds between two fetches on the days of the event, so that no server has to complain."""


class LiveReload:
    """The taker of what others write, which goes on trying to write what could not be written.

    A version of the programme with faults, or of another event, is told, and the last good one
    stays on the screen.
    """

    def __init__(self, planner: Planner, file: OpenProgramme) -> None:
        self._planner = planner
        self._file = file
        self._fetching = False
        self._trouble = ""  # of the last fetch, so that it is not told every time
        self._programme_changes = (  # from now on, as read
            watch_files_async([Path(file.name)]) if file.is_file else None
        )
        self._itinerary_changes = watch_files_async([planner.editor.file])

    def begin(self) -> None:
        """Follow the programme and the choices for as long as the app is open."""
        if self._programme_changes is not None:
            self._planner.run_worker(self._follow_programme(self._programme_changes))
        else:
            self._planner.set_interval(_REFRESH, self._refresh_on_the_day)
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

    def refresh(self) -> None:
        """Fetch the programme from its address again, and say what came of it."""
        if self._file.is_file:
            text = _("This programme is a file: each new version is shown when it is saved.")
            self._planner.prompts.say(text)
        elif not self._fetching:
            self._planner.prompts.say(_("Fetching {name}…").format(name=self._file.name))
            self._planner.run_worker(self._fetch(is_asked=True))

    def _refresh_on_the_day(self) -> None:
        """Fetch the programme while the event is on; nothing is said where nothing has changed."""
        is_on = find_day_of(self._planner.editor.programme, self._planner.now()) is not None
        if is_on and not self._fetching:
            self._planner.run_worker(self._fetch(is_asked=False))

    async def _fetch(self, *, is_asked: bool) -> None:
        before, self._fetching = self._file.reading.source, True
        try:
            programme, trouble = await run_beside(self._file.fetch_anew)
        finally:
            self._fetching = False
        if not self._planner.app.is_running:
            return  # as below
        if self._file.reading.source != before:
            self._take(programme)
        elif is_asked or (trouble and trouble != self._trouble):
            told = trouble or _("Nothing has changed in the programme.")
            self._planner.prompts.say(told, NoticeKind.STATUS if trouble else None)
        self._trouble = trouble

    async def _follow_programme(self, changes: AsyncIterator[None]) -> None:
        """Take each new version of the programme over, for as long as the app is open."""
        async for _change in changes:
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
        elif (other := self._file.reading.programme) is not None:
            self._tell_other_event(other)
        else:
            self._tell_faults()
        self._planner.refresh_findings()

    def _tell_other_event(self, other: Programme) -> None:
        text = _(
            "{name} is of another event now: {other}. The one before stays on the screen, with "
            "your choices. To see the other: quit ({key}), and open it."
        )
        name, key = Path(self._file.name).name, self._planner.key("quit")
        told = text.format(name=name, other=join_lines(other.title), key=key)
        self._planner.prompts.say(told, NoticeKind.STATUS, stays=True)

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
