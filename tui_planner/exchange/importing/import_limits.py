"""The limits of an import; what goes beyond them is refused, as memory has an end."""

from enum import Enum, auto

from tui_planner.programme.toml.limits import MOST_BLOCKS, MOST_DAYS, MOST_OF_A_TABLE
from tui_planner.support.i18n import _

from .import_errors import NoScheduleError

MOST_EVENTS = MOST_OF_A_TABLE
LARGEST = 20_000_000
"""Octets of a file."""
LONGEST_TEXT = 1_000_000
"""Characters (or octets, before they are read) of one text."""


class Limit(Enum):
    """What there may be only so much of: a number of things, or the length of a text."""

    EVENTS = auto()
    DAYS = auto()
    BLOCKS = auto()
    LINKS = auto()
    TEXT = auto()


MOST = {
    Limit.EVENTS: MOST_EVENTS,
    Limit.DAYS: MOST_DAYS,
    Limit.BLOCKS: MOST_BLOCKS,
    Limit.LINKS: 30_000,
    Limit.TEXT: LONGEST_TEXT,
}


def check_size(size: int) -> None:
    """Refuse a file that is too large; `size` is in octets.

    Raises:
        NoScheduleError: it is too large.
    """
    if size > LARGEST:
        message = _("It is larger than {n} MB, as no schedule of one event is: take a part of it.")
        raise NoScheduleError(message.format(n=LARGEST // 1_000_000))


def check_limit(limit: Limit, number: int) -> None:
    """Refuse a file that holds more of something than a programme can.

    Raises:
        NoScheduleError: it does.
    """
    if number > MOST[limit]:
        raise NoScheduleError(_describe(limit).format(n=MOST[limit]))


def _describe(limit: Limit) -> str:
    match limit:
        case Limit.EVENTS:
            return _(
                "It holds more than {n} events, and a programme has no more sessions: take a part "
                "of it, such as one year."
            )
        case Limit.DAYS:
            return _("It has more than {n} days: take a part of it, such as one year.")
        case Limit.BLOCKS:
            return _("It has more than {n} breaks and meals: take a part of it, such as one year.")
        case Limit.LINKS:
            return _("Its sessions have more than {n} links: take a part of it, such as one year.")
        case Limit.TEXT:
            return _(
                "It holds a text of more than {n} characters: nothing in a schedule is so long."
            )
