"""The lines of the agenda: the days in order, each with its blocks, and sessions under these."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from tui_planner.itinerary.editing.editor import PlanState
from tui_planner.itinerary.edits import name_priority
from tui_planner.layout.text.cells import cut, join_lines
from tui_planner.layout.text.glyphs import Glyphs
from tui_planner.programme.model import Programme, Session, Thing
from tui_planner.programme.time_text import format_long_date, format_times_short

from .colours import QUIET
from .own_marks import OwnMarks

_NO_BREAK = "\u00a0"
_TIMES = 14
_INDENT = 2
_LEAST_TITLE, _LEAST_REST = 16, 14
"""The cells that a title keeps, and that it leaves for what is said beside it."""


class AgendaLine(NamedTuple):
    """A session or block, under its round or not; None for the heading of a day."""

    day: date
    thing: Thing | None = None
    is_under: bool = False


def list_agenda(programme: Programme, own: frozenset[str] | None = None) -> Iterator[AgendaLine]:
    """List all days of a programme; of some `own` ids, only those, under their rounds."""
    for day in programme.days:
        lines = [*_list_day(programme, day.date, own)]
        if lines:
            yield AgendaLine(day.date)
            yield from lines


def _list_day(programme: Programme, day: date, own: frozenset[str] | None) -> Iterator[AgendaLine]:
    blocks = [block for block in programme.blocks if block.day == day]
    ids = {block.id for block in blocks}
    under: dict[str, list[Session]] = defaultdict(list)
    alone: list[Thing] = []
    for session in programme.sessions:
        if session.day != day or (own is not None and session.id not in own):
            continue
        (under[session.block] if session.block in ids and session.block else alone).append(session)
    shown = (block for block in blocks if own is None or block.id in under)
    for thing in sorted((*shown, *alone), key=_in_order):
        yield AgendaLine(day, thing)
        for session in sorted(under.get(thing.id, ()), key=_in_order):
            yield AgendaLine(day, session, is_under=True)


def _in_order(thing: Thing) -> tuple[datetime, bool, int]:
    """Order by start, blocks before the sessions that start with them."""
    return thing.timing.start, isinstance(thing, Session), thing.order


class AgendaWriter:
    """The writer of the lines for one state of a plan."""

    def __init__(self, programme: Programme, judged: PlanState, glyphs: Glyphs) -> None:
        self._programme = programme
        self._plan = judged.plan
        self._marks = OwnMarks(judged, glyphs)

    def write(self, line: AgendaLine, width: int) -> Content:
        """Write a line in `width` cells: when, the title, and as much of the rest as fits."""
        thing = line.thing
        if thing is None:
            return Content.styled(format_long_date(line.day), "bold $text-accent")
        mark = self._marks.find(thing)
        times = format_times_short(thing.timing, self._programme.zone)
        lead = f"{' ' * _INDENT * line.is_under}{times:<{_TIMES}} {mark.sign} "
        beside = join_lines(" · ".join(self._list_beside(thing, mark.status)))
        room = width - cell_len(lead)
        kept = min(cell_len(beside) + 3, _LEAST_REST) if beside else 0
        title = cut(join_lines(thing.title), max(_LEAST_TITLE, room - kept))
        rest = room - cell_len(title) - 3
        style = mark.style if isinstance(thing, Session) else f"{mark.style} {QUIET}".lstrip()
        return Content.assemble(
            lead.replace(" ", _NO_BREAK),
            (title, style),
            (f" · {cut(beside, rest)}" if beside and rest > 1 else "", QUIET),
        )

    def _list_beside(self, thing: Thing, status: str) -> Sequence[str]:
        chosen = self._plan.chosen_by_id.get(thing.id)
        priority = name_priority(chosen.choice.priority) if chosen else ""
        words = (status, priority, self._programme.get_room_name(thing.room), *thing.speakers)
        return [word for word in words if word]
