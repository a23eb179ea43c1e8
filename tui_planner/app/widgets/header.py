"""The first line: the event and its day at the left, the state of the plan at the right."""

from datetime import date

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from tui_planner.itinerary.editing.editor import PlanState
from tui_planner.itinerary.views.summary import summarise
from tui_planner.layout.text.cells import fit, join_lines
from tui_planner.layout.text.event_line import write_event_line
from tui_planner.support.i18n import _

_LEAST_LEFT = 24
_MARGINS = 4
_SEPARATOR = 2


class Header(Static):
    """One line; where it is narrow, the state is said in brief, and the day is given up last."""

    def __init__(self) -> None:
        super().__init__(id="header", markup=False)
        self._shown: tuple[PlanState, date] | None = None
        self._next = ""
        self._hidden = ""
        self._warnings: dict[str, bool] = {}

    def show(
        self, judged: PlanState, day: date, hidden: str = "", *, is_written: bool = True
    ) -> None:
        """Show a plan, on one of its days, what of it is hidden, and if its file holds it."""
        self._shown = judged, day
        self._hidden = hidden
        self._warnings[_("! not written")] = not is_written
        self._show()

    def tell_next(self, text: str) -> None:
        """Say what begins next, in the place of the event; an empty text names the event again."""
        if text != self._next:
            self._next = text
            self._show()

    def tell_version(self, *, is_old: bool) -> None:
        """Show whether the programme is an old version, because of faults in the new one."""
        self._warnings[_("! old programme")] = is_old
        self._show()

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._show()

    def _show(self) -> None:
        width = self.size.width - _MARGINS
        if self._shown is None or width <= 0:
            return
        judged, day = self._shown
        right = self._state(judged)
        if width - cell_len(right) < _LEAST_LEFT:
            right = self._state(judged, brief=True)
        space = max(0, width - cell_len(right) - _SEPARATOR)
        left = join_lines(self._next) or write_event_line(judged.plan.programme, day, space)
        sign = "·" if cell_len(left) >= space else " "  # where no blanks part the two
        text = Content.assemble((f" {fit(left, space)} {sign} ", "bold"), f"{right} ")
        self.update(text, layout=False)

    def _state(self, judged: PlanState, *, brief: bool = False) -> str:
        warnings = [text for text, is_so in self._warnings.items() if is_so]
        words = [*warnings, self._hidden, summarise(judged.plan, judged.notices, brief=brief)]
        return " · ".join(filter(None, words))
