"""schedule.json, version 1, as frab writes it, valid against the schema of voc."""

import json
import re

from tui_planner import __version__
from tui_planner.exchange.exporting.markup import drop_illegal, is_web_page
from tui_planner.exchange.exporting.unsupported_features import Feature
from tui_planner.programme.model import Programme

from .frab_schedule import (
    TIMESLOT,
    ScheduleDay,
    ScheduleEvent,
    format_description,
    make_acronym,
    make_guid,
    make_schedule_days,
)
from .frab_schedule import UNSUPPORTED as UNSUPPORTED_BY_SCHEDULES

UNSUPPORTED = UNSUPPORTED_BY_SCHEDULES - {Feature.ABOUT, Feature.ROOM_CAPACITIES}
_ZONE = re.compile(r"([A-Z][a-z]+/[A-Z][a-z]+)|UTC$")
"""The names of zones that the schema allows; `Etc/GMT+1` is none of them."""


def make_schedule_json(programme: Programme) -> str:
    """Make a schedule.json of a programme."""
    schedule = {
        "version": programme.version,
        "conference": _conference(programme, list(make_schedule_days(programme))),
    }
    document = {
        "generator": {"name": "tui-planner", "version": __version__},
        "schedule": schedule,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _conference(programme: Programme, days: list[ScheduleDay]) -> dict[str, object]:
    conference: dict[str, object] = {
        "acronym": make_acronym(programme, "_"),
        "title": drop_illegal(programme.title),
        "description": format_description(programme.description),
        "start": days[0].date.isoformat(),
        "end": days[-1].date.isoformat(),
        "daysCount": len(days),
        "timeslot_duration": TIMESLOT,
        "rooms": [
            {
                "name": drop_illegal(room.name),
                "guid": str(make_guid(room.id, programme)),
                "capacity": room.capacity,
            }
            for room in programme.rooms
        ],
        "days": [_day(day) for day in days],
    }
    if _ZONE.match(programme.zone.key):
        conference["time_zone_name"] = programme.zone.key
    if is_web_page(programme.url):
        conference["url"] = programme.url
    return conference


def _day(day: ScheduleDay) -> dict[str, object]:
    return {
        "index": day.index,
        "date": day.date.isoformat(),
        "day_start": day.start.isoformat(),
        "day_end": day.end.isoformat(),
        "rooms": {name: [_event(event) for event in events] for name, events in day.rooms.items()},
    }


def _event(event: ScheduleEvent) -> dict[str, object]:
    made: dict[str, object] = {
        "guid": event.guid,
        "id": event.number,
        "date": event.start.isoformat(),
        "start": f"{event.start:%H:%M}",
        "duration": event.duration,
        "room": event.room,
        "slug": event.slug,
        "url": event.url,  # required; clients take an empty one for none
        "title": event.title,
        "subtitle": "",
        "track": event.track or None,
        "type": event.kind,
        "language": event.language or None,
        "abstract": "",
        "description": event.description,
        "persons": [{"name": name, "public_name": name} for name in event.speakers],
        "links": [{"title": title or url, "url": url} for url, title in event.links],
    }
    if event.end is not None:
        made["end"] = event.end.isoformat()
    return made
