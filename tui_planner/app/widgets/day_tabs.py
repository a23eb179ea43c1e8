"""The days of the programme as tabs, with what is chosen on each and how much of it clashes."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from tui_planner.itinerary.views.day_counts import DayCount
from tui_planner.layout.text.cells import cut
from tui_planner.layout.text.glyphs import Glyphs
from tui_planner.programme.time_text import format_short_date, format_short_day

from .link_text import LinkText

_MARK = 2
"""The cells of the sign that there are more days."""


class DayTabs(LinkText):
    """One line, which is there only where the programme has several days; a click goes to a day."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="days", markup=False)
        self._glyphs = glyphs
        self._days: Sequence[DayCount] = ()
        self._number = 0

    def show(self, days: Sequence[DayCount], day: date) -> None:
        """Show the days, with one of them as that which the grid shows."""
        self._days = days
        self._number = [one.day for one in days].index(day)
        self.set_class(len(days) > 1, "-several")
        self._show()

    def on_resize(self) -> None:
        """Fit the tabs to the new width."""
        self._show()

    def _show(self) -> None:
        width = self.size.width
        if width <= 0 or len(self._days) < 2:
            return
        labels = [self._label(one, in_full=True) for one in self._days]
        if sum(map(cell_len, labels)) > width:
            labels = [self._label(one, in_full=False) for one in self._days]
        first, last = _in_view([cell_len(label) for label in labels], self._number, width)
        parts: list[Content | tuple[str, str]] = []
        for number in range(first, last):
            style = "bold reverse" if number == self._number else f"@click=screen.day({number})"
            parts.append((cut(labels[number], width, self._glyphs.ellipsis), style))
        if first > 0:
            parts.insert(0, (f"{self._glyphs.left} ", f"@click=screen.day({first - 1})"))
        if last < len(labels):
            parts.append((f" {self._glyphs.right}", f"@click=screen.day({last})"))
        self.update(Content.assemble(*parts), layout=False)

    def _label(self, one: DayCount, *, in_full: bool) -> str:
        words = [format_short_date(one.day) if in_full else format_short_day(one.day)]
        if one.chosen:
            words.append(f"{one.chosen}{self._glyphs.chosen}")
        if one.clashes:
            words.append(f"{one.clashes}{self._glyphs.clash}")
        return f" {' '.join(words)} "


def _in_view(widths: Sequence[int], current: int, width: int) -> tuple[int, int]:
    """Find the first tab that is seen and the one behind the last: as many around one as fit."""
    if sum(widths) <= width:
        return 0, len(widths)
    first, last = current, current + 1
    room = width - 2 * _MARK - widths[current]
    while True:
        wider = [n for n in (last, first - 1) if 0 <= n < len(widths) and widths[n] <= room]
        if not wider:
            return first, last
        room -= widths[wider[0]]
        first, last = min(first, wider[0]), max(last, wider[0] + 1)
