"""The Textual application: one screen, one theme, and an end without a traceback."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.driver import Driver
from textual.events import Event, Key, Resize
from textual.screen import Screen
from textual.theme import ThemeProvider

from ..i18n import _
from ..itinerary.desk import Desk
from ..itinerary.keeping.store import Store
from ..itinerary.model import Itinerary
from ..itinerary.notices import NoticeKind
from ..layout.glyphs import ASCII, UNICODE, Glyphs
from ..neutral import neutral_document
from ..settings.sentence import settings_sentence
from ..settings.settings_file import SettingsError, SettingsFile
from .commands import COMMANDS, shown_key
from .filters import line_filters
from .keys_in_turn import KeysInTurn
from .overlay import Overlay
from .planner_screen import Clock, PlannerScreen
from .preferred import problems_of, rebound, usable_keys
from .programme_file import ProgrammeFile
from .sparing import Shown, SparingUpdate
from .too_small_screen import TooSmallScreen, is_too_small


def now() -> datetime:
    """The present instant."""
    return datetime.now(UTC)


class Palette(CommandPalette, Overlay[None]):
    """Textual's list of commands, closed once."""


class PlannerApp(App[None]):
    """The planner.

    Attributes:
        parting_words: What is to be said on the terminal after the app has ended.
    """

    CSS_PATH = Path(__file__).parent / "app.tcss"
    TITLE = "tui-planner"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+backslash"  # the screen has keys of its own for it

    def __init__(  # noqa: PLR0913 - by name, each with a sound default
        self,
        file: ProgrammeFile,
        itinerary: Itinerary,
        store: Store,
        *,
        notice: str = "",
        clock: Clock = now,
        glyphs: Glyphs = UNICODE,
        settings: SettingsFile | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings or SettingsFile.of_user()
        self.commands = COMMANDS
        self.parting_words: list[str] = []
        self._planner: PlannerScreen | None = None
        self._file = file
        self._desk = Desk(file.programme, itinerary, store)
        self._clock = clock
        self._glyphs = glyphs
        self._shown = Shown()
        self._keys = KeysInTurn(self, super().on_event)
        self._filters = line_filters(self._filters, self.no_color, is_ascii=glyphs is ASCII)
        self._notice = " ".join(filter(None, (notice, self._apply_settings())))

    def get_driver_class(self) -> type[Driver]:
        """A quicker driver of ours, where Textual would take its own for a terminal of Unix."""
        driver = super().get_driver_class()
        if driver.__name__ != "LinuxDriver":
            return driver
        from .quick_driver import QuickDriver  # noqa: PLC0415 - not where there are no termios

        return QuickDriver

    def get_default_screen(self) -> PlannerScreen:
        """The planner is the lowest screen: an empty one below it would be painted first."""
        self._planner = PlannerScreen(
            self._desk,
            self._file,
            self._clock,
            notice=self._notice,
            glyphs=self._glyphs,
            commands=self.commands,
            settings=self.settings,
        )
        return self._planner

    def watch_theme(self, before: str, theme: str) -> None:
        """Keep a theme that the user chooses."""
        if self._planner is None or before == theme:
            return
        try:
            self.settings.keep_theme(theme)
        except SettingsError as error:
            self._planner.conversation.say(str(error), NoticeKind.STATUS)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The commands of the planner, and the themes."""
        if not isinstance(screen, PlannerScreen):
            return
        for command in self.commands:
            if not command.is_answer:
                run = partial(command.run, screen)
                yield SystemCommand(f"{command.label} ({command.shown})", command.help, run)
        yield SystemCommand(_("Theme"), _("Change the colours."), self.action_change_theme)

    def action_command_palette(self) -> None:
        """Textual's list of commands, asked for in the user's language."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(placeholder=_("Search for commands…")))

    def search_themes(self) -> None:
        """Textual's list of themes, likewise."""
        words = _("Search for themes…")
        self.push_screen(Palette(providers=[ThemeProvider], placeholder=words))

    def _apply_settings(self) -> str:
        """Let the settings hold; what is wrong with the first faulty one, in a sentence."""
        file = self.settings
        problems = [*file.problems, *problems_of(file, self.available_themes, COMMANDS)]
        keys = usable_keys(file, COMMANDS)
        if keys:
            self.set_keymap(keys)
            self.commands = rebound(COMMANDS, keys)
        if file.settings.theme in self.available_themes:
            self.theme = file.settings.theme
        return settings_sentence(problems[0]) if problems else ""

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text that may be pasted anywhere."""
        super().copy_to_clipboard(neutral_document(text))

    async def action_quit(self) -> None:
        """Leave, and say what could not be kept."""
        if self._desk.trouble:
            self._desk.keep()
        if self._desk.trouble:
            self.parting_words.append(self._desk.trouble)
        self.exit()

    def on_resize(self, event: Resize) -> None:
        """Show the screens where they fit, and draw anew what the terminal may have lost.

        Where the size is again what it was before the screen had heard of another, Textual draws
        nothing, though the terminal has cut off what that other size did not show.
        """
        is_told = isinstance(self.screen, TooSmallScreen)
        if is_too_small(event.size) and not is_told:
            self.push_screen(TooSmallScreen(shown_key(self.commands, "quit")))
        elif is_told and not is_too_small(event.size):
            self.pop_screen()
        if event.size == self.screen.outer_size:
            self.screen.refresh()

    async def on_event(self, event: Event) -> None:
        """Take in an event; keys in their turn."""
        if isinstance(event, Key):
            await self._keys.take(event)
        else:
            await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Write a change of the screen, and only what is not shown yet."""
        if isinstance(renderable, ChopsUpdate | LayoutUpdate):
            renderable = SparingUpdate(self._shown, renderable)
        super()._display(screen, renderable)

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
