"""What the command does that proposes the best day."""

from typing import TYPE_CHECKING

from tui_planner.app.controllers.planner import Planner
from tui_planner.support.i18n import _

if TYPE_CHECKING:
    from tui_planner.itinerary.suggestions.best_day import Suggestion


def suggest(planner: Planner) -> None:
    """Show how the day on the screen is best, and take it where the delegate does."""
    # The search for it is a tenth of what the app imports: the start does without.
    from tui_planner.app.screens.suggest_screen import SuggestScreen  # noqa: PLC0415
    from tui_planner.itinerary.suggestions.best_day import apply_suggestion  # noqa: PLC0415

    def keep(likes: tuple[str, ...]) -> None:
        planner.editor.change(lambda itinerary: itinerary._replace(likes=likes))
        planner.refresh_plan()

    def take(suggestion: "Suggestion | None") -> None:
        if suggestion is None:
            return
        programme = planner.editor.programme
        planner.editor.change(lambda now: apply_suggestion(now, suggestion, programme))
        planner.refresh_plan()
        if suggestion.add:
            planner.go_to(suggestion.add[0].session.id)
        planner.prompts.say(_("Taken. {key} takes all of it back.").format(key=planner.key("undo")))

    screen = SuggestScreen(planner.editor.now.plan, planner.grid.day, keep)
    planner.app.push_screen(screen, take)
