"""What the command for the rooms does: list them, to go to one."""

from tui_planner.app.controllers.planner import Planner
from tui_planner.app.screens.rooms_screen import RoomsScreen
from tui_planner.support.i18n import _


def list_rooms(planner: Planner) -> None:
    """List the rooms of the day, to go to one."""
    rooms = planner.lanes.rooms
    if not rooms:
        planner.prompts.say(_("The programme has no rooms."))
        return

    def go(number: int | None) -> None:
        if number is not None:
            planner.lanes.go_to(planner.lanes.rooms[number])

    planner.app.push_screen(RoomsScreen(planner), go)
