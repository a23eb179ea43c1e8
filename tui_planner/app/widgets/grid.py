"""The grid: the day as a picture, with a cursor on a session or block."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from textual import events
from textual.message import Message

from tui_planner.layout.cursor.cursor_memory import CursorMemory
from tui_planner.layout.cursor.navigation import Direction, find_sideways
from tui_planner.layout.day.axis import Scale
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import AS_PUBLISHED, DayLayout, lay_out_day, step_scale
from tui_planner.layout.day.lane_order import RoomKey
from tui_planner.layout.overview.layout import (
    fits_without_overview,
    lay_out_overview,
    opens_in_overview,
)
from tui_planner.layout.painting.painter import GUTTER
from tui_planner.layout.text.glyphs import UNICODE, Glyphs
from tui_planner.programme.model import Programme, Session, Thing
from tui_planner.settings.settings import Lanes

from .canvas import Canvas


class Grid(Canvas):
    """The timeline of one day, with a cursor on a session or block.

    The picture is laid out anew only when the size or the day changes. It has no bindings of its
    own: scrolling follows the cursor, and the screen has the keys.
    """

    @dataclass
    class Moved(Message):
        """A move of the cursor to a session or block."""

        grid: "Grid"
        thing: Thing

        @property
        def control(self) -> "Grid":
            """The grid."""
            return self.grid

    @dataclass
    class Pressed(Message):
        """A double click on a box."""

        grid: "Grid"
        thing: Thing

        @property
        def control(self) -> "Grid":
            """The grid."""
            return self.grid

    def __init__(
        self,
        programme: Programme,
        glyphs: Glyphs = UNICODE,
        lanes: Lanes = AS_PUBLISHED,
        scale: Scale | None = None,
    ) -> None:
        super().__init__(glyphs)
        self.programme = programme
        self.day: date = programme.days[0].date
        self.scale = scale
        self.lanes = lanes
        self._overview: bool | None = None  # where most rooms would be out of sight
        self._laid_out_for: tuple[object, ...] | None = None
        self._cursor_memory = CursorMemory()

    @property
    def cursor(self) -> Thing | None:
        """The session or block under the cursor."""
        box = self.cursor_box
        return box.thing if box else None

    @property
    def cursor_box(self) -> Box | None:
        """The box under the cursor."""
        if self.day_layout is None or self.marks.cursor is None:
            return None
        return self.day_layout.box_by_id.get(self.marks.cursor)

    def go_to(self, id_: str, *along: str) -> None:
        """Put the cursor on a session or block of this day, and bring it into view.

        What else is named is brought into view with it, where both fit.
        """
        if self.day_layout is None:
            self.marks = self.marks._replace(cursor=id_)
            return
        for other in along:
            if (beside := self.day_layout.box_by_id.get(other)) is not None:
                self.bring_into_view(beside)
        if (box := self.day_layout.find_nearest_box(id_)) is not None:
            self._jump(box)

    def move(self, direction: Direction) -> None:
        """Move the cursor to the nearest box in a direction."""
        box = self.cursor_box
        if self.day_layout is None or box is None:
            return
        target = self._cursor_memory.step(self.day_layout, box, direction, self.scroll_offset.x)
        if target is None:
            self._scroll_to_edge(direction)
        else:
            self._put_cursor(target)

    def page(self, screens: int) -> None:
        """Move the cursor by whole screens."""
        box = self.cursor_box
        if self.day_layout is not None and box is not None:
            rows = screens * max(1, self.rows_in_view - 2)
            self._put_cursor(self._cursor_memory.leap(self.day_layout, box, rows))

    def page_sideways(self, screens: int) -> None:
        """Move the cursor by whole screens of lanes, to what is nearest in time there."""
        box = self.cursor_box
        if self.day_layout is None or box is None:
            return
        target = self._cursor_memory.leap_sideways(self.day_layout, box, screens)
        if target is not None:
            self._put_cursor(target)

    def zoom(self, *, finer: bool) -> bool:
        """Show finer or coarser rows; False where there are none."""
        if self.day_layout is None:
            return False
        if self.is_overview:
            if finer:
                self.show_scale(self.scale, overview=False)
            return finer
        now = self.day_layout.scale
        scale = step_scale(self.programme, self.day, self.lanes, now, finer=finer)
        is_cut = self.day_layout.width > self.day_layout.visible_width
        if not finer and is_cut and (scale is None or self.scale is None):
            self.show_scale(None, overview=True)
        elif scale is None:
            return False
        else:
            self.show_scale(scale, overview=False)
        return True

    def show_scale(self, scale: Scale | None, *, overview: bool | None = None) -> None:
        """Show the rows of a scale, or of the one that fits; the cursor stays where it is seen.

        Whether that is an overview depends on the day where it is not said.
        """
        box = self.cursor_box
        place = 0 if box is None else box.top - self.scroll_offset.y
        self.scale, self._overview = scale, overview
        self._lay_out()
        if (box := self.cursor_box) is not None:
            self.scroll_to(y=box.top - place, animate=False, immediate=True, force=True)
            self.bring_into_view(box)

    def show_lanes(self, lanes: Lanes) -> None:
        """Show other lanes, or in another order; the cursor goes with its session."""
        before = self.cursor_box
        self.lanes = lanes
        self._lay_out(before)

    def shows(self, thing: Thing) -> bool:
        """Tell whether the lane of something of this day is shown."""
        return self.day_layout is None or self.day_layout.find_nearest_box(thing.id) is not None

    def go_to_lane(self, room: RoomKey) -> None:
        """Put the cursor on the session in a lane that is nearest in time to where it is."""
        day_layout, box = self.day_layout, self.cursor_box
        if day_layout is None or box is None:
            return
        number = next((n for n, lane in enumerate(day_layout.lanes) if lane.room == room), None)
        if number is None:
            return
        here = -1 if box.top < 0 else day_layout.find_lane_at(box.left)
        target = find_sideways(day_layout, here, number - here, box.top)
        if number != here and target is not None:
            self._jump(target)

    def go_to_end(self, *, last: bool) -> None:
        """Put the cursor on the first or last box of the day."""
        if self.day_layout is not None and self.day_layout.every_box:
            self._jump(self.day_layout.every_box[-1 if last else 0])

    def show_day(self, day: date, cursor: str | None = None, lanes: Lanes | None = None) -> None:
        """Show a day, with the cursor on a session of it, perhaps with other lanes.

        Without one it stays in its room, at the hour of the day where it was.
        """
        before = self.cursor_box if day != self.day and cursor is None else None
        if day != self.day or cursor is not None:  # on the same day the cursor stays
            self.marks = self.marks._replace(cursor=cursor)
        self.day = day
        self.lanes = lanes or self.lanes
        self._lay_out(before)

    def show_programme(self, programme: Programme) -> None:
        """Show another version of the programme; the cursor and the scroll stay where they can."""
        before = self.cursor_box
        self.programme = programme
        if self.day not in {day.date for day in programme.days}:
            self.day = programme.days[0].date
        self._laid_out_for = None
        self._lay_out(before)

    def show_cursor(self) -> None:
        """Scroll back to the cursor, where one has scrolled away from it."""
        if (box := self.cursor_box) is not None:
            self.bring_into_view(box)

    def watch_show_horizontal_scrollbar(self) -> None:
        """Keep the cursor in sight where the scrollbar has come over it."""
        self.show_cursor()

    def on_resize(self) -> None:
        """Lay the day out anew, with the cursor still in view."""
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where one clicks; a double click presses."""
        offset = event.get_content_offset(self)
        box = None if offset is None else self.box_at(offset.x, offset.y)
        if box is None:
            return
        if event.chain == 2:
            self.post_message(self.Pressed(self, box.thing))
        elif event.chain == 1:
            self._jump(box)

    def _lay_out(self, before: Box | None = None) -> None:
        """Lay the day out; a cursor whose session is gone goes to what is nearest to `before`."""
        region = self.scrollable_content_region
        if not region.width or not region.height:
            return
        wanted = (self.day, region.size, self.scale, self._overview, self.lanes)
        if self._laid_out_for == wanted:
            self.show_cursor()
            return
        self._laid_out_for = wanted
        day_layout = self._make_layout(max(1, region.width - GUTTER), region.height)
        self.show_layout(day_layout, self.programme)
        self._cursor_memory.forget()
        if self.cursor_box is None and day_layout.every_box:
            boxes = day_layout.boxes or day_layout.all_day
            wanted_box = day_layout.find_nearest_box(self.marks.cursor or "")
            near = wanted_box or (self._nearest(boxes, before) if before else self._first(boxes))
            self.marks = self.marks._replace(cursor=near.thing.id)
        if (box := self.cursor_box) is not None:
            self.bring_into_view(box, anew=True)
            self.post_message(self.Moved(self, box.thing))

    def _make_layout(self, width: int, height: int) -> DayLayout:
        """Lay the day out, as an overview where one wants that, or would see few of its rooms."""
        here = self.programme, self.day, width
        is_overview = self._overview
        if is_overview is None:
            is_overview = self.scale is None and opens_in_overview(*here, self.lanes)
        elif is_overview:  # for as long as there is need of one
            is_overview = not fits_without_overview(*here, self.lanes)
        if is_overview:
            return lay_out_overview(*here, height, self.lanes)
        return lay_out_day(*here, height, self.scale, self.lanes)

    @staticmethod
    def _first(boxes: Sequence[Box]) -> Box:
        """Find the first session, where the day has one."""
        return next((box for box in boxes if isinstance(box.thing, Session)), boxes[0])

    def _nearest(self, boxes: Sequence[Box], to: Box) -> Box:
        """Find the box that is nearest in time, then in place, to one of another picture.

        On another day it is the one of the same room, where that has some, at the same hour.
        """
        zone = self.programme.zone
        start = to.thing.timing.start.astimezone(zone)
        room = getattr(to.thing, "room", None)

        def distance(box: Box) -> tuple[bool, bool, timedelta, float]:
            there = box.thing.timing.start.astimezone(zone)
            is_elsewhere = is_block = False
            if to.thing.day != box.thing.day:
                there += timedelta(days=(to.thing.day - box.thing.day).days)
                is_elsewhere = room is not None and getattr(box.thing, "room", None) != room
                is_block = not isinstance(box.thing, Session)
            return is_elsewhere, is_block, abs(there - start), abs(box.middle - to.middle)

        return min(boxes, key=distance)

    def _jump(self, box: Box) -> None:
        """Put the cursor where no key led it step by step."""
        self._cursor_memory.forget()
        self._put_cursor(box)

    def _put_cursor(self, box: Box) -> None:
        before = self.cursor_box
        if before is not box:
            self.marks = self.marks._replace(cursor=box.thing.id)
            for changed in (before, box):
                if changed is not None:
                    self.refresh_box(changed)
            self.post_message(self.Moved(self, box.thing))
        self.bring_into_view(box)

    def _scroll_to_edge(self, direction: Direction) -> None:
        """Show what lies before the first box or behind the last one."""
        match direction:
            case Direction.UP:
                self.scroll_to(y=0, animate=False, immediate=True)
            case Direction.DOWN:
                self.scroll_to(y=self.max_scroll_y, animate=False, immediate=True)
