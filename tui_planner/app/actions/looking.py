"""What the commands do that show something else over the grid."""

from tui_planner.app.content.help_text import list_help
from tui_planner.app.controllers.planner import Planner
from tui_planner.app.screens.agenda_screen import AgendaScreen
from tui_planner.app.screens.details_screen import DetailsScreen
from tui_planner.app.screens.help_screen import HelpScreen


def open_details(planner: Planner) -> None:
    """Show everything about what is under the cursor; from an overview, go in there."""
    if planner.grid.is_overview:
        planner.grid.zoom(finer=True)
    elif planner.grid.cursor is not None:
        planner.app.push_screen(DetailsScreen(planner))


def show_agenda(planner: Planner) -> None:
    """Show the whole event as a list, to go to any of it."""

    def go(id_: str | None) -> None:
        if id_:
            planner.go_to(id_)

    planner.app.push_screen(AgendaScreen(planner), go)


def show_help(planner: Planner) -> None:
    """Show the keys and the signs."""
    planner.app.push_screen(HelpScreen(list_help(planner.commands, planner.grid.glyphs)))
