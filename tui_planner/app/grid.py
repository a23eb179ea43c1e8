"""The grid: one widget that draws the day line by line, with the time gutter always in sight."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ..layout.arrangement import Room
from ..layout.axis import Scale
from ..layout.course import Course
from ..layout.glyphs import UNICODE, Glyphs
from ..layout.lane_header import lane_header
from ..layout.marks import Marks
from ..layout.navigation import Direction, sideways
from ..layout.painting import GUTTER, Painter
from ..layout.picture import AS_PUBLISHED, Box, Picture, make_picture, other_scale
from ..layout.tracks import COLOURS
from ..layout.viewport import Viewport
from ..programme.model import Programme, Session, Thing
from ..settings.model import Lanes
from .grid_ink import Ink


class Grid(ScrollView, can_focus=True, inherit_bindings=False):
    """The timeline of one day, with a cursor on a session or block.

    The picture is laid out anew only when the size or the day changes; a change of marks repaints
    the boxes that differ. It has no bindings of its own: scrolling follows the cursor, and the
    screen has the keys.
    """

    COMPONENT_CLASSES = {
        "grid--aside",
        "grid--band",
        "grid--bar",
        "grid--block",
        "grid--box",
        "grid--cancelled",
        "grid--chosen",
        "grid--clash",
        "grid--cursor",
        "grid--cut",
        "grid--empty",
        "grid--full",
        "grid--gutter",
        "grid--header",
        "grid--heading",
        "grid--hit",
        "grid--midnight",
        "grid--names",
        "grid--note",
        "grid--now",
        "grid--past",
        "grid--possible",
        "grid--shade",
        "grid--tail",
        "grid--times",
        "grid--title",
        *(f"grid--track-{number}" for number in range(COLOURS)),
    }
    """
    | Class | What it styles |
    | :- | :- |
    | `grid--gutter`, `grid--cut` | The times; those at which something starts or ends. |
    | `grid--header` | The names of the lanes. |
    | `grid--empty`, `grid--band`, `grid--heading` | The ground, a block behind it, its name. |
    | `grid--box`, `grid--block` | A session; a block that stands alone. |
    | `grid--chosen`, `grid--possible`, `grid--clash` | Chosen, without and with a clash. |
    | `grid--full`, `grid--cancelled`, `grid--past` | Another state. |
    | `grid--aside` | Left out by a search or filter. |
    | `grid--hit`, `grid--cursor` | Found by the search; under the cursor. |
    | `grid--bar`, `grid--title`, `grid--times`, `grid--note`, `grid--names` | Its parts. |
    | `grid--track-0` … `grid--track-5` | The left edge, in the colour of its track. |
    | `grid--tail`, `grid--shade` | A time that may be. |
    | `grid--now`, `grid--midnight` | The present time; where a day begins. |
    """

    @dataclass
    class Moved(Message):
        """The cursor moved to a session or block."""

        grid: "Grid"
        thing: Thing

        @property
        def control(self) -> "Grid":
            """The grid."""
            return self.grid

    @dataclass
    class Pressed(Message):
        """A box was clicked twice."""

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
        super().__init__(id="grid")
        self.set_reactive(Grid.auto_links, False)  # there are none to look for in each line
        self.programme = programme
        self.glyphs = glyphs
        self.marks = Marks()
        self.day: date = programme.days[0].date
        self.scale = scale
        self.lanes = lanes
        self._picture: Picture | None = None
        self._painter: Painter | None = None
        self._laid_out_for: tuple[object, ...] | None = None
        self._course = Course()
        self._ink = Ink(self, "grid--")

    @property
    def cursor(self) -> Thing | None:
        """The session or block under the cursor."""
        box = self.cursor_box
        return box.thing if box else None

    @property
    def cursor_box(self) -> Box | None:
        """The box under the cursor."""
        if self._picture is None or self.marks.cursor is None:
            return None
        return self._picture.box_by_id.get(self.marks.cursor)

    @property
    def header_rows(self) -> int:
        """The rows above the first row of the day."""
        picture = self._picture
        return int(
            picture is not None
            and (picture.width > picture.seen or any(lane.title for lane in picture.lanes))
        )

    def go_to(self, id_: str, *along: str) -> None:
        """Put the cursor on a session or block of this day, and bring it into view.

        What else is named is brought into view with it, where both fit.
        """
        if self._picture is None:
            self.marks = replace(self.marks, cursor=id_)
            return
        for other in along:
            if (beside := self._picture.box_by_id.get(other)) is not None:
                self._bring_into_view(beside)
        if (box := self._picture.nearest_box(id_)) is not None:
            self._jump(box)

    def move(self, direction: Direction) -> None:
        """Move the cursor to the nearest box in a direction."""
        box = self.cursor_box
        if self._picture is None or box is None:
            return
        target = self._course.step(self._picture, box, direction)
        if target is None:
            self._scroll_to_edge(direction)
        else:
            self._put_cursor(target)

    def page(self, screens: int) -> None:
        """Move the cursor by whole screens."""
        box = self.cursor_box
        if self._picture is not None and box is not None:
            rows = screens * max(1, self._rows_in_view - 2)
            self._put_cursor(self._course.leap(self._picture, box, rows))

    def page_sideways(self, screens: int) -> None:
        """Move the cursor by whole screens of lanes, to what is nearest in time there."""
        box = self.cursor_box
        if self._picture is None or box is None:
            return
        target = self._course.leap_sideways(self._picture, box, screens)
        if target is not None:
            self._put_cursor(target)

    def zoom(self, *, finer: bool) -> bool:
        """Show finer or coarser rows; False where there are none."""
        if self._picture is None:
            return False
        now = self._picture.scale
        scale = other_scale(self.programme, self.day, self.lanes, now, finer=finer)
        if scale is None:
            return False
        self.show_scale(scale)
        return True

    def show_scale(self, scale: Scale | None) -> None:
        """Show the rows of a scale, or of the one that fits; the cursor stays where it is seen."""
        box = self.cursor_box
        place = 0 if box is None else box.top - self.scroll_offset.y
        self.scale = scale
        self._lay_out()
        if (box := self.cursor_box) is not None:
            self.scroll_to(y=box.top - place, animate=False, immediate=True, force=True)
            self._bring_into_view(box)

    def show_lanes(self, lanes: Lanes) -> None:
        """Show other lanes, or in another order; the cursor goes with its session."""
        before = self.cursor_box
        self.lanes = lanes
        self._lay_out(before)

    def shows(self, thing: Thing) -> bool:
        """Whether the lane of something of this day is shown."""
        return self._picture is None or self._picture.nearest_box(thing.id) is not None

    def go_to_lane(self, room: Room) -> None:
        """Put the cursor on the session in a lane that is nearest in time to where it is."""
        picture, box = self._picture, self.cursor_box
        if picture is None or box is None:
            return
        number = next((n for n, lane in enumerate(picture.lanes) if lane.room == room), None)
        if number is not None and number != picture.lane_at(box.left):
            target = sideways(picture, box, number - picture.lane_at(box.left), box.top)
            if target is not None:
                self._jump(target)

    def go_to_end(self, *, last: bool) -> None:
        """Put the cursor on the first or last box of the day."""
        if self._picture is not None and self._picture.boxes:
            self._jump(self._picture.boxes[-1 if last else 0])

    def show_day(self, day: date, cursor: str | None = None, lanes: Lanes | None = None) -> None:
        """Show another day, with the cursor on a session of it, perhaps with other lanes."""
        self.day = day
        self.lanes = lanes or self.lanes
        self.marks = replace(self.marks, cursor=cursor)
        self._lay_out()

    def show_programme(self, programme: Programme) -> None:
        """Show another version of the programme; the cursor and the scroll stay where they can."""
        before = self.cursor_box
        self.programme = programme
        if self.day not in {day.date for day in programme.days}:
            self.day = programme.days[0].date
        self._laid_out_for = None
        self._lay_out(before)

    def mark(self, marks: Marks) -> None:
        """Show other marks, without moving the cursor."""
        before, self.marks = self.marks, replace(marks, cursor=self.marks.cursor)
        if self._picture is None or before == self.marks:
            return
        if before.now != self.marks.now or before.kept != self.marks.kept:
            self.refresh()
            return
        if before.chosen != self.marks.chosen and self.header_rows:
            self.refresh(Region(0, 0, self.size.width, self.header_rows))
        for box in self._picture.boxes:
            if before.differs_at(box.thing.id, self.marks):
                self._refresh_box(box)

    def on_resize(self) -> None:
        """Lay the day out anew, with the cursor still in view."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        super().notify_style_update()
        self._ink.forget()

    def render_line(self, y: int) -> Strip:
        """One line of the widget."""
        width = self.scrollable_content_region.width
        picture, painter = self._picture, self._painter
        if picture is None or painter is None or width <= GUTTER:
            return self._ink.blank(width)
        view = self._view(picture)
        row = y - self.header_rows + view.y
        if y < self.header_rows:
            header = lane_header(picture, view, self.marks.chosen, GUTTER, painter.glyphs)
            return self._ink.strip([header], width)
        if row >= picture.height:
            return self._ink.blank(width)
        cells = painter.row(row, view, self.marks)
        return self._ink.strip([painter.gutter(row, self.marks), *cells], width)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where one clicks; a double click presses."""
        box = self._box_at(event)
        if box is None:
            return
        if event.chain == 2:
            self.post_message(self.Pressed(self, box.thing))
        elif event.chain == 1:
            self._jump(box)

    def _box_at(self, event: events.MouseEvent) -> Box | None:
        offset = event.get_content_offset(self)
        if self._picture is None or offset is None:
            return None
        if offset.x < GUTTER or offset.y < self.header_rows:
            return None
        x = self._view(self._picture).cell_at(offset.x - GUTTER)
        y = offset.y - self.header_rows + self.scroll_offset.y
        return self._picture.box_at(x, y)

    def _lay_out(self, before: Box | None = None) -> None:
        """Lay the day out; a cursor whose session is gone goes to what is nearest to `before`."""
        region = self.scrollable_content_region
        if not region.width or not region.height:
            return
        wanted = (self.day, region.size, self.scale, self.lanes)
        if self._laid_out_for == wanted:
            return
        self._laid_out_for = wanted
        width = max(1, region.width - GUTTER)
        self._picture = make_picture(
            self.programme, self.day, width, region.height, self.scale, self.lanes
        )
        self._painter = Painter(self._picture, self.programme, self._glyphs_here)
        self._course.forget()
        # Behind the last lane there are the cells that are left over where no lane is cut.
        over = max(0, width - self._picture.seen)
        self.virtual_size = Size(
            self._picture.width + over + GUTTER, self._picture.height + self.header_rows
        )
        if self.cursor_box is None and self._picture.boxes:
            boxes = self._picture.boxes
            wanted_box = self._picture.nearest_box(self.marks.cursor or "")
            near = wanted_box or (self._nearest(boxes, before) if before else self._first(boxes))
            self.marks = replace(self.marks, cursor=near.thing.id)
        self.refresh()
        if (box := self.cursor_box) is not None:
            self._bring_into_view(box, anew=True)
            self.post_message(self.Moved(self, box.thing))

    @staticmethod
    def _first(boxes: Sequence[Box]) -> Box:
        """The first session, where the day has one."""
        return next((box for box in boxes if isinstance(box.thing, Session)), boxes[0])

    @staticmethod
    def _nearest(boxes: Sequence[Box], to: Box) -> Box:
        """The box that is nearest in time, then in place, to one of another picture."""
        start = to.thing.timing.start
        return min(
            boxes,
            key=lambda box: (abs(box.thing.timing.start - start), abs(box.middle - to.middle)),
        )

    def _jump(self, box: Box) -> None:
        """Put the cursor where no key led it step by step."""
        self._course.forget()
        self._put_cursor(box)

    def _put_cursor(self, box: Box) -> None:
        before = self.cursor_box
        if before is not box:
            self.marks = replace(self.marks, cursor=box.thing.id)
            for changed in (before, box):
                if changed is not None:
                    self._refresh_box(changed)
            self.post_message(self.Moved(self, box.thing))
        self._bring_into_view(box)

    def _view(self, picture: Picture) -> Viewport:
        """What is seen of a picture."""
        x, y = self.scroll_offset
        return Viewport(x, y, picture.seen, self._rows_in_view, picture.pinned)

    @property
    def _glyphs_here(self) -> Glyphs:
        """The glyphs; without colour, blocks cannot be of the colour of what they are part of."""
        return self.glyphs if self._ink.has_colours else replace(self.glyphs, eighths="")

    @property
    def _rows_in_view(self) -> int:
        return self.scrollable_content_region.height - self.header_rows

    def _bring_into_view(self, box: Box, *, anew: bool = False) -> None:
        """Scroll to a box; in a picture laid out anew, to where a lane begins."""
        if self._picture is None:
            return
        view = self._view(self._picture)
        shown = (view.aligned(self._picture) if anew else view).showing(box, self._picture)
        if shown != view:
            self.scroll_to(shown.x, shown.y, animate=False, immediate=True, force=True)

    def _scroll_to_edge(self, direction: Direction) -> None:
        """At the first or last box, show what lies before or behind it."""
        match direction:
            case Direction.UP:
                self.scroll_to(y=0, animate=False)
            case Direction.DOWN:
                self.scroll_to(y=self.max_scroll_y, animate=False)

    def _refresh_box(self, box: Box) -> None:
        if self._picture is None:
            return
        view = self._view(self._picture)
        left, right = view.seen(box.left, box.right)
        top = box.top + self.header_rows - view.y
        height = max(box.tail, box.bottom) - box.top
        region = Region(left + GUTTER, top, max(0, right - left), height)
        self.refresh(region.intersection(self.size.region))
