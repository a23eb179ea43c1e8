"""The commands that find something in the programme."""

from tui_planner.app.content.key_hints import Topic
from tui_planner.app.controllers.planner import Planner
from tui_planner.support.i18n import _

from .command import Command, CommandGroup


def _show_agenda(planner: Planner) -> None:
    from tui_planner.app.actions.looking import show_agenda

    show_agenda(planner)


GROUP = CommandGroup(
    place=15,
    topic=Topic.FIND,
    commands=(
        Command("find", "slash", lambda planner: planner.open_search(), _("Find"),
                _("Find by any words, and by filters; tab lists them."), "/",
                rank=7),
        Command("agenda", "A", _show_agenda, _("Agenda"),
                _("The whole event, all days, as a list to go to any of it."), "A",
                rank=13),
    ),
)  # fmt: skip
