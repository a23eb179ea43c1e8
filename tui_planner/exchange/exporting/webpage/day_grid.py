"""A day as one ordered list, and where a wide screen puts each of its items in a grid of time.

The list is in the order of the day, as it is read on a phone or aloud. The rows of the grid are
those of the layout: cut where something starts or ends, so that what touches is seen to touch. A
row is as high as its minutes, and higher where its text needs it. A grid of many rooms is to scale:
there the text of one session would stretch all others, so what does not fit is shown by pointing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from tui_planner.exchange.exporting.headings import find_free_cells
from tui_planner.exchange.exporting.markup import Markup, join_classes, join_markup, make_element
from tui_planner.layout.day.all_day_band import lay_out_band
from tui_planner.layout.day.axis import Scale, TimeRow
from tui_planner.layout.day.boxes import Band, Box
from tui_planner.layout.day.day_layout import DayLayout, lay_out_day
from tui_planner.layout.day.lane_widths import NARROWEST_COLUMN
from tui_planner.programme.model import Session, Thing
from tui_planner.programme.time_text import format_clock, format_short_date
from tui_planner.support.i18n import _

from .card import CardMaker

_SCALE = Scale(60, is_exact=True)
_ROWS = 60
_MOST_COLUMNS_TO_READ = 6
"""So many rooms are read at full height; more are to scale."""
_MOST_COLUMNS_ON_PAPER = 7
_LONG = 50
"""So many items are no longer found by scrolling."""


def make_day_grid(day: date, cards: CardMaker, *, by_room: bool) -> Markup:
    """Make the grid of one day; a sentence where there is nothing on it.

    Args:
        day: Which.
        cards: Makes the items.
        by_room: Whether each room has a column. Of one delegate's day, only what clashes stands
            side by side.
    """
    shown = cards.programme if by_room else replace(cards.programme, rooms=())
    day_layout = lay_out_day(shown, day, 1, _ROWS, _SCALE)
    all_day = [box.thing for box in day_layout.all_day]
    day_layout = replace(day_layout, all_day=lay_out_band(all_day, day_layout.width))
    day_layout = _make_room_for_headings(day_layout)
    if not day_layout.axis.rows and not day_layout.all_day:
        return make_element("p", _("Nothing is planned on this day."))
    place = _GridPlace(day_layout)
    columns = max(1, round(day_layout.width / NARROWEST_COLUMN))
    wide = "wide" if columns > _MOST_COLUMNS_TO_READ else ""
    listed = "listed" if columns > _MOST_COLUMNS_ON_PAPER else ""
    shapes: list[Band | Box] = [*day_layout.bands, *day_layout.boxes]
    shapes.sort(key=_in_order)
    anchors = _make_hour_anchors(map(_thing, shapes), day, shown.zone)
    shapes = [*day_layout.all_day, *shapes]
    grid = make_element(
        "div",
        make_element(
            "div", *_scenery(day_layout, place, cards), class_="scenery", aria_hidden="true"
        ),
        make_element("ol", *(_item(shape, day_layout, place, cards, anchors) for shape in shapes)),
        class_=join_classes("grid", wide, listed, "with-rooms" if place.has_rooms else ""),
        style=f"--columns:{columns};grid-template:{place.rows}/{place.columns}",
    )
    return join_markup((_make_hour_links(anchors, day, cards.own_words), grid))


class _GridPlace:
    """The places of things in lines of the CSS grid, whose first column holds the times.

    The rows below 0 are those of what is on all day, between the names of the rooms and the hours.
    """

    def __init__(self, day_layout: DayLayout) -> None:
        edges = {0, day_layout.width}
        for box in day_layout.every_box:
            edges |= {box.left, box.right}
        for lane in day_layout.lanes:
            edges |= {lane.left, lane.left + lane.width}
        self._edges = sorted(edges)
        self.has_rooms = any(lane.title for lane in day_layout.lanes)
        self._above = self.has_rooms + day_layout.all_day_rows
        tracks = (f"minmax(0,{right - left}fr)" for left, right in pairwise(self._edges))
        self.columns = " ".join(("var(--gutter)", *tracks))
        busy = {
            row
            for box in day_layout.boxes
            if isinstance(box.thing, Session)
            for row in range(box.top, box.bottom)
        }
        rows = enumerate(day_layout.axis.rows)
        heights = (_height(row, is_busy=number in busy) for number, row in rows)
        all_day = ["minmax(var(--heading),auto)"] * day_layout.all_day_rows
        self.rows = " ".join((*["auto"] * self.has_rooms, *all_day, *heights))

    def area(self, top: int, bottom: int, left: int, right: int) -> str:
        """Format the place of a rectangle of the layout."""
        first, last = (self._edges.index(x) + 2 for x in (left, right))
        lines = (top + 1 + self._above, first, bottom + 1 + self._above, last)
        return "grid-area:" + "/".join(map(str, lines))

    def row(self, row: int) -> str:
        """Format the place of a row in the column of the times."""
        return f"grid-area:{row + 1 + self._above}/1/auto/auto"

    def head(self, left: int, right: int) -> str:
        """Format the place of the name of a room."""
        first, last = (self._edges.index(x) + 2 for x in (left, right))
        return f"grid-area:1/{first}/2/{last}"


def _height(row: TimeRow, *, is_busy: bool) -> str:
    if row.heading is not None:
        return "minmax(var(--heading),auto)"
    if row.is_folded:
        return "minmax(var(--folded),auto)"
    minutes = int((row.end - row.start).total_seconds() // 60)
    height = f"calc({minutes}*var(--minute))"
    return f"minmax({height if is_busy else f'min({height},var(--idle))'},auto)"


def _make_room_for_headings(day_layout: DayLayout) -> DayLayout:
    """Add a column where a block behind its sessions has no cell free for its heading.

    Where only an overrun is in its way, the heading lies on that.
    """
    rows = day_layout.boxes_by_row
    if all(
        _find_heading(day_layout, band) or not rows[min(band.heading, band.top)]
        for band in day_layout.bands
    ):
        return day_layout
    width = day_layout.width + NARROWEST_COLUMN
    boxes = tuple(
        box if isinstance(box.thing, Session) else box._replace(right=width)
        for box in day_layout.boxes
    )
    return replace(day_layout, width=width, boxes=boxes)


def _find_heading(day_layout: DayLayout, band: Band) -> tuple[int, int, int] | None:
    """Find a row of a band with free cells, its first if that has some: what runs through it."""
    rows = (
        (row, *stretch)
        for row in range(min(band.heading, band.top), band.bottom)
        if (stretch := find_free_cells(day_layout, row))
    )
    return next(rows, None)


def _scenery(day_layout: DayLayout, place: _GridPlace, cards: CardMaker) -> Iterator[Markup]:
    """Make what is seen behind the list: bands, times, rooms, possible overruns."""
    for band in day_layout.bands:
        top = min(band.heading, band.top)
        area = place.area(top, band.bottom, 0, day_layout.width)
        yield make_element("i", class_=f"band {band.block.kind}", style=area)
    for number, row in enumerate(day_layout.axis.rows):
        if row.heading is None:
            words = _("…") if row.is_folded else format_clock(row.start, cards.programme.zone)
            yield make_element("b", words, style=place.row(number))
    if place.has_rooms:
        yield make_element("b", class_="corner", style="grid-area:1/1/2/2")
        for lane in day_layout.lanes:
            head = place.head(lane.left, lane.left + lane.width)
            yield make_element("strong", lane.title, style=head, dir="auto")
    for box in day_layout.boxes:
        if box.tail > box.bottom:
            area = place.area(box.bottom, box.tail, box.left, box.right)
            until = format_clock(box.thing.timing.last_end, cards.programme.zone)
            words = _("until {time}?").format(time=until)
            yield make_element("i", words, class_="tail", style=area, dir="auto")


def _item(
    shape: Band | Box,
    day_layout: DayLayout,
    place: _GridPlace,
    cards: CardMaker,
    anchors: Mapping[str, str],
) -> Markup:
    """Make the list item of a block or session; for a block behind its sessions, its heading."""
    thing = _thing(shape)
    anchor = anchors.get(thing.id, "")
    if isinstance(shape, Band):
        whole = shape.heading, 0, day_layout.width
        row, left, right = _find_heading(day_layout, shape) or whole
        area = place.area(row, row + 1, left, right)
    else:
        area = place.area(shape.top, shape.bottom, shape.left, shape.right)
    if isinstance(thing, Session):
        return cards.make_session(thing, area, anchor)
    return cards.make_block(thing, area, anchor, behind=isinstance(shape, Band))


def _thing(shape: Band | Box) -> Thing:
    return shape.block if isinstance(shape, Band) else shape.thing


def _in_order(shape: Band | Box) -> tuple[datetime, bool, int]:
    """Sort by time, each block before its sessions."""
    thing = _thing(shape)
    return thing.timing.start, isinstance(thing, Session), thing.order


def _make_hour_anchors(things: Iterable[Thing], day: date, zone: ZoneInfo) -> dict[str, str]:
    """Make the anchors of the first thing of each hour, by id; none where the list is short.

    Args:
        things: What is on the day, by its starts.
        day: Which.
        zone: By whose clocks the hours are counted.
    """
    ordered = list(things)
    first: dict[str, str] = {}
    for thing in ordered if len(ordered) >= _LONG else ():
        at = thing.timing.start.astimezone(zone)
        first.setdefault(f"{day.isoformat()}-{at:%dT%H}", thing.id)
    return {id_: f"at-{hour}" for hour, id_ in first.items()}


def _make_hour_links(anchors: Mapping[str, str], day: date, lang: str) -> Markup:
    """Make the links to the hours, in a language; nothing where there are no anchors."""
    if not anchors:
        return Markup()
    links = (
        make_element("li", make_element("a", f"{anchor[-2:]}:00", href=f"#{anchor}"))
        for anchor in anchors.values()
    )
    label = _("Hours of {day}").format(day=format_short_date(day))
    return make_element(
        "nav", make_element("ul", *links), class_="hours", aria_label=label, lang=lang
    )
