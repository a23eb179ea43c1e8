"""What a format of `export` declares of itself, and what it is given to write."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:  # to list the formats takes none of this
    from tui_planner.itinerary.resolved import ResolvedItinerary

    from .unsupported_features import Feature

_AT_THE_END = 1_000


class Request(NamedTuple):
    """What is to be exported.

    Attributes:
        plan: The plan; with an empty itinerary where the programme alone is meant.
        mine: Whether only what is chosen is meant.
        alarm: How many minutes before each start a calendar reminds; None for never.
        changed: When the programme or the itinerary was last written, where that is known.
    """

    plan: "ResolvedItinerary"
    mine: bool
    alarm: int | None
    changed: datetime | None


Export: TypeAlias = "tuple[str | bytes, Collection[Feature]]"
"""What is written, and which features it has no place for."""


class SealLine(NamedTuple):
    """The line of a file that tells whether a person has edited it since it was exported.

    Attributes:
        text: The line with its end; the seal stands in the place of `{}`.
        above: How many lines stand above it; None where it is the last.
    """

    text: str
    above: int | None = None


MARKUP_COMMENT = SealLine("<!-- {} -->\n")
"""A comment behind the last line, as HTML and all that is akin to it allows."""


class ExportFormat(NamedTuple):
    """A format that a plan can be exported in.

    Attributes:
        name: The word for it behind `--format`.
        make: Writes the plan; imports what it needs only then.
        seal: The line that its seal stands in.
        reminds: Whether it can remind people of what is about to begin.
        in_words: The names of the features that it has no place for, but tells people in words.
        order: The help lists the formats by this number, and by name where it is the same.
    """

    name: str
    make: Callable[[Request], Export]
    seal: SealLine
    reminds: bool = False
    in_words: Collection[str] = ()
    order: int = _AT_THE_END
