"""What the command for the rooms does: list them, to go to one."""

from tui_planner.app.controllers.planner import Planner
from tui_planner.app.screens.rooms_screen import RoomsScreen
from tui_planner.layout.day.lane_order import RoomKey
from tui_planner.support.i18n import _


def list_rooms(planner: Planner) -> None:
    """List the rooms of the day, to go to one."""
    rooms = planner.lanes.rooms
    if not rooms:
        planner.prompts.say(_("The programme has no rooms."))
        return

    def go(room: tuple[RoomKey] | None) -> None:
        if room is not None and room[0] in planner.lanes.rooms:
            planner.lanes.go_to(room[0])

    planner.app.push_screen(RoomsScreen(planner), go)
