"""What stands in the key line of the main screen: what each key does where one is now."""

from collections.abc import Collection, Iterator

from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.support.i18n import _

from .planner import Planner

_LAST = ("help", "quit")
"""What stands at the end, however narrow the line is."""
_OF_THE_GRID = frozenset({"open", "dismiss"})
"""The commands whose keys do something else in a list beside the grid."""

OF_ONE = frozenset({"choose", "priority", "edit", "ways", "open-link", "copy-link"})
"""The commands that do something with what is under the cursor."""


def list_key_hints(planner: Planner) -> tuple[KeyHint, ...]:
    """List what the keys do now, the most needed first."""
    if planner.has_class("-finding"):
        return (
            hint_at("enter", _("Stay there"), _("enter")),
            hint_at("tab", _("Filters")),
            hint_at("down", _("Next"), "↓"),
            hint_at("up", _("Previous"), "↑"),
            hint_at("escape", _("Go back"), "esc", stays=True),
        )
    if planner.grid.has_focus:
        return (*list_command_hints(planner),)
    there = hint_at("enter", _("Go there"), _("enter")), _make_hint_of_return(planner)
    without = _OF_THE_GRID | (OF_ONE if planner.is_pointed_elsewhere else frozenset())
    return (*there, *list_command_hints(planner, without=without))


def _make_hint_of_return(planner: Planner) -> KeyHint:
    close = next(command for command in planner.commands if command.id == "dismiss")
    return KeyHint(close.shown, _("To the grid"), f"screen.{close.action}")


def list_command_hints(
    planner: Planner, *, only: Collection[str] | None = None, without: Collection[str] = ()
) -> Iterator[KeyHint]:
    """List what commands do now: all of them, or those of some ids; a click gives them."""
    for command in sorted(planner.commands, key=lambda one: one.rank):
        is_asked = command.id in only if only is not None else command.id not in without
        label = command.tell_now(planner) if command.rank and command.shown and is_asked else ""
        if label:
            stays = command.id in _LAST
            yield KeyHint(command.shown, label, f"screen.{command.action}", stays)
