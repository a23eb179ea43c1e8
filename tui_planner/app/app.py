"""The Textual application: one screen, one theme, and an end without a traceback."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from ..i18n import _
from ..itinerary.desk import Desk
from ..itinerary.keeping.store import Store
from ..itinerary.model import Itinerary
from ..layout.glyphs import UNICODE, Glyphs
from .commands import COMMANDS
from .planner_screen import Clock, PlannerScreen
from .programme_file import ProgrammeFile


def now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


class PlannerApp(App[None]):
    """The planner.

    Attributes:
        parting_words: What is to be said on the terminal after the app has ended.
    """

    CSS_PATH = Path(__file__).parent / "app.tcss"
    TITLE = "tui-planner"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+backslash"  # the screen has keys of its own for it

    def __init__(
        self,
        file: ProgrammeFile,
        itinerary: Itinerary,
        store: Store,
        *,
        notice: str = "",
        clock: Clock = now,
        glyphs: Glyphs = UNICODE,
    ) -> None:
        super().__init__()
        self.parting_words: list[str] = []
        self._file = file
        self._desk = Desk(file.programme, itinerary, store)
        self._clock = clock
        self._notice = notice
        self._glyphs = glyphs

    def on_mount(self) -> None:
        """Show the planner."""
        screen = PlannerScreen(self._desk, self._file, self._clock, self._notice, self._glyphs)
        self.push_screen(screen)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The commands of the planner, and the themes."""
        if not isinstance(screen, PlannerScreen):
            return
        for command in COMMANDS:
            if not command.is_answer:
                run = partial(command.run, screen)
                yield SystemCommand(f"{command.label} ({command.shown})", command.help, run)
        yield SystemCommand(_("Theme"), _("Change the colours."), self.action_change_theme)

    async def action_quit(self) -> None:
        """Leave, and say what could not be kept."""
        if self._desk.trouble:
            self._desk.keep()
        if self._desk.trouble:
            self.parting_words.append(self._desk.trouble)
        self.exit()

    def _fatal_error(self) -> None:
        """In the place of Textual's traceback: a sentence, after the screen is restored."""
        if os.environ.get("TUI_PLANNER_DEBUG"):
            super()._fatal_error()
            return
        error = self._exception
        self.parting_words.append(
            _(
                "tui-planner hit a fault of its own: {error}. What you chose is kept. "
                "With TUI_PLANNER_DEBUG=1 it says where; please report it."
            ).format(error=f"{type(error).__name__}: {error}")
        )
        self._close_messages_no_wait()
