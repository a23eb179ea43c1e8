"""JSON: the days with their blocks, sessions and appointments, and what is chosen of them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from tui_planner.itinerary.companions import CompanionView
from tui_planner.itinerary.my_day import find_appointment_day
from tui_planner.itinerary.notices import Notice, find_notices
from tui_planner.itinerary.resolved import ResolvedItinerary, ScheduledAppointment
from tui_planner.programme.addresses import is_address, parse_address
from tui_planner.programme.model import Block, Programme, Room, Session, Thing
from tui_planner.programme.timing import Interval


def make_whole_document(plan: ResolvedItinerary, *, mine: bool) -> dict[str, object]:
    """Make the JSON of a plan with all that its programme says; see `make_document`.

    With `mine`, also what clashes in it, as `mine --format json` has it.
    """
    programme = plan.programme
    days = [day.date for day in programme.days]
    going = CompanionView(plan).going
    return {
        **make_document(plan, days, mine=mine),
        "language": programme.language or None,
        "venue": programme.venue or None,
        "city": programme.city or None,
        "url": parse_address(programme.url) or None,
        "version": programme.version or None,
        "description": programme.description,
        "rooms": [_room_json(room, programme) for room in programme.rooms],
        "people": [
            {"name": one.name, "available": _available_json(one.available, programme)}
            for one in programme.people
        ],
        "routes": [
            {"rooms": sorted(pair), "minutes": minutes}
            for pair, minutes in programme.routes.items()
        ],
        "changeover": programme.changeover,
        "default_duration": programme.default_duration,
        "day_titles": {day.date.isoformat(): day.title for day in programme.days if day.title},
        "accepted": [
            {
                "rule": one.rule,
                "sessions": sorted(one.sessions),
                "room": one.room,
                "speaker": one.speaker,
                "track": one.track,
                "reason": one.reason,
            }
            for one in programme.accepted
        ],
        "arrives": format_instant(plan.arrives, programme) if plan.arrives else None,
        "leaves": format_instant(plan.leaves, programme) if plan.leaves else None,
        "clashes": [make_notice_json(one, programme) for one in find_notices(plan)] if mine else [],
        "blocks": [
            {**_block_json(block, programme), **_more_of_block(block)} for block in programme.blocks
        ],
        "sessions": [
            {**_session_json(session, plan, going), **_more_of_session(session, plan)}
            for session in _shown_sessions(plan, days, mine=mine)
        ],
    }


def make_document(
    plan: ResolvedItinerary, days: Collection[date], *, mine: bool
) -> dict[str, object]:
    """Make the short JSON of some days of a plan; with `mine`, only of what is chosen.

    Times are ISO 8601 with the offset of the zone.
    """
    programme = plan.programme
    going = CompanionView(plan).going
    return {
        "programme": programme.id,
        "title": programme.title,
        "timezone": programme.zone.key,
        "days": [day.isoformat() for day in days],
        "blocks": [
            _block_json(block, programme) for block in programme.blocks if block.day in days
        ],
        "sessions": [
            _session_json(session, plan, going)
            for session in _shown_sessions(plan, days, mine=mine)
        ],
        "appointments": [
            make_appointment_json(scheduled, programme)
            for scheduled in plan.scheduled_appointments
            if find_appointment_day(scheduled, programme) in days
        ],
    }


def make_notice_json(notice: Notice, programme: Programme) -> dict[str, object]:
    """Make the JSON of a notice about a plan."""
    return {
        "kind": notice.kind.value,
        "sessions": list(notice.things),
        "start": format_instant(notice.interval.start, programme),
        "end": format_instant(notice.interval.end, programme),
        "minutes": notice.minutes,
        "message": notice.message,
        "reasons": [reason.value for reason in notice.reasons],
        "by_change": notice.by_change,
    }


def make_appointment_json(
    scheduled: ScheduledAppointment, programme: Programme
) -> dict[str, object]:
    """Make the JSON of an own appointment."""
    return {
        "title": scheduled.title,
        "start": format_instant(scheduled.timing.start, programme),
        "end": format_instant(scheduled.timing.end, programme),
        "note": scheduled.note,
    }


def _shown_sessions(
    plan: ResolvedItinerary, days: Collection[date], *, mine: bool
) -> list[Session]:
    days = frozenset(days)
    return [
        session
        for session in plan.programme.sessions
        if session.day in days and (not mine or session.id in plan.chosen_by_id)
    ]


def _session_json(
    session: Session, plan: ResolvedItinerary, going: Mapping[str, tuple[str, ...]]
) -> dict[str, object]:
    programme = plan.programme
    chosen_session = plan.chosen_by_id.get(session.id)
    overrun = session.timing.overrun
    return {
        **_thing_json(session, programme),
        "block": session.block,
        "status": session.status.value,
        "chosen": chosen_session is not None,
        "priority": chosen_session.choice.priority if chosen_session else None,
        "with": list(going.get(session.id, ())),
        "track": session.track or None,
        "group": session.group,
        "hosts": list(session.hosts),
        "around": session.timing.around,
        "overrun": format_instant(overrun, programme) if overrun else None,
    }


def _more_of_session(session: Session, plan: ResolvedItinerary) -> dict[str, object]:
    chosen_session = plan.chosen_by_id.get(session.id)
    own = chosen_session.session.timing if chosen_session else session.timing
    return {
        "note": chosen_session.choice.note if chosen_session else "",
        "own_start": format_instant(own.start, plan.programme) if chosen_session else None,
        "own_end": format_instant(own.end, plan.programme)
        if chosen_session and own.end_stated
        else None,
        "part_of": session.part_of,
        "repeat_of": session.repeat_of,
        "drop_in": session.drop_in,
        "meal": session.meal,
        "agenda": session.agenda,
        "url": parse_address(session.url) or None,
        "links": _links_json(session),
        "language": session.language or None,
        "capacity": session.capacity,
    }


def _block_json(block: Block, programme: Programme) -> dict[str, object]:
    return {**_thing_json(block, programme), "kind": block.kind.value}


def _more_of_block(block: Block) -> dict[str, object]:
    return {
        "minutes_needed": block.minutes_needed,
        "url": parse_address(block.url) or None,
        "links": _links_json(block),
    }


def _links_json(thing: Thing) -> list[dict[str, str | None]]:
    return [
        {"url": link.url, "title": link.title or None}
        for link in thing.links
        if is_address(link.url)
    ]


def _room_json(room: Room, programme: Programme) -> dict[str, object]:
    return {
        "id": room.id,
        "name": room.name,
        "capacity": room.capacity,
        "building": room.building or None,
        "level": room.level or None,
        "shared": room.shared,
        "available": _available_json(room.available, programme),
    }


def _available_json(available: Sequence[Interval], programme: Programme) -> list[dict[str, str]]:
    return [
        {"from": format_instant(start, programme), "until": format_instant(end, programme)}
        for start, end in available
    ]


def _thing_json(thing: Thing, programme: Programme) -> dict[str, object]:
    timing = thing.timing
    return {
        "id": thing.id,
        "title": thing.title,
        "day": thing.day.isoformat(),
        "start": format_instant(timing.start, programme),
        "end": format_instant(timing.end, programme) if timing.end_stated else None,
        "all_day": timing.all_day,
        "room": thing.room,
        "speakers": list(thing.speakers),
        "description": thing.description,
    }


def format_instant(at: datetime, programme: Programme) -> str:
    """Format an instant as ISO 8601 has it, with the offset of the programme's zone."""
    return at.astimezone(programme.zone).isoformat()
