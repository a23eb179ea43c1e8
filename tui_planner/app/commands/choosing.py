"""The commands that change what is chosen."""

from functools import partial

from ...i18n import _
from ..command import Command
from ..planner import Planner


def choose(planner: Planner) -> None:
    """Choose or drop what is under the cursor."""
    if (thing := planner.grid.cursor) is not None:
        planner.conversation.choose_or_drop(thing)


def _go_to_clash(planner: Planner, step: int) -> None:
    planner.conversation.go_to_clash(step)


def _undo(planner: Planner) -> None:
    planner.conversation.undo()


def _redo(planner: Planner) -> None:
    planner.conversation.redo()


COMMANDS = (
    Command("choose", "space", choose, _("Choose"),
            _("Choose the session under the cursor, or drop it."), _("space"), in_line=True),
    Command("next-clash", "n", partial(_go_to_clash, step=1), _("Clash"),
            _("Go to the next clash."), "n", in_line=True),
    Command("previous-clash", "N", partial(_go_to_clash, step=-1), _("Previous clash"),
            _("Go to the previous clash."), "N"),
    Command("undo", "u", _undo, _("Undo"), _("Take the last change back."), "u"),
    Command("redo", "ctrl+r", _redo, _("Redo"), _("Make it again."), "ctrl+r"),
)  # fmt: skip
