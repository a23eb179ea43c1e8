"""What a command may do with the main screen."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol, TypeVar

from textual.app import App
from textual.widget import Widget

from tui_planner.app.content.key_hints import Keyed, NamedCommand
from tui_planner.app.widgets.grid import Grid
from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.programme.model import Programme

from .lane_controller import LaneController
from .prompt_controller import PromptController

AnyWidget = TypeVar("AnyWidget", bound=Widget)


class Planner(Protocol):
    """The main screen, as the commands and its other parts see it."""

    editor: ItineraryEditor
    prompts: PromptController
    lanes: LaneController

    @property
    def commands(self) -> Sequence[Keyed]:
        """All commands, with the keys that the user has for them."""

    @property
    def focused(self) -> Widget | None:
        """The part of the screen that has the keys."""

    @property
    def classes(self) -> frozenset[str]:
        """The classes by which its parts are shown or hidden."""

    @property
    def active_bindings(self) -> Mapping[str, object]:
        """What the keys are bound to where one is."""

    @property
    def is_pointed_elsewhere(self) -> bool:
        """Whether one is in a list, at a line that is not what the cursor of the grid is on."""

    @property
    def app(self) -> App[Any]:
        """The app, for other screens over this one."""

    @property
    def grid(self) -> Grid:
        """The grid."""

    def run_worker(self, work: Coroutine[Any, Any, None], /) -> object:
        """Let something run beside the keys for as long as the screen is there."""

    def set_interval(self, interval: float, callback: Callable[[], None], /) -> object:
        """Do something every so many seconds."""

    def query_one(self, selector: type[AnyWidget], /) -> AnyWidget:
        """Find a part of the screen."""

    def has_class(self, *names: str) -> bool:
        """Tell whether the screen has these classes."""

    def add_class(self, *names: str) -> object:
        """Give the screen a class, by which its parts are shown or hidden."""

    def remove_class(self, *names: str) -> object:
        """Take a class from the screen."""

    async def action_command(self, id_: str) -> None:
        """Run a command."""

    def go_to(self, id_: str, *along: str) -> None:
        """Put the cursor on a session or block of any day; bring others into view with it."""

    def draw_anew(self) -> None:
        """Draw the whole screen, whatever the terminal shows."""

    def refresh_plan(self) -> None:
        """Show the plan as it is now, everywhere."""

    def refresh_marks(self) -> None:
        """Show in the grid what is chosen, found and told of now."""

    def take_programme(self, programme: Programme) -> None:
        """Show a new version of the programme; the cursor, the scroll and the choices stay."""

    def refresh_programme(self) -> None:
        """Fetch the programme again, where it comes from an address."""

    def refresh_findings(self) -> None:
        """Show what the check finds in the file as it is now, where that is open."""

    def show_day(self, step: int) -> None:
        """Show a later or earlier day."""

    def show_now(self) -> None:
        """Go to what is on now."""

    def show_my_day(self) -> None:
        """Show my day, or hide it."""

    async def show_findings(self) -> None:
        """Go to what the check finds in the programme; close that where one is there."""

    async def open_search(self) -> None:
        """Begin to find."""

    def now(self) -> datetime:
        """Tell the present minute, an instant with its zone."""

    def key(self, command_id: NamedCommand) -> str:
        """Tell the key of a command, as it is shown; where another has been given it, how else."""

    def close(self) -> None:
        """Close the findings where one is in them, else what is said."""

    def leave(self) -> None:
        """End the app."""
