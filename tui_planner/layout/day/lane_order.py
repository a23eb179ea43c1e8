"""The order of the lanes, and which of them are shown, as the user arranged them.

A lane is named by the id of its room, and by an empty id where it holds what is in no room.
"""

from collections.abc import Iterable, Sequence

from tui_planner.itinerary.views.own_lane import OWN_ROOM
from tui_planner.settings.settings import Lanes

RoomKey = str | None
"""The id of a room; None for what is in no room."""


def arrange_lanes(rooms: Iterable[RoomKey], lanes: Lanes) -> list[RoomKey]:
    """Sort rooms in the order of their lanes, hidden ones too: one's own, the pinned, others."""
    first = dict.fromkeys((*lanes.pinned, *lanes.order))
    place = {id_: number for number, id_ in enumerate(first)}
    return sorted(rooms, key=lambda room: (room != OWN_ROOM, place.get(room or "", len(place))))


def list_shown_lanes(rooms: Iterable[RoomKey], lanes: Lanes) -> list[RoomKey]:
    """List the rooms whose lanes are shown, in order; all of them where each is hidden."""
    in_order = arrange_lanes(rooms, lanes)
    return [room for room in in_order if (room or "") not in lanes.hidden] or in_order


def is_pinned(room: RoomKey, lanes: Lanes) -> bool:
    """Tell whether a lane comes first and stays in sight."""
    return (room or "") in lanes.pinned


def toggle_lane(ids: tuple[str, ...], room: RoomKey) -> tuple[str, ...]:
    """Remove a room's id from some ids, or append it where it is not among them."""
    id_ = room or ""
    return tuple(other for other in ids if other != id_) if id_ in ids else (*ids, id_)


def move_lane(
    lanes: Lanes, room: RoomKey, in_sight: Sequence[RoomKey], rooms: Iterable[RoomKey], step: int
) -> Lanes:
    """Move a lane past its neighbour, to the left (-1) or to the right (1).

    At the ends nothing moves, nor does a lane between those that are pinned and those that are not.

    Args:
        lanes: How the lanes are arranged.
        room: The room whose lane is moved.
        in_sight: The rooms of which there are lanes, in order.
        rooms: All rooms, in the order of the programme.
        step: The direction.
    """
    there = in_sight.index(room) + step
    if not 0 <= there < len(in_sight):
        return lanes
    neighbour = in_sight[there]
    if is_pinned(neighbour, lanes) != is_pinned(room, lanes):
        return lanes
    published = [*rooms]
    order = [other for other in arrange_lanes(published, lanes) if other != room]
    order.insert(order.index(neighbour) + (step > 0), room)
    pinned = tuple(other or "" for other in order if is_pinned(other, lanes))
    others = tuple(other or "" for other in order if not is_pinned(other, lanes))
    lanes = lanes._replace(pinned=pinned, order=others)
    while lanes.order and arrange_lanes(published, lanes._replace(order=lanes.order[:-1])) == order:
        lanes = lanes._replace(order=lanes.order[:-1])
    return lanes
