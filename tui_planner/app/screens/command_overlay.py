"""A screen over the grid in which commands of the grid hold, by the user's keys for them."""

from collections.abc import Collection
from typing import ClassVar

from textual import events

from tui_planner.app.content.key_hints import split_keys
from tui_planner.app.controllers.planner import Planner

from .overlay import Overlay, Result

ANSWERS = frozenset({"confirm", *(f"way-{number}" for number in range(1, 10))})
"""The commands that answer what is asked below the grid."""


class CommandOverlay(Overlay[Result]):
    """A screen that gives commands, and shows what has become of what it shows.

    Attributes:
        HELD: The ids of the commands that hold in it.
    """

    HELD: ClassVar[Collection[str]]

    def __init__(self, planner: Planner) -> None:
        super().__init__()
        self.planner = planner

    def renew(self) -> None:
        """Show it as it is now."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Show what has become of it in a form or a list over this."""
        if self.is_mounted:
            self.renew()

    async def on_key(self, event: events.Key) -> None:
        """Give the command of a key, where it has one here."""
        names = {event.key, event.character, *event.aliases}
        for command in self.planner.commands:
            if command.id in self.HELD and not names.isdisjoint(split_keys(command.keys)):
                event.stop()
                event.prevent_default()
                await self.action_command(command.id)
                return

    async def action_command(self, id_: str) -> None:
        """Give a command of the grid, and show what has become of it."""
        await self.planner.action_command(id_)
        self.renew()
