"""The keys that answer what is asked below the grid."""

from collections.abc import Callable

from tui_planner.app.content.key_hints import WAY_COMMANDS, NamedCommand, Topic
from tui_planner.app.controllers.planner import Planner
from tui_planner.support.i18n import _

from .command import Command, CommandGroup


def _answer(command: NamedCommand) -> Callable[[Planner], None]:
    return lambda planner: planner.prompts.answer(command)


def _tell_close(planner: Planner) -> str:
    prompt = planner.prompts.prompt
    is_free = prompt is None or prompt.is_passing
    return _("Show all") if is_free and planner.has_class("-filtered") else ""


GROUP = CommandGroup(
    place=60,
    topic=Topic.CHOOSE,
    commands=(
        *(
            Command(way, key, _answer(way), _("Way out"),
                    _("Take the way out of a clash that has this number."), key, is_answer=True,
                    idle=_("Nothing is asked that this key answers."))
            for key, way in zip("123456789", WAY_COMMANDS, strict=True)
        ),
        Command("confirm", "y", _answer("confirm"), _("Yes"),
                _("Yes: choose what is full, cancelled or by invitation."), "y", is_answer=True,
                idle=_("Nothing is asked that this key answers.")),
        Command("dismiss", "escape", lambda planner: planner.close(), _("Close"),
                _("Close what is open; of a clash, both stay chosen."), "esc",
                rank=1, now=_tell_close, is_answer=True, idle=_("Nothing is open.")),
    ),
)  # fmt: skip
