"""The commands that move the cursor."""

from tui_planner.app.content.key_hints import Topic
from tui_planner.app.controllers.planner import Planner
from tui_planner.layout.cursor.navigation import Direction
from tui_planner.support.i18n import _

from .command import Command, CommandGroup


def _has_later_day(planner: Planner) -> bool:
    days = planner.editor.programme.days
    return len(days) > 1 and planner.grid.day != days[-1].date


GROUP = CommandGroup(
    place=40,
    topic=Topic.MOVE,
    commands=(
        Command("left", "left,h", lambda planner: planner.grid.move(Direction.LEFT), _("Left"),
                _("The nearest session to the left."), "← h",
                idle=_("There is nothing further to the left.")),
        Command("down", "down,j", lambda planner: planner.grid.move(Direction.DOWN), _("Down"),
                _("The nearest session below."), "↓ j",
                idle=_("There is nothing further down.")),
        Command("up", "up,k", lambda planner: planner.grid.move(Direction.UP), _("Up"),
                _("The nearest session above."), "↑ k",
                idle=_("There is nothing further up.")),
        Command("right", "right,l", lambda planner: planner.grid.move(Direction.RIGHT), _("Right"),
                _("The nearest session to the right."), "→ l",
                idle=_("There is nothing further to the right.")),
        Command("first", "g,home", lambda planner: planner.grid.go_to_end(last=False), _("First"),
                _("The first of the day."), "g",
                idle=_("This is the first of the day.")),
        Command("last", "G,end", lambda planner: planner.grid.go_to_end(last=True), _("Last"),
                _("The last of the day."), "G",
                idle=_("This is the last of the day.")),
        Command("page-down", "pagedown,ctrl+d", lambda planner: planner.grid.page(1),
                _("Page down"), _("A screen further."), _("page down"),
                idle=_("There is nothing further down.")),
        Command("page-up", "pageup,ctrl+u", lambda planner: planner.grid.page(-1),
                _("Page up"), _("A screen back."), _("page up"),
                idle=_("There is nothing further up.")),
        Command("lanes-right", "shift+right,L", lambda planner: planner.grid.page_sideways(1),
                _("Rooms right"), _("A screen of rooms further to the right."), _("shift →"),
                idle=_("There are no rooms further to the right.")),
        Command("lanes-left", "shift+left,H", lambda planner: planner.grid.page_sideways(-1),
                _("Rooms left"), _("A screen of rooms back to the left."), _("shift ←"),
                idle=_("There are no rooms further to the left.")),
        Command("next-day", "d", lambda planner: planner.show_day(1), _("Next day"),
                _("The next day, where there are several."), "d",
                rank=11, now=lambda planner: _("Next day") if _has_later_day(planner) else ""),
        Command("previous-day", "D", lambda planner: planner.show_day(-1), _("Previous day"),
                _("The day before."), "D"),
        Command("now", "t", lambda planner: planner.show_now(), _("Now"),
                _("Go to what is on now, on the day itself."), "t"),
    ),
)  # fmt: skip
