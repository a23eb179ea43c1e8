"""The answers to what the app asks below the grid."""

from functools import partial

from ...i18n import _
from ..command import Command
from ..planner import Planner
from ..prompts import MOST_WAYS


def _answer(planner: Planner, key: str) -> None:
    planner.conversation.answer(key)


def _close(planner: Planner) -> None:
    planner.close()


COMMANDS = (
    *(
        Command(f"way-{key}", key, partial(_answer, key=key), _("Way out"),
                _("Take the way out of a clash that has this number."), key, is_answer=True)
        for key in map(str, range(1, MOST_WAYS + 1))
    ),
    Command("confirm", "y", partial(_answer, key="y"), _("Yes"),
            _("Yes: choose what is full, cancelled or by invitation."), "y", is_answer=True),
    Command("dismiss", "escape", _close, _("Close"),
            _("Close what is open; of a clash, both stay chosen."), "esc",
            is_answer=True),
)  # fmt: skip
