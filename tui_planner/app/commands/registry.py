"""Every command of the app: each module of this folder that has a group of them is found here.

To add a command, add it to a group, or add a module with a `GROUP`: its key, the key line, the
help, the list of commands and the settings know it then.
"""

from collections.abc import Iterator, Mapping, Sequence

from tui_planner.app import commands
from tui_planner.support.discovery import collect_records

from .command import Command, CommandGroup, name_keys


def _list_commands() -> Iterator[Command]:
    groups = collect_records(commands, CommandGroup)
    for group in sorted(groups, key=lambda group: group.place):
        yield from (command._replace(topic=group.topic) for command in group.commands)


COMMANDS: Sequence[Command] = tuple(name_keys([*_list_commands()]))
"""The commands, in the order in which the help lists them."""

COMMAND_BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
