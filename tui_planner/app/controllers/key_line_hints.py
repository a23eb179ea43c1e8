"""What stands in the key line of the main screen: what each key does where one is now."""

from collections.abc import Iterator

from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.support.i18n import _

from .planner import Planner

_LAST = ("help", "quit")
"""What stands at the end, however narrow the line is."""
_OF_THE_GRID = ("open", "dismiss")
"""The commands whose keys do something else in a list beside the grid."""


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
        return (*_list_commands(planner),)
    there = hint_at("enter", _("Go there"), _("enter")), _make_hint_of_return(planner)
    return (*there, *_list_commands(planner, without=_OF_THE_GRID))


def _make_hint_of_return(planner: Planner) -> KeyHint:
    close = next(command for command in planner.commands if command.id == "dismiss")
    return KeyHint(close.shown, _("To the grid"), f"screen.{close.action}")


def _list_commands(planner: Planner, without: tuple[str, ...] = ()) -> Iterator[KeyHint]:
    ranked = (one for one in planner.commands if one.rank and one.shown and one.id not in without)
    for command in sorted(ranked, key=lambda one: one.rank):
        if label := command.tell_now(planner):
            stays = command.id in _LAST
            yield KeyHint(command.shown, label, f"screen.{command.action}", stays)
