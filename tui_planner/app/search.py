"""The search: what is looked for, what was found, and which hit one is at."""

from collections.abc import Sequence

from ..programme.model import Thing
from ..programme.search import Index
from .find_bar import FindBar
from .planner import Planner

_OPEN = "-finding"


class Search:
    """Goes to what is found as one types; without a hit, the cursor is where it began."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self._index = Index(planner.desk.programme)
        self._begun_at = ""
        self._hits: Sequence[Thing] = ()
        self._number = 0

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all hits."""
        return frozenset(hit.id for hit in self._hits)

    def open(self) -> None:
        """Begin, at the cursor."""
        thing = self._planner.grid.cursor
        self._begun_at = thing.id if thing else ""
        self._planner.conversation.be_quiet()
        self._planner.add_class(_OPEN)
        self._bar.open()

    def find(self, query: str) -> None:
        """Find, and go to the first hit."""
        self._hits = self._index.find(query)
        self._number = 0
        self._show()

    def step(self, step: int) -> None:
        """Go to a later or earlier hit, around the end."""
        if self._hits:
            self._number = (self._number + step) % len(self._hits)
        self._show()

    def renew(self) -> None:
        """Find the same in another version of the programme, without moving the cursor."""
        self._index = Index(self._planner.desk.programme)
        if self._planner.has_class(_OPEN):
            self._hits = self._index.find(self._bar.typed)
            self._number = 0
            self._bar.tell(len(self._hits), 0)

    def close(self, *, keep: bool) -> None:
        """End; stay at the hit, or go back to where it began."""
        if not self._planner.has_class(_OPEN):
            return
        found = bool(self._hits)
        self._hits = ()
        self._planner.remove_class(_OPEN)
        self._planner.refresh_marks()
        if self._begun_at and not (keep and found):
            self._planner.go_to(self._begun_at)
        self._planner.grid.focus()

    @property
    def _bar(self) -> FindBar:
        return self._planner.query_one(FindBar)

    def _show(self) -> None:
        self._planner.refresh_marks()
        self._bar.tell(len(self._hits), self._number)
        self._planner.go_to(self._hits[self._number].id if self._hits else self._begun_at)
