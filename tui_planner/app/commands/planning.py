"""The commands for what is one's own: notes, appointments, presence, and the plan as a whole."""

from tui_planner.app.content.key_hints import Topic
from tui_planner.app.controllers.planner import Planner
from tui_planner.support.i18n import _

from .command import Command, CommandGroup


def _edit(planner: Planner) -> None:
    from tui_planner.app.actions.personal import edit

    edit(planner)


def _add(planner: Planner) -> None:
    from tui_planner.app.actions.personal import add_appointment

    add_appointment(planner)


def _fill_in_presence(planner: Planner) -> None:
    from tui_planner.app.actions.personal import fill_in_presence

    fill_in_presence(planner)


def _suggest(planner: Planner) -> None:
    from tui_planner.app.actions.suggesting import suggest

    suggest(planner)


def _go_to_change(planner: Planner) -> None:
    from tui_planner.app.actions.changes import go_to_change

    go_to_change(planner)


def _show_earlier(planner: Planner) -> None:
    from tui_planner.app.actions.restoring import show_earlier

    show_earlier(planner)


def _tell_edit(planner: Planner) -> str:
    thing, now = planner.grid.cursor, planner.editor.now
    if thing is None or thing.id not in now.own:
        return ""
    return _("Note") if thing.id in now.chosen else _("Edit")


GROUP = CommandGroup(
    place=30,
    topic=Topic.ORGANISE,
    commands=(
        Command("edit", "e", _edit, _("Edit"),
                _("A note on what is chosen; change an own appointment."), "e",
                rank=3, now=_tell_edit, idle=_("There is nothing here.")),
        Command("add", "a", _add, _("Appointment"),
                _("Add an appointment of your own."), "a", rank=15),
        Command("presence", "w", _fill_in_presence, _("When I am there"),
                _("When you arrive and leave."), "w", rank=18),
        Command("suggest", "s", _suggest, _("Suggest"),
                _("Propose the best day, and say why."), "s", rank=14),
        Command("changes", "c", _go_to_change, _("Changes"),
                _("What has changed in the programme of what you chose."), "c",
                rank=10, now=lambda planner: _("Changes") if planner.editor.now.is_changed else ""),
        Command("earlier", "U", _show_earlier, _("Earlier"),
                _("Go back to an earlier state of your choices."), "U", rank=24),
    ),
)  # fmt: skip
