"""What stands beside the grid: my day or the findings, and the details of what is pointed at."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import AwaitMount, Widget

from tui_planner.app.widgets.lists.beginnings import Beginnings
from tui_planner.app.widgets.lists.my_day_view import MyDayView
from tui_planner.itinerary.my_day import MyDay

from .details_view import DetailsView


class SidePanel(Vertical):
    """A list and the details; on a narrow terminal, only the findings, below the grid."""

    def __init__(self) -> None:
        super().__init__(id="side")

    def compose(self) -> ComposeResult:
        """Put the list of the day above the details; of lists that are added, one is seen."""
        yield MyDayView(id="my-day")
        yield DetailsView()

    def add(self, other_list: Widget) -> AwaitMount:
        """Add another list above the details."""
        return self.mount(other_list, before=self.query_one(DetailsView))

    def show_my_day(self, my_day: MyDay, begin: Callable[[], Beginnings]) -> None:
        """Show a day in the list of the day, or the ways to begin with it."""
        self.query_one(MyDayView).show(my_day, begin)

    def show_details(self, content: Content) -> None:
        """Show the details of something else, from their beginning."""
        self.query_one(DetailsView).show(content)
