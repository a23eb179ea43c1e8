"""The commands that show something else, and the end."""

from ...i18n import _
from ...wording import long_date
from ..command import Command
from ..details_text import details
from ..planner import Planner
from ..text_screen import TextScreen


def open_details(planner: Planner) -> None:
    """Show everything about what is under the cursor."""
    if (thing := planner.grid.cursor) is not None:
        content = details(thing, planner.desk)
        planner.app.push_screen(TextScreen(long_date(thing.day), content))


def _palette(planner: Planner) -> None:
    planner.app.action_command_palette()


COMMANDS = (
    Command("open", "enter", open_details, _("Open"),
            _("Everything about the session under the cursor."), _("enter"), in_line=True),
    Command("find", "slash", lambda planner: planner.open_search(), _("Find"),
            _("Find by any words, and by filters; tab lists them."), "/", in_line=True),
    Command("my-day", "m", lambda planner: planner.show_my_day(), _("My day"),
            _("Show or hide your day."), "m", in_line=True),
    Command("agenda", "A", lambda planner: planner.show_agenda(), _("Agenda"),
            _("The whole event, all days, as a list to go to any of it."), "A"),
    Command("findings", "f", lambda planner: planner.show_findings(), _("Findings"),
            _("What the check finds in the programme."), "f"),
)  # fmt: skip

LAST = (
    Command("palette", "colon,ctrl+p", _palette, _("Commands"),
            _("Every command by its name, and the colour themes."), ":", is_answer=True),
    Command("help", "question_mark,f1", lambda planner: planner.show_help(), _("Help"),
            _("The keys and the signs."), "?", in_line=True),
    Command("quit", "q,ctrl+q", lambda planner: planner.leave(), _("Quit"),
            _("Leave; what you chose is kept."), "q", in_line=True),
)  # fmt: skip
