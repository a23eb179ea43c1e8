"""The commands that move the cursor."""

from functools import partial

from ...i18n import _
from ...layout.navigation import Direction
from ..command import Command
from ..planner import Planner


def _move(planner: Planner, direction: Direction) -> None:
    planner.grid.move(direction)


def _page(planner: Planner, screens: int) -> None:
    planner.grid.page(screens)


def _page_sideways(planner: Planner, screens: int) -> None:
    planner.grid.page_sideways(screens)


def _go_to_end(planner: Planner, *, last: bool) -> None:
    planner.grid.go_to_end(last=last)


COMMANDS = (
    Command("left", "left,h", partial(_move, direction=Direction.LEFT), _("Left"),
            _("The nearest session to the left."), "← h"),
    Command("down", "down,j", partial(_move, direction=Direction.DOWN), _("Down"),
            _("The nearest session below."), "↓ j"),
    Command("up", "up,k", partial(_move, direction=Direction.UP), _("Up"),
            _("The nearest session above."), "↑ k"),
    Command("right", "right,l", partial(_move, direction=Direction.RIGHT), _("Right"),
            _("The nearest session to the right."), "→ l"),
    Command("first", "g,home", partial(_go_to_end, last=False), _("First"),
            _("The first of the day."), "g"),
    Command("last", "G,end", partial(_go_to_end, last=True), _("Last"),
            _("The last of the day."), "G"),
    Command("page-down", "pagedown,ctrl+d", partial(_page, screens=1), _("Page down"),
            _("A screen further."), _("page down")),
    Command("page-up", "pageup,ctrl+u", partial(_page, screens=-1), _("Page up"),
            _("A screen back."), _("page up")),
    Command("lanes-right", "shift+right,L", partial(_page_sideways, screens=1),
            _("Rooms right"), _("A screen of rooms further to the right."), _("shift →")),
    Command("lanes-left", "shift+left,H", partial(_page_sideways, screens=-1),
            _("Rooms left"), _("A screen of rooms back to the left."), _("shift ←")),
    Command("next-day", "d", lambda planner: planner.show_day(1), _("Next day"),
            _("The next day, where there are several."), "d"),
    Command("previous-day", "D", lambda planner: planner.show_day(-1), _("Previous day"),
            _("The day before."), "D"),
    Command("now", "t", lambda planner: planner.show_now(), _("Now"),
            _("Go to what is on now, on the day itself."), "t"),
)  # fmt: skip
