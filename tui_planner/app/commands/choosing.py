"""The commands that change what is chosen, and deal with what clashes."""

from tui_planner.app.content.key_hints import Topic
from tui_planner.app.controllers.planner import Planner
from tui_planner.programme.model import Block
from tui_planner.support.i18n import _

from .command import Command, CommandGroup


def _choose(planner: Planner) -> None:
    from tui_planner.app.actions.choosing import choose_or_drop

    choose_or_drop(planner)


def _change_priority(planner: Planner) -> None:
    from tui_planner.app.actions.choosing import change_priority

    change_priority(planner)


def _undo(planner: Planner) -> None:
    from tui_planner.app.actions.choosing import undo

    undo(planner)


def _redo(planner: Planner) -> None:
    from tui_planner.app.actions.choosing import redo

    redo(planner)


def _go_to_next_clash(planner: Planner) -> None:
    from tui_planner.app.actions.clashing import go_to_clash

    go_to_clash(planner, step=1)


def _go_to_previous_clash(planner: Planner) -> None:
    from tui_planner.app.actions.clashing import go_to_clash

    go_to_clash(planner, step=-1)


def _show_ways(planner: Planner) -> None:
    from tui_planner.app.actions.clashing import show_ways

    show_ways(planner)


def _tell_choice(planner: Planner) -> str:
    thing, now = planner.grid.cursor, planner.editor.now
    if thing is None or isinstance(thing, Block):
        return ""
    return _("Drop") if thing.id in now.own else _("Choose")


def _tell_previous_clash(planner: Planner) -> str:
    return _("Previous clash") if len(planner.editor.now.clashes) > 1 else ""


def _is_chosen(planner: Planner) -> bool:
    thing = planner.grid.cursor
    return thing is not None and thing.id in planner.editor.now.chosen


def _is_told_of(planner: Planner) -> bool:
    thing = planner.grid.cursor
    return thing is not None and thing.id in planner.editor.now.gravest


GROUP = CommandGroup(
    place=10,
    topic=Topic.CHOOSE,
    commands=(
        Command("choose", "space", _choose, _("Choose"),
                _("Choose the session under the cursor, or drop it."), _("space"),
                rank=1, now=_tell_choice, idle=_("There is nothing here.")),
        Command("priority", "p", _change_priority, _("Priority"),
                _("How much it matters: want, must, maybe."), "p",
                rank=2, now=lambda planner: _("Priority") if _is_chosen(planner) else ""),
        Command("undo", "u", _undo, _("Undo"), _("Take the last change back."), "u",
                rank=9, now=lambda planner: _("Undo") if planner.editor.can_undo else ""),
        Command("redo", "ctrl+r", _redo, _("Redo"), _("Make it again."), "ctrl+r"),
        Command("next-clash", "n", _go_to_next_clash, _("Clash"),
                _("Go to the next clash."), "n",
                rank=5, now=lambda planner: _("Clash") if planner.editor.now.clashes else ""),
        Command("previous-clash", "N", _go_to_previous_clash, _("Previous clash"),
                _("Go to the previous clash."), "N",
                rank=25, now=_tell_previous_clash),
        Command("ways", "o", _show_ways, _("Ways out"),
                _("All ways out of the clash, with what each costs."), "o",
                rank=4, now=lambda planner: _("Ways out") if _is_told_of(planner) else ""),
    ),
)  # fmt: skip
