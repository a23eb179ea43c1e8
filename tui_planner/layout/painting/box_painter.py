"""The painter of boxes, row by row: the bar, the words, the signs, and parts of rows.

A start or an end within a row is drawn with eighth blocks, where the glyphs have them; the words
stand in the rows that the box fills.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from tui_planner.itinerary.notices import NoticeKind
from tui_planner.layout.day.boxes import Box
from tui_planner.layout.day.day_layout import DayLayout
from tui_planner.layout.day.tracks import number_tracks
from tui_planner.layout.text.box_text import FRAME, BoxLine, LineKind, Space, write_box
from tui_planner.layout.text.cells import cut, fit
from tui_planner.layout.text.glyphs import Glyphs
from tui_planner.programme.model import Programme, Session, Status, Thing
from tui_planner.programme.time_text import format_clock
from tui_planner.support.i18n import _

from .highlights import Highlights
from .spans import Roles, Span

PlacedSpan = tuple[int, Span]
"""A span with its offset from the left edge of its box."""


class BoxState(NamedTuple):
    """The state of a box: its roles, the sign before its title, and the note about it."""

    roles: Roles
    sign: str
    note: str


class BoxPainter:
    """A painter of the boxes of one layout; a row that is seen again is painted once."""

    def __init__(self, day_layout: DayLayout, programme: Programme, glyphs: Glyphs) -> None:
        self._day_layout = day_layout
        self._programme = programme
        self._glyphs = glyphs
        self._lines = lru_cache(maxsize=4096)(self._box_lines)
        self._rows = lru_cache(maxsize=8192)(self._row)
        self._highlights: Highlights | None = None
        self._states: dict[str, BoxState] = {}
        self._track_numbers = number_tracks(programme)

    def find_state(self, box: Box, highlights: Highlights) -> BoxState:
        """Find the state of a box."""
        if highlights is not self._highlights:
            self._highlights, self._states = highlights, {}
        id_ = box.thing.id
        if (state := self._states.get(id_)) is None:
            sign = (
                self._glyphs.find_sign(highlights.gravest.get(id_))
                if id_ in highlights.chosen
                else ""
            )
            state = BoxState(
                tuple(self._roles(box, highlights)), sign, highlights.notes.get(id_, "")
            )
            self._states[id_] = state
        return state

    def find_words(self, box: Box, y: int, top: int, state: BoxState) -> tuple[LineKind, str]:
        """Find the words in a row of a box; they begin in sight, where `top` is the first row."""
        return self._words(box, y, _first_words(box, top), state)

    def paint_row(
        self, box: Box, y: int, top: int, highlights: Highlights
    ) -> tuple[PlacedSpan, ...]:
        """Paint a row of a box, where `top` is the first row in sight."""
        return self._rows(box.thing.id, y, _first_words(box, top), self.find_state(box, highlights))

    def paint_tail(self, box: Box, y: int, highlights: Highlights) -> Iterator[PlacedSpan]:
        """Paint a row that a box may run on into."""
        ground = self._ground(y)
        roles = (*ground, "tail", *self._state_roles(box, highlights))
        until = format_clock(box.thing.timing.last_end, self._programme.zone)
        ways = (_("until {time}?").format(time=until), f"{self._glyphs.dash}{until}?")
        fitting = (words for words in ways if cell_len(words) <= box.width - FRAME)
        text = next(fitting, "") if y == box.bottom else ""
        shade = self._glyphs.shade * max(0, box.width - FRAME - cell_len(text))
        words = cut(f" {text}{' ' if text else ''}{shade}", box.width - 2, "")
        yield 0, Span(self._glyphs.bar_unsure, roles)
        yield 1, Span(fit(words, box.width - 2), roles)
        yield box.width - 1, Span(" ", ground)

    def _words(self, box: Box, y: int, first: int, state: BoxState) -> tuple[LineKind, str]:
        """Find the words in a row of a box, of which the first stand in row `first`."""
        if y not in box.row_span.text_rows:
            return LineKind.NAMES, ""
        lines = self._lines(box.thing.id, state.sign, state.note)
        return lines[y - first] if 0 <= y - first < len(lines) else (LineKind.NAMES, "")

    def _row(self, id_: str, y: int, first: int, state: BoxState) -> tuple[PlacedSpan, ...]:
        box = self._day_layout.box_by_id[id_]
        ground = self._ground(y)
        if y in box.row_span.text_rows:
            spans = self._whole(box, y, first, state)
        else:
            spans = self._part(box, y, state.roles)
        edge = Span(" ", ground)
        if "cursor" in state.roles and y in box.row_span.text_rows:
            edge = Span(self._glyphs.bar, (*ground, "edge"))
        return *spans, (box.width - 1, edge)

    def _whole(self, box: Box, y: int, first: int, state: BoxState) -> Iterator[PlacedSpan]:
        """Paint a row that a box fills."""
        thing, roles = box.thing, state.roles
        part, text = self._words(box, y, first, state)
        is_last = y == box.bottom - 1
        unsure = not thing.timing.end_stated and y > box.row_span.text_rows.start
        if unsure and not text and is_last:
            part, text = LineKind.SHADE, " " + self._glyphs.shade * (box.width - FRAME)
        bar = self._bar(is_end=is_last and box.tail == box.bottom, chosen=bool(state.sign))
        if unsure or (thing.timing.around and y == box.row_span.text_rows.start):
            bar = self._glyphs.bar_unsure
        if "cursor" in roles:
            bar = self._glyphs.bar_chosen
        yield 0, Span(bar, add_part_role(roles, self._bar_role(roles, thing)))
        yield 1, Span(fit(text, box.width - 2), add_part_role(roles, part.value))

    def _bar(self, *, is_end: bool, chosen: bool) -> str:
        glyphs = self._glyphs
        if chosen:
            return glyphs.bar_chosen_end if is_end else glyphs.bar_chosen
        return glyphs.bar_end if is_end else glyphs.bar

    def _bar_role(self, roles: Roles, thing: Thing) -> str:
        """Find the role of the left edge, which has the colour of the cursor or the track."""
        if "cursor" in roles:
            return "edge"
        number = self._track_numbers.get(getattr(thing, "track", ""))
        return "bar" if number is None or "aside" in roles else f"track-{number}"

    def _part(self, box: Box, y: int, roles: Roles) -> Iterator[PlacedSpan]:
        """Paint a row that a box only begins in, or only ends in."""
        ground = self._ground(y)
        begins = y == box.top
        eighths = 8 - box.row_span.before if begins else box.row_span.behind
        fill = self._glyphs.eighths[eighths - 1 : eighths]
        bar = self._glyphs.bar_begin if begins else self._glyphs.bar_end
        yield 0, Span(bar, (*ground, self._bar_role(roles, box.thing)))
        if not fill:
            yield 1, Span(" " * (box.width - 2), ground)
        elif begins:
            yield 1, Span(fill * (box.width - 2), ground, foreground=roles)
        else:  # the blocks fill from below, so here they are what is left of the ground
            yield 1, Span(fill * (box.width - 2), roles, foreground=ground)

    def _ground(self, y: int) -> Roles:
        is_band = y < 0 or self._day_layout.band_by_row[y]  # above the hours all is one
        return ("band" if is_band else "empty",)

    def _roles(self, box: Box, highlights: Highlights) -> Iterator[str]:
        """List what a box is, and what holds for it."""
        thing = box.thing
        yield "box" if isinstance(thing, Session) else "block"
        if thing.id in self._day_layout.alternate_ids:
            yield "alternate"
        yield from self._state_roles(box, highlights)
        if thing.id in highlights.hits:
            yield "hit"
        if thing.id == highlights.cursor:
            yield "cursor"

    def _state_roles(self, box: Box, highlights: Highlights) -> Iterator[str]:
        """List what holds for a session or block wherever the cursor is."""
        thing = box.thing
        if isinstance(thing, Session) and thing.status in {Status.FULL, Status.CANCELLED}:
            yield thing.status.value
        if thing.id in highlights.chosen:
            match highlights.gravest.get(thing.id):
                case NoticeKind.CERTAIN | NoticeKind.STATUS:
                    yield "clash"
                case NoticeKind.POSSIBLE | NoticeKind.TIGHT:
                    yield "possible"
                case _:
                    yield "chosen"
        if highlights.matching is not None and thing.id not in highlights.matching:
            yield "aside"
        is_past = highlights.now is not None and thing.timing.last_end <= highlights.now
        if is_past or thing.id in highlights.missed:
            yield "past"

    def _box_lines(self, id_: str, sign: str, note: str) -> list[BoxLine]:
        box = self._day_layout.box_by_id[id_]
        space = Space(box.width - FRAME + 1, len(box.row_span.text_rows))
        return write_box(box.thing, self._programme, space, (sign, note), self._glyphs)


def _first_words(box: Box, top: int) -> int:
    """Find the row in which the words of a box begin, where `top` is the first row in sight."""
    words = box.row_span.text_rows
    return max(words.start, min(top, words.stop - 1))


def add_part_role(roles: Roles, part: str) -> Roles:
    """Add the role of a part of a box; the cursor is laid over all others."""
    if roles[-1] == "cursor":
        return (*roles[:-1], part, "cursor")
    return (*roles, part)
