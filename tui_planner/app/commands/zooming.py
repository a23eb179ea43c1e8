"""The commands that make rows longer or shorter."""

from ...i18n import _
from ..command import Command
from ..planner import Planner


def _zoom(planner: Planner, *, finer: bool) -> None:
    if not planner.grid.zoom(finer=finer):
        none = _("There are no finer rows.")
        if not finer:
            none = _("There are no coarser rows: what only touches would look as if it overlapped.")
        planner.conversation.say(none)


COMMANDS = (
    Command("zoom-in", "plus,equals_sign", lambda planner: _zoom(planner, finer=True), _("Zoom in"),
            _("Finer rows, down to a minute each."), "+"),
    Command("zoom-out", "minus", lambda planner: _zoom(planner, finer=False), _("Zoom out"),
            _("Coarser rows, up to an hour each."), "-"),
    Command("zoom-fit", "0", lambda planner: planner.grid.show_scale(None), _("Fit"),
            _("The rows that the day can best be read in."), "0"),
)  # fmt: skip
