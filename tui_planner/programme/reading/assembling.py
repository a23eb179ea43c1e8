"""The programme, from its resolved sessions and blocks and its other tables."""

from collections.abc import Iterable

from tui_planner.programme.model import Accepted, Block, Person, Programme, Room, Session
from tui_planner.programme.text_rules import make_slug

from .availability import Available
from .event_days import EventDays
from .validation import AnyTable, Tables


def assemble(
    tables: Tables,
    event: EventDays,
    blocks: tuple[Block, ...],
    sessions: tuple[Session, ...],
    available: Available,
) -> Programme:
    """Assemble the programme; of its other tables, what has faults is left out."""
    table = tables.programme.table
    days = tuple(sorted((*event.days.values(), *event.others.values()), key=lambda day: day.date))
    title = table.title or ""
    return Programme(
        id=table.id or make_slug(f"{title} {days[0].date if days else ''}"),
        title=title,
        zone=event.zone,
        days=days,
        blocks=blocks,
        sessions=sessions,
        rooms=tuple(
            Room(
                located.table.id,
                located.table.name or located.table.id,
                located.table.capacity,
                located.table.building or "",
                located.table.level or "",
                located.table.shared,
                available.get(located.path, ()),
            )
            for located in tables["rooms"]
            if "id" not in located.broken
        ),
        people=tuple(
            Person(located.table.name, available.get(located.path, ()))
            for located in tables["people"]
            if "name" not in located.broken
        ),
        routes={
            frozenset((located.table.from_, located.table.to)): located.table.minutes
            for located in _sound(tables["routes"])
        },
        changeover=table.changeover,
        default_duration=table.default_duration,
        accepted=tuple(
            Accepted(
                located.table.rule,
                frozenset(located.table.sessions),
                located.table.reason,
                located.table.room,
                located.table.speaker,
                located.table.track,
            )
            for located in _sound(tables["accepted"])
        ),
        language=table.language or "",
        venue=table.venue or "",
        city=table.city or "",
        url=table.url or "",
        version=table.version or "",
        description=table.description,
    )


def _sound(located_tables: Iterable[AnyTable]) -> Iterable[AnyTable]:
    return (located for located in located_tables if not located.broken)
