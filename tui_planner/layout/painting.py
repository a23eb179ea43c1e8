"""The grid as lines of styled text: what each row of the picture shows, cell by cell.

A span's roles say what it is, from the ground up ("band", "box", "chosen", "title"); the screen
and the printer each have their own styles for them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from rich.cells import cell_len

from ..i18n import _
from ..itinerary.notices import NoticeKind
from ..programme.model import Programme, Session, Status
from ..wording import clock, clock_narrow, times
from .box_text import Line, Part, Space, box_lines, heading
from .cells import clip, cut, fit, one_line
from .glyphs import UNICODE, Glyphs
from .picture import FRAME, Band, Box, Picture

GUTTER = 7
"""The cells of the time gutter."""

Roles = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of cells of one look."""

    text: str
    roles: Roles


@dataclass(frozen=True)
class Marks:
    """What is marked in the grid.

    Attributes:
        chosen: The ids of the chosen sessions and the own appointments.
        gravest: The gravest kind of notice about each id.
        notes: What the plan has to say of it in the box of each id.
        cursor: The id under the cursor.
        hits: The ids that a search found.
        now: The present instant, on the day itself.
        missed: The ids of what the delegate is not there for.
    """

    chosen: frozenset[str] = frozenset()
    gravest: Mapping[str, NoticeKind] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    cursor: str | None = None
    hits: frozenset[str] = frozenset()
    now: datetime | None = None
    missed: frozenset[str] = frozenset()


