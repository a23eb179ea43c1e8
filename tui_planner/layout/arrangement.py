"""Which lanes of a programme a user wants to see, and in what order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

Room = str | None
"""The id of a room; None for what is in no room."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The lanes that differ from the order of the programme, by the ids of their rooms.

    Attributes:
        order: Those that were moved, with all that stand before them; others follow as they are.
        pinned: Those that come first and stay in sight.
        hidden: Those that are not shown.
    """

    order: tuple[Room, ...] = ()
    pinned: frozenset[Room] = frozenset()
    hidden: frozenset[Room] = frozenset()

    def arranged(self, rooms: Iterable[Room]) -> list[Room]:
        """All of some rooms, the hidden too, in the order of their lanes: the pinned ones first."""
        place = {room: number for number, room in enumerate(self.order)}
        return sorted(
            rooms, key=lambda room: (room not in self.pinned, place.get(room, len(place)))
        )

    def shown(self, rooms: Iterable[Room]) -> list[Room]:
        """The rooms whose lanes are shown, in order; all of them where each is hidden."""
        arranged = self.arranged(rooms)
        return [room for room in arranged if room not in self.hidden] or arranged

    def pin(self, room: Room) -> "Arrangement":
        """Pinned where it was not, and the reverse."""
        return replace(self, pinned=self.pinned ^ {room})

    def hide(self, room: Room) -> "Arrangement":
        """Hidden where it was shown, and the reverse."""
        return replace(self, hidden=self.hidden ^ {room})

    def move(self, room: Room, rooms: Sequence[Room], step: int) -> "Arrangement":
        """Moved past its neighbour, one to the left (-1) or right (1), among arranged `rooms`.

        The lanes that are not pinned stay behind those that are, and at the ends nothing moves.
        """
        here = rooms.index(room)
        there = here + step
        if not 0 <= there < len(rooms) or (rooms[there] in self.pinned) != (room in self.pinned):
            return self
        moved = [*rooms]
        moved[here], moved[there] = moved[there], moved[here]
        return replace(self, order=tuple(moved))


AS_PUBLISHED = Arrangement()
