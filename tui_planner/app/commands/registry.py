"""Every command of the app: each module of this folder that has a group of them is found here.

To add a command, add it to a group, or add a module with a `GROUP`: its key, the key line, the
help, the list of commands and the settings know it then.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from itertools import chain
from os import listdir

from tui_planner.app import commands

from .command import Command, CommandGroup, name_keys


def _find_groups() -> Iterator[CommandGroup]:
    for file in chain.from_iterable(map(listdir, commands.__path__)):  # pkgutil takes longer
        name, _dot, ending = file.partition(".")
        if ending != "py" or name == "__init__":
            continue
        group = getattr(import_module(f"{commands.__name__}.{name}"), "GROUP", None)
        if isinstance(group, CommandGroup):
            yield group


def _list_commands() -> Iterator[Command]:
    for group in sorted(_find_groups(), key=lambda group: group.place):
        yield from group.commands


COMMANDS: Sequence[Command] = tuple(name_keys([*_list_commands()]))
"""The commands, in the order in which the help lists them."""

COMMAND_BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
