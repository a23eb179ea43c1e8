"""What the commands do that make rows longer or shorter."""

from tui_planner.app.controllers.planner import Planner
from tui_planner.support.i18n import _


def zoom(planner: Planner, *, finer: bool) -> None:
    """Make rows shorter or longer."""
    if not planner.grid.zoom(finer=finer):
        none = _("There are no finer rows.")
        if planner.grid.is_overview:
            none = _("These are all rooms at a glance: {key} goes in.")
            none = none.format(key=planner.key("zoom-in"))
        elif not finer:
            none = _("There are no coarser rows: what only touches would look as if it overlapped.")
        planner.prompts.say(none)
