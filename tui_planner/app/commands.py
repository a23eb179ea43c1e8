"""Every command of the app, once: the key line, the help and the palette read it here."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding

from ..i18n import _


@dataclass(frozen=True, slots=True)
class Command:
    """A command.

    Attributes:
        id: A public name, by which its key can be changed.
        keys: The keys, as Textual names them, with commas between.
        action: The action of the main screen.
        label: One or two words for the key line.
        help: A sentence.
        shown: How the keys are written.
        in_line: Whether it stands in the key line.
    """

    id: str
    keys: str
    action: str
    label: str
    help: str
    shown: str
    in_line: bool = False

    @property
    def binding(self) -> Binding:
        """The command as Textual wants it."""
        return Binding(
            self.keys,
            self.action,
            self.label,
            show=self.in_line,
            key_display=self.shown,
            tooltip=self.help,
            id=self.id,
        )


COMMANDS: Sequence[Command] = (
    Command("choose", "space", "choose", _("Choose"),
            _("Choose the session under the cursor, or drop it."), _("space"), in_line=True),
    Command("open", "enter", "open", _("Open"),
            _("Everything about the session under the cursor."), _("enter"), in_line=True),
    Command("next-clash", "n", "clash(1)", _("Clash"),
            _("Go to the next clash."), "n", in_line=True),
    Command("previous-clash", "N", "clash(-1)", _("Previous clash"),
            _("Go to the previous clash."), "N"),
    Command("find", "slash", "find", _("Find"),
            _("Find by title, speaker, host, room or description."), "/", in_line=True),
    Command("my-day", "m", "my_day", _("My day"),
            _("Show or hide your day."), "m", in_line=True),
    Command("undo", "u", "undo", _("Undo"), _("Take the last change back."), "u"),
    Command("redo", "ctrl+r", "redo", _("Redo"), _("Make it again."), "ctrl+r"),
    Command("left", "left,h", "move('left')", _("Left"),
            _("The nearest session to the left."), "← h"),
    Command("down", "down,j", "move('down')", _("Down"), _("The nearest session below."), "↓ j"),
    Command("up", "up,k", "move('up')", _("Up"), _("The nearest session above."), "↑ k"),
    Command("right", "right,l", "move('right')", _("Right"),
            _("The nearest session to the right."), "→ l"),
    Command("first", "g,home", "first", _("First"), _("The first of the day."), "g"),
    Command("last", "G,end", "last", _("Last"), _("The last of the day."), "G"),
    Command("page-down", "pagedown,ctrl+d", "page(1)", _("Page down"),
            _("A screen further."), _("page down")),
    Command("page-up", "pageup,ctrl+u", "page(-1)", _("Page up"),
            _("A screen back."), _("page up")),
    Command("next-day", "d", "day(1)", _("Next day"),
            _("The next day, where there are several."), "d"),
    Command("previous-day", "D", "day(-1)", _("Previous day"), _("The day before."), "D"),
    Command("now", "t", "now", _("Now"), _("Go to what is on now, on the day itself."), "t"),
    Command("keep-first", "1", "way('1')", _("Keep this"),
            _("Of two that clash, keep the one named first."), "1"),
    Command("keep-second", "2", "way('2')", _("Keep that"), _("Keep the other."), "2"),
    Command("confirm", "y", "way('y')", _("Yes"),
            _("Choose it all the same: full, cancelled or by invitation."), "y"),
    Command("dismiss", "escape", "close_message", _("Close"),
            _("Close the message: both stay chosen until you decide."), "esc"),
    Command("palette", "colon,ctrl+p", "palette", _("Commands"),
            _("Every command by its name, and the colour themes."), ":"),
    Command("help", "question_mark,f1", "help", _("Help"),
            _("The keys and the signs."), "?", in_line=True),
    Command("quit", "q,ctrl+q", "quit", _("Quit"),
            _("Leave; what you chose is kept."), "q", in_line=True),
)  # fmt: skip
