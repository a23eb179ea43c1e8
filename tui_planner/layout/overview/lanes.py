"""The lanes of an overview: as narrow as lets all rooms of a day be seen at once.

They stand in groups: by building where the programme names those, else by track where a track has
several rooms, else by the letters with which the names of rooms begin, as halls are numbered.
Where there are more rooms than cells, those share a lane of which one is over before the other
begins.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from tui_planner.itinerary.views.own_lane import OWN_ROOM
from tui_planner.layout.day.lane_order import RoomKey
from tui_planner.layout.day.lane_widths import Lane, format_lane_title
from tui_planner.programme.model import Programme, Session
from tui_planner.programme.timing import Interval

_WIDEST = 12
_LETTERS = re.compile(r"[^\W\d_]+")
_Lanes = list[list[RoomKey]]


class LaneGroup(NamedTuple):
    """Lanes side by side that have something in common; `right` is outside."""

    title: str
    left: int
    right: int


class OverviewLanes(NamedTuple):
    """The lanes of an overview, the rooms that each shows, and the groups that they stand in."""

    lanes: Sequence[Lane]
    rooms: Sequence[Sequence[RoomKey]]
    groups: Sequence[LaneGroup]


def place_rooms(
    by_room: Mapping[RoomKey, Sequence[Session]], programme: Programme, width: int
) -> OverviewLanes:
    """Place the rooms of a day, in their order, in `width` cells; in more only where they must."""
    grouped = _group(by_room, programme)
    if len(by_room) > width:
        grouped = [(title, _share(lanes, by_room)) for title, lanes in grouped]
    if sum(len(lanes) for _title, lanes in grouped) > width:
        apart: _Lanes = [[room] for room in by_room]
        grouped = [("", _share(apart, by_room, len(apart) - width))]
    placed = [rooms for _title, lanes in grouped for rooms in lanes]
    gaps = len(grouped) - 1
    gap = int(max(1, width // len(placed)) == (width - gaps) // len(placed))
    sessions = [sum(len(by_room[room]) for room in rooms) for rooms in placed]
    cells = iter(_share_out(sessions, width - gap * gaps))
    lanes = []
    groups = []
    at = 0
    for title, in_group in grouped:
        left = at
        for rooms, width_of_lane in zip(in_group, cells, strict=False):
            names = ", ".join(format_lane_title(room, programme) for room in rooms)
            lanes.append(Lane(names, at, width_of_lane, rooms[0]))
            at = lanes[-1].right
        groups.append(LaneGroup(title, left, at))
        at += gap
    return OverviewLanes(lanes, placed, groups)


def _share_out(sessions: Sequence[int], width: int) -> list[int]:
    """Share cells out among lanes, so many each; those that are left over to the fullest."""
    each = max(1, width // len(sessions))
    if each >= _WIDEST:
        return [_WIDEST] * len(sessions)
    spare = max(0, width - each * len(sessions))
    fullest = sorted(range(len(sessions)), key=lambda lane: -sessions[lane])[:spare]
    return [each + (lane in fullest) for lane in range(len(sessions))]


def _group(
    by_room: Mapping[RoomKey, Sequence[Session]], programme: Programme
) -> list[tuple[str, _Lanes]]:
    """Put the rooms into groups, each where its first room stands."""
    rooms = [room for room in by_room if room is not None and room != OWN_ROOM]
    titles = next(
        (
            titles
            for titles in (
                {room: kind(room, by_room[room], programme) for room in rooms}
                for kind in (_building, _track, _letters)
            )
            if 2 <= len({*titles.values()}) <= len(rooms) // 2
        ),
        {},
    )
    groups: dict[tuple[bool, str], _Lanes] = {}
    for room in by_room:
        is_other = room is None or room == OWN_ROOM
        groups.setdefault((is_other, titles.get(room or "", "")), []).append([room])
    return [(title, lanes) for (_is_other, title), lanes in groups.items()]


def _building(room: str, _sessions: Sequence[Session], programme: Programme) -> str:
    return programme.room_by_id[room].building


def _track(_room: str, sessions: Sequence[Session], _programme: Programme) -> str:
    """Find the track that most of a room's sessions are in."""
    return Counter(session.track for session in sessions).most_common(1)[0][0]


def _letters(room: str, _sessions: Sequence[Session], programme: Programme) -> str:
    found = _LETTERS.match(format_lane_title(room, programme))
    return found[0] if found else ""


def _share(
    lanes: _Lanes, by_room: Mapping[RoomKey, Sequence[Session]], most: int | None = None
) -> _Lanes:
    """Let rooms share the first lane in which nothing is on as long as they are used; `most` do."""
    shared: list[tuple[list[RoomKey], list[Interval]]] = []
    left = len(lanes) if most is None else most
    for rooms in lanes:
        own = [_extent(by_room[room]) for room in rooms]
        lane = next((lane for lane in shared if left and _is_free(lane[1], own)), None)
        if lane is None:
            shared.append(([*rooms], own))
        else:
            lane[0].extend(rooms)
            lane[1].extend(own)
            left -= 1
    return [rooms for rooms, _taken in shared]


def _is_free(taken: Iterable[Interval], wanted: Iterable[Interval]) -> bool:
    return not any(one.meets(other) for one, other in product(wanted, taken))


def _extent(sessions: Sequence[Session]) -> Interval:
    """Find from when until when something is in a room."""
    return Interval(
        min(session.timing.start for session in sessions),
        max(session.timing.last_end for session in sessions),
    )
