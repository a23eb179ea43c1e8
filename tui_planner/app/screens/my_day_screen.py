"""My day as a screen of its own, for terminals without room beside the grid."""

from textual.app import ComposeResult
from textual.binding import Binding

from tui_planner.app.widgets.lists.item_list import ItemList
from tui_planner.app.widgets.lists.my_day_view import MyDayView
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
        view = MyDayView(id="page")
        view.border_subtitle = _("enter goes there · esc closes")
        yield view

    def on_mount(self) -> None:
        """Show the day."""
        view = self.query_one(MyDayView)
        view.show(self._my_day)
        view.focus()

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Close, and say where to go."""
        self.dismiss(event.of)
