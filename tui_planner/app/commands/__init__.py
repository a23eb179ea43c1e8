"""Every command of the app, in the order in which the help lists them."""

from collections.abc import Mapping, Sequence

from ..command import Command
from . import asking, choosing, looking, moving

COMMANDS: Sequence[Command] = (
    *choosing.COMMANDS,
    *looking.COMMANDS,
    *moving.COMMANDS,
    *asking.COMMANDS,
    *looking.LAST,
)

COMMAND_BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
