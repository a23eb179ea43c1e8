"""The painter of the grid: its rows as lines of styled text, cell by cell.

The screen and the printer each have their own styles for the roles of the spans.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from rich.cells import cell_len

from tui_planner.layout.cursor.viewport import Viewport
from tui_planner.layout.day.boxes import Band, Box
from tui_planner.layout.day.day_layout import DayLayout
from tui_planner.layout.text.box_text import write_heading
from tui_planner.layout.text.cells import clip, fit
from tui_planner.layout.text.glyphs import UNICODE, Glyphs
from tui_planner.programme.model import Programme, Session
from tui_planner.programme.time_text import format_clock_narrow, format_short_day, format_times
from tui_planner.support.i18n import _

from .box_painter import BoxPainter, PlacedSpan, add_part_role
from .highlights import Highlights
from .lane_header import paint_lane_header
from .spans import Roles, Span, clip_spans

GUTTER = 7
"""The cells of the time gutter."""


class Painter:
    """A painter of one layout, row by row."""

    def __init__(
        self, day_layout: DayLayout, programme: Programme, glyphs: Glyphs = UNICODE
    ) -> None:
        self.day_layout = day_layout
        self.programme = programme
        self.glyphs = glyphs
        self._boxes = BoxPainter(day_layout, programme, glyphs)
        self._times = lru_cache(maxsize=None)(self._time)

    def paint_gutter(self, y: int, highlights: Highlights) -> Span:
        """Paint the time at the left of a row; where a day begins, its date."""
        row = self.day_layout.axis.rows[y]
        if highlights.now is not None and row.start <= highlights.now < row.end:
            text = f"{format_clock_narrow(highlights.now, self.programme.zone)}{self.glyphs.now}"
            return Span(fit(text, GUTTER), ("gutter", "now"))
        return self._times(y)

    def _time(self, y: int) -> Span:
        row = self.day_layout.axis.rows[y]
        if row.heading is not None:
            return Span(" " * GUTTER, ("gutter",))
        zone = self.programme.zone
        text = (
            format_clock_narrow(row.start, zone)
            if row.new_day is None
            else format_short_day(row.new_day)
        )
        if self._clocks_change(y):
            text += self.glyphs.clocks
        if row.is_folded:
            text = f"{text:<{GUTTER - 1}}{self.glyphs.folded}"
        roles: Roles = ("gutter",)
        if not row.is_folded and not row.start.astimezone(zone).minute:
            roles = ("gutter", "hour")
        elif row.is_cut and not row.is_folded:
            roles = ("gutter", "cut")
        return Span(fit(text, GUTTER), (*roles, "midnight") if row.new_day else roles)

    def paint_row(self, y: int, view: Viewport, highlights: Highlights) -> list[Span]:
        """Paint the cells of one row that are in sight.

        From the ground up: a band or nothing, a block that stands alone, what sessions may run on
        into, sessions.
        """
        spans = list(_RowPainter(self, self._boxes, y, view, highlights).paint())
        row, now = self.day_layout.axis.rows[y], highlights.now
        if now is None or not row.start <= now < row.end:
            return spans
        return [span._replace(roles=(*span.roles, "now-row")) for span in spans]

    def paint_header(self, _y: int, view: Viewport, highlights: Highlights) -> Sequence[Span]:
        """Paint the row of the names of the lanes."""
        return [paint_lane_header(self.day_layout, view, highlights.chosen, GUTTER, self.glyphs)]

    def paint_all_day(
        self, y: int, shown: range, columns: int, highlights: Highlights
    ) -> list[Span]:
        """Paint a row of the band of what is on all day; the last one says how many more there are.

        Args:
            y: Its number, below 0.
            shown: The rows of the band that are shown.
            columns: The cells that are in sight beside the gutter.
            highlights: What is highlighted.
        """
        by_row = self.day_layout.all_day_by_row
        words = _("all-day") if y == shown[0] else ""
        if y == shown[-1] and len(shown) < len(by_row):
            hidden = len(self.day_layout.all_day) - sum(len(by_row[row]) for row in shown)
            words = _("{n} more").format(n=hidden)
        spans = [Span(fit(words, GUTTER, self.glyphs.ellipsis), ("gutter", "cut"))]
        at = 0
        for box in by_row[y]:
            spans += [span for _offset, span in self._boxes.paint_row(box, y, 0, highlights)]
            at = box.right
        return [*spans, Span(" " * (columns - at), ("band",))]

    def _clocks_change(self, y: int) -> bool:
        """Tell whether the clocks go forward or back within the row before, or at its end."""
        rows, zone = self.day_layout.axis.rows, self.programme.zone
        before = rows[y - 1].start if y else rows[y].start
        return before.astimezone(zone).utcoffset() != rows[y].start.astimezone(zone).utcoffset()


class _RowPainter:
    """A painter of one row of the layout, in columns of the screen."""

    def __init__(
        self, painter: Painter, boxes: BoxPainter, y: int, view: Viewport, highlights: Highlights
    ) -> None:
        self._day_layout = painter.day_layout
        self._zone = painter.programme.zone
        self._glyphs = painter.glyphs
        self._boxes = boxes
        self._y = y
        self._view = view
        self._highlights = highlights

    def paint(self) -> Iterator[Span]:
        """Paint the whole row."""
        at = 0
        for box in self._view.pick_visible(self._day_layout.boxes_by_row[self._y]):
            left, right = self._view.find_columns(box.left, box.right)
            if left >= right:
                continue
            if at < left:
                yield from self._under_tails(at, left)
            if isinstance(box.thing, Session):
                yield from self._placed(self._row_of(box), box, left, right)
            else:
                yield from self._under_tails(left, right, box)
            at = right
        yield from self._under_tails(at, self._view.columns)

    def _row_of(self, box: Box) -> Iterable[PlacedSpan]:
        return self._boxes.paint_row(box, self._y, self._view.y, self._highlights)

    def _placed(
        self, spans: Iterable[PlacedSpan], box: Box, left: int, right: int
    ) -> Iterator[Span]:
        """Cut the spans of a box to what is seen from `left` to `right`."""
        if right - left == box.width:  # as most are: nothing of it is cut
            yield from (span for _offset, span in spans)
            return
        origin = box.left if box.left < self._view.pinned else box.left - self._view.x
        for offset, span in spans:
            yield from clip_spans(span, origin + offset, left, right)

    def _under_tails(self, left: int, right: int, ground: Box | None = None) -> Iterator[Span]:
        """Paint from `left` to `right`, where no session is: tails, and what they lie over.

        That is the box `ground`, whose words no tail hides, or else the band or nothing.
        """
        at = left
        words_end = 0 if ground is None else left + self._words(ground)
        for tail in self._day_layout.tails_by_row[self._y]:
            seen = self._view.find_columns(tail.left, tail.right)
            start, end = max(at, seen[0]), min(right, seen[1])
            if start >= end or start < words_end:
                continue
            yield from self._ground(left, at, start, ground)
            spans = self._boxes.paint_tail(tail, self._y, self._highlights)
            yield from self._placed(spans, tail, start, end)
            at = end
        yield from self._ground(left, at, right, ground)

    def _words(self, box: Box) -> int:
        """Count the cells that the words in a row of a box take, with its bar; 0 without words."""
        state = self._boxes.find_state(box, self._highlights)
        _part, words = self._boxes.find_words(box, self._y, self._view.y, state)
        return 1 + cell_len(words) if words else 0

    def _ground(self, first: int, left: int, right: int, box: Box | None) -> Iterator[Span]:
        """Paint what lies from `left` to `right`; `first` is where it is first seen."""
        if left >= right:
            return
        if box is None:
            yield from self._band(left, right)
            return
        edge = self._view.find_columns(box.left, box.left + 1)
        if left == first and edge[0] >= edge[1]:
            yield from self._words_in_sight(box, left, right)
        else:
            yield from self._placed(self._row_of(box), box, left, right)

    def _words_in_sight(self, box: Box, left: int, right: int) -> Iterator[Span]:
        """Paint a row of a block of which the left edge is not seen: its words stay."""
        state = self._boxes.find_state(box, self._highlights)
        part, text = self._boxes.find_words(box, self._y, self._view.y, state)
        roles = add_part_role(state.roles, part.value)
        yield Span(fit(text, right - left, self._glyphs.ellipsis), roles)

    def _band(self, left: int, right: int) -> Iterator[Span]:
        width = right - left
        band = self._day_layout.band_by_row[self._y]
        row = self._day_layout.axis.rows[self._y]
        ground = "band" if band else "empty"
        if band is not None and self._y == band.heading:
            yield self._heading(band, left, width)
        elif (now := self._highlights.now) is not None and row.start <= now < row.end:
            yield Span(self._glyphs.now_line * width, (ground, "now"))
        elif row.new_day is not None:
            yield Span(self._glyphs.midnight * width, (ground, "midnight"))
        else:
            yield Span(" " * width, (ground,))

    def _heading(self, band: Band, left: int, width: int) -> Span:
        """Paint the name of a band, in the first stretch of the line that has room for it."""
        when = format_times(band.block.timing, self._zone).replace("–", self._glyphs.dash)
        rule, words = self._glyphs.rule, write_heading(band.block.title, when, self._glyphs)
        free = self._free()
        enough = (stretch for stretch in free if stretch[1] >= cell_len(words))
        at, room = next(enough, max(free, key=lambda stretch: stretch[1], default=(0, 0)))
        line = rule * at + write_heading(band.block.title, when, self._glyphs, room)
        line += rule * (left + width - cell_len(line))
        return Span(clip(line, left, width), ("band", "heading"))

    def _free(self) -> list[tuple[int, int]]:
        """Find the stretches of the line that are free: where each begins, and its cells."""
        over = (*self._day_layout.boxes_by_row[self._y], *self._day_layout.tails_by_row[self._y])
        taken = sorted(self._view.find_columns(box.left, box.right) for box in over)
        free = []
        at = 0
        for left, right in taken:
            if left >= right:
                continue
            if left > at:
                free.append((at, left - at))
            at = max(at, right)
        if at < self._view.columns:
            free.append((at, self._view.columns - at))
        return free
