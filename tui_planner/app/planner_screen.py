"""The main screen: the grid, what stands beside it, and how they follow one another."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui_planner.app.widgets.lists.beginnings import Begun, RunCommand, ShowTrack
from tui_planner.app.widgets.lists.item_list import ItemList
from tui_planner.itinerary.editing.editor import ItineraryEditor
from tui_planner.itinerary.my_day import MyDay
from tui_planner.itinerary.notices import NoticeKind
from tui_planner.itinerary.on_now import find_day_of, find_opening
from tui_planner.itinerary.views.day_counts import count_days
from tui_planner.itinerary.views.own_lane import add_own_lane
from tui_planner.itinerary.views.summary import describe_next
from tui_planner.layout.day.axis import Scale
from tui_planner.layout.painting.highlights import Highlights
from tui_planner.layout.text.glyphs import UNICODE, Glyphs
from tui_planner.programme.model import Programme, Thing
from tui_planner.settings.settings_file import SettingsFile
from tui_planner.support.i18n import _

from .commands.command import Command
from .commands.registry import COMMAND_BY_ID, COMMANDS
from .content.details_text import render_details, render_peek
from .content.key_hints import NamedCommand, format_key
from .content.prompts import Prompt
from .controllers.day_beginnings import list_beginnings
from .controllers.findings_controller import FindingsController
from .controllers.key_feedback import KeyFeedback
from .controllers.key_line_hints import OF_ONE, list_key_hints
from .controllers.lane_controller import LaneController
from .controllers.live_reload import LiveReload
from .controllers.programme_file import OpenProgramme
from .controllers.prompt_controller import PromptController
from .screens.overlay import SeenBehind
from .terminal.parts import make_first_frame
from .widgets.day_tabs import DayTabs
from .widgets.grid import Grid
from .widgets.header import Header
from .widgets.key_line import KeyLine
from .widgets.search_messages import SearchAsked
from .widgets.side_panel import SidePanel
from .widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from tui_planner.programme.problem import Problem

    from .controllers.search_controller import SearchController

Clock = Callable[[], datetime]

BESIDE_FROM = 100
"""The columns from which there is room for my day beside the grid."""


class PlannerScreen(SeenBehind[None]):
    """Everything of one programme and one itinerary."""

    BINDINGS = [command.binding for command in COMMANDS]
    AUTO_FOCUS = ""  # the grid has it as soon as it is there
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (BESIDE_FROM, "-wide")]

    def __init__(  # noqa: PLR0913 - by name, each with a sound default
        self,
        editor: ItineraryEditor,
        file: OpenProgramme,
        clock: Clock,
        *,
        notice: str = "",
        glyphs: Glyphs = UNICODE,
        commands: Sequence[Command] = COMMANDS,
        settings: SettingsFile,
    ) -> None:
        super().__init__()
        self._first_frame = make_first_frame(self)
        self.add_class(self._width_class(), update=False)
        self.commands = commands
        self._glyphs = glyphs
        self.editor = editor
        self._clock = clock
        self._notice = notice
        self.prompts = PromptController(editor, self._show_prompt, self._id_under_cursor)
        self.lanes = LaneController(
            editor, settings, lambda: self.grid, self.prompts.say, self.key, self._show_header
        )
        self._zoom = settings.settings.zoom
        self._drawn = editor.programme, editor.now.plan.scheduled_appointments
        self._followed: Thing | None = None
        self._search: SearchController | None = None
        self._findings = FindingsController(self, file)
        self._live_reload = LiveReload(self, file)
        self._feedback = KeyFeedback(self)

    def compose(self) -> ComposeResult:
        """Put the header, the grid with the side panel, the status and the keys in place."""
        yield Header()
        yield DayTabs(self._glyphs)
        with Horizontal(id="main"):
            drawn = add_own_lane(self.editor.programme, self.editor.now.plan)
            scale = Scale(self._zoom) if self._zoom else None
            yield Grid(drawn, self._glyphs, self.lanes.kept, scale)
            yield SidePanel()
        yield StatusBar(self.key)
        yield KeyLine()

    @property
    def grid(self) -> Grid:
        """The grid."""
        return self.query_one(Grid)

    @property
    def side(self) -> SidePanel:
        """What stands beside the grid."""
        return self.query_one(SidePanel)

    @property
    def is_pointed_elsewhere(self) -> bool:
        """Whether one is in a list, at a line that is not what the cursor of the grid is on."""
        focused, cursor = self.focused, self.grid.cursor
        at = focused.pointed_at if isinstance(focused, ItemList) else None
        is_line = isinstance(at, str | Begun)
        return is_line and cursor is not None and at != cursor.id

    @property
    def has_room_beside(self) -> bool:
        """Whether my day and the details fit beside the grid."""
        return self.app.size.width >= BESIDE_FROM

    def on_mount(self) -> None:
        """Open at now on the day itself, else at the first session."""
        self.grid.focus()
        self._open_at_now()
        self.refresh_plan()
        self._live_reload.tell_of_changes()
        if self._notice:
            self.prompts.say(self._notice, NoticeKind.STATUS, stays=True)
        self.set_interval(20, self.refresh_marks)
        self.run_worker(self._first_frame.settle(then=self._live_reload.begin))

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Keep the styles, the first time: the parts have just been mounted with them."""
        if not self.stack_updates:
            event.refresh_styles = False

    def on_resize(self) -> None:
        """Show the details anew: there may be room beside the grid now."""
        self._followed = None

    # What the widgets tell

    def on_grid_moved(self) -> None:
        """Let what is said follow the cursor, which may be further on than the message tells."""
        self._follow_cursor()
        self.renew_keys()

    def on_click(self, event: events.Click) -> None:
        """Open a link that is clicked beside the grid."""
        if event.style.link:
            from .controllers.browser import open_address  # noqa: PLC0415 - few open any

            open_address(self, event.style.link)

    async def on_grid_pressed(self) -> None:
        """Choose by a double click; in an overview, go in."""
        await self.action_command("open" if self.grid.is_overview else "choose")

    def on_descendant_focus(self) -> None:
        """Tell what the keys do where one has gone."""
        self.renew_keys()

    def on_item_list_pointed(self, event: ItemList.Pointed) -> None:
        """Let the cursor of the grid follow the one in a list."""
        if not isinstance(event.of, Begun):
            self._point_at(event.of)
        self.renew_keys()

    async def on_item_list_chosen(self, event: ItemList.Chosen) -> None:
        """Go to what an item of a list is about, or begin with it; the list stays open."""
        self.grid.focus()
        await self._take(event.of)

    async def _take(self, listed: "Problem | Begun | str") -> None:
        """Go to what is listed, or begin with it."""
        match listed:
            case RunCommand(command=id_):
                await self.action_command(id_)
            case ShowTrack(track=track):
                (await self._make_search()).show_only("track", track)
            case _:
                self._point_at(listed)

    @on(SearchAsked)
    def answer_search(self, event: SearchAsked) -> None:
        """Let the search do what is asked of it where one types."""
        if self._search is not None:
            self._search.answer(event)

    def action_drop_filter(self, number: int) -> None:
        """Remove a filter that was clicked."""
        if self._search is not None:
            self._search.drop(number)

    # What the commands do with the screen

    async def action_command(self, id_: str) -> None:
        """Run a command, and say so where it could do nothing."""
        command, before = COMMAND_BY_ID[id_], self._feedback.look()
        if id_ in OF_ONE and self.is_pointed_elsewhere:
            self.prompts.say(_("There is nothing to do with this line: it is no session."))
            return
        if (running := command.run(self)) is not None:
            await running
        self._feedback.tell_idle(command.idle, before)
        self._follow_cursor()  # now, for one frame with the grid: its message comes too late
        self.renew_keys()

    def on_key(self, event: events.Key) -> None:
        """Answer a key that nothing is bound to."""
        self._feedback.tell_unbound(event)

    def go_to(self, id_: str, *along: str) -> None:
        """Put the cursor on a session or block of any day; bring others into view with it."""
        programme = self.grid.programme
        thing = programme.session_by_id.get(id_) or programme.block_by_id.get(id_)
        if thing is not None and thing.day != self.grid.day:
            self.grid.show_day(thing.day, id_, self.lanes.of_day(thing.day))
            self.refresh_plan()
        if thing is not None:
            self.lanes.reveal(thing)
            self.grid.go_to(id_, *along)

    async def open_search(self) -> None:
        """Begin to find."""
        (await self._make_search()).open()

    async def _make_search(self) -> "SearchController":
        """Make the search, where nothing has been looked for yet."""
        if self._search is None:
            from .controllers.search_controller import SearchController  # noqa: PLC0415 - few begin by finding

            self._search = SearchController(self)
            await self.mount(self._search.bar, before=self.query_one(KeyLine))
            await self.side.add(self._search.list)
        return self._search

    def key(self, command_id: NamedCommand) -> str:
        """Tell the key of a command, as it is shown; where another has been given it, how else."""
        return format_key(self.commands, command_id)

    def now(self) -> datetime:
        """Tell the present minute, an instant with its zone."""
        return self._clock().replace(second=0, microsecond=0)

    def show_my_day(self) -> None:
        """Show my day: beside the grid where it is wide, else over it."""
        if not self.has_room_beside:
            from .screens.my_day_screen import MyDayScreen  # noqa: PLC0415 - for small terminals only

            self.app.push_screen(MyDayScreen(self, self._my_day), self._take_wanted)
        elif self._findings.is_open:
            self._findings.close()
        else:
            self.toggle_class("-without-side")

    def show_day(self, step: int) -> None:
        """Go to a later or earlier day."""
        days = [day.date for day in self.editor.programme.days]
        number = days.index(self.grid.day) + step
        if 0 <= number < len(days):
            self.grid.show_day(days[number], lanes=self.lanes.of_day(days[number]))
            self.refresh_plan()
        else:
            one = len(days) == 1
            last = _("This is the last day.") if step > 0 else _("This is the first day.")
            self.prompts.say(_("The programme has one day.") if one else last)

    def action_day(self, number: int) -> None:
        """Go to the day of a tab."""
        days = [day.date for day in self.editor.programme.days]
        self.show_day(number - days.index(self.grid.day))

    def show_now(self) -> None:
        """Go to what is on now."""
        if not self._open_at_now():
            self.prompts.say(_("The programme is not on now."))

    async def show_findings(self) -> None:
        """Go to the findings, which open where they are closed; close them where one is there."""
        if self._findings.has_focus:
            self._findings.close()
        else:
            await self._findings.open()

    def close(self) -> None:
        """Close the findings where one is in them, else what is said, else remove the filters.

        What only answers the last key does not wait to be closed.
        """
        if self._findings.has_focus:
            self._findings.close()
            return
        if self._findings.is_open and self.grid.has_focus and not self.prompts.prompt:
            self._findings.close()
            return
        if not self.grid.has_focus:
            self.grid.focus()
            return
        prompt = self.prompts.prompt
        self.prompts.be_quiet()
        if self._search and self._search.is_filtering and (prompt is None or prompt.is_passing):
            self._search.clear()

    def take_programme(self, programme: Programme) -> None:
        """Show a new version of the programme; the cursor, the scroll and the choices stay."""
        self.editor.take_programme(programme)
        self.refresh_plan()
        if self._search is not None:
            self._search.renew()

    def refresh_programme(self) -> None:
        """Fetch the programme again, where it comes from an address."""
        self._live_reload.refresh()

    def refresh_findings(self) -> None:
        """Show what the check finds in the file as it is now, where that is open."""
        self._findings.renew()

    def leave(self) -> None:
        """End the app."""
        self.run_worker(self.app.action_quit())

    def draw_anew(self) -> None:
        """Draw the whole screen, whatever the terminal shows."""
        self.refresh()

    def refresh_plan(self) -> None:
        """Show the plan as it is now, everywhere."""
        self._draw_own_lane()
        if self._search is not None:
            self._search.plan_changed()
        self.refresh_marks()
        self._show_header()
        counts = count_days(self.editor.now.plan, self.editor.now.clashes)
        self.query_one(DayTabs).show(counts, self.grid.day)
        self.side.show_my_day(self._my_day(), partial(list_beginnings, self))
        if (thing := self.grid.cursor) is not None:
            self._show_thing(thing)
        self.renew_keys()

    def renew_keys(self) -> None:
        """Tell what the keys do where one is now."""
        self.query_one(KeyLine).show(list_key_hints(self))

    def refresh_marks(self) -> None:
        """Show what is chosen, found and on now in the grid, and what is next in the header."""
        now, search = self.now(), self._search
        self.query_one(Header).tell_next(describe_next(self.editor.now.plan, now))
        self.grid.mark(
            Highlights(
                chosen=self.editor.now.own,
                gravest=self.editor.now.gravest,
                notes=self.editor.now.notes,
                hits=self._findings.ids | (search.ids if search else frozenset()),
                now=now if find_day_of(self.editor.programme, now) else None,
                missed=self.editor.now.missed,
                matching=search.kept if search else None,
            )
        )

    # What follows from the state

    def _follow_cursor(self) -> None:
        thing = self.grid.cursor
        if thing is None or thing is self._followed:
            return
        self._followed = thing
        self.prompts.moved_to(thing.id)
        self._show_thing(thing)

    def _point_at(self, listed: "Problem | str") -> None:
        """Go to what is listed: a finding, or an entry of my day by its id."""
        if isinstance(listed, str):
            self.go_to(listed)
        else:
            self._findings.point_at(listed)

    def _width_class(self) -> str:
        """Name the class of the terminal's width, which Textual gives only later."""
        width = self.app.size.width
        return next(name for least, name in reversed(self.HORIZONTAL_BREAKPOINTS) if least <= width)

    def _show_prompt(self, prompt: Prompt | None) -> None:
        self.query_one(StatusBar).say(prompt)
        self.renew_keys()

    def _id_under_cursor(self) -> str:
        return self.grid.cursor.id if self.grid.cursor is not None else ""

    def _show_header(self) -> None:
        is_written = not self.editor.trouble
        self.query_one(Header).show(
            self.editor.now, self.grid.day, self.lanes.hidden_words, is_written=is_written
        )

    def _draw_own_lane(self) -> None:
        """Draw the programme with the own appointments anew, where either has changed."""
        plan = self.editor.now.plan
        drawn = plan.programme, plan.scheduled_appointments
        if drawn[0] is not self._drawn[0] or drawn[1] != self._drawn[1]:
            self._drawn = drawn
            self.grid.show_programme(add_own_lane(plan.programme, plan))

    def _take_wanted(self, listed: "Begun | str | None") -> None:
        if listed:
            self.run_worker(self._take(listed))

    def _open_at_now(self) -> bool:
        """Go to what is on now; False on any other day."""
        thing = find_opening(self.editor.now.plan, self._clock())
        if thing is not None:
            self.go_to(thing.id)
        return thing is not None

    def _show_thing(self, thing: Thing) -> None:
        self.query_one(StatusBar).peek(render_peek(thing, self.editor))
        if self.has_room_beside:
            self.side.show_details(render_details(thing, self.editor))

    def _my_day(self) -> MyDay:
        return MyDay(self.editor.now.plan, self.grid.day, self.editor.now.notices)
