"""The rooms of sessions that name none: those of their blocks, or of what they are part of."""

from collections.abc import Collection, Iterable, Mapping

from tui_planner.programme.model import Block, Session


def inherit_rooms(
    sessions: Iterable[Session], blocks: Mapping[str, Block], unknown: Collection[str]
) -> list[Session]:
    """Give each session without a room that of its block, else of what it is part of.

    `unknown` are the ids of sessions whose room could not be read: they inherit none.
    """
    sessions = list(sessions)
    by_id = {session.id: session for session in sessions}
    rooms: dict[str, str | None] = dict.fromkeys(unknown)
    return [
        session
        if session.room or not (session.block or session.part_of)
        else session._replace(room=_find_room(session, by_id, blocks, rooms))
        for session in sessions
    ]


def _find_room(
    session: Session,
    by_id: Mapping[str, Session],
    blocks: Mapping[str, Block],
    rooms: dict[str, str | None],
) -> str | None:
    """Find the room of a session, and add it to `rooms` for it and all on the way; rings end."""
    way: list[str] = []
    one: Session | None = session
    room = None
    while one is not None and one.id not in rooms:
        rooms[one.id] = None
        way.append(one.id)
        block = blocks.get(one.block or "")
        room = one.room or (block.room if block else None)
        if room:
            break
        one = by_id.get(one.part_of or "")
    else:
        room = rooms[one.id] if one is not None else None
    rooms.update(dict.fromkeys(way, room))
    return room
