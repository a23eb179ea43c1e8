"""Every command of the app, in the order in which the help lists them."""

from collections.abc import Mapping, Sequence

from ..command import Command
from . import (
    arranging,
    asking,
    changing,
    choosing,
    clashing,
    looking,
    moving,
    own,
    restoring,
    suggesting,
    zooming,
)

COMMANDS: Sequence[Command] = (
    *choosing.COMMANDS,
    *clashing.COMMANDS,
    *looking.COMMANDS,
    *own.COMMANDS,
    *suggesting.COMMANDS,
    *changing.COMMANDS,
    *restoring.COMMANDS,
    *moving.COMMANDS,
    *zooming.COMMANDS,
    *arranging.COMMANDS,
    *asking.COMMANDS,
    *looking.LAST,
)

COMMAND_BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
