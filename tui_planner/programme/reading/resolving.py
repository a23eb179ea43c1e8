"""From the tables as written to the programme as meant: wall times become instants (E007 to E009).

Every check runs over whatever is known of a row; only a file without a problem makes a programme.
"""

from collections.abc import Mapping

from tui_planner.programme import file_rules
from tui_planner.programme.model import (
    Accepted,
    Block,
    BlockKind,
    Day,
    Programme,
    Room,
    Session,
    Status,
)
from tui_planner.programme.text_rules import make_slug
from tui_planner.programme.timing import Timing
from tui_planner.support.i18n import _

from .event_days import EventDays
from .file_models import BlockTable, SessionTable
from .problem_collector import ProblemCollector
from .table_times import check_start_can_be_absent, check_within_block, time_block, time_session
from .validation import LocatedTable, Tables

_STATUSES = {status.value: status for status in Status}


def resolve(tables: Tables, collector: ProblemCollector) -> Programme | None:
    """Resolve the tables to the programme, or None where anything is wrong with the file."""
    event = EventDays.of(tables, collector)
    blocks: dict[str, Block] = {}
    for located in tables["blocks"]:
        timed = _block(located, event)
        if timed is not None:
            blocks.setdefault(timed.id, timed)
    sessions = [_session(located, event, blocks) for located in tables["sessions"]]
    if collector.problems:
        return None
    return _programme(tables, event, tuple(blocks.values()), tuple(filter(None, sessions)))


def _block(located: LocatedTable[BlockTable], event: EventDays) -> Block | None:
    table = located.table
    if "start" in located.broken:
        return None
    day = event.find_day(located, table.start, None)
    if day is None:
        return None
    timing = time_block(located, event, day, None)
    if timing is None:
        return None
    event.check_within(located, day, timing, None)
    if "id" in located.broken:
        return None
    return Block(
        id=table.id,
        kind=BlockKind(table.kind or BlockKind.CHOICE),
        title=table.title,
        timing=timing,
        day=day.date,
        order=int(located.path[1]),
        room=table.room,
        minutes_needed=table.minutes_needed,
        description=table.description,
        speakers=table.speakers,
        url=table.url or "",
    )


def _session(
    located: LocatedTable[SessionTable], event: EventDays, blocks: Mapping[str, Block]
) -> Session | None:
    table = located.table
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
    if table.start is not None:
        _check_own_times(located, event, day, timing, block)
    elif block is not None and block.day != day.date:
        _report_other_day(located, event.collector, block)
    return _made_session(located, timing, day)


def _check_own_times(
    located: LocatedTable[SessionTable],
    event: EventDays,
    day: Day,
    timing: Timing,
    block: Block | None,
) -> None:
    event.check_within(located, day, timing, block)
    if block is not None:
        check_within_block(located, timing, block, event)


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


def _made_session(located: LocatedTable[SessionTable], timing: Timing, day: Day) -> Session | None:
    if located.broken:
        return None
    table = located.table
    return Session(
        id=table.id,
        title=table.title,
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
        language=table.language or "",
        capacity=table.capacity,
    )


def _programme(
    tables: Tables,
    event: EventDays,
    blocks: tuple[Block, ...],
    sessions: tuple[Session, ...],
) -> Programme:
    table = tables.programme.table
    days = tuple(sorted(event.days.values(), key=lambda day: day.date))
    return Programme(
        id=table.id or make_slug(f"{table.title} {days[0].date}"),
        title=table.title,
        zone=event.zone,
        days=days,
        blocks=blocks,
        sessions=sessions,
        rooms=tuple(
            Room(
                located.table.id,
                located.table.name,
                located.table.capacity,
                located.table.building or "",
            )
            for located in tables["rooms"]
        ),
        routes={
            frozenset((located.table.from_, located.table.to)): located.table.minutes
            for located in tables["routes"]
        },
        changeover=table.changeover,
        accepted=tuple(
            Accepted(located.table.rule, frozenset(located.table.sessions), located.table.reason)
            for located in tables["accepted"]
        ),
        language=table.language or "",
        venue=table.venue or "",
        city=table.city or "",
        url=table.url or "",
        version=table.version or "",
        description=table.description,
    )
