"""Every command of the app, in the order in which the help lists them.

The module of a command is imported only when it first runs: most starts need none of them.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from tui_planner.app.content.key_hints import QUIT_KEYS
from tui_planner.app.content.prompts import MOST_WAYS
from tui_planner.app.controllers.planner import Planner
from tui_planner.layout.cursor.navigation import Direction
from tui_planner.support.i18n import _

from .command import Command


def _by(module: str, function: str, **how: object) -> Callable[[Planner], None]:
    """A command that a function of a module here does, which may be told how."""

    def run(planner: Planner) -> None:
        getattr(import_module(f"{__package__}.{module}"), function)(planner, **how)

    return run


_OF_CHOICES = (
    Command("choose", "space", _by("choosing", "choose_or_drop"), _("Choose"),
            _("Choose the session under the cursor, or drop it."), _("space"), in_line=True),
    Command("priority", "p", _by("choosing", "change_priority"), _("Priority"),
            _("How much it matters: want, must, maybe."), "p"),
    Command("undo", "u", _by("choosing", "undo"), _("Undo"), _("Take the last change back."), "u"),
    Command("redo", "ctrl+r", _by("choosing", "redo"), _("Redo"), _("Make it again."), "ctrl+r"),
    Command("next-clash", "n", _by("clashing", "go_to_clash", step=1), _("Clash"),
            _("Go to the next clash."), "n", in_line=True),
    Command("previous-clash", "N", _by("clashing", "go_to_clash", step=-1), _("Previous clash"),
            _("Go to the previous clash."), "N"),
    Command("ways", "o", _by("clashing", "show_ways"), _("Ways out"),
            _("All ways out of the clash, with what each costs."), "o"),
)  # fmt: skip

_OF_LOOKING = (
    Command("open", "enter", _by("looking", "open_details"), _("Open"),
            _("Everything about the session under the cursor."), _("enter"), in_line=True),
    Command("find", "slash", lambda planner: planner.open_search(), _("Find"),
            _("Find by any words, and by filters; tab lists them."), "/", in_line=True),
    Command("my-day", "m", lambda planner: planner.show_my_day(), _("My day"),
            _("Show or hide your day."), "m", in_line=True),
    Command("agenda", "A", _by("looking", "show_agenda"), _("Agenda"),
            _("The whole event, all days, as a list to go to any of it."), "A"),
    Command("findings", "f", lambda planner: planner.show_findings(), _("Findings"),
            _("What the check finds in the programme."), "f"),
)  # fmt: skip

_OF_WHAT_IS_OWN = (
    Command("edit", "e", _by("personal", "edit"), _("Edit"),
            _("A note on what is chosen; change an own appointment."), "e"),
    Command("add", "a", _by("personal", "add_appointment"), _("Appointment"),
            _("Add an appointment of your own."), "a"),
    Command("presence", "w", _by("personal", "fill_in_presence"), _("When I am there"),
            _("When you arrive and leave."), "w"),
    Command("suggest", "s", _by("suggesting", "suggest"), _("Suggest"),
            _("Propose the best day, and say why."), "s"),
    Command("changes", "c", _by("changes", "go_to_change"), _("Changes"),
            _("What has changed in the programme of what you chose."), "c"),
    Command("earlier", "U", _by("restoring", "show_earlier"), _("Earlier"),
            _("Go back to an earlier state of your choices."), "U"),
)  # fmt: skip

_OF_THE_CURSOR = (
    Command("left", "left,h", lambda planner: planner.grid.move(Direction.LEFT), _("Left"),
            _("The nearest session to the left."), "← h"),
    Command("down", "down,j", lambda planner: planner.grid.move(Direction.DOWN), _("Down"),
            _("The nearest session below."), "↓ j"),
    Command("up", "up,k", lambda planner: planner.grid.move(Direction.UP), _("Up"),
            _("The nearest session above."), "↑ k"),
    Command("right", "right,l", lambda planner: planner.grid.move(Direction.RIGHT), _("Right"),
            _("The nearest session to the right."), "→ l"),
    Command("first", "g,home", lambda planner: planner.grid.go_to_end(last=False), _("First"),
            _("The first of the day."), "g"),
    Command("last", "G,end", lambda planner: planner.grid.go_to_end(last=True), _("Last"),
            _("The last of the day."), "G"),
    Command("page-down", "pagedown,ctrl+d", lambda planner: planner.grid.page(1), _("Page down"),
            _("A screen further."), _("page down")),
    Command("page-up", "pageup,ctrl+u", lambda planner: planner.grid.page(-1), _("Page up"),
            _("A screen back."), _("page up")),
    Command("lanes-right", "shift+right,L", lambda planner: planner.grid.page_sideways(1),
            _("Rooms right"), _("A screen of rooms further to the right."), _("shift →")),
    Command("lanes-left", "shift+left,H", lambda planner: planner.grid.page_sideways(-1),
            _("Rooms left"), _("A screen of rooms back to the left."), _("shift ←")),
    Command("next-day", "d", lambda planner: planner.show_day(1), _("Next day"),
            _("The next day, where there are several."), "d"),
    Command("previous-day", "D", lambda planner: planner.show_day(-1), _("Previous day"),
            _("The day before."), "D"),
    Command("now", "t", lambda planner: planner.show_now(), _("Now"),
            _("Go to what is on now, on the day itself."), "t"),
)  # fmt: skip

_OF_ROWS_AND_LANES = (
    Command("zoom-in", "plus,equals_sign", _by("zooming", "zoom", finer=True), _("Zoom in"),
            _("Finer rows, down to a minute each."), "+"),
    Command("zoom-out", "minus", _by("zooming", "zoom", finer=False), _("Zoom out"),
            _("Coarser rows, up to an hour each."), "-"),
    Command("zoom-fit", "0", lambda planner: planner.grid.show_scale(None), _("Fit"),
            _("The rows that the day can best be read in."), "0"),
    Command("rooms", "r", _by("arranging", "list_rooms"), _("Rooms"),
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


def _answer(key: str) -> Callable[[Planner], None]:
    return lambda planner: planner.prompts.answer(key)


_ANSWERS = (
    *(
        Command(f"way-{key}", key, _answer(key), _("Way out"),
                _("Take the way out of a clash that has this number."), key, is_answer=True)
        for key in map(str, range(1, MOST_WAYS + 1))
    ),
    Command("confirm", "y", _answer("y"), _("Yes"),
            _("Yes: choose what is full, cancelled or by invitation."), "y", is_answer=True),
    Command("dismiss", "escape", lambda planner: planner.close(), _("Close"),
            _("Close what is open; of a clash, both stay chosen."), "esc", is_answer=True),
)  # fmt: skip

_LAST = (
    Command("palette", "colon,ctrl+p", lambda planner: planner.app.action_command_palette(),
            _("Commands"), _("Every command by its name, and the colour themes."), ":",
            is_answer=True),
    Command("redraw", "ctrl+l", lambda planner: planner.draw_anew(), _("Redraw"),
            _("Draw all anew, where something wrote over it."), "ctrl+l"),
    Command("help", "question_mark,f1", _by("looking", "show_help"), _("Help"),
            _("The keys and the signs."), "?", in_line=True),
    Command("quit", QUIT_KEYS, lambda planner: planner.leave(), _("Quit"),
            _("Leave; what you chose is kept."), "q", in_line=True),
)  # fmt: skip

COMMANDS: Sequence[Command] = (
    *_OF_CHOICES,
    *_OF_LOOKING,
    *_OF_WHAT_IS_OWN,
    *_OF_THE_CURSOR,
    *_OF_ROWS_AND_LANES,
    *_ANSWERS,
    *_LAST,
)

COMMAND_BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
