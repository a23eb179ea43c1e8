"""The keys of the commands, as the user has them, for whatever sentence names one."""

from collections.abc import Callable, Iterable
from typing import Literal, Protocol

NamedCommand = Literal["changes", "edit", "findings", "next-clash", "priority", "quit", "undo"]
"""The commands whose keys sentences name."""

Key = Callable[[NamedCommand], str]
"""Tells the key of a command, as it is shown."""

QUIT_KEYS = "q,ctrl+q"
"""The keys that quit, also where the terminal is too small for anything else."""


class Keyed(Protocol):
    """A command, as far as the key line and the help show it."""

    @property
    def id(self) -> str:
        """A public name, by which its key can be changed."""

    @property
    def label(self) -> str:
        """One or two words for the key line."""

    @property
    def help(self) -> str:
        """A sentence."""

    @property
    def shown(self) -> str:
        """How the keys are written; empty where others have been given them."""

    @property
    def in_line(self) -> bool:
        """Whether it stands in the key line."""

    @property
    def action(self) -> str:
        """The action of the main screen that runs it."""


def format_key(commands: Iterable[Keyed], command_id: NamedCommand) -> str:
    """Tell the key of a command, as it is shown; where another has been given it, how else."""
    command = next(command for command in commands if command.id == command_id)
    return command.shown or f": {command.label}"
