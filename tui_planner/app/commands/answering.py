"""The keys that answer what is asked below the grid."""

from collections.abc import Callable

from tui_planner.app.content.prompts import MOST_WAYS
from tui_planner.app.controllers.planner import Planner
from tui_planner.support.i18n import _

from .command import Command, CommandGroup


def _answer(key: str) -> Callable[[Planner], None]:
    return lambda planner: planner.prompts.answer(key)


GROUP = CommandGroup(
    place=60,
    commands=(
        *(
            Command(f"way-{key}", key, _answer(key), _("Way out"),
                    _("Take the way out of a clash that has this number."), key, is_answer=True)
            for key in map(str, range(1, MOST_WAYS + 1))
        ),
        Command("confirm", "y", _answer("y"), _("Yes"),
                _("Yes: choose what is full, cancelled or by invitation."), "y", is_answer=True),
        Command("dismiss", "escape", lambda planner: planner.close(), _("Close"),
                _("Close what is open; of a clash, both stay chosen."), "esc", is_answer=True),
    ),
)  # fmt: skip
