"""From the tables as written to sessions and blocks as meant: wall times become instants.

Every check (E007 to E009) runs over whatever is known of a table, of one with faults too.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui_planner.programme import file_rules
from tui_planner.programme.model import Block, BlockKind, Day, Link, Session, Status
from tui_planner.programme.timing import Timing
from tui_planner.programme.toml.key_path import KeyPath
from tui_planner.support.i18n import _

from .assumed_ends import assume_ends
from .availability import Available, resolve_availability
from .event_days import EventDays
from .faults.problem_collector import ProblemCollector
from .format.file_models import BlockTable, LinkTable, SessionTable
from .inherited_rooms import inherit_rooms
from .table_times import (
    check_start_can_be_absent,
    check_within_block,
    is_as_stated,
    report_hours,
    time_all_day,
    time_block,
    time_session,
)
from .unlisted_days import report_unlisted
from .validation import AnyTable, LocatedTable, Tables

_STATUSES = {status.value: status for status in Status}
_EXEMPTING = frozenset({"status", "drop_in", "part_of", "all_day"})
"""Keys that may say of a session that nothing clashes with it."""

Ids = Mapping[KeyPath, str]
"""The ids of blocks and sessions that cannot have the one that they are written with."""


class Resolved(NamedTuple):
    """What the tables of a file mean.

    Attributes:
        event: The days.
        blocks: The blocks that have a start.
        sessions: The sessions whose times, and whether they are judged, are known.
        unsure: The tables of the other sessions, and of blocks whose times are not all known.
        ids: The ids of those that cannot have the one that they are written with.
        available: When rooms and people are available.
    """

    event: EventDays
    blocks: tuple[Block, ...]
    sessions: tuple[Session, ...]
    unsure: tuple[AnyTable, ...]
    ids: Ids
    available: Available


def resolve(tables: Tables, collector: ProblemCollector) -> Resolved:
    """Resolve the tables to sessions and blocks with their instants; problems are reported."""
    event = EventDays.of(tables, collector)
    ids = _tell_apart(tables, collector) if collector.problems else {}
    blocks: dict[str, Block] = {}
    unsure: list[AnyTable] = []
    for located in tables["blocks"]:
        block = _block(located, event, ids)
        if block is not None:
            blocks[block.id] = block
        if block is None or not is_as_stated(located, block.timing):
            unsure.append(located)
    sessions = _resolve_sessions(tables["sessions"], event, blocks, ids, unsure)
    sessions = assume_ends(sessions, event, tables.programme.table.default_duration)
    not_judged = {located.path for located in unsure}
    availability = resolve_availability(tables, event)
    if event.unlisted:
        report_unlisted(tables, event)
    return Resolved(
        event,
        tuple(blocks.values()),
        tuple(one for one in sessions if ("sessions", one.order) not in not_judged),
        tuple(unsure),
        ids,
        availability,
    )


def _resolve_sessions(
    tables: Sequence[LocatedTable[SessionTable]],
    event: EventDays,
    blocks: Mapping[str, Block],
    ids: Ids,
    unsure: list[AnyTable],
) -> list[Session]:
    """Resolve the sessions whose times are known, and add to `unsure` those that are not judged."""
    sessions: list[Session] = []
    unknown_rooms = []
    parts = []
    judged: dict[str, Session] = {}
    for located in tables:
        session = _session(located, event, blocks, ids)
        if session is None or not located.broken.isdisjoint(_EXEMPTING):
            unsure.append(located)
        else:
            judged[session.id] = session
        if session is None:
            continue
        sessions.append(session)
        if session.part_of is not None:
            parts.append((located, session))
        if "room" in located.broken:
            unknown_rooms.append(session.id)
    for located, part in parts:
        _check_part(located, part, event, blocks, judged.get(part.part_of or ""))
    return inherit_rooms(sessions, blocks, unknown_rooms)


def _tell_apart(tables: Tables, collector: ProblemCollector) -> Ids:
    """Give sessions and blocks whose id is missing or taken another one, made of their line."""
    ids: dict[KeyPath, str] = {}
    taken: set[str] = set()
    for located in (*tables["blocks"], *tables["sessions"]):
        id_ = located.table.id
        if id_ is None or id_ in taken:
            line = collector.positions.locate_value(located.path).line
            ids[located.path] = f"{id_ or ''} ({line})".strip()
        else:
            taken.add(id_)
    return ids


def _block(located: LocatedTable[BlockTable], event: EventDays, ids: Ids) -> Block | None:
    table = located.table
    if "start" in located.broken:
        return None
    day = event.find_day(located, table.start, None)
    if day is None:
        return None
    timing = time_block(located, event, day, None)
    if timing is None:
        return None
    if event.is_listed(day):
        event.check_within(located, day, timing, None)
    id_ = ids.get(located.path, table.id)
    return Block(
        id=id_,
        kind=BlockKind(table.kind or BlockKind.CHOICE),
        title=table.title or id_,
        timing=timing,
        day=day.date,
        order=int(located.path[1]),
        room=table.room,
        minutes_needed=table.minutes_needed,
        description=table.description,
        speakers=table.speakers,
        url=table.url or "",
        links=_links(table.links),
    )


def _links(tables: Sequence[LinkTable]) -> tuple[Link, ...]:
    return tuple(Link(table.url, table.title or "") for table in tables)


def _session(
    located: LocatedTable[SessionTable],
    event: EventDays,
    blocks: Mapping[str, Block],
    ids: Ids,
) -> Session | None:
    """Resolve a session; None where its times are not known."""
    table = located.table
    if table.all_day:
        return _all_day_session(located, event, ids)
    block = blocks.get(table.block) if table.block else None
    block_is_unknown = "block" in located.broken or (table.block is not None and block is None)
    if table.start is None and "start" not in located.broken:
        check_start_can_be_absent(located, event.collector)
    if "start" in located.broken or (
        block_is_unknown and table.day is None and len(event.days) > 1
    ):
        return None
    day = event.find_day(located, table.start, block)
    if day is None:
        return None
    timing = time_session(located, event, day, block)
    if timing is None:
        return None
    is_sound = is_as_stated(located, timing)
    if event.is_listed(day) and not (is_sound and table.part_of):
        # An unlisted day has been reported, and the rest follows; parts wait for their wholes.
        _check_place(located, event, day, timing, block)
    if not is_sound:
        return None
    return _made_session(located, timing, day, ids.get(located.path, table.id))


def _all_day_session(
    located: LocatedTable[SessionTable], event: EventDays, ids: Ids
) -> Session | None:
    """Resolve a session that is on all day; None where it has hours too, or no day."""
    if report_hours(located, event.collector):
        return None
    day = event.find_day(located, None, None)
    if day is None:
        return None
    timing = time_all_day(event.zone, day.date)
    return _made_session(located, timing, day, ids.get(located.path, located.table.id))


def _check_place(
    located: LocatedTable[SessionTable],
    event: EventDays,
    day: Day,
    timing: Timing,
    block: Block | None,
) -> None:
    """Report a session that does not lie in its day, or not in its block."""
    if located.table.start is not None:
        if block is None or not check_within_block(located, timing, block, event):
            event.check_within(located, day, timing, block)
    elif block is not None and block.day != day.date:
        _report_other_day(located, event.collector, block)


def _check_part(
    located: LocatedTable[SessionTable],
    part: Session,
    event: EventDays,
    blocks: Mapping[str, Block],
    whole: Session | None,
) -> None:
    """Report a part that does not lie in its day, or not in its block.

    Where it is outside its whole, which is in the same block, that is told (C108), and once.
    """
    day = event.get_day(part.day)
    if not event.is_listed(day):
        return
    is_told = whole is not None and whole.block == part.block and _is_outside(part, whole)
    block = None if is_told else blocks.get(part.block or "")
    _check_place(located, event, day, part.timing, block)


def _is_outside(part: Session, whole: Session) -> bool:
    takes_time = not any(
        one.drop_in or one.timing.all_day or one.status is Status.CANCELLED for one in (part, whole)
    )
    return takes_time and not part.timing.lies_within(whole.timing)


def _report_other_day(
    located: LocatedTable[SessionTable], collector: ProblemCollector, block: Block
) -> None:
    message = _('It stands on another day than its block "{block}" ({day}).')
    collector.add(
        file_rules.OUTSIDE_BLOCK,
        located.at("day"),
        message.format(block=block.id, day=block.day),
        _("Leave out the day, or name a block of that day."),
    )


def _made_session(
    located: LocatedTable[SessionTable], timing: Timing, day: Day, id_: str
) -> Session:
    table = located.table
    return Session(
        id=id_,
        title=table.title or id_,
        timing=timing,
        day=day.date,
        order=int(located.path[1]),
        block=table.block,
        room=table.room,
        status=_STATUSES[table.status],
        group=table.group,
        part_of=table.part_of,
        repeat_of=table.repeat_of,
        drop_in=table.drop_in,
        meal=table.meal,
        track=table.track or "",
        hosts=table.hosts,
        speakers=table.speakers,
        description=table.description,
        agenda=table.agenda,
        url=table.url or "",
        links=_links(table.links),
        language=table.language or "",
        capacity=table.capacity,
    )
