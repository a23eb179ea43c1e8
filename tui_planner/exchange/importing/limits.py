"""How much of anything is still a schedule; what goes beyond is refused, as memory has an end."""

from ...i18n import _
from .errors import NoScheduleError

MOST_EVENTS = 100_000
LONGEST_TEXT = 1_000_000
"""Characters (or octets, before they are read) of one text."""


def check_events(number: int) -> None:
    """Refuse a file that holds so many events.

    Raises:
        NoScheduleError: they are too many.
    """
    if number > MOST_EVENTS:
        told = _("It holds more than {n} events: that is no schedule of one event.")
        raise NoScheduleError(told.format(n=MOST_EVENTS))


def check_text(length: int) -> None:
    """Refuse a file in which one text is so long.

    Raises:
        NoScheduleError: it is too long.
    """
    if length > LONGEST_TEXT:
        told = _("It holds a text of more than {n} characters: nothing in a schedule is so long.")
        raise NoScheduleError(told.format(n=LONGEST_TEXT))
