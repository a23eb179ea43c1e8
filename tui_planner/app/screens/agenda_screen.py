"""The whole event as a plain list over the grid: every day, in order, to go to any of it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from tui_planner.app.content.agenda_lines import AgendaLine, AgendaWriter, list_agenda
from tui_planner.app.content.key_hints import KeyHint, hint_at
from tui_planner.app.controllers.planner import Planner
from tui_planner.app.widgets.lists.item_list import Item, ItemList
from tui_planner.itinerary.views.own_lane import OWN_ROOM
from tui_planner.programme.model import Session, Status, Thing
from tui_planner.programme.time_text import format_short_date
from tui_planner.support.i18n import _, ngettext

from .overlay import Overlay


class AgendaScreen(Overlay[str | None]):
    """The list, a line for each session and block; its result is the id of the one to go to."""

    BINDINGS = [
        Binding("escape,q,A", "dismiss", _("Close")),
        Binding("space", "choose", _("Choose")),
        Binding("y", "confirm", show=False),
        Binding("m", "only_mine", _("Only mine")),
        Binding("d", "day(1)", _("Next day")),
        Binding("D", "day(-1)", _("Previous day")),
    ]

    def __init__(self, planner: Planner) -> None:
        super().__init__()
        self._planner = planner
        self._programme = planner.grid.programme
        self._only_mine = False
        self._asked: Session | None = None
        self._lines: list[AgendaLine] = []
        self._width = 0

    def compose(self) -> ComposeResult:
        """Put the list in a frame."""
        view = ItemList(id="page", classes="one-line", markup=False)
        view.styles.scrollbar_gutter = "stable"  # lines are as wide with a scrollbar as without
        yield view

    def on_mount(self) -> None:
        """Begin at what is under the cursor of the grid."""
        view = self._view
        view.focus()
        view.fill([Item("")], None)  # without a line it is given no rows, and cannot scroll
        self.watch(view, "scroll_y", self._tell_day, init=False)
        self.call_after_refresh(self._begin)

    def on_resize(self) -> None:
        """Write the lines for the width that there is."""
        self.call_after_refresh(self._fit)

    def list_hints(self) -> Sequence[KeyHint]:
        """List what the keys do with the line that is highlighted."""
        thing, chosen = self._pointed_at, self._planner.editor.now.chosen
        is_session = isinstance(thing, Session) and thing.room != OWN_ROOM
        choose = _("Drop") if thing is not None and thing.id in chosen else _("Choose")
        days = hint_at("d", _("Next day")), hint_at("D", _("Previous day"))
        return (
            *([hint_at("enter", _("Go there"), _("enter"))] if thing is not None else []),
            *([hint_at("space", choose, _("space"))] if is_session else []),
            hint_at("m", _("Everything") if self._only_mine else _("Only mine")),
            *(days if len(self._programme.days) > 1 else ()),
            *super().list_hints(),
        )

    def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Close with what was chosen."""
        self.dismiss(event.of.id)

    def on_item_list_nothing_chosen(self) -> None:
        """Say that there is nothing to go to."""
        self.tell(_("Nothing is chosen yet: m lists everything."))

    def on_item_list_pointed(self) -> None:
        """Be quiet again about the line before."""
        self._asked = None
        self.tell("")
        self.renew_keys()

    def action_day(self, step: int) -> None:
        """Go to the first line of the next day or the one before."""
        days = list(dict.fromkeys(line.day for line in self._lines))
        here = self._view.highlighted
        if here is None or not days:
            return
        number = days.index(self._lines[here].day) + step
        if 0 <= number < len(days):
            first = next(n for n, line in enumerate(self._lines) if line.day == days[number])
            self._view.highlight_near(first)
            self.call_after_refresh(self._view.scroll_to, y=first, animate=False)
        elif len(days) == 1:
            self.tell(_("There is one day."))
        else:
            self.tell(_("This is the last day.") if step > 0 else _("This is the first day."))

    def action_only_mine(self) -> None:
        """List only what is chosen, or everything again."""
        self._only_mine = not self._only_mine
        self._show()
        self.renew_keys()
        if not self._lines:
            self.tell(_("Nothing is chosen yet: m lists everything."))

    def action_choose(self) -> None:
        """Choose the session, or drop it; what is not open only after a second key."""
        thing = self._view.pointed_at
        if not isinstance(thing, Session) or thing.room == OWN_ROOM:
            self.tell(_("There is nothing to choose here."))
        elif thing.id in self._planner.editor.now.chosen:
            self._planner.editor.drop(thing.id)
            self._changed(_("Dropped: {title}.").format(title=thing.title))
        elif thing.status is Status.OPEN:
            self._choose(thing)
        else:
            texts = {
                Status.FULL: _("It is full: y chooses it all the same."),
                Status.CANCELLED: _("It is cancelled: y chooses it all the same."),
                Status.INVITATION: _("It is by invitation: y chooses it all the same."),
            }
            self._asked = thing
            self.tell(texts[thing.status])

    def action_confirm(self) -> None:
        """Choose what was asked about."""
        if self._asked is None:
            self.tell(_("Nothing is asked here."))
        else:
            self._choose(self._asked)

    def _choose(self, session: Session) -> None:
        editor = self._planner.editor
        editor.choose(session)
        clashes = editor.now.find_clashes_of(session.id)
        told = clashes[0].message if clashes else _("Chosen: {title}.").format(title=session.title)
        self._changed(told)

    def _changed(self, told: str) -> None:
        self._asked = None
        self._planner.refresh_plan()
        self._show()
        self.renew_keys()
        self.tell(self._planner.editor.trouble or told)

    def _begin(self) -> None:
        """Fill the list, and show the line of what is under the cursor, with what is around it."""
        cursor = self._planner.grid.cursor
        self._fill()
        view = self._view
        at = cursor.id if cursor is not None else ""
        here = (n for n, line in enumerate(self._lines) if line.thing and line.thing.id == at)
        view.highlighted = next(here, None)
        if view.highlighted is None:
            view.action_first()
        self._tell_day()
        self.renew_keys()
        self.call_after_refresh(view.scroll_to_highlight)

    def _fit(self) -> None:
        if self._lines and self._width != self._view.text_width:
            self._show()

    def _show(self) -> None:
        """Fill the list anew, at the same line; where that is gone, at the next in time."""
        view = self._view
        at, before = self._view.pointed_at, view.highlighted or 0
        self._fill()
        lines = self._lines
        same = (n for n, line in enumerate(lines) if at and line.thing and line.thing.id == at.id)
        later = (
            n
            for n, line in enumerate(lines)
            if at and line.thing and line.thing.timing.start >= at.timing.start
        )
        place = next(same, None)
        if place is None:
            place = next(later, before)
        with view.prevent(ItemList.OptionHighlighted):
            view.highlight_near(place)
        self._tell_day()

    def _fill(self) -> None:
        now, view = self._planner.editor.now, self._view
        self._programme = self._planner.grid.programme
        self._lines = [*list_agenda(self._programme, now.own if self._only_mine else None)]
        writer = AgendaWriter(self._programme, now, self._planner.grid.glyphs)
        self._width = width = max(1, view.text_width)
        view.fill([Item(writer.write(line, width), line.thing) for line in self._lines], None)

    def _tell_day(self) -> None:
        """Name the day of the first line in sight, and how many sessions there are."""
        view = self._view
        first = min(round(view.scroll_offset.y), len(self._lines) - 1)
        days = [format_short_date(self._lines[first].day)] if first >= 0 else []
        number = sum(
            isinstance(line.thing, Session) and line.thing.room != OWN_ROOM for line in self._lines
        )
        sessions = ngettext("{n} session", "{n} sessions", number).format(n=number)
        if self._only_mine:
            sessions = _("only mine, {sessions}").format(sessions=sessions)
        view.border_title = " · ".join([_("Agenda"), sessions, *days])

    @property
    def _pointed_at(self) -> Thing | None:
        """What the highlighted line is of; None for a heading, or before there are lines."""
        return self._view.pointed_at if self._lines else None

    @property
    def _view(self) -> ItemList:
        return self.query_one(ItemList)
