"""What is marked in the grid."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from ..itinerary.notices import NoticeKind


class Marks(NamedTuple):
    """What is marked in the grid.

    Attributes:
        chosen: The ids of the chosen sessions and the own appointments.
        gravest: The gravest kind of notice about each id.
        notes: What the plan has to say of it in the box of each id.
        cursor: The id under the cursor.
        hits: The ids that a search found.
        now: The present instant, on the day itself.
        missed: The ids of what the delegate is not there for.
        kept: The ids of what a search or filter leaves, where there is one; all else is dim.
    """

    chosen: frozenset[str] = frozenset()
    gravest: Mapping[str, NoticeKind] = MappingProxyType({})
    notes: Mapping[str, str] = MappingProxyType({})
    cursor: str | None = None
    hits: frozenset[str] = frozenset()
    now: datetime | None = None
    missed: frozenset[str] = frozenset()
    kept: frozenset[str] | None = None

    def differs_at(self, id_: str, other: "Marks") -> bool:
        """Whether the two mark a session or block otherwise, wherever the cursor is."""
        return (
            (id_ in self.chosen) != (id_ in other.chosen)
            or (id_ in self.hits) != (id_ in other.hits)
            or self.gravest.get(id_) != other.gravest.get(id_)
            or self.notes.get(id_) != other.notes.get(id_)
            or (id_ in self.missed) != (id_ in other.missed)
        )
