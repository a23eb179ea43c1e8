"""What the line in which one types, and the list below it, ask of the search.

They are no part of those widgets: the screen knows them from the start, the widgets come later.
"""

from dataclasses import dataclass

from textual.message import Message


class SearchAsked(Message):
    """A request to the search."""


@dataclass
class Typed(SearchAsked):
    """The text in the line, which has changed."""

    text: str


@dataclass
class Stepped(SearchAsked):
    """A request for a later (1) or earlier (-1) hit or offer."""

    step: int


class Completed(SearchAsked):
    """A request to offer what may be typed on, or to take what is pointed at of that."""


class Submitted(SearchAsked):
    """A request to take what is pointed at."""


@dataclass
class Picked(SearchAsked):
    """A request to take a hit or offer of the list, by its number from 0."""

    number: int


class FilterDropped(SearchAsked):
    """A request to remove the last filter."""


@dataclass
class Closed(SearchAsked):
    """A request to close the line: at the hit, or where the search began."""

    keep: bool
