"""A day of the programme, as one types it."""

from datetime import date

from tui_planner.programme.model import Programme
from tui_planner.support.i18n import _

from .output import Failure


def find_day(programme: Programme, named: str | None) -> date | None:
    """Find the day that a user means by a date or a number from 1; None for all.

    Raises:
        Failure: the programme has no such day.
    """
    if named is None:
        return None
    days = [day.date for day in programme.days]
    for number, day in enumerate(days, 1):
        if named in {day.isoformat(), str(number)}:
            return day
    known = ", ".join(day.isoformat() for day in days)
    raise Failure(
        _("The programme has no day {named}. Its days: {known}.").format(named=named, known=known)
    )
