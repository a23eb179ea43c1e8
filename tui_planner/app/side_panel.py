"""What stands beside the grid: my day or the findings, and the details of what is pointed at."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from ..itinerary.my_day import MyDay
from ..programme.problem import Problem
from .details_view import DetailsView
from .findings_view import FindingsView
from .hits_view import HitsView
from .my_day_view import MyDayView


class SidePanel(Vertical):
    """A list and the details; on a narrow terminal, only the findings, below the grid."""

    def __init__(self) -> None:
        super().__init__(id="side")

    def compose(self) -> ComposeResult:
        """The lists, of which one is seen, and the details."""
        yield MyDayView(id="my-day")
        yield FindingsView(id="findings")
        yield DetailsView()

    @property
    def findings(self) -> FindingsView:
        """The list of findings."""
        return self.query_one(FindingsView)

    def open_hits(self) -> None:
        """Make the list of hits, where it is not there yet: few begin by finding."""
        if not self.query(HitsView):
            self.mount(HitsView(), before=0)

    def show_my_day(self, my_day: MyDay) -> None:
        """Show a day in the list of the day."""
        self.query_one(MyDayView).show(my_day)

    def show_findings(self, problems: Sequence[Problem]) -> None:
        """Show findings in their list."""
        self.findings.show(problems)

    def show_details(self, content: Content) -> None:
        """Show the details of something else, from their beginning."""
        self.query_one(DetailsView).show(content)
