"""The whole event as a plain list over the grid: every day, in order, to go to any of it."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from tui_planner.app.content.colours import QUIET
from tui_planner.app.content.hints import join_hints
from tui_planner.app.widgets.item_list import Item, ItemList
from tui_planner.itinerary.editing.editor import PlanState
from tui_planner.itinerary.own_lane import OWN_ROOM
from tui_planner.layout.text.cells import join_lines
from tui_planner.layout.text.glyphs import Glyphs
from tui_planner.programme.model import Programme, Session, Thing
from tui_planner.programme.time_text import format_long_date, format_times_short
from tui_planner.support.i18n import _, ngettext

from .overlay import Overlay


class AgendaScreen(Overlay[str | None]):
    """The list, a line for each session and block; its result is the id of the one to go to."""

    BINDINGS = [
        Binding("escape,q,A", "dismiss", _("Close")),
        Binding("d", "day(1)", _("Next day")),
        Binding("D", "day(-1)", _("Previous day")),
    ]

    def __init__(self, programme: Programme, judged: PlanState, glyphs: Glyphs, at: str) -> None:
        super().__init__()
        self._programme = programme
        self._judged = judged
        self._glyphs = glyphs
        self._at = at

    def compose(self) -> ComposeResult:
        """Put the list in a frame."""
        view = ItemList(*self._items(), id="page", classes="one-line", markup=False)
        number = sum(session.room != OWN_ROOM for session in self._programme.sessions)
        sessions = ngettext("{n} session", "{n} sessions", number).format(n=number)
        view.border_title = _("Agenda · {sessions}").format(sessions=sessions)
        yield view

    def on_mount(self) -> None:
        """Begin at what is under the cursor of the grid."""
        view = self._view
        here = (n for n, thing in enumerate(self._things) if thing and thing.id == self._at)
        view.highlighted = next(here, None)
        if view.highlighted is None:
            view.action_first()
        view.focus()
        self.call_after_refresh(view.scroll_to_highlight)

    def on_resize(self) -> None:
        """Tell the keys that there is room for."""
        several = [_("d next day")] if len(self._programme.days) > 1 else []
        hints = (_("enter goes there"), *several, _("esc closes"))
        self._view.border_subtitle = join_hints(hints, self.app.size.width * 9 // 10)

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Close with what was chosen."""
        self.dismiss(event.of.id)

    def action_day(self, step: int) -> None:
        """Go to the first line of the next day or the one before."""
        view, things = self._view, self._things
        here = view.pointed_at
        days = [day.date for day in self._programme.days]
        number = (days.index(here.day) if here is not None else 0) + step
        if 0 <= number < len(days):
            at = (n for n, thing in enumerate(things) if thing and thing.day == days[number])
            view.highlighted = next(at, view.highlighted)

    @property
    def _view(self) -> ItemList:
        return self.query_one(ItemList)

    @property
    def _things(self) -> list[Thing | None]:
        """What stands in each line; None for the heading of a day."""
        return [item.of for item in self._view.options if isinstance(item, Item)]

    def _items(self) -> Iterator[Item]:
        for day in self._programme.days:
            things = self._on(day.date)
            if things:
                yield Item(Content.styled(format_long_date(day.date), "bold $text-accent"))
            for thing in things:
                yield Item(self._line(thing), thing)

    def _on(self, day: date) -> Sequence[Thing]:
        blocks = (block for block in self._programme.blocks if block.day == day)
        sessions = (session for session in self._programme.sessions if session.day == day)
        return sorted((*blocks, *sessions), key=_in_order)

    def _line(self, thing: Thing) -> Content:
        is_own = thing.id in self._judged.own
        sign = self._glyphs.find_sign(self._judged.gravest.get(thing.id)) if is_own else " "
        room = join_lines(self._programme.get_room_name(thing.room))
        return Content.assemble(
            f"{format_times_short(thing.timing, self._programme.zone):<14} {sign} ".replace(
                " ", "\u00a0"
            ),
            (join_lines(thing.title), "bold" if is_own else ""),
            (f" · {room}" if room else "", QUIET),
        )


def _in_order(thing: Thing) -> tuple[datetime, bool, int]:
    """Order by start, blocks before the sessions in them."""
    return thing.timing.start, isinstance(thing, Session), thing.order
