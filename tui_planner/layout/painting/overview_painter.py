"""The painter of an overview: cells in the colours of the tracks, and the names above them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rich.cells import cell_len

from tui_planner.itinerary.notices import NoticeKind
from tui_planner.layout.cursor.viewport import Viewport
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.lane_widths import format_lane_title
from tui_planner.layout.overview.layout import OverviewLayout
from tui_planner.layout.text.cells import cut, fit, join_lines
from tui_planner.layout.text.glyphs import UNICODE, Glyphs
from tui_planner.programme.model import Programme, Session

from .box_painter import BoxPainter, BoxState, PlacedSpan
from .highlights import Highlights
from .painter import GUTTER, Painter
from .spans import Roles, Span

_READABLE = 6
"""The cells from which the beginning of a title says something."""


_OWN = {"chosen", "possible", "clash"}


class OverviewBoxPainter(BoxPainter):
    """A painter of the cells of an overview; what is on all day it paints as ever."""

    def __init__(self, day_layout: OverviewLayout, programme: Programme, glyphs: Glyphs) -> None:
        super().__init__(day_layout, programme, glyphs)
        self._stacks = day_layout.stacks
        self._cells = lru_cache(maxsize=8192)(self._paint_cell)

    def paint_row(
        self, box: Box, y: int, top: int, highlights: Highlights
    ) -> tuple[PlacedSpan, ...]:
        """Paint a row of a box: of several in one cell, what matters most."""
        if y < 0:
            return super().paint_row(box, y, top, highlights)
        stack = self._stacks[y, box.left]
        shown = max(stack, key=lambda other: _weight(other.thing.id, highlights))
        begins = any(other.top == y for other in stack)
        return self._cells(
            shown.thing.id, self.find_state(shown, highlights), len(stack), y, begins=begins
        )

    def _paint_cell(
        self, id_: str, state: BoxState, count: int, y: int, *, begins: bool
    ) -> tuple[PlacedSpan, ...]:
        box = self._day_layout.box_by_id[id_]
        roles = self._filled(state.roles, box)
        gap = box.width >= _READABLE
        width = box.width - gap
        text = self._text(box, state, count, width, y) if begins else ""
        ground = self._ground(y)
        if text:
            span = Span(fit(text, width), roles)
        elif not self._glyphs.eighths:
            span = Span((self._glyphs.bar if begins else self._glyphs.shade) * width, roles)
        elif begins:  # its upper edge is left free, so that it is told apart from what is above
            span = Span(self._glyphs.upper_edge * width, roles, foreground=ground)
        else:
            span = Span(" " * width, roles)
        return ((0, span), (width, Span(" ", ground))) if gap else ((0, span),)

    def _text(self, box: Box, state: BoxState, count: int, width: int, y: int) -> str:
        """Write the sign of what is chosen, how many share the cell, or what begins in it."""
        if state.sign:
            return state.sign
        if count > 1:
            return str(count) if count < 10 else "+"
        if width + 1 >= _READABLE and box.top == y:
            return cut(box.thing.title, width, self._glyphs.ellipsis)
        return ""

    def _filled(self, roles: Roles, box: Box) -> Roles:
        """Fill a cell with the colour of its track, of the choice, or of the cursor."""
        number = self._track_numbers.get(getattr(box.thing, "track", ""))
        own = next((role for role in roles if role in _OWN), None)
        fill = own or number
        here = ("here",) if roles[-1] == "cursor" else ()
        return (roles[0], "fill" if fill is None else f"fill-{fill}", *roles[1:], *here)


def _weight(id_: str, highlights: Highlights) -> tuple[bool, bool, int, bool]:
    """Weigh what of a cell is shown: the cursor, a hit of a search, the gravest clash, a choice."""
    gravest = highlights.gravest.get(id_)
    order = (NoticeKind.TIGHT, NoticeKind.POSSIBLE, NoticeKind.CERTAIN)
    return (
        id_ == highlights.cursor,
        highlights.matching is None or id_ in highlights.matching,
        order.index(gravest) + 1 if gravest in order else 0,
        id_ in highlights.chosen,
    )


class OverviewPainter(Painter):
    """A painter of one overview, row by row."""

    def __init__(
        self, day_layout: OverviewLayout, programme: Programme, glyphs: Glyphs = UNICODE
    ) -> None:
        super().__init__(day_layout, programme, glyphs)
        self._overview = day_layout
        self._boxes = OverviewBoxPainter(day_layout, programme, glyphs)

    def paint_header(self, y: int, view: Viewport, highlights: Highlights) -> Sequence[Span]:
        """Paint the names of the groups, and in the row below that of the room of the cursor."""
        if y == 0 and self._overview.header_rows > 1:
            names = "".join(self._group_names(view))
            return [Span(fit(names, GUTTER + view.columns), ("header",))]
        box = self._overview.box_by_id.get(highlights.cursor or "")
        return [*self._room_of(box, view)]

    def _group_names(self, view: Viewport) -> Iterator[str]:
        yield " " * GUTTER
        at = 0
        for group in self._overview.groups:
            left, right = view.find_columns(group.left, group.right)
            if left < right:
                yield " " * (left - at)
                yield fit(group.title, right - left, self.glyphs.ellipsis)
                at = right

    def _room_of(self, box: Box | None, view: Viewport) -> Iterator[Span]:
        """Paint the name of the room of a box above its lane."""
        width = GUTTER + view.columns
        words, at = "", 0
        if box is not None and box.top >= 0 and isinstance(box.thing, Session):
            name = join_lines(format_lane_title(box.thing.room, self.programme))
            words = cut(f"{self.glyphs.here}{name}", width, self.glyphs.ellipsis)
            left, _right = view.find_columns(box.left, box.right)
            at = max(0, min(GUTTER + left, width - cell_len(words)))
        yield Span(" " * at, ("header",))
        yield Span(words, ("header", "now"))
        yield Span(" " * (width - at - cell_len(words)), ("header",))
