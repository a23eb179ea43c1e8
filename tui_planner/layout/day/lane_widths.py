"""The lanes of a day: which rooms have one, in what order, and how wide each is.

Where all fit, they share the width. Where they do not, as many as can be read stand side by side,
whole, and the others are reached by scrolling; on a narrow screen that is one at a time.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tui_planner.itinerary.views.own_lane import OWN_ROOM
from tui_planner.layout.text.box_text import FRAME
from tui_planner.layout.text.cells import join_lines
from tui_planner.programme.model import Programme, Session
from tui_planner.settings.settings import Lanes
from tui_planner.support.i18n import _

from .day_content import DayContent
from .interval_columns import Slot
from .lane_order import RoomKey, arrange_lanes, is_pinned

NARROWEST_COLUMN = 14
COMFORTABLE = 16
"""The cells of a lane that can be read with ease."""
_COMFORTABLE = COMFORTABLE, NARROWEST_COLUMN
"""The cells of a lane, and of a column in it, that can be read with ease."""
_TIGHT = 12, 12
"""The cells that will do, where nothing lies off the edge for it."""
_ONE_AT_A_TIME = 53
"""The cells below which one lane is seen at a time."""


_TIMES, _SIGN = len("12:30–13:45"), 2
"""The cells of the times in a box, and of the sign before its title."""


class Lane(NamedTuple):
    """A room's column; the one lane of a programme without rooms has no title."""

    title: str
    left: int
    width: int
    room: RoomKey = None
    is_pinned: bool = False

    @property
    def right(self) -> int:
        """The cell behind its last one."""
        return self.left + self.width


class FilledLane(NamedTuple):
    """A lane with its sessions, and where in it each stands."""

    lane: Lane
    sessions: Sequence[Session]
    slots: Sequence[Slot]


def list_rooms(sessions: Sequence[Session], programme: Programme) -> list[RoomKey]:
    """List the rooms of some sessions, in the order of the programme; no room (None) is last."""
    used = {session.room for session in sessions}
    rooms: list[RoomKey] = [room.id for room in programme.rooms if room.id in used]
    return [*rooms, None] if None in used else rooms


def format_lane_title(room: RoomKey, programme: Programme) -> str:
    """Format the title of a lane; empty where no room but one's own lane has a name."""
    if room is not None:
        return programme.get_room_name(room)
    return _("no room") if any(room.id != OWN_ROOM for room in programme.rooms) else ""


def fill_lanes(
    day: DayContent, programme: Programme, width: int, lanes: Lanes
) -> tuple[list[FilledLane], int]:
    """Make the lanes of a day, and count how many of `width` cells show them at a time."""
    rooms = arrange_lanes(list_rooms(day.sessions, programme), lanes) or [None]
    slots = {room: day.slots_by_room.get(room, ()) for room in rooms}
    columns = {room: max((slot.columns for slot in slots[room]), default=1) for room in rooms}
    widths, seen = _widths(columns, width, has_rooms=day.has_rooms)
    if seen == width and columns.get(OWN_ROOM) == 1:
        _narrow_own_lane(widths, day.sessions_by_room[OWN_ROOM])
    filled = []
    left = 0
    for room in rooms:
        lane = Lane(
            format_lane_title(room, programme), left, widths[room], room, is_pinned(room, lanes)
        )
        filled.append(FilledLane(lane, day.sessions_by_room.get(room, ()), slots[room]))
        left = lane.right
    return filled, seen


def _widths(
    columns: Mapping[RoomKey, int], width: int, *, has_rooms: bool
) -> tuple[dict[RoomKey, int], int]:
    """Compute the cells of each lane, by its room, and how many of all are seen at a time."""
    for lane, column in (_COMFORTABLE, _TIGHT):
        needed = {room: max(lane * has_rooms, column * n) for room, n in columns.items()}
        if sum(needed.values()) <= width:
            return _shared_out(needed, width), width
    least = _COMFORTABLE[0] if has_rooms else NARROWEST_COLUMN
    side_by_side = 1 if has_rooms and width < _ONE_AT_A_TIME else max(1, width // least)
    unit = max(NARROWEST_COLUMN, width // side_by_side)
    if not has_rooms:
        return {room: unit * n for room, n in columns.items()}, unit * side_by_side
    units = {room: -(-NARROWEST_COLUMN * n // unit) for room, n in columns.items()}
    return {room: unit * n for room, n in units.items()}, unit * side_by_side


def _narrow_own_lane(widths: dict[RoomKey, int], own: Sequence[Session]) -> None:
    """Give one's own lane only the width of its text, and what is left of it to the others."""
    text = max(_TIMES, *(cell_len(join_lines(session.title)) for session in own)) + _SIGN + FRAME
    others = {room: cells for room, cells in widths.items() if room != OWN_ROOM}
    if others and text < widths[OWN_ROOM]:
        whole = sum(widths.values())
        widths |= {OWN_ROOM: text, **_shared_out(others, whole - text)}


def _shared_out(needed: Mapping[RoomKey, int], width: int) -> dict[RoomKey, int]:
    """Share the spare width out among all lanes, to the cell."""
    least = sum(needed.values())
    shared = {}
    left = taken = 0
    for room, cells in needed.items():
        taken += cells
        right = width * taken // least
        shared[room] = right - left
        left = right
    return shared
