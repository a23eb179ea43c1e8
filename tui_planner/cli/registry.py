"""The commands that there are: each is a module of `commands`, and found there."""

from collections.abc import Sequence
from keyword import iskeyword

from tui_planner.support.discovery import find_record, find_records, has_module

from . import commands
from .parser import Subcommand


def list_commands() -> Sequence[Subcommand]:
    """List all commands, in the order in which the help does."""
    return sorted(find_records(commands, Subcommand), key=lambda one: (one.order, one.name))


def find_needed(argv: Sequence[str]) -> Sequence[Subcommand]:
    """Find the commands that the parser of a line must know: the one named first, or else all.

    To import them all and to make their parsers takes as long as to print a small programme.
    """
    if not argv or argv[0] == "--version":
        return ()
    module = _module_of(argv[0])
    if has_module(commands, module):
        command = find_record(commands, module, Subcommand)
        if command.name == argv[0]:
            return (command,)
    return list_commands()


def _module_of(command: str) -> str:
    """Name the module of a command: no module has a dash in its name, or is called `import`."""
    name = command.replace("-", "_")
    return f"{name}_" if iskeyword(name) else name
