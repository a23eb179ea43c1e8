"""What the command does that brings an earlier state of the choices back."""

from tui_planner.app.content.key_hints import hint_at
from tui_planner.app.controllers.planner import Planner
from tui_planner.app.screens.list_screen import ListRow, ListScreen
from tui_planner.itinerary.editing.difference import describe_difference, describe_end
from tui_planner.support.i18n import _


def show_earlier(planner: Planner) -> None:
    """List the changes made before, the latest first, to go back to before one."""
    states = planner.editor.list_earlier()
    if not states:
        planner.prompts.say(_("There is no earlier state of your choices."))
        return

    def restore(number: int | None) -> None:
        if number is None:
            return
        planner.editor.change(lambda _now: states[number].itinerary)
        planner.refresh_plan()
        planner.prompts.say(
            _("Your choices are as they were then. {key} takes it back.").format(
                key=planner.key("undo")
            )
        )

    afters = [planner.editor.now.plan.itinerary, *(state.itinerary for state in states)]
    rows = [
        ListRow(describe_end(state), describe_difference(state.itinerary, after))
        for state, after in zip(states, afters, strict=False)
    ]
    hints = (
        hint_at("enter", _("Go back to before it"), _("enter")),
        hint_at("escape", _("Leave it so"), "esc", stays=True),
    )
    title = _("What was changed, the latest first")
    planner.app.push_screen(ListScreen(title, rows, hints), restore)