class Painter:
    """Paints one picture, row by row."""

    def __init__(self, picture: Picture, programme: Programme, glyphs: Glyphs = UNICODE) -> None:
        self.picture = picture
        self.programme = programme
        self.glyphs = glyphs
        self._lines = lru_cache(maxsize=4096)(self._box_lines)

    def gutter(self, y: int, marks: Marks) -> Span:
        """The time at the left of a row."""
        row = self.picture.axis.rows[y]
        if marks.now is not None and row.start <= marks.now < row.end:
            text = f"{clock_narrow(marks.now, self.programme.zone)}{self.glyphs.now}"
            return Span(fit(text, GUTTER), ("gutter", "now"))
        if row.heading is not None:
            return Span(" " * GUTTER, ("gutter",))
        text = clock_narrow(row.start, self.programme.zone)
        if row.is_folded:
            return Span(fit(f"{text:<{GUTTER - 1}}{self.glyphs.folded}", GUTTER), ("gutter",))
        return Span(fit(text, GUTTER), ("gutter", "cut") if row.is_cut else ("gutter",))

    def row(self, y: int, left: int, width: int, marks: Marks) -> list[Span]:
        """The cells from `left` on, `width` of them, of one row.

        From the ground up: a band or nothing, a block that stands alone, what sessions may run on
        into, sessions.
        """
        spans: list[Span] = []
        at = left
        right = left + width
        for box in self.picture.boxes_by_row[y]:
            start, end = max(at, box.left), min(right, box.right)
            if start >= end:
                continue
            spans.extend(self._under_tails(y, at, start, marks))
            if isinstance(box.thing, Session):
                spans.extend(self._box(box, y, start, end, marks))
            else:
                spans.extend(self._under_tails(y, start, end, marks, box))
            at = end
        spans.extend(self._under_tails(y, at, right, marks))
        return spans

    def header(self, left: int, width: int) -> Span:
        """The names of the lanes."""
        text = ""
        for lane in self.picture.lanes:
            text += " " + fit(one_line(lane.title), lane.width - 1, self.glyphs.ellipsis)
        return Span(clip(text, left, width), ("header",))

    def _under_tails(
        self, y: int, left: int, right: int, marks: Marks, ground: Box | None = None
    ) -> Iterator[Span]:
        """What is seen from `left` to `right` where no session is: tails, and what they lie over.

        That is the box `ground`, whose words no tail hides, or else the band or nothing.
        """
        at = left
        words_end = 0 if ground is None else max(left, ground.left) + self._words(ground, y, marks)
        for tail in self.picture.tails_by_row[y]:
            start, end = max(at, tail.left), min(right, tail.right)
            if start >= end or start < words_end:
                continue
            yield from self._ground(y, (left, at, start), marks, ground)
            for offset, span in self._tail_row(tail, y, marks):
                yield from _clipped(span, tail.left + offset, start, end)
            at = end
        yield from self._ground(y, (left, at, right), marks, ground)

    def _words(self, box: Box, y: int, marks: Marks) -> int:
        """The cells that the words in a row of a box take, with its bar; 0 without words."""
        lines = self._text_of(box, marks)
        number = y - box.top
        words = lines[number][1] if number < len(lines) else ""
        return 1 + cell_len(words) if words else 0

    def _ground(
        self, y: int, cells: tuple[int, int, int], marks: Marks, box: Box | None
    ) -> Iterator[Span]:
        """The cells from the second to the third; the first is where the ground is first seen."""
        first, left, right = cells
        if left >= right:
            return
        if box is None:
            yield from self._band(y, left, right, marks)
        elif left == first > box.left:
            yield self._words_in_sight(box, y, right - left, marks)
        else:
            yield from self._box(box, y, left, right, marks)

    def _box(self, box: Box, y: int, left: int, right: int, marks: Marks) -> Iterator[Span]:
        for offset, span in self._box_row(box, y, marks):
            yield from _clipped(span, box.left + offset, left, right)

    def _words_in_sight(self, box: Box, y: int, width: int, marks: Marks) -> Span:
        """A row of a block scrolled sideways: its words stay, where its left edge has gone."""
        lines = self._text_of(box, marks)
        number = y - box.top
        part, text = lines[number] if number < len(lines) else (Part.NAMES, "")
        roles = _under_cursor(self._box_roles(box, marks), part.value)
        return Span(fit(text, width, self.glyphs.ellipsis), roles)

    def _band(self, y: int, left: int, right: int, marks: Marks) -> Iterator[Span]:
        if left >= right:
            return
        width = right - left
        band = self.picture.band_by_row[y]
        row = self.picture.axis.rows[y]
        if band is not None and y == band.heading:
            yield self._heading(band, y, left, width)
        elif marks.now is not None and row.start <= marks.now < row.end:
            yield Span(self.glyphs.now_line * width, ("band" if band else "empty", "now"))
        else:
            yield Span(" " * width, ("band" if band else "empty",))

    def _heading(self, band: Band, y: int, left: int, width: int) -> Span:
        """The name of a band, where nothing stands over it."""
        when = times(band.block.timing, self.programme.zone).replace("–", self.glyphs.dash)
        rule, words = self.glyphs.rule, heading(band.block.title, when, self.glyphs)
        free = self._free(y)
        enough = (stretch for stretch in free if stretch[1] >= cell_len(words))
        at, room = next(enough, max(free, key=lambda stretch: stretch[1], default=(0, 0)))
        if at < left < at + room:  # scrolled sideways: the name stays in sight
            at, room = left, at + room - left
        line = rule * at + heading(band.block.title, when, self.glyphs, room)
        line += rule * (left + width - cell_len(line))
        return Span(clip(line, left, width), ("band", "heading"))

    def _free(self, y: int) -> list[tuple[int, int]]:
        """The stretches of a row over which nothing stands: where each begins, and its cells."""
        free = []
        at = 0
        over = (*self.picture.boxes_by_row[y], *self.picture.tails_by_row[y])
        for box in sorted(over, key=lambda box: box.left):
            if box.left > at:
                free.append((at, box.left - at))
            at = max(at, box.right)
        if at < self.picture.width:
            free.append((at, self.picture.width - at))
        return free

    def _box_row(self, box: Box, y: int, marks: Marks) -> Iterator[tuple[int, Span]]:
        """The spans of one row of a box, each with its offset in it."""
        roles = self._box_roles(box, marks)
        thing = box.thing
        lines = self._text_of(box, marks)
        number = y - box.top
        part, text = lines[number] if number < len(lines) else (Part.NAMES, "")
        unsure = not thing.timing.end_stated and number > 0
        if unsure and not text and y == box.bottom - 1:
            part, text = Part.SHADE, " " + self.glyphs.shade * (box.width - FRAME)
        bar = self.glyphs.bar
        if unsure or (thing.timing.around and number == 0):
            bar = self.glyphs.bar_unsure
        elif y == box.bottom - 1 and box.tail == box.bottom:
            bar = self.glyphs.bar_end
        yield 0, Span(bar, _under_cursor(roles, "bar"))
        yield 1, Span(fit(text, box.width - 2), _under_cursor(roles, part.value))
        yield box.width - 1, Span(" ", ("band" if self.picture.band_by_row[y] else "empty",))

    def _tail_row(self, box: Box, y: int, marks: Marks) -> Iterator[tuple[int, Span]]:
        """The spans of a row that a box may run on into."""
        ground = "band" if self.picture.band_by_row[y] else "empty"
        roles = (ground, "tail", *self._state(box, marks))
        until = clock(box.thing.timing.last_end, self.programme.zone)
        ways = (_("until {time}?").format(time=until), f"{self.glyphs.dash}{until}?")
        fitting = (words for words in ways if cell_len(words) <= box.width - FRAME)
        text = next(fitting, "") if y == box.bottom else ""
        shade = self.glyphs.shade * max(0, box.width - FRAME - cell_len(text))
        words = cut(f" {text}{' ' if text else ''}{shade}", box.width - 2, "")
        yield 0, Span(self.glyphs.bar_unsure, roles)
        yield 1, Span(fit(words, box.width - 2), roles)
        yield box.width - 1, Span(" ", (ground,))

    def _box_roles(self, box: Box, marks: Marks) -> Roles:
        thing = box.thing
        roles = ["box" if isinstance(thing, Session) else "block", *self._state(box, marks)]
        if thing.id in marks.hits:
            roles.append("hit")
        if thing.id == marks.cursor:
            roles.append("cursor")
        return tuple(roles)

    def _state(self, box: Box, marks: Marks) -> Iterator[str]:
        """What holds for a session or block wherever the cursor is."""
        thing = box.thing
        if thing.id in marks.chosen:
            kind = marks.gravest.get(thing.id)
            yield "clash" if kind is NoticeKind.CERTAIN else "chosen"
        elif isinstance(thing, Session) and thing.status in {Status.FULL, Status.CANCELLED}:
            yield thing.status.value
        is_past = marks.now is not None and thing.timing.last_end <= marks.now
        if is_past or thing.id in marks.missed:
            yield "past"

    def _text_of(self, box: Box, marks: Marks) -> list[Line]:
        id_ = box.thing.id
        sign = self._sign(marks.gravest.get(id_)) if id_ in marks.chosen else ""
        return self._lines(id_, sign, marks.notes.get(id_, ""))

    def _sign(self, kind: NoticeKind | None) -> str:
        match kind:
            case NoticeKind.CERTAIN:
                return self.glyphs.clash
            case NoticeKind.POSSIBLE | NoticeKind.TIGHT:
                return self.glyphs.possible
            case _:
                return self.glyphs.chosen

    def _box_lines(self, id_: str, sign: str, note: str) -> list[Line]:
        box = self.picture.box_by_id[id_]
        space = Space(box.width - FRAME + 1, box.height)
        return box_lines(box.thing, self.programme, space, (sign, note), self.glyphs)


def _under_cursor(roles: Roles, part: str) -> Roles:
    """The roles of a part of a box; the cursor is laid over all others."""
    if roles[-1] == "cursor":
        return (*roles[:-1], part, "cursor")
    return (*roles, part)


def _clipped(span: Span, offset: int, left: int, right: int) -> Iterator[Span]:
    """The part of a span at `offset` that lies from `left` to `right`."""
    width = cell_len(span.text)
    start, end = max(offset, left), min(offset + width, right)
    if start >= end:
        return
    if (start, end) == (offset, offset + width):
        yield span
    else:
        yield Span(clip(span.text, start - offset, end - start), span.roles)
