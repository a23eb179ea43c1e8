"""A command of the app: its keys, its words, and what it does."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from textual.binding import Binding

from tui_planner.app.content.key_hints import NamedCommand, Topic, format_key
from tui_planner.app.controllers.planner import Planner


class Command(NamedTuple):
    """A command, written once: the keys, the key line, the help and the palette read it.

    Attributes:
        id: A public name, by which its key can be changed.
        keys: The keys, as Textual names them, with commas between.
        run: Does it.
        label: One or two words for the key line.
        about: A sentence; a `{key}` in it is that of another command.
        shown: How the keys are written.
        rank: Its place in the key line, from 1 for what matters most; 0 where it has none.
        now: Tells what it does where one is now, in one or two words; nothing where it does
            nothing. Without it, that is its label.
        is_answer: Whether it makes sense only as an answer to what is asked.
        about_key: The command whose key the sentence names.
        idle: What is said where it changed nothing, and has said nothing itself.
        help: The sentence with that key, as `name_keys` fills it in.
        topic: Where it stands in the help: that of its group.
    """

    id: str
    keys: str
    run: Callable[[Planner], Awaitable[None] | None]
    label: str
    about: str
    shown: str
    rank: int = 0
    now: Callable[[Planner], str] | None = None
    is_answer: bool = False
    about_key: NamedCommand | None = None
    idle: str = ""
    help: str = ""
    topic: Topic = Topic.SEE

    @property
    def action(self) -> str:
        """The action of the main screen that runs it."""
        return f"command('{self.id}')"

    def tell_now(self, planner: Planner) -> str:
        """Tell what it does where one is now, in one or two words; empty for nothing."""
        return self.label if self.now is None else self.now(planner)

    @property
    def binding(self) -> Binding:
        """The command as Textual wants it."""
        return Binding(
            self.keys,
            self.action,
            self.label,
            show=bool(self.rank),
            key_display=self.shown,
            tooltip=self.help,
            id=self.id,
        )


class CommandGroup(NamedTuple):
    """The commands of one module of this folder, which has it as its `GROUP`.

    Attributes:
        place: Where they stand in the help: behind the groups of the topic with a lower number.
        commands: The commands, in their order there.
        topic: What they are for.
    """

    place: int
    commands: Sequence[Command]
    topic: Topic = Topic.SEE


def name_keys(commands: Sequence[Command]) -> Sequence[Command]:
    """Fill in the help of each command: where its sentence names a key, that of the user."""
    return [command._replace(help=_help_of(command, commands)) for command in commands]


def _help_of(command: Command, commands: Sequence[Command]) -> str:
    if command.about_key is None:
        return command.about
    return command.about.format(key=format_key(commands, command.about_key))
