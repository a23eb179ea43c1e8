"""The choice of a scale: rows as long as the sessions leave room for, as short as they need."""

from collections.abc import Sequence
from itertools import chain, islice, repeat
from zoneinfo import ZoneInfo

from rich.cells import cell_len

from tui_planner.layout.text.box_text import FRAME
from tui_planner.layout.text.cells import wrap
from tui_planner.programme.model import Programme, Session
from tui_planner.programme.time_text import format_times

from .axis import STEPS, Axis, Scale, make_axis
from .day_content import DayContent
from .lane_widths import FilledLane

_MOST_TITLE_LINES = 3
_FINEST_CHOSEN = 5
"""The least minutes of a row that are chosen where none are asked for."""
_SAMPLE = 200


class Axes:
    """The axes of one day, one for each scale."""

    def __init__(self, day: DayContent, zone: ZoneInfo) -> None:
        self._day = day
        self._zone = zone

    def make(self, scale: Scale) -> Axis:
        """Make the axis of a scale; its headings have the numbers of their bands."""
        axis = make_axis(self._day.cuts, scale, self._zone)
        return axis.insert_headings(self._day.find_headings(axis))


def choose_scale(
    axes: Axes,
    day: DayContent,
    programme: Programme,
    lanes: Sequence[FilledLane],
    height: int,
) -> Scale:
    """Choose the finest readable scale that fits `height` rows, or else the coarsest readable one.

    Readable is what gives nine of ten sessions the rows that their title and times need; of many
    sessions a part, evenly spread, stands for all.
    """
    placed = chain.from_iterable(
        zip(filled.sessions, filled.slots, repeat(filled.lane.width)) for filled in lanes
    )
    needed = [
        (
            day.find_interval(session),
            _rows_needed(session, width * slot.span // slot.columns, programme),
        )
        for session, slot, width in islice(placed, 0, None, 1 + len(day.sessions) // _SAMPLE)
    ]
    best: Scale | None = None
    for scale in map(Scale, STEPS[: STEPS.index(_FINEST_CHOSEN) + 1]):  # from low to high
        axis = axes.make(scale)
        if best is not None and len(axis.rows) > height:
            break
        enough = sum(len(axis.find_rows(at).text_rows) >= rows for at, rows in needed)
        if enough * 10 >= len(needed) * 9:
            best = scale
    return best or scale


def _rows_needed(session: Session, width: int, programme: Programme) -> int:
    """Count the rows that a box of `width` cells needs for the title and times of a session."""
    minutes = session.timing.planned.minutes
    in_one = f"{session.title}  {format_times(session.timing, programme.zone)}"
    if minutes <= 10 or cell_len(in_one) <= width - FRAME:
        return 1
    if minutes <= 30:
        return 2
    return len(wrap(session.title, max(1, width - FRAME), _MOST_TITLE_LINES)) + 1
