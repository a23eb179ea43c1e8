"""The highlights of the grid."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from tui_planner.itinerary.notices import NoticeKind


class Highlights(NamedTuple):
    """What is highlighted in the grid.

    Attributes:
        chosen: The ids of the chosen sessions and the own appointments.
        gravest: The gravest kind of notice about each id.
        notes: What the plan has to say of it in the box of each id.
        cursor: The id under the cursor.
        hits: The ids that a search found.
        now: The present instant, on the day itself.
        missed: The ids of what the delegate is not there for.
        matching: The ids of what a search or filter leaves, where there is one; all else is dim.
    """

    chosen: frozenset[str] = frozenset()
    gravest: Mapping[str, NoticeKind] = MappingProxyType({})
    notes: Mapping[str, str] = MappingProxyType({})
    cursor: str | None = None
    hits: frozenset[str] = frozenset()
    now: datetime | None = None
    missed: frozenset[str] = frozenset()
    matching: frozenset[str] | None = None

    def find_differences(self, other: "Highlights") -> set[str]:
        """Find the ids that the two highlight differently, wherever the cursor is."""
        with_other_notices = {id_ for id_, _kind in self.gravest.items() ^ other.gravest.items()}
        with_other_notes = {id_ for id_, _note in self.notes.items() ^ other.notes.items()}
        ids = (self.chosen ^ other.chosen) | (self.hits ^ other.hits) | (self.missed ^ other.missed)
        return {*ids, *with_other_notices, *with_other_notes}
