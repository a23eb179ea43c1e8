"""What is said of a key that has done nothing: each is answered."""

from textual import events

from tui_planner.app.content.key_hints import split_keys
from tui_planner.support.i18n import _

from .planner import Planner

Seen = tuple[object, ...]


class KeyFeedback:
    """The answers to keys that change nothing that one sees."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner

    def look(self) -> Seen:
        """List what of all that one sees a command may change; what is made anew is another."""
        planner, grid = self._planner, self._planner.grid
        parts = (grid.day_layout, planner.prompts.prompt, planner.editor.now, planner.focused)
        return *map(id, parts), grid.cursor, grid.scroll_offset, planner.app.screen, planner.classes

    def tell_idle(self, sentence: str, before: Seen) -> None:
        """Say a sentence where nothing has changed since; an empty one is never said."""
        if sentence and before == self.look():
            self._planner.prompts.say(sentence)

    def tell_unbound(self, event: events.Key) -> None:
        """Say of a key that nothing is bound to where all of them are told."""
        planner = self._planner
        is_command = any(event.key in split_keys(command.keys) for command in planner.commands)
        if is_command or event.key in planner.active_bindings:
            return
        shown = event.character if event.is_printable and event.character else event.key
        text = _("{key} does nothing here: {help} lists all keys.")
        planner.prompts.say(text.format(key=shown, help=planner.key("help")))
