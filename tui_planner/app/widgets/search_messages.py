"""What the line in which one types, and the list below it, ask of the search.

They are no part of those widgets: the screen knows them from the start, the widgets come later.
"""

from dataclasses import dataclass

from textual.message import Message


class SearchAsked(Message):
    """Something is asked of the search."""


@dataclass
class Typed(SearchAsked):
    """There is another text in the line."""

    text: str


@dataclass
class Stepped(SearchAsked):
    """A later (1) or earlier (-1) hit or offer is to be pointed at."""

    step: int


class Completed(SearchAsked):
    """What may be typed on is to be offered, or what is pointed at of that taken."""


class Submitted(SearchAsked):
    """What is pointed at is to be taken."""


@dataclass
class Picked(SearchAsked):
    """A hit or offer of the list is to be taken, by its number from 0."""

    number: int


class FilterDropped(SearchAsked):
    """The last filter is to be removed."""


@dataclass
class Closed(SearchAsked):
    """The line is to be closed: at the hit, or where the search began."""

    keep: bool
