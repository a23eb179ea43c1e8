"""The keys of the commands, as the user has them, for whatever sentence names one."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Literal, NamedTuple, Protocol

NamedCommand = Literal[
    "agenda",
    "changes",
    "confirm",
    "dismiss",
    "edit",
    "find",
    "findings",
    "folded-rooms",
    "help",
    "my-rooms",
    "next-clash",
    "palette",
    "pin-room",
    "priority",
    "quit",
    "rooms",
    "suggest",
    "undo",
    "way-1",
    "way-2",
    "way-3",
    "way-4",
    "way-5",
    "way-6",
    "way-7",
    "way-8",
    "way-9",
    "ways",
    "zoom-in",
]
"""The commands whose keys sentences name."""

WAY_COMMANDS: Sequence[NamedCommand] = (
    "way-1",
    "way-2",
    "way-3",
    "way-4",
    "way-5",
    "way-6",
    "way-7",
    "way-8",
    "way-9",
)
"""The commands that take a way out, from the first to the last that has a key."""

Key = Callable[[NamedCommand], str]
"""Tells the key of a command, as it is shown."""

ALWAYS_PALETTE = "ctrl+\\"
"""The key of the list of commands that Textual has for it, whatever the settings say."""

QUIT_KEYS = "q,ctrl+q"
"""The keys that quit, also where the terminal is too small for anything else."""


def split_keys(keys: str) -> list[str]:
    """Split a list of keys with commas between."""
    return [key.strip() for key in keys.split(",") if key.strip()]


class Topic(StrEnum):
    """What a command is for, in the order of the help."""

    MOVE = "move"
    CHOOSE = "choose"
    FIND = "find"
    SEE = "see"
    ORGANISE = "organise"


class KeyHint(NamedTuple):
    """A key in the key line.

    Attributes:
        shown: How the key is written.
        label: One or two words on what it does now.
        action: What a click does, as Textual names it.
        stays: Whether it stands at the end of the line, however narrow that is.
    """

    shown: str
    label: str
    action: str
    stays: bool = False


def hint_at(key: str, label: str, shown: str = "", *, stays: bool = False) -> KeyHint:
    """Make a hint of a key, as Textual names it, that a click presses."""
    return KeyHint(shown or key, label, f"app.simulate_key('{key}')", stays)


class Keyed(Protocol):
    """A command, as far as the key line and the help show it."""

    @property
    def id(self) -> str:
        """A public name, by which its key can be changed."""

    @property
    def keys(self) -> str:
        """The keys, as Textual names them, with commas between."""

    @property
    def label(self) -> str:
        """One or two words for the key line."""

    @property
    def help(self) -> str:
        """A sentence."""

    @property
    def topic(self) -> Topic:
        """What it is for."""

    @property
    def shown(self) -> str:
        """How the keys are written; empty where others have been given them."""

    @property
    def is_answer(self) -> bool:
        """Whether it makes sense only as an answer to what is asked."""

    @property
    def action(self) -> str:
        """The action of the main screen that runs it."""

    @property
    def rank(self) -> int:
        """Its place in the key line, from 1 for what matters most; 0 where it has none."""

    def tell_now(self, planner: Any, /) -> str:
        """Tell what it does where one is now, in one or two words; empty for nothing."""


def format_key(commands: Sequence[Keyed], command_id: NamedCommand) -> str:
    """Tell the key of a command, as it is shown; where another has been given it, how else.

    Empty for an answer without a key: the list of commands does not have those.
    """
    command = next(command for command in commands if command.id == command_id)
    if command.shown or command.is_answer:
        return command.shown
    return f"{format_key(commands, 'palette') or ALWAYS_PALETTE} {command.label}"
