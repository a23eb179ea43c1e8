"""What is left of a programme that goes out in a format and comes in again, to be compared."""

import re

from tui_planner.exchange.exporting.schedule.frab_schedule import make_guid
from tui_planner.exchange.importing.import_schedule import import_schedule
from tui_planner.programme.model import Block, BlockKind, Link, Programme, Session, Status, Thing
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.timing import Timing
from tui_planner.programme.toml.source import Source


def imported_from(data: bytes, name: str) -> Programme:
    """The programme that comes of importing a file; it must be free of problems."""
    reading = read_text(Source("made.toml", import_schedule(data, name).text))
    assert reading.programme is not None, [problem.message for problem in reading.problems]
    return reading.programme


def held_by_table(programme: Programme) -> dict[str, Thing]:
    """The sessions and blocks by their ids, with rooms by name, as a table holds them."""
    things: dict[str, Thing] = {}
    for session in programme.sessions:
        things[session.id] = session._replace(
            order=0,
            block=None,
            group=None,
            agenda="",
            room=programme.get_room_name(session.room),
            description=_description(session),
            timing=_held(session.timing),
        )
    for block in programme.blocks:
        if block.kind is not BlockKind.CHOICE:
            things[block.id] = block._replace(
                order=0,
                minutes_needed=20,
                room=programme.get_room_name(block.room),
                timing=_held(block.timing),
            )
    return things


def held_by_ics(programme: Programme) -> dict[str, Thing]:
    """The same as iCalendar holds them: without capacities, and with less in titles of links."""
    return {id_: _in_calendar(thing) for id_, thing in held_by_table(programme).items()}


def _in_calendar(thing: Thing) -> Thing:
    links = _labelled(thing.links)
    if isinstance(thing, Block):
        return thing._replace(links=links)
    return thing._replace(links=links, capacity=None)


def held_by_schedule(programme: Programme) -> dict[str, Thing]:
    """The same as schedule.xml and schedule.json hold them: less, and under guids."""
    things: tuple[Thing, ...] = (*programme.sessions, *programme.blocks)
    links = {thing.id: thing.links for thing in things}
    return {
        str(make_guid(thing.id, programme)): _in_schedule(thing._replace(links=links[thing.id]))
        for thing in held_by_ics(programme).values()
        if getattr(thing, "status", Status.OPEN) is not Status.CANCELLED
    }


def _in_schedule(thing: Thing) -> Thing:
    url = thing.url if thing.url.startswith("http") else ""
    if isinstance(thing, Block):
        return thing._replace(id="", url=url)
    return thing._replace(
        id="",
        url=url,
        hosts=(),
        status=Status.OPEN,
        part_of=None,  # a guess at it may come back
        repeat_of=None,
        drop_in=False,
        meal=False,
    )


def _labelled(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links with what of their titles a parameter of a calendar can hold."""
    return tuple(
        Link(url, " ".join(re.sub(r'["\\^%]', " ", title).split())) for url, title in links
    )


def _description(session: Session) -> str:
    return "\n\n".join(filter(None, (session.description, session.agenda)))


def _held(timing: Timing) -> Timing:
    """No overrun, no start that is not exact, and only an end that is said."""
    end = timing.end if timing.end_stated else timing.start
    return Timing(timing.start, end, end_stated=timing.end_stated)
