"""The key line: the keys that matter most, as many as the width holds, each of them clickable."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from tui_planner.app.content.key_hints import Keyed

from .link_text import LinkText

_ALWAYS = ("help", "quit")


class KeyLine(LinkText):
    """One line of at most seven keys."""

    def __init__(self, commands: Sequence[Keyed]) -> None:
        super().__init__(id="keys", markup=False)
        self._commands = commands

    def on_resize(self) -> None:
        """Leave out what does not fit, from the right, but never help and quit."""
        commands = [command for command in self._commands if command.in_line and command.shown]
        while sum(map(_width, commands)) > self.size.width:
            dropped = next((c for c in reversed(commands) if c.id not in _ALWAYS), None)
            if dropped is None:
                break
            commands.remove(dropped)
        self.update(Content("").join(map(_content, commands)), layout=False)


def _width(command: Keyed) -> int:
    return cell_len(f" {command.shown} {command.label} ")


def _content(command: Keyed) -> Content:
    return Content.assemble(
        (f" {command.shown} ", "bold $footer-key-foreground"),
        (f"{command.label} ", f"@click=screen.{command.action}"),
    )
