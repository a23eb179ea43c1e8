"""What the command does that proposes the best day."""

from typing import TYPE_CHECKING

from tui_planner.app.controllers.planner import Planner
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.support.i18n import _

if TYPE_CHECKING:
    from tui_planner.app.screens.suggest_screen import Wanted


def suggest(planner: Planner) -> None:
    """Show how the day on the screen is best, and take it where the delegate does."""
    # The search for it is a tenth of what the app imports: the start does without.
    from tui_planner.app.screens.suggest_screen import SuggestScreen  # noqa: PLC0415
    from tui_planner.itinerary.suggestions.best_day import apply_suggestion  # noqa: PLC0415

    def take(wanted: "Wanted | None") -> None:
        if wanted is None:
            return
        programme = planner.editor.programme

        def change(itinerary: Itinerary) -> Itinerary:
            after = apply_suggestion(itinerary, wanted.suggestion, programme)
            return after._replace(likes=wanted.likes)

        planner.editor.change(change)
        planner.refresh_plan()
        if wanted.suggestion.add:
            planner.go_to(wanted.suggestion.add[0].session.id)
        planner.prompts.say(_("Taken. {key} takes all of it back.").format(key=planner.key("undo")))

    planner.app.push_screen(SuggestScreen(planner.editor.now.plan, planner.grid.day), take)
