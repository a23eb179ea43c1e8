"""The commands that hide, pin and move lanes."""

from ...i18n import _
from ..command import Command
from ..planner import Planner
from ..rooms_screen import RoomsScreen


def _list_rooms(planner: Planner) -> None:
    """List the rooms of the day, to go to one."""
    rooms = planner.lanes.rooms
    if not rooms:
        planner.conversation.say(_("The programme has no rooms."))
        return

    def go(number: int | None) -> None:
        if number is not None:
            planner.lanes.go_to(planner.lanes.rooms[number])

    planner.app.push_screen(RoomsScreen(planner), go)


COMMANDS = (
    Command("rooms", "r", _list_rooms, _("Rooms"),
            _("The rooms of the day: go to one, hide, pin or move it."), "r"),
    Command("hide-room", "x", lambda planner: planner.lanes.toggle_hidden(planner.lanes.here),
            _("Hide room"), _("Hide the lane under the cursor; r shows it again."), "x"),
    Command("pin-room", "i", lambda planner: planner.lanes.toggle_pinned(planner.lanes.here),
            _("Pin room"), _("Keep the lane under the cursor in sight, or let it go."), "i"),
    Command("room-left", "less_than_sign",
            lambda planner: planner.lanes.move(planner.lanes.here, -1),
            _("Room left"), _("Move the lane under the cursor to the left."), "<"),
    Command("room-right", "greater_than_sign",
            lambda planner: planner.lanes.move(planner.lanes.here, 1),
            _("Room right"), _("Move the lane under the cursor to the right."), ">"),
    Command("my-rooms", "M", lambda planner: planner.lanes.toggle_only_mine(), _("My rooms"),
            _("Only the rooms in which you chose something, or all."), "M"),
)  # fmt: skip
