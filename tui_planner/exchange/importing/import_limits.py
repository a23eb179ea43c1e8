"""The limits of an import; what goes beyond them is refused, as memory has an end."""

from tui_planner.programme.toml.limits import MOST_BLOCKS, MOST_DAYS, MOST_OF_A_TABLE
from tui_planner.support.i18n import _

from .import_errors import NoScheduleError

MOST_EVENTS = MOST_OF_A_TABLE
MOST_LINKS = 30_000
LARGEST = 20_000_000
"""Octets of a file."""
LONGEST_TEXT = 1_000_000
"""Characters (or octets, before they are read) of one text."""


def check_size(size: int) -> None:
    """Refuse a file that is too large; `size` is in octets.

    Raises:
        NoScheduleError: it is too large.
    """
    if size > LARGEST:
        message = _("It is larger than {n} MB, as no schedule of one event is: take a part of it.")
        raise NoScheduleError(message.format(n=LARGEST // 1_000_000))


def check_events(number: int) -> None:
    """Refuse a file that holds too many events.

    Raises:
        NoScheduleError: they are too many.
    """
    if number > MOST_EVENTS:
        message = _(
            "It holds more than {n} events, and a programme has no more sessions: take a part of "
            "it, such as one year."
        )
        raise NoScheduleError(message.format(n=MOST_EVENTS))


def check_days(number: int) -> None:
    """Refuse a file that has events on too many days.

    Raises:
        NoScheduleError: they are too many.
    """
    if number > MOST_DAYS:
        message = _("It has more than {n} days: take a part of it, such as one year.")
        raise NoScheduleError(message.format(n=MOST_DAYS))


def check_blocks(number: int) -> None:
    """Refuse a file that has too many breaks and meals.

    Raises:
        NoScheduleError: they are too many.
    """
    if number > MOST_BLOCKS:
        message = _("It has more than {n} breaks and meals: take a part of it, such as one year.")
        raise NoScheduleError(message.format(n=MOST_BLOCKS))


def check_links(number: int) -> None:
    """Refuse a file whose sessions have too many links.

    Raises:
        NoScheduleError: they are too many.
    """
    if number > MOST_LINKS:
        message = _("Its sessions have more than {n} links: take a part of it, such as one year.")
        raise NoScheduleError(message.format(n=MOST_LINKS))


def check_text(length: int) -> None:
    """Refuse a file in which one text is too long; `length` is in characters or octets.

    Raises:
        NoScheduleError: it is too long.
    """
    if length > LONGEST_TEXT:
        message = _(
            "It holds a text of more than {n} characters: nothing in a schedule is so long."
        )
        raise NoScheduleError(message.format(n=LONGEST_TEXT))
