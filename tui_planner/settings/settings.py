"""The settings as the program uses them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Lanes(NamedTuple):
    """The lanes of one programme, by the ids of its rooms; an unknown id is ignored.

    Attributes:
        hidden: The rooms that are not shown.
        pinned: The rooms that stay at the left while the others scroll, in this order.
        order: The rooms that come first, in this order; the others follow as in the programme.
    """

    hidden: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


class Settings(NamedTuple):
    """The settings of a user, with defaults for what they leave out.

    Attributes:
        theme: The name of a theme of Textual; None for its own default.
        clock: 24 or 12 hours.
        zoom: The minutes of a row at the start; None for what fits the day.
        ascii: Whether only ASCII is drawn; None for what the terminal can.
        keys: The keys of commands, by the ids of these, with commas between.
        lanes: How rooms are shown, by the id of the programme.
    """

    theme: str | None = None
    clock: int = 24
    zoom: int | None = None
    ascii: bool | None = None
    keys: Mapping[str, str] = MappingProxyType({})
    lanes: Mapping[str, Lanes] = MappingProxyType({})
