"""The line with the event and the day, as much of them as there is room for."""

from bisect import bisect_right
from datetime import date

from rich.cells import cell_len

from tui_planner.programme.model import Programme
from tui_planner.programme.time_text import format_long_date, format_short_date
from tui_planner.support.i18n import _

from .cells import cut, join_lines

_LEAST_TITLE = 8


def write_event_line(programme: Programme, day: date, width: int) -> str:
    """Write title, city and day; where too wide, the city goes first, then the title is cut."""
    which = ""
    if len(programme.days) > 1:
        number = bisect_right(programme.days, day, key=lambda one: one.date)
        which = " " + _("({number}/{n})").format(number=number, n=len(programme.days))
    title, when = join_lines(programme.title), format_long_date(day) + which
    whole = " · ".join(filter(None, (title, join_lines(programme.city), when)))
    if cell_len(whole) <= width:
        return whole
    when = when if cell_len(when) + 20 <= width else format_short_date(day) + which
    space = width - cell_len(f" · {when}")
    return f"{cut(title, space)} · {when}" if space >= _LEAST_TITLE else cut(when, width)
