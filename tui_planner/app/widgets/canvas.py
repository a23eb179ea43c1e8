"""The picture of a day on the screen: drawn line by line, with the time gutter always in sight."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat

from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui_planner.layout.cursor.viewport import Viewport
from tui_planner.layout.day.all_day_band import count_shown_rows, find_first_shown
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import DayLayout
from tui_planner.layout.overview.layout import OverviewLayout
from tui_planner.layout.painting.highlights import Highlights
from tui_planner.layout.painting.overview_painter import OverviewPainter
from tui_planner.layout.painting.painter import GUTTER, Painter
from tui_planner.layout.painting.spans import Span
from tui_planner.layout.text.glyphs import Glyphs
from tui_planner.programme.model import Programme

from .grid_styles import GridStyles


def make_painter(day_layout: DayLayout, programme: Programme, glyphs: Glyphs) -> Painter:
    """Make the painter of a layout: that of an overview for one."""
    if isinstance(day_layout, OverviewLayout):
        return OverviewPainter(day_layout, programme, glyphs)
    return Painter(day_layout, programme, glyphs)


class Canvas(ScrollView, can_focus=True, inherit_bindings=False):
    """A picture, and what is marked in it.

    A change of marks repaints the boxes that differ. It has neither frame nor padding.
    """

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(id="grid")
        self.set_reactive(Canvas.auto_links, False)  # there are none to look for in each line
        self.glyphs = glyphs
        self.marks = Highlights()
        self.day_layout: DayLayout | None = None
        self._painter: Painter | None = None
        self.ink = GridStyles(self)

    @property
    def header_rows(self) -> int:
        """The rows above the first row of the day: the names of the lanes, and the band below."""
        return self._lane_rows + len(self._all_day_rows)

    @property
    def _lane_rows(self) -> int:
        """The rows for the names of the lanes."""
        return 0 if self.day_layout is None else self.day_layout.header_rows

    @property
    def _all_day_rows(self) -> range:
        """The rows of the band of what is on all day that are shown, by their numbers below 0."""
        if self.day_layout is None or not self.day_layout.all_day:
            return range(0)
        rows = self.day_layout.all_day_rows
        shown = count_shown_rows(rows, self.scrollable_content_region.height)
        cursor = self.day_layout.box_by_id.get(self.marks.cursor or "")
        first = find_first_shown(rows, shown, cursor)
        return range(first, first + shown)

    @property
    def rows_in_view(self) -> int:
        """The rows of the day that are seen."""
        return self.scrollable_content_region.height - self.header_rows

    @property
    def is_overview(self) -> bool:
        """Whether it shows the overview of a day."""
        return isinstance(self.day_layout, OverviewLayout)

    def show_layout(self, day_layout: DayLayout, programme: Programme) -> None:
        """Draw another picture."""
        self.day_layout = day_layout
        self._painter = make_painter(day_layout, programme, self._glyphs_here)
        # Behind the last lane there are the cells that are left over where no lane is cut.
        over = max(0, self.scrollable_content_region.width - GUTTER - day_layout.visible_width)
        self.virtual_size = Size(
            day_layout.width + over + GUTTER, day_layout.height + self.header_rows
        )
        self.refresh()

    def mark(self, marks: Highlights) -> None:
        """Show other marks, without moving the cursor."""
        before, self.marks = self.marks, marks._replace(cursor=self.marks.cursor)
        if self.day_layout is None or before == self.marks:
            return
        if before.now != self.marks.now or before.matching != self.marks.matching:
            self.refresh()
            return
        if before.chosen != self.marks.chosen and self.header_rows:
            self.refresh(Region(0, 0, self.size.width, self.header_rows))
        boxes = self.day_layout.box_by_id
        for id_ in before.find_differences(self.marks) & boxes.keys():
            self.refresh_box(boxes[id_])

    def notify_style_update(self) -> None:
        """Forget the styles of the theme before."""
        super().notify_style_update()
        self.ink.forget()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the widget."""
        return next(self._lines(range(y, y + 1), self.scrollable_content_region.width))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines of a part of the widget, of which Textual would make each one thrice.

        There is neither frame nor padding to be put around them, and they come filtered.
        """
        left, right = crop.column_span
        lines = self._lines(crop.line_range, self.size.width)  # below its scrollbars too
        return [line.crop(left, right) for line in lines]

    def _lines(self, numbers: range, width: int) -> Iterator[Strip]:
        day_layout, painter, header_rows = self.day_layout, self._painter, self.header_rows
        if day_layout is None or painter is None or width <= GUTTER:
            yield from repeat(self.ink.blank(width), len(numbers))
            return
        view = self._view(day_layout)
        lane_rows, all_day_rows = self._lane_rows, self._all_day_rows
        for y in numbers:
            row = y - header_rows + view.y
            spans: Sequence[Span] = ()
            if y < lane_rows:
                spans = painter.paint_header(y, view, self.marks)
            elif y < header_rows:
                spans = painter.paint_all_day(
                    all_day_rows[y - lane_rows], all_day_rows, view.columns, self.marks
                )
            elif row < day_layout.height:
                spans = [
                    painter.paint_gutter(row, self.marks),
                    *painter.paint_row(row, view, self.marks),
                ]
            yield self.ink.strip(spans, GUTTER + view.columns if spans else 0, width)

    def box_at(self, column: int, line: int) -> Box | None:
        """Find the box that is drawn at a cell of the widget; None where there is none."""
        if self.day_layout is None or column < GUTTER or line < self._lane_rows:
            return None
        if line < self.header_rows:
            y = self._all_day_rows[line - self._lane_rows]
            return self.day_layout.find_all_day_at(column - GUTTER, y)
        x = self._view(self.day_layout).cell_at(column - GUTTER)
        return self.day_layout.find_box_at(x, line - self.header_rows + self.scroll_offset.y)

    def bring_into_view(self, box: Box, *, anew: bool = False) -> None:
        """Scroll to a box; in a picture laid out anew, to where a lane begins."""
        if self.day_layout is None:
            return
        view = self._view(self.day_layout)
        shown = (view.align_to_lane(self.day_layout) if anew else view).scroll_to(
            box, self.day_layout
        )
        if shown != view:
            self.scroll_to(shown.x, shown.y, animate=False, immediate=True, force=True)

    def refresh_box(self, box: Box) -> None:
        """Draw a box anew."""
        if self.day_layout is None:
            return
        if box.top < 0 or self.is_overview:  # another row of the band, another room is named now
            self.refresh(Region(0, 0, self.size.width, self.header_rows))
        if box.top < 0:
            return
        self.refresh(self._find_region(box, self.day_layout))

    def find_regions(self, ids: Iterable[str]) -> list[Region]:
        """Find where boxes are seen, in cells of the screen."""
        if (day_layout := self.day_layout) is None:
            return []
        boxes = (day_layout.box_by_id.get(id_) for id_ in ids)
        shown = (box for box in boxes if box is not None and box.top >= 0)
        return [self._find_region(box, day_layout).translate(self.region.offset) for box in shown]

    def _find_region(self, box: Box, day_layout: DayLayout) -> Region:
        """Find where a box is seen, in cells of the widget."""
        view = self._view(day_layout)
        left, right = view.find_columns(box.left, box.right)
        top = box.top + self.header_rows - view.y
        height = max(box.tail, box.bottom) - box.top
        region = Region(left + GUTTER, top, max(0, right - left), height)
        return region.intersection(self.size.region)

    def _view(self, day_layout: DayLayout) -> Viewport:
        """Tell what is seen of a picture."""
        x, y = self.scroll_offset
        return Viewport(x, y, day_layout.visible_width, self.rows_in_view, day_layout.pinned)

    @property
    def _glyphs_here(self) -> Glyphs:
        """The glyphs; without colour, blocks cannot be of the colour of what they are part of."""
        return self.glyphs if self.ink.has_colours else self.glyphs._replace(eighths="")
