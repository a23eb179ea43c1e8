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


def _tell_folding(planner: Planner) -> str:
    return _("Folded rooms") if planner.has_class("-filtered") else ""


def _tell_hiding(planner: Planner) -> str:
    return _("Hide room") if planner.lanes.here in planner.lanes.rooms else ""


def _tell_pinning(planner: Planner) -> str:
    return _("Pin room") if planner.lanes.here in planner.lanes.rooms else ""


GROUP = CommandGroup(
    place=50,
    commands=(
        Command("zoom-in", "plus,equals_sign", _zoom_in, _("Zoom in"),
                _("Finer rows, down to a minute each."), "+", rank=19),
        Command("zoom-out", "minus", _zoom_out, _("Zoom out"),
                _("Coarser rows; at last, all rooms at a glance."), "-", rank=20),
        Command("zoom-fit", "0", lambda planner: planner.grid.show_scale(None), _("Fit"),
                _("The rows that the day can best be read in."), "0",
                idle=_("These are the rows that the day can best be read in.")),
        Command("rooms", "r", _list_rooms, _("Rooms"),
                _("The rooms of the day: go to one, hide, pin or move it."), "r",
                rank=16, now=lambda planner: _("Rooms") if planner.lanes.rooms else ""),
        Command("hide-room", "x", lambda planner: planner.lanes.toggle_hidden(planner.lanes.here),
                _("Hide room"), _("Hide the lane under the cursor; {key} shows it again."), "x",
                rank=22, now=_tell_hiding, about_key="rooms"),
        Command("pin-room", "i", lambda planner: planner.lanes.toggle_pinned(planner.lanes.here),
                _("Pin room"), _("Keep the lane under the cursor in sight, or let it go."), "i",
                rank=23, now=_tell_pinning),
        Command("room-left", "less_than_sign",
                lambda planner: planner.lanes.move(planner.lanes.here, -1),
                _("Room left"), _("Move the lane under the cursor to the left."), "<",
                idle=_("This lane can go no further.")),
        Command("room-right", "greater_than_sign",
                lambda planner: planner.lanes.move(planner.lanes.here, 1),
                _("Room right"), _("Move the lane under the cursor to the right."), ">",
                idle=_("This lane can go no further.")),
        Command("my-rooms", "M", lambda planner: planner.lanes.toggle_only_mine(), _("My rooms"),
                _("Only the rooms in which you chose something, or all."), "M",
                rank=21, now=lambda planner: _("My rooms") if planner.editor.now.chosen else ""),
        Command("folded-rooms", "z", lambda planner: planner.lanes.toggle_folded(),
                _("Folded rooms"), _("Show the rooms without what a filter leaves, or none."), "z",
                rank=2, now=_tell_folding),
    ),
)  # fmt: skip
