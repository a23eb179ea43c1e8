"""The commands that change what is chosen, and deal with what clashes."""

from tui_planner.app.controllers.planner import Planner
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


GROUP = CommandGroup(
    place=10,
    commands=(
        Command("choose", "space", _choose, _("Choose"),
                _("Choose the session under the cursor, or drop it."), _("space"), in_line=True,
                idle=_("There is nothing here.")),
        Command("priority", "p", _change_priority, _("Priority"),
                _("How much it matters: want, must, maybe."), "p"),
        Command("undo", "u", _undo, _("Undo"), _("Take the last change back."), "u"),
        Command("redo", "ctrl+r", _redo, _("Redo"), _("Make it again."), "ctrl+r"),
        Command("next-clash", "n", _go_to_next_clash, _("Clash"),
                _("Go to the next clash."), "n", in_line=True),
        Command("previous-clash", "N", _go_to_previous_clash, _("Previous clash"),
                _("Go to the previous clash."), "N"),
        Command("ways", "o", _show_ways, _("Ways out"),
                _("All ways out of the clash, with what each costs."), "o"),
    ),
)  # fmt: skip
