"""The numbers of the tracks of a programme, by which they get their colours."""

from collections.abc import Mapping
from functools import lru_cache

from tui_planner.programme.model import Programme

ON_DARK = ("#FA8F19", "#9CFAF3", "#C4BCFD", "#D5F92C", "#CCA2A1", "#FAC092")
ON_LIGHT = ("#D05320", "#4834C4", "#7A2B64", "#8D6CC2", "#311D03", "#120879")
"""The colours by number, so different that every kind of eye can tell them apart."""
COLOURS = len(ON_DARK)
"""How many there are."""


@lru_cache(maxsize=1)
def number_tracks(programme: Programme) -> Mapping[str, int]:
    """Give each track a number from 0; of many, colours come again.

    They are numbered in the order of their rooms, so that neighbours have different colours. One
    track of all sessions says nothing, and has none.
    """
    place = {room.id: number for number, room in enumerate(programme.rooms)}
    in_order = sorted(programme.sessions, key=lambda session: place.get(session.room or "", -1))
    tracks = dict.fromkeys(session.track for session in in_order if session.track)
    if len(tracks) < 2 and all(session.track for session in programme.sessions):
        return {}
    return {track: number % COLOURS for number, track in enumerate(tracks)}
