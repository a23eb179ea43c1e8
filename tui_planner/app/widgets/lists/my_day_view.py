"""My day: the list of the whole day as the delegate will live it."""

from collections.abc import Callable

from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.app.widgets.grid_styles import look_of
from tui_planner.app.widgets.lists.beginnings import Beginnings, render_beginnings
from tui_planner.app.widgets.lists.item_list import Item
from tui_planner.app.widgets.lists.wrapped_list import NO_BREAK, WrappedList, wrap_indented
from tui_planner.itinerary.my_day import DayEntry, DayEntryKind, MyDay
from tui_planner.itinerary.notices import NoticeKind, describe_notice_for
from tui_planner.programme.model import Status
from tui_planner.programme.time_text import format_long_date
from tui_planner.support.i18n import _

_MARGIN = 9
_MOST_LINES = 8
_STYLES = {
    DayEntryKind.CHOSEN: "bold",
    DayEntryKind.APPOINTMENT: "bold",
    DayEntryKind.ROUND: "$text-accent",
    DayEntryKind.GONE: "$text-warning",
}
_NOTICE_STYLES = {
    NoticeKind.CERTAIN: "bold $text-error",
    NoticeKind.POSSIBLE: "$text-warning",
    NoticeKind.TIGHT: "$text-warning",
}


class MyDayView(WrappedList):
    """The entries of one day; each stands for the session or block that it is of, by its id."""

    MARGIN = _MARGIN

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as Textual names it
        super().__init__(id)
        self._my_day: MyDay | None = None
        self._begin: Callable[[], Beginnings] | None = None

    def show(self, my_day: MyDay, begin: Callable[[], Beginnings]) -> None:
        """Show a day, with the highlight where it was; an empty one as the ways to begin."""
        self._my_day, self._begin = my_day, begin
        self.border_title = format_long_date(my_day.day) if my_day.day else _("My day")
        self.refill()

    def fill_for(self, width: int) -> None:
        """Show the day in lines of so many cells."""
        my_day, begin = self._my_day, self._begin
        if my_day is None or begin is None:
            return
        at = 0 if self.highlighted is None and self.has_focus else self.highlighted
        if self._is_begun:
            items = [Item(_prompt(entry, my_day, width), entry.id) for entry in my_day.entries]
        else:
            items = [*render_beginnings(begin(), width, self._colour)]
        self.fill(items, at)

    def notify_style_update(self) -> None:
        """Show the tracks in the colours of another theme."""
        super().notify_style_update()
        if self._my_day is not None and not self._is_begun:
            self.refill()

    @property
    def _is_begun(self) -> bool:
        """Whether there is more than breaks: something chosen, or a round that asks for it."""
        entries = self._my_day.entries if self._my_day is not None else ()
        return any(entry.kind not in {DayEntryKind.BLOCK, DayEntryKind.GAP} for entry in entries)

    def _colour(self, number: int) -> str:
        colour = look_of(f"track-{number}", self.app).foreground
        return colour.hex if colour is not None else ""


def _prompt(entry: DayEntry, my_day: MyDay, width: int) -> Content:
    """Write an entry: its time and sign in the margin, all that is said of it beside that."""
    style = _STYLES.get(entry.kind, QUIET)
    if entry.is_lost:
        style = "bold $text-error"
    lead = f"{my_day.format_start(entry):>6} "[:7]
    lead = f"{lead}{entry.sign} ".replace(" ", NO_BREAK)
    lines = _wrapped(entry.title, width, style, lead)
    if entry.status is Status.CANCELLED:
        lines = [line.stylize("strike", _MARGIN) for line in lines]  # the title, not the time
    below = [*entry.remarks]
    if entry.kind in {DayEntryKind.CHOSEN, DayEntryKind.APPOINTMENT}:
        below.insert(0, my_day.format_full_times(entry))
    remark_style = "$text-accent" if entry.kind is DayEntryKind.ROUND else QUIET
    lines += _wrapped(" · ".join(below), width, remark_style)
    for notice in entry.notices:
        text = f"! {describe_notice_for(notice, entry.id, my_day.plan)}"
        style = _NOTICE_STYLES.get(notice.kind, "$text-warning")
        lines += _wrapped(text, width, style)
    return Content("\n").join(lines)


def _wrapped(text: str, width: int, style: str, lead: str = "") -> list[Content]:
    return wrap_indented(text, width, _MARGIN, _MOST_LINES, style, lead=lead)
