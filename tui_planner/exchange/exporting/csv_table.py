"""The sessions and blocks of a programme as a table, to be edited and imported again by its ids."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tui_planner.exchange.table_columns import COLUMNS, YES, disarm_formula, join_list
from tui_planner.programme.addresses import is_address, parse_address
from tui_planner.programme.model import Block, BlockKind, Link, Programme, Session, Status, Thing

from .unsupported_features import Feature

UNSUPPORTED = frozenset(
    {
        *(Feature.ROUNDS, Feature.BLOCK_OF_SESSION, Feature.OVERRUNS, Feature.INEXACT_STARTS),
        *(Feature.GROUPS, Feature.AGENDAS, Feature.ROOM_CAPACITIES, Feature.BUILDINGS),
        *(Feature.PLACE, Feature.VERSION, Feature.ABOUT, Feature.LANGUAGE, Feature.DAY_TITLES),
        *(Feature.MEAL_MINUTES, Feature.ROUTES, Feature.ACCEPTED, Feature.APPOINTMENTS),
        *(Feature.PRIORITIES, Feature.NOTES, Feature.PRESENCE),
    }
)


def make_rows(programme: Programme) -> str:
    """Make the rows of the table, as RFC 4180 has them; each ends with an empty cell.

    The head is not among them: its last name, which tells whether somebody has edited the table,
    follows from all of them.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    for thing in _list_things(programme):
        cells = _make_cells(thing, programme)
        writer.writerow([*(disarm_formula(cells.get(column, "")) for column in COLUMNS), ""])
    return written.getvalue()


def _list_things(programme: Programme) -> Iterator[Thing]:
    """List what stands in the table, in order of time."""
    blocks = [block for block in programme.blocks if block.kind is not BlockKind.CHOICE]
    things: list[Thing] = [*blocks, *programme.sessions]
    return iter(sorted(things, key=lambda thing: (thing.day, thing.timing.start)))


def _make_cells(thing: Thing, programme: Programme) -> dict[str, str]:
    """Make the cells of a row, by their columns."""
    timing, zone = thing.timing, programme.zone
    has_end = timing.end_stated and not timing.all_day
    cells = {
        "id": thing.id,
        "title": thing.title,
        "date": thing.day.isoformat(),
        "start": "" if timing.all_day else _format_time(timing.start, thing.day, zone),
        "end": _format_time(timing.end, thing.day, zone) if has_end else "",
        "room": programme.get_room_name(thing.room),
        "speakers": join_list(thing.speakers),
        "description": thing.description,
        "url": parse_address(thing.url),
        "links": join_list(_format_link(link) for link in thing.links if is_address(link.url)),
        "all_day": YES if timing.all_day else "",
        "timezone": zone.key,
        "event": programme.title,
        "event_id": programme.id,
    }
    return cells | (_of_session(thing) if isinstance(thing, Session) else _of_block(thing))


def _of_session(session: Session) -> dict[str, str]:
    return {
        "status": "" if session.status is Status.OPEN else session.status.value,
        "track": session.track,
        "hosts": join_list(session.hosts),
        "description": "\n\n".join(filter(None, (session.description, session.agenda))),
        "language": session.language,
        "capacity": "" if session.capacity is None else str(session.capacity),
        "part_of": session.part_of or "",
        "repeat_of": session.repeat_of or "",
        "drop_in": YES if session.drop_in else "",
        "meal": YES if session.meal else "",
    }


def _of_block(block: Block) -> dict[str, str]:
    return {"kind": block.kind.value}


def _format_time(at: datetime, day: date, zone: ZoneInfo) -> str:
    """Format a time of day; with its date where it is not on the day of the row."""
    local = at.astimezone(zone)
    return f"{local:%H:%M}" if local.date() == day else f"{local:%Y-%m-%d %H:%M}"


def _format_link(link: Link) -> str:
    return f"{link.title} {link.url}".strip()
