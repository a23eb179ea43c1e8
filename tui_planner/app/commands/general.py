"""The commands for the app as a whole."""

from tui_planner.app.content.key_hints import QUIT_KEYS
from tui_planner.app.controllers.planner import Planner
from tui_planner.support.i18n import _

from .command import Command, CommandGroup


def _show_help(planner: Planner) -> None:
    from tui_planner.app.actions.looking import show_help

    show_help(planner)


GROUP = CommandGroup(
    place=70,
    commands=(
        Command("palette", "colon,ctrl+p", lambda planner: planner.app.action_command_palette(),
                _("Commands"), _("Every command by its name, and the colour themes."), ":",
                rank=12, is_answer=True),
        Command("redraw", "ctrl+l", lambda planner: planner.draw_anew(), _("Redraw"),
                _("Draw all anew, where something wrote over it."), "ctrl+l"),
        Command("help", "question_mark,f1", _show_help, _("Help"),
                _("The keys and the signs."), "?", rank=30),
        Command("quit", QUIT_KEYS, lambda planner: planner.leave(), _("Quit"),
                _("Leave; what you chose is kept."), "q", rank=31),
    ),
)  # fmt: skip
