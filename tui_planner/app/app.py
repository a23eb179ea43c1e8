"""The Textual application: one screen, one theme, and an end without a traceback."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from textual import on
from textual.actions import SkipAction
from textual.app import SystemCommand
from textual.binding import Binding
from textual.command import CommandList, CommandPalette
from textual.driver import Driver
from textual.events import Event, Key, Resize
from textual.screen import Screen
from textual.theme import ThemeProvider

from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.notices import NoticeKind
from tui_planner.itinerary.storage.store import Store
from tui_planner.layout.text.glyphs import ASCII, UNICODE, Glyphs
from tui_planner.settings.settings_file import SettingsError, SettingsFile
from tui_planner.settings.settings_sentence import format_problem_sentence
from tui_planner.support.i18n import _
from tui_planner.support.neutral import neutralise_document

from .commands.keymap import find_key_problems, keep_usable_keys, rebind
from .commands.registry import COMMANDS
from .content.key_hints import KeyHint, format_key, hint_at, split_keys
from .controllers.programme_file import OpenProgramme
from .leaving import Leaving
from .planner_screen import Clock, PlannerScreen
from .screens.overlay import Overlay
from .screens.too_small_screen import TooSmallScreen, is_too_small
from .terminal.key_queue import KeyQueue
from .terminal.terminal_app import TerminalApp


def current_minute() -> datetime:
    """Tell the present instant, in UTC."""
    return datetime.now(UTC)


class Palette(CommandPalette, Overlay[None]):
    """Textual's list of commands, closed once."""

    BINDINGS = [
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do."""
        return hint_at("enter", _("Do it"), _("enter")), *super().list_hints()

    def action_page(self, pages: int) -> None:
        """Move by a page, once the list has lines: Textual counts by those of none too."""
        commands = self.query_one(CommandList)
        if commands.scrollable_content_region:
            commands.action_page_up() if pages < 0 else commands.action_page_down()


class PlannerApp(TerminalApp):
    """The planner."""

    BINDINGS = [
        Binding("ctrl+c", "interrupt", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", show=False, priority=True),
    ]
    CSS_PATH = Path(__file__).parent / "app.tcss"
    TITLE = "tui-planner"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+backslash"  # the screen has keys of its own for it

    def __init__(  # noqa: PLR0913 - by name, each with a sound default
        self,
        file: OpenProgramme,
        itinerary: Itinerary,
        store: Store,
        *,
        notice: str = "",
        clock: Clock = current_minute,
        glyphs: Glyphs = UNICODE,
        settings: SettingsFile | None = None,
    ) -> None:
        super().__init__(is_ascii=glyphs is ASCII)
        self.settings = settings or SettingsFile.of_user()
        self.commands = COMMANDS
        self._planner: PlannerScreen | None = None
        self._file = file
        self._editor = ItineraryEditor(file.programme, itinerary, store)
        self._leaving = Leaving(self, self._editor)
        self._clock = clock
        self._glyphs = glyphs
        self._keys = KeyQueue(self, super().on_event)
        self._users_keys: Mapping[str, str] = {}
        self._notice = " ".join(filter(None, (notice, self._apply_settings())))

    def get_default_screen(self) -> PlannerScreen:
        """Make the planner the lowest screen: an empty one below it would be painted first."""
        self._planner = PlannerScreen(
            self._editor,
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
            self.settings.save_theme(theme)
        except SettingsError as error:
            self._planner.prompts.say(str(error), NoticeKind.STATUS)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """List the commands of the planner, and the themes."""
        if not isinstance(screen, PlannerScreen):
            return
        for command in self.commands:
            if not command.is_answer:
                run = partial(command.run, screen)
                key = f" ({command.shown})" if command.shown else ""
                yield SystemCommand(f"{command.label}{key}", command.help, run)
        yield SystemCommand(_("Theme"), _("Change the colours."), self.action_change_theme)

    def action_command_palette(self) -> None:
        """Show Textual's list of commands, in the user's language."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette(placeholder=_("Search for commands…")))

    def search_themes(self) -> None:
        """Show Textual's list of themes, likewise."""
        words = _("Search for themes…")
        self.push_screen(Palette(providers=[ThemeProvider], placeholder=words))

    def _apply_settings(self) -> str:
        """Let the settings hold; what is wrong with the first faulty one, in a sentence."""
        file = self.settings
        problems = [*file.problems, *find_key_problems(file, self.available_themes, COMMANDS)]
        keys = keep_usable_keys(file, COMMANDS)
        if keys:
            self.set_keymap(keys)
            self._users_keys = keys
            self.commands = rebind(COMMANDS, keys)
        if file.settings.theme in self.available_themes:
            self.theme = file.settings.theme
        return format_problem_sentence(problems[0]) if problems else ""

    @property
    def parting_words(self) -> list[str]:
        """What is to be said on the terminal after the app has ended."""
        return self._leaving.parting_words

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text that may be pasted anywhere."""
        super().copy_to_clipboard(neutralise_document(text))

    async def action_quit(self) -> None:
        """Leave; where a change could not be written, ask first."""
        self._leaving.quit()

    def action_interrupt(self) -> None:
        """Say how to quit, and quit when asked once more; what is selected is copied meanwhile."""
        if self._is_users_own("ctrl+c") or not self._leaving.interrupt(self._quit_key):
            raise SkipAction

    def action_suspend_process(self) -> None:
        """Give the terminal to the shell, until it gives it back."""
        if self._is_users_own("ctrl+z"):
            raise SkipAction
        super().action_suspend_process()

    def action_help_quit(self) -> None:
        """Keep quiet where Textual would tell of ctrl+c in its own words: it has been said."""

    @property
    def _quit_key(self) -> str:
        return "" if self._planner is None else self._planner.key("quit")

    def _is_users_own(self, key: str) -> bool:
        """Tell whether the settings give a key to a command."""
        return any(key in split_keys(keys) for keys in self._users_keys.values())

    @on(Driver.SignalResume)
    def draw_all(self) -> None:
        """Draw all anew, after something else had the terminal."""
        self.refresh(layout=True)

    def end_for(self, number: int) -> None:
        """End, because of a signal; what could not be written is put into safety."""
        self.ended_by = number
        self._leaving.save()
        self.exit()

    def tell_fault(self, error: Exception) -> None:
        """Prepare what is said of a fault, and put what is not written into safety."""
        self._leaving.after_fault(error)

    def save_by_force(self) -> None:
        """Put what is not in the file into safety, from another thread."""
        if not self._editor.is_written:
            self._editor.rescue()

    def on_resize(self, event: Resize) -> None:
        """Show the screens where they fit, and draw anew what the terminal may have lost.

        Where the size is again what it was before the screen had heard of another, Textual draws
        nothing, though the terminal has cut off what that other size did not show, and no part
        hears of it: the cursor is brought into view from here.
        """
        is_told = isinstance(self.screen, TooSmallScreen)
        if is_too_small(event.size) and not is_told:
            self.push_screen(TooSmallScreen(format_key(self.commands, "quit")))
        elif is_told and not is_too_small(event.size):
            self.pop_screen()
        if event.size == self.screen.outer_size:
            self.screen.refresh()
            if self._planner is not None and self._planner.is_mounted:
                self._planner.grid.show_cursor()

    async def on_event(self, event: Event) -> None:
        """Take in an event; keys in their turn."""
        if isinstance(event, Key):
            if event.key != "ctrl+c":
                self._leaving.go_on()
            await self._keys.take(event)
        else:
            await super().on_event(event)
