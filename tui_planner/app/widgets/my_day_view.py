"""My day: the list of the whole day as the delegate will live it."""

from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.itinerary.my_day import DayEntry, DayEntryKind, MyDay
from tui_planner.itinerary.notices import NoticeKind, describe_notice_for
from tui_planner.layout.text.cells import wrap
from tui_planner.programme.time_text import format_long_date
from tui_planner.support.i18n import _

from .item_list import Item, ItemList

_INDENT = "\u00a0" * 9  # of spaces, the beginning of a line is lost when it is wrapped
_PADDING = 2
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


class MyDayView(ItemList):
    """The entries of one day; each stands for the session or block that it is of, by its id."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 - as Textual names it
        super().__init__(id=id, markup=False)
        self._my_day: MyDay | None = None
        self._width = 0

    def show(self, my_day: MyDay) -> None:
        """Show a day, with the highlight where it was."""
        self._my_day = my_day
        self.border_title = format_long_date(my_day.day) if my_day.day else _("My day")
        self._width = self._text_width
        if self._width <= len(_INDENT):
            return  # not laid out yet: on_show or on_resize follows
        at = 0 if self.highlighted is None and self.has_focus else self.highlighted
        items = [Item(_prompt(entry, my_day, self._width), entry.id) for entry in my_day.entries]
        self.fill(items or [self._nothing()], at)

    def on_resize(self) -> None:
        """Break the lines anew where the width has changed."""
        if self._my_day is not None and self._text_width != self._width:
            self.show(self._my_day)

    def on_show(self) -> None:
        """Fill the list where it was not to be seen when it was given its day."""
        self.on_resize()

    @staticmethod
    def _nothing() -> Item:
        """What stands in an empty list."""
        text = _("Nothing is chosen on this day yet. What you choose is listed here.")
        return Item(Content.styled(text, QUIET))

    @property
    def _text_width(self) -> int:
        return self.scrollable_content_region.width - _PADDING


def _prompt(entry: DayEntry, my_day: MyDay, width: int) -> Content:
    """An entry: its time and sign in the margin, all that is said of it beside that."""
    style = _STYLES.get(entry.kind, QUIET)
    lead = f"{my_day.format_start(entry):>6} "[:7]
    lead = f"{lead}{entry.sign} ".replace(" ", "\u00a0")
    lines = [
        Content.styled((lead if number == 0 else _INDENT) + line, style)
        for number, line in enumerate(_wrapped(entry.title, width))
    ]
    below = [*entry.remarks]
    if entry.kind in {DayEntryKind.CHOSEN, DayEntryKind.APPOINTMENT}:
        below.insert(0, my_day.format_full_times(entry))
    remark_style = "$text-accent" if entry.kind is DayEntryKind.ROUND else QUIET
    lines += [
        Content.styled(_INDENT + line, remark_style) for line in _wrapped(" · ".join(below), width)
    ]
    for notice in entry.notices:
        text = f"! {describe_notice_for(notice, entry.id, my_day.plan)}"
        style = _NOTICE_STYLES.get(notice.kind, "$text-warning")
        lines += [Content.styled(_INDENT + line, style) for line in _wrapped(text, width)]
    return Content("\n").join(lines)


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, width - len(_INDENT), _MOST_LINES)
