"""The commands that arrange the rows and the lanes of the grid."""

from tui_planner.app.controllers.planner import Planner
from tui_planner.support.i18n import _

from .command import Command, CommandGroup


def _zoom_in(planner: Planner) -> None:
    from tui_planner.app.actions.zooming import zoom

    zoom(planner, finer=True)


def _zoom_out(planner: Planner) -> None:
    from tui_planner.app.actions.zooming import zoom

    zoom(planner, finer=False)


def _list_rooms(planner: Planner) -> None:
    from tui_planner.app.actions.arranging import list_rooms

    list_rooms(planner)


GROUP = CommandGroup(
    place=50,
    commands=(
        Command("zoom-in", "plus,equals_sign", _zoom_in, _("Zoom in"),
                _("Finer rows, down to a minute each."), "+"),
        Command("zoom-out", "minus", _zoom_out, _("Zoom out"),
                _("Coarser rows; at last, all rooms at a glance."), "-"),
        Command("zoom-fit", "0", lambda planner: planner.grid.show_scale(None), _("Fit"),
                _("The rows that the day can best be read in."), "0",
                idle=_("These are the rows that the day can best be read in.")),
        Command("rooms", "r", _list_rooms, _("Rooms"),
                _("The rooms of the day: go to one, hide, pin or move it."), "r"),
        Command("hide-room", "x", lambda planner: planner.lanes.toggle_hidden(planner.lanes.here),
                _("Hide room"), _("Hide the lane under the cursor; {key} shows it again."), "x",
                about_key="rooms"),
        Command("pin-room", "i", lambda planner: planner.lanes.toggle_pinned(planner.lanes.here),
                _("Pin room"), _("Keep the lane under the cursor in sight, or let it go."), "i"),
        Command("room-left", "less_than_sign",
                lambda planner: planner.lanes.move(planner.lanes.here, -1),
                _("Room left"), _("Move the lane under the cursor to the left."), "<",
                idle=_("This lane can go no further.")),
        Command("room-right", "greater_than_sign",
                lambda planner: planner.lanes.move(planner.lanes.here, 1),
                _("Room right"), _("Move the lane under the cursor to the right."), ">",
                idle=_("This lane can go no further.")),
        Command("my-rooms", "M", lambda planner: planner.lanes.toggle_only_mine(), _("My rooms"),
                _("Only the rooms in which you chose something, or all."), "M"),
        Command("folded-rooms", "z", lambda planner: planner.lanes.toggle_folded(),
                _("Folded rooms"), _("Show the rooms without what a filter leaves, or none."), "z"),
    ),
)  # fmt: skip
