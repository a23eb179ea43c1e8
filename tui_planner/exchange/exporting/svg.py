"""SVG: the grid of each day, one below the other.

Coordinates are pixels. Rows and columns are those of the layout; a row is as high as its minutes,
and never too low for a line of text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from importlib.resources import files
from itertools import accumulate

from tui_planner.itinerary.notices import find_notices, list_clash_remarks
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.views.box_notes import make_box_notes
from tui_planner.itinerary.views.own_lane import add_own_lane
from tui_planner.layout.day.axis import Scale, TimeRow
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import DayLayout, lay_out_day
from tui_planner.layout.text.box_text import LineKind, Space, write_box
from tui_planner.layout.text.cells import cut, join_lines
from tui_planner.layout.text.glyphs import UNICODE
from tui_planner.programme.model import Block, Programme
from tui_planner.programme.time_text import format_clock, format_long_date, format_times
from tui_planner.programme.timing import MINUTE
from tui_planner.support.i18n import _

from .headings import find_free_stretch
from .markup import Markup, join_classes, make_element
from .scope import select_shown
from .state_marks import StateMarks
from .unsupported_features import NEVER_SHOWN, Feature

UNSUPPORTED = NEVER_SHOWN | {
    Feature.DESCRIPTIONS,
    Feature.ADDRESSES,
    Feature.PLACE,
    Feature.VERSION,
    Feature.ABOUT,
    Feature.LANGUAGE,
    Feature.DAY_TITLES,
    Feature.NOTES,
}

_CELL = 8.75
_LINE = 16
_MINUTE = 1.75
_HEADING = 26
_EDGE = 24
_GUTTER = 56
_HEAD = 64
_DAY = 44
_CELLS = 112
_ROWS = 60
_SCALE = Scale(60, is_exact=True)


def make_svg(plan: ResolvedItinerary, *, mine: bool) -> str:
    """Make one SVG image of a plan, which follows the reader's light or dark scheme.

    Args:
        plan: The plan.
        mine: Only what is chosen, with what clashes in it.
    """
    drawer = _Drawer(plan, add_own_lane(select_shown(plan, mine=mine), plan))
    shown = replace(drawer.programme, rooms=()) if mine else drawer.programme
    sheets = [
        _Sheet(lay_out_day(shown, day.date, _CELLS, _ROWS, _SCALE), day.date)
        for day in drawer.programme.days
    ]
    tops = list(accumulate((sheet.height for sheet in sheets), initial=_HEAD))
    width = round(max(sheet.width for sheet in sheets))
    height = round(tops[-1] + _EDGE)
    title = join_lines(drawer.programme.title)
    drawing = make_element(
        "svg",
        make_element("title", title),
        Markup(f"<style>{files(__package__).joinpath('svg.css').read_text('utf-8')}</style>"),
        make_element("rect", class_="paper", width="100%", height="100%"),
        make_element("text", title, class_="event", x=str(_EDGE), y="44"),
        *(drawer.draw_day(sheet, top) for sheet, top in zip(sheets, tops, strict=False)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=str(width),
        height=str(height),
        role="img",
    )
    return f"{drawing}\n"


@dataclass(frozen=True)
class _Sheet:
    """The drawing of one day in pixels, from the top of its own heading."""

    day_layout: DayLayout
    date: date

    @cached_property
    def rooms(self) -> bool:
        """Whether its columns are rooms."""
        return any(lane.title for lane in self.day_layout.lanes)

    @cached_property
    def _rows(self) -> list[float]:
        above = (_HEADING if self.rooms else 0) + _HEADING * self.day_layout.all_day_rows
        return list(accumulate(map(_height, self.day_layout.axis.rows), initial=_DAY + above))

    @property
    def height(self) -> float:
        """The height, down to the next day."""
        return self._rows[-1] + _EDGE

    @property
    def width(self) -> float:
        """The width, with both edges."""
        return self.x(self.day_layout.width) + _EDGE

    def x(self, cell: int) -> float:
        """Get the left edge of a cell."""
        return _EDGE + _GUTTER + cell * _CELL

    def y(self, row: int) -> float:
        """Get the upper edge of a row; those below 0 are of what is on all day."""
        return self._rows[row] if row >= 0 else self._rows[0] + row * _HEADING


def _height(row: TimeRow) -> float:
    if row.heading is not None or row.is_folded:
        return _HEADING
    return max(_LINE, (row.end - row.start) / MINUTE * _MINUTE)


class _Drawer:
    """The days of a programme as drawings, with the plan's marks and notes."""

    def __init__(self, plan: ResolvedItinerary, programme: Programme) -> None:
        self.programme = programme
        found = find_notices(plan)
        self._marks = StateMarks(plan, found)
        self._notes = make_box_notes(plan, list_clash_remarks(found))

    def draw_day(self, sheet: _Sheet, top: float) -> Markup:
        """Draw one day."""
        heading = make_element(
            "text", format_long_date(sheet.date), class_="day", x=str(_EDGE), y="24"
        )
        return make_element(
            "g",
            heading,
            *self._rooms(sheet),
            *self._times(sheet),
            *self._bands(sheet),
            *(self._box(box, sheet) for box in sheet.day_layout.boxes if _is_for_all(box)),
            *self._tails(sheet),
            *(self._box(box, sheet) for box in sheet.day_layout.every_box if not _is_for_all(box)),
            transform=f"translate(0 {top:g})",
        )

    def _rooms(self, sheet: _Sheet) -> Iterator[Markup]:
        for lane in sheet.day_layout.lanes if sheet.rooms else ():
            name = cut(join_lines(lane.title), lane.width - 1)
            yield _text(name, "room", sheet.x(lane.left) + 4, _DAY + 16)

    def _times(self, sheet: _Sheet) -> Iterator[Markup]:
        end = sheet.x(sheet.day_layout.width)
        for number, row in enumerate(sheet.day_layout.axis.rows):
            if row.heading is None:
                y = sheet.y(number)
                words = "…" if row.is_folded else format_clock(row.start, self.programme.zone)
                yield _text(words, "time", sheet.x(0) - 10, y + 12)
                if words.endswith(":00"):
                    yield make_element("path", class_="line", d=f"M{sheet.x(0):g} {y:g}H{end:g}")

    def _bands(self, sheet: _Sheet) -> Iterator[Markup]:
        for band in sheet.day_layout.bands:
            top = sheet.y(min(band.heading, band.top))
            size = _size(
                sheet.x(0) - 5,
                top + 1,
                sheet.x(sheet.day_layout.width) + 5,
                sheet.y(band.bottom) - 1,
            )
            yield make_element("rect", class_="band", rx="6", **size)
        for band in sheet.day_layout.bands:
            left, right = find_free_stretch(sheet.day_layout, band.heading)
            when = format_times(band.block.timing, self.programme.zone)
            words = cut(f"{join_lines(band.block.title)} · {when}", right - left - 1)
            yield _text(words, "heading", sheet.x(left) + 10, sheet.y(band.heading) + 18)

    def _tails(self, sheet: _Sheet) -> Iterator[Markup]:
        for box in sheet.day_layout.boxes:
            if box.tail > box.bottom:
                size = _edges(sheet, box, box.bottom, box.tail)
                until = format_clock(box.thing.timing.last_end, self.programme.zone)
                words = _("until {time}?").format(time=until)
                # At the other side than the heading that may stand there.
                text = _text(words, "until", float(size["width"]) - 10, 15)
                frame = make_element("rect", class_="tail", rx="5", width="100%", height="100%")
                yield make_element("svg", frame, text, **size)

    def _box(self, box: Box, sheet: _Sheet) -> Markup:
        thing, size = box.thing, _edges(sheet, box, box.top, box.bottom)
        mark = self._marks.find(thing)
        lines = max(1, int((sheet.y(box.bottom) - sheet.y(box.top) - 9) // _LINE))
        space = Space(box.width - 2, lines)
        is_below_its_room = sheet.rooms and not thing.timing.all_day
        room = "" if is_below_its_room else self.programme.get_room_name(thing.room)
        note = " · ".join(filter(None, (room, self._notes.get(thing.id, ""))))
        marks = (mark.sign if mark else "", note)
        text = write_box(thing, self.programme, space, marks, UNICODE)
        kind = f"block {thing.kind}" if isinstance(thing, Block) else f"session {thing.status}"
        spoken = f"{join_lines(thing.title)}, {format_times(thing.timing, self.programme.zone)}"
        return make_element(
            "svg",
            make_element("title", f"{mark.word}: {spoken}" if mark else spoken),
            make_element("rect", class_="card", rx="5", width="100%", height="100%"),
            make_element("rect", class_="bar", width="4", height="100%"),
            *(
                _text(line.strip().replace("  ", " · "), part.value, 10, 16 + _LINE * number)
                for number, (part, line) in enumerate(text)
                if part is not LineKind.SHADE
            ),
            class_=join_classes(kind, *(("chosen", mark.name) if mark else ())),
            **size,
        )


def _is_for_all(box: Box) -> bool:
    return isinstance(box.thing, Block)


def _text(words: str, class_: str, x: float, y: float) -> Markup:
    return make_element("text", words, class_=class_, x=f"{x:g}", y=f"{y:g}")


def _edges(sheet: _Sheet, box: Box, top: int, bottom: int) -> dict[str, str]:
    """Compute the place of a box, with a little space around it."""
    left, right = sheet.x(box.left) + 2, sheet.x(box.right) - 2
    return _size(left, sheet.y(top) + 2, right, sheet.y(bottom) - 2)


def _size(left: float, top: float, right: float, bottom: float) -> dict[str, str]:
    return {
        "x": f"{left:g}",
        "y": f"{top:g}",
        "width": f"{right - left:g}",
        "height": f"{max(1, bottom - top):g}",
    }
