"""The commands that show something else over the grid."""

from ...i18n import _
from ...wording import long_date
from ..agenda_screen import AgendaScreen
from ..details_text import details
from ..help_text import help_content
from ..planner import Planner
from ..text_screen import TextScreen


def open_details(planner: Planner) -> None:
    """Show everything about what is under the cursor."""
    if (thing := planner.grid.cursor) is not None:
        content = details(thing, planner.desk)
        planner.app.push_screen(TextScreen(long_date(thing.day), content))


def show_agenda(planner: Planner) -> None:
    """Show the whole event as a list, to go to any of it."""
    grid, now = planner.grid, planner.desk.now

    def go(id_: str | None) -> None:
        if id_:
            planner.go_to(id_)

    at = grid.cursor.id if grid.cursor is not None else ""
    planner.app.push_screen(AgendaScreen(grid.programme, now, grid.glyphs, at), go)


def show_help(planner: Planner) -> None:
    """Show the keys and the signs."""
    content = help_content(planner.commands, planner.grid.glyphs)
    planner.app.push_screen(TextScreen(_("Help"), content))
