"""The main screen: the grid, the day beside it, and every command."""

from collections.abc import Callable
from datetime import datetime

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ..i18n import _
from ..itinerary.desk import Desk
from ..itinerary.my_day import MyDay
from ..itinerary.notices import NoticeKind
from ..itinerary.present import day_of, to_open_at
from ..itinerary.summary import summary
from ..layout.cells import fit
from ..layout.event_line import event_line
from ..layout.glyphs import UNICODE, Glyphs
from ..layout.navigation import Direction
from ..layout.painting import Marks
from ..programme.model import Thing
from ..wording import long_date
from .commands import COMMANDS
from .conversation import Conversation
from .details_text import details, peek
from .find_bar import FindBar, Finder
from .grid import Grid
from .help_screen import TextScreen, help_content
from .key_line import KeyLine
from .my_day_screen import MyDayScreen
from .my_day_view import MyDayView
from .prompts import Prompt
from .status_bar import StatusBar

Clock = Callable[[], datetime]

SMALLEST = (40, 15)
"""The columns and rows that the app needs."""

_LEAST_LEFT = 24

BESIDE_FROM = 100
"""The columns from which there is room for my day beside the grid."""


class PlannerScreen(Screen[None]):
    """Everything of one programme and one itinerary."""

    BINDINGS = [command.binding for command in COMMANDS]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (BESIDE_FROM, "-wide"), (160, "-very-wide")]

    def __init__(
        self, desk: Desk, clock: Clock, notice: str = "", glyphs: Glyphs = UNICODE
    ) -> None:
        super().__init__()
        self._glyphs = glyphs
        self.desk = desk
        self._clock = clock
        self._notice = notice
        self._conversation = Conversation(
            desk, show=self._show_prompt, changed=self._refresh_plan, go_to=self.go_to
        )
        self._finder = Finder(desk.programme)

    def compose(self) -> ComposeResult:
        """The header, the grid with the day beside it, the status, the keys."""
        yield Static(id="header", markup=False)
        with Horizontal(id="main"):
            yield Grid(self.desk.programme, self._glyphs)
            with Vertical(id="side"):
                yield MyDayView(id="my-day")
                with VerticalScroll(id="details", can_focus=False):
                    yield Static(id="details-text", markup=False)
        yield StatusBar()
        yield FindBar()
        yield KeyLine()
        yield Static(id="too-small", markup=False)

    @property
    def grid(self) -> Grid:
        """The grid."""
        return self.query_one(Grid)

    @property
    def has_room_beside(self) -> bool:
        """Whether my day and the details fit beside the grid."""
        return self.app.size.width >= BESIDE_FROM

    def on_mount(self) -> None:
        """Open at now on the day itself, else at the first session."""
        self.grid.focus()
        self._open_at_now()
        self._refresh_plan()
        if self._notice:
            self._conversation.say(self._notice, NoticeKind.STATUS, stays=True)
        self.set_interval(20, self._refresh_marks)

    def on_resize(self) -> None:
        """Say so where the terminal is too small to show anything."""
        width, height = self.app.size
        self.set_class(width < SMALLEST[0] or height < SMALLEST[1], "-too-small")
        text = _("Too small: {width}×{height}.\n{w}×{h} or more is needed.\nq quits.")
        too_small = self.query_one("#too-small", Static)
        too_small.update(text.format(width=width, height=height, w=SMALLEST[0], h=SMALLEST[1]))
        self._refresh_header()

    # What the widgets tell

    def on_grid_moved(self) -> None:
        """Let what is said follow the cursor, which may be further on than the message tells."""
        if (thing := self.grid.cursor) is None:
            return
        self._conversation.moved_to(thing.id)
        self._show_thing(thing)
        self.query_one("#details", VerticalScroll).scroll_home(animate=False)

    def on_grid_pressed(self) -> None:
        """A double click chooses."""
        self.action_choose()

    def on_my_day_view_wanted(self, event: MyDayView.Wanted) -> None:
        """Go to an entry of my day."""
        self.go_to(event.id)
        self.grid.focus()

    def on_my_day_view_pointed(self, event: MyDayView.Pointed) -> None:
        """Let the cursor of the grid follow the one in my day."""
        self.go_to(event.id)

    def on_find_bar_changed(self, event: FindBar.Changed) -> None:
        """Mark what is found, and go to the first."""
        self._finder.find(event.query)
        self._show_hit()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Go to another hit."""
        self._finder.step(event.step)
        self._show_hit()

    def on_find_bar_closed(self, event: FindBar.Closed) -> None:
        """Stay at the hit, or go back."""
        if not self.has_class("-finding"):
            return
        begun_at, found = self._finder.begun_at, self._finder.hit
        self._finder.close()
        self.remove_class("-finding")
        self._refresh_marks()
        if begun_at and not (event.keep and found):
            self.go_to(begun_at)
        self.grid.focus()

    # Commands

    def action_move(self, direction: str) -> None:
        """Move the cursor."""
        self.grid.move(Direction(direction))

    def action_page(self, screens: int) -> None:
        """Move the cursor by screens."""
        self.grid.page(screens)

    def action_first(self) -> None:
        """Go to the first box of the day."""
        self.grid.go_to_end(last=False)

    def action_last(self) -> None:
        """Go to the last box of the day."""
        self.grid.go_to_end(last=True)

    def action_choose(self) -> None:
        """Choose or drop what is under the cursor."""
        if (thing := self.grid.cursor) is not None:
            self._conversation.choose_or_drop(thing)

    def action_open(self) -> None:
        """Show everything about what is under the cursor."""
        if (thing := self.grid.cursor) is not None:
            title = long_date(thing.day)
            self.app.push_screen(TextScreen(title, details(thing, self.desk)))

    def action_clash(self, step: int) -> None:
        """Go to the next or previous clash."""
        self._conversation.go_to_clash(step)

    def action_way(self, key: str) -> None:
        """Take one of the ways out that are offered."""
        self._conversation.answer(key)

    def action_close_message(self) -> None:
        """Close what the app says."""
        self._conversation.be_quiet()

    def action_undo(self) -> None:
        """Take the last change back."""
        self._conversation.undo()

    def action_redo(self) -> None:
        """Make the change again."""
        self._conversation.redo()

    def action_find(self) -> None:
        """Begin to find."""
        thing = self.grid.cursor
        self._finder.open(thing.id if thing else None)
        self._conversation.be_quiet()
        self.add_class("-finding")
        self.query_one(FindBar).open()

    def action_my_day(self) -> None:
        """Show my day: beside the grid where it is wide, else over it."""
        if self.has_room_beside:
            self.toggle_class("-without-side")
            return
        self.app.push_screen(MyDayScreen(self._my_day()), self._go_to_wanted)

    def action_day(self, step: int) -> None:
        """Go to another day."""
        days = [day.date for day in self.desk.programme.days]
        number = days.index(self.grid.day) + step
        if 0 <= number < len(days):
            self.grid.show_day(days[number])
            self._refresh_plan()
        else:
            one = len(days) == 1
            last = _("This is the last day.") if step > 0 else _("This is the first day.")
            self._conversation.say(_("The programme has one day.") if one else last)

    def action_now(self) -> None:
        """Go to what is on now."""
        if not self._open_at_now():
            self._conversation.say(_("The programme is not on now."))

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """Show the keys and the signs."""
        self.app.push_screen(TextScreen(_("Help"), help_content(self.grid.glyphs)))

    async def action_quit(self) -> None:
        """Leave."""
        await self.app.action_quit()

    def go_to(self, id_: str) -> None:
        """Put the cursor on a session or block, on whichever day it is."""
        programme = self.desk.programme
        thing = programme.session_by_id.get(id_) or programme.block_by_id.get(id_)
        if thing is None:
            return
        if thing.day != self.grid.day:
            self.grid.show_day(thing.day, id_)
            self._refresh_plan()
        else:
            self.grid.go_to(id_)

    # What follows from the state

    def _show_prompt(self, prompt: Prompt | None) -> None:
        self.query_one(StatusBar).say(prompt)

    def _show_hit(self) -> None:
        self._refresh_marks()
        self.query_one(FindBar).tell(len(self._finder.hits), self._finder.number)
        if self._finder.hit is not None:
            self.go_to(self._finder.hit.id)
        elif self._finder.begun_at:
            self.go_to(self._finder.begun_at)

    def _go_to_wanted(self, id_: str | None) -> None:
        if id_:
            self.go_to(id_)

    def _open_at_now(self) -> bool:
        """Go to what is on now; False on any other day."""
        thing = to_open_at(self.desk.now.plan, self._clock())
        if thing is not None:
            self.go_to(thing.id)
        return thing is not None

    def _refresh_plan(self) -> None:
        """Show the plan as it is now, everywhere."""
        self._refresh_marks()
        self._refresh_header()
        self.query_one(MyDayView).show(self._my_day())
        if (thing := self.grid.cursor) is not None:
            self._show_thing(thing)

    def _refresh_marks(self) -> None:
        now = self._clock().replace(second=0, microsecond=0)
        self.grid.mark(
            Marks(
                chosen=self.desk.now.chosen,
                gravest=self.desk.now.gravest,
                remarks=self.desk.now.remarks,
                hits=self._finder.ids,
                now=now if day_of(self.desk.programme, now) else None,
            )
        )

    def _refresh_header(self) -> None:
        """The event, the day and the state of the plan; the day is given up last."""
        width = self.app.size.width - 4
        right = summary(self.desk.now.plan, self.desk.now.notices)
        if width - cell_len(right) < _LEAST_LEFT:
            right = summary(self.desk.now.plan, self.desk.now.notices, brief=True)
        space = width - cell_len(right)
        left = event_line(self.desk.programme, self.grid.day, space)
        text = Content.assemble((f" {fit(left, max(0, space))} ", "bold"), f"{right} ")
        self.query_one("#header", Static).update(text, layout=False)

    def _show_thing(self, thing: Thing) -> None:
        self.query_one(StatusBar).peek(peek(thing, self.desk))
        if self.has_room_beside:
            self.query_one("#details-text", Static).update(details(thing, self.desk))

    def _my_day(self) -> MyDay:
        return MyDay(self.desk.now.plan, self.grid.day, self.desk.now.notices)
