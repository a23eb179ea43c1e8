"""My day as a screen of its own, for terminals without room beside the grid."""

from collections.abc import Callable, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding

from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.app.controllers.day_beginnings import list_beginnings
from tui_planner.app.controllers.key_line_hints import OF_ONE, list_command_hints
from tui_planner.app.controllers.planner import Planner
from tui_planner.app.widgets.lists.beginnings import Begun
from tui_planner.app.widgets.lists.item_list import ItemList
from tui_planner.app.widgets.lists.my_day_view import MyDayView
from tui_planner.itinerary.my_day import MyDay
from tui_planner.support.i18n import _

from .command_overlay import CommandOverlay


class MyDayScreen(CommandOverlay[Begun | str | None]):
    """The list over the grid, whose keys act on what is highlighted in it.

    Its result is the id of the entry that was chosen, or the way to begin.

    Args:
        planner: The grid, whose cursor goes along.
        my_day: Makes the day as it is now.
    """

    HELD = OF_ONE | {"undo", "redo"}
    BINDINGS = [
        Binding("escape,q,m", "dismiss", _("Close")),
    ]

    def __init__(self, planner: Planner, my_day: Callable[[], MyDay]) -> None:
        super().__init__(planner)
        self._my_day = my_day

    def compose(self) -> ComposeResult:
        """Put the list in a frame."""
        yield MyDayView(id="page")

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do with what is highlighted."""
        held = self.HELD if self._is_pointed_at else self.HELD - OF_ONE
        there = hint_at("enter", _("Go there"), _("enter"))
        return there, *list_command_hints(self.planner, only=held), *super().list_hints()

    def on_mount(self) -> None:
        """Let the arrows move at once."""
        self._view.focus()
        self.renew()

    def on_item_list_pointed(self, event: ItemList.Pointed) -> None:
        """Let the cursor of the grid go along."""
        if isinstance(event.of, str):
            self.planner.go_to(event.of)
        self.renew_keys()

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Close, and say where to go."""
        self.dismiss(event.of)

    async def action_command(self, id_: str) -> None:
        """Give a command; one that is of a session only where a session is highlighted."""
        if id_ not in OF_ONE or self._is_pointed_at:
            await super().action_command(id_)

    def renew(self) -> None:
        """Show the day as it is now."""
        self._view.show(self._my_day(), partial(list_beginnings, self.planner))
        self.renew_keys()

    @property
    def _view(self) -> MyDayView:
        return self.query_one(MyDayView)

    @property
    def _is_pointed_at(self) -> bool:
        """Whether what is highlighted is what the cursor of the grid is on."""
        cursor = self.planner.grid.cursor
        return self.is_mounted and cursor is not None and self._view.pointed_at == cursor.id
