"""Sessions, blocks and programmes made directly, without a file."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from tests.clashes.oracle import ZERO, Raw, at
from tui_planner.programme.model import Block, BlockKind, Day, Programme, Room, Session
from tui_planner.programme.timing import Interval, Timing

DAY = date(2025, 2, 13)


def session(id_: str, raw: Raw, order: int = 0, room: str | None = None) -> Session:
    return Session(id_, id_.title(), raw.timing(), DAY, order, room=room)


def block(
    id_: str, start: int, end: int, kind: BlockKind = BlockKind.MEAL, needed: int = 20
) -> Block:
    timing = Timing(at(start), at(end))
    return Block(id_, kind, id_.title(), timing, DAY, 0, minutes_needed=needed)


def programme(
    *sessions: Session,
    blocks: tuple[Block, ...] = (),
    ways: Mapping[frozenset[str], int] | None = None,
    changeover: int = 0,
) -> Programme:
    return Programme(
        id="p",
        title="P",
        zone=ZoneInfo("Europe/Amsterdam"),
        days=(Day(DAY, "", Interval(ZERO, at(24 * 60))),),
        blocks=blocks,
        sessions=sessions,
        rooms=tuple(Room(id_, id_) for id_ in ("a", "b", "c")),
        routes=ways or {},
        changeover=changeover,
    )
