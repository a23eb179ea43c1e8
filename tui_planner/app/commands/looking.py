"""The commands that show more of what is there."""

from tui_planner.app.controllers.planner import Planner
from tui_planner.support.i18n import _

from .command import Command, CommandGroup


def _open_details(planner: Planner) -> None:
    from tui_planner.app.actions.looking import open_details

    open_details(planner)


GROUP = CommandGroup(
    place=20,
    commands=(
        Command("open", "enter", _open_details, _("Open"),
                _("Everything about the session under the cursor."), _("enter"),
                rank=6),
        Command("my-day", "m", lambda planner: planner.show_my_day(), _("My day"),
                _("Show or hide your day."), "m", rank=8),
        Command("findings", "f", lambda planner: planner.show_findings(), _("Findings"),
                _("What the check finds in the programme."), "f", rank=17),
        Command("refresh", "R,f5", lambda planner: planner.refresh_programme(), _("Refresh"),
                _("Fetch the programme from its address again."), "R"),
    ),
)  # fmt: skip
