"""What can be judged of a file with problems, so that they hide no clash."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tui_planner.programme.model import Block, Programme, Room, Session, Thing

from .assembling import assemble
from .read_result import Readable
from .resolving import Resolved
from .rings import find_rings
from .validation import AnyTable, Tables


def keep_readable(tables: Tables, resolved: Resolved) -> Readable:
    """Keep what can be judged: the sessions and blocks whose times are known, all else as it is.

    A reference to a room that is not listed is one all the same: two sessions may be in it at once.
    """
    unsure = {located.path for located in resolved.unsure}
    blocks = {block.id: block for block in resolved.blocks if ("blocks", block.order) not in unsure}
    kept = {session.id: session for session in _keep(tables, resolved, blocks)}
    known = (_without_unknown(session, blocks, kept) for session in kept.values())
    sessions = tuple(_break_rings(known))
    programme = assemble(
        tables, resolved.event, tuple(blocks.values()), sessions, resolved.available
    )
    kept_paths = {("sessions", session.order) for session in sessions}
    left_out = (located for located in tables["sessions"] if located.path not in kept_paths)
    return Readable(
        replace(programme, rooms=(*programme.rooms, *_list_unknown_rooms(programme))),
        tuple(located.table.id or "" for located in left_out),
        tuple(located.table.id or "" for located in tables["blocks"] if located.path in unsure),
        _written_ids(tables, resolved),
        not resolved.event.is_undated and "timezone" not in tables.programme.broken,
    )


def _keep(tables: Tables, resolved: Resolved, blocks: Mapping[str, Block]) -> Iterator[Session]:
    """Yield the sessions whose times do not rest on a block, or a part, that is not known."""
    own_starts = {located.path for located in tables["sessions"] if located.table.start is not None}
    ids = {located.table.id for located in tables["sessions"]}
    for session in resolved.sessions:
        has_own_times = ("sessions", session.order) in own_starts and session.timing.end_stated
        is_sure = session.block is None or session.block in blocks or has_own_times
        if is_sure and (session.part_of is None or session.part_of in ids):
            yield session


def _without_unknown(
    session: Session, blocks: Mapping[str, Block], sessions: Mapping[str, Session]
) -> Session:
    """Return a session without references to what is not judged."""
    return session._replace(
        block=session.block if session.block in blocks else None,
        part_of=session.part_of if session.part_of in sessions else None,
        repeat_of=session.repeat_of if session.repeat_of in sessions else None,
    )


def _break_rings(sessions: Iterable[Session]) -> Iterable[Session]:
    """Break rings of references: of parts where one lies outside its whole, else at the last."""
    by_id = {session.id: session for session in sessions}
    for ring in list(find_rings({id_: session.part_of for id_, session in by_id.items()})):
        outside = (id_ for id_ in ring if not _lies_within_whole(by_id[id_], by_id))
        part = by_id[next(outside, ring[-1])]
        by_id[part.id] = part._replace(part_of=None)
    for ring in list(find_rings({id_: session.repeat_of for id_, session in by_id.items()})):
        by_id[ring[-1]] = by_id[ring[-1]]._replace(repeat_of=None)
    return by_id.values()


def _lies_within_whole(part: Session, by_id: Mapping[str, Session]) -> bool:
    return part.timing.lies_within(by_id[part.part_of or ""].timing)


def _list_unknown_rooms(programme: Programme) -> Iterable[Room]:
    """List the rooms that sessions and blocks are in and the file does not list, by their ids."""
    things: tuple[Thing, ...] = (*programme.blocks, *programme.sessions)
    named = dict.fromkeys(thing.room for thing in things if thing.room)
    return (Room(id_, id_) for id_ in named if id_ not in programme.room_by_id)


def _written_ids(tables: Tables, resolved: Resolved) -> Mapping[str, str]:
    located_tables: tuple[AnyTable, ...] = (*tables["blocks"], *tables["sessions"])
    written = {located.path: located.table.id or "" for located in located_tables}
    return {id_: written[path] for path, id_ in resolved.ids.items()}
