"""Undo and redo: the earlier and later states of an itinerary."""

from collections.abc import Callable

from tui_planner.itinerary.itinerary import Itinerary

_MOST = 500


class UndoHistory:
    """The states of one itinerary, with the present one among them."""

    def __init__(self, present: Itinerary) -> None:
        self._past: list[Itinerary] = []
        self._future: list[Itinerary] = []
        self.present = present

    @property
    def can_undo(self) -> bool:
        """Whether there is a state to go back to."""
        return bool(self._past)

    def change(self, itinerary: Itinerary) -> None:
        """Make a new state the present one."""
        if itinerary == self.present:
            return
        self._past.append(self.present)
        del self._past[:-_MOST]
        self._future.clear()
        self.present = itinerary

    def go_behind(self, older: Itinerary) -> None:
        """Add a state to go back to, from before all the others."""
        self._past.insert(0, older)

    def convert(self, convert: Callable[[Itinerary], Itinerary]) -> None:
        """Convert every state, the present one too."""
        self._past = [convert(state) for state in self._past]
        self._future = [convert(state) for state in self._future]
        self.present = convert(self.present)

    def undo(self) -> bool:
        """Go back one state; False where there is none."""
        return self._step(self._past, self._future)

    def redo(self) -> bool:
        """Go forward one state again; False where there is none."""
        return self._step(self._future, self._past)

    def _step(self, source: list[Itinerary], target: list[Itinerary]) -> bool:
        if not source:
            return False
        target.append(self.present)
        self.present = source.pop()
        return True
