"""My day as a screen of its own, for terminals without room beside the grid."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.app.widgets.item_list import ItemList
from tui_planner.app.widgets.my_day_view import MyDayView
from tui_planner.itinerary.my_day import MyDay
from tui_planner.support.i18n import _

from .overlay import Overlay


class MyDayScreen(Overlay[str | None]):
    """The list over the grid; its result is the id of the entry that was chosen."""

    BINDINGS = [
        Binding("escape,q,m", "dismiss", _("Close")),
    ]

    def __init__(self, my_day: MyDay) -> None:
        super().__init__()
        self._my_day = my_day

    def compose(self) -> ComposeResult:
        """Put the list in a frame."""
        yield MyDayView(id="page")

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do."""
        return hint_at("enter", _("Go there"), _("enter")), *super().list_hints()

    def on_mount(self) -> None:
        """Show the day."""
        view = self.query_one(MyDayView)
        view.show(self._my_day)
        view.focus()

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Close, and say where to go."""
        self.dismiss(event.of)
