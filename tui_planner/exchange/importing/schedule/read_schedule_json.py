"""Reader of schedule.json: version 1 of frab and pretalx, and schema 2 where it has sessions."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_limits import Limit, check_limit
from tui_planner.exchange.importing.json_document import (
    as_list,
    as_mapping,
    as_text,
    describe_encoding,
    parse_json,
)
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.support.i18n import _

from .schedule_records import (
    PublishedDay,
    PublishedEvent,
    PublishedLink,
    PublishedRoom,
    PublishedSchedule,
)
from .unknown_shapes import describe_json, describe_json_without_events

_TEXTS = (
    *("guid", "date", "start", "duration", "end", "title", "subtitle", "slug"),
    *("type", "language", "abstract", "description", "url", "state"),
    *("feedback_url", "video_download_url"),
)
_ADDRESSES = ("url", "href", "link")
_TITLES = ("title", "name", "description")
_NAMES = ("public_name", "name", "full_public_name", "display_name")


def read_schedule_json(data: bytes) -> PublishedSchedule:
    """Read a schedule.json.

    Raises:
        NoScheduleError: it is no JSON that can be read, or no schedule.
    """
    schedule = _schedule(parse_json(data))
    conference = as_mapping(schedule.get("conference"))
    published = PublishedSchedule(
        conference={key: as_text(value) for key, value in conference.items() if value},
        version=as_text(schedule.get("version")),
        rooms=[room for value in _rooms(schedule) if (room := _room(value)).name],
        mended=describe_encoding(data),
    )
    languages = as_mapping(conference.get("defaults")).get("language")
    published.conference.setdefault("language", as_text(languages))
    tracks = _tracks(conference)
    for day, listed_in, place, event in _events(schedule, published):
        check_limit(Limit.EVENTS, len(published.events) + 1)
        published.events.append(_event(event, day, listed_in, place, tracks))
    if not published.events:
        raise NoScheduleError(describe_json_without_events(schedule))
    return published


def _schedule(data: Any) -> Mapping[str, Any]:
    document = as_mapping(data)
    schedule = as_mapping(document.get("schedule"))
    if not schedule and "conference" in document:
        schedule = document
    if not schedule:
        raise NoScheduleError(describe_json(data))
    return schedule


def _rooms(schedule: Mapping[str, Any]) -> Iterator[Any]:
    yield from as_list(as_mapping(schedule.get("conference")).get("rooms"))
    yield from as_list(schedule.get("rooms"))


def _room(value: Any) -> PublishedRoom:
    room = as_mapping(value)
    capacity = room.get("capacity")
    if not isinstance(capacity, int | float) or not 0 < capacity < 10**9:
        return PublishedRoom(as_text(room.get("name")))
    return PublishedRoom(as_text(room.get("name")), int(capacity))


def _events(
    schedule: Mapping[str, Any], published: PublishedSchedule
) -> Iterator[tuple[PublishedDay | None, str, str, Mapping[str, Any]]]:
    """List every event with its day, the room it is listed under, and its place by numbers."""
    days = as_list(as_mapping(schedule.get("conference")).get("days")) or as_list(
        schedule.get("days")
    )
    for number, value in enumerate(days, 1):
        day = as_mapping(value)
        start = as_text(day.get("day_start")) or as_text(day.get("start"))
        end = as_text(day.get("day_end")) or as_text(day.get("end"))
        made = PublishedDay(as_text(day.get("date")) or start, start, end)
        published.days.append(made)
        for room, events in _by_room(day.get("rooms")):
            for place, event in enumerate(as_list(events), 1):
                position = _("day {day}, {room}, event {n}").format(
                    day=number, room=flatten(room), n=place
                )
                yield made, room, position, as_mapping(event)
    for key in ("events", "sessions"):
        for place, event in enumerate(as_list(schedule.get(key)), 1):
            yield None, "", _("event {n}").format(n=place), as_mapping(event)


def _by_room(rooms: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(rooms, list):
        return [
            (as_text(as_mapping(room).get("name")), as_mapping(room).get("events"))
            for room in rooms
        ]
    return [(str(name), events) for name, events in as_mapping(rooms).items()]


def _tracks(conference: Mapping[str, Any]) -> Mapping[str, str]:
    tracks = map(as_mapping, as_list(conference.get("tracks")))
    return {as_text(track.get("slug")): as_text(track.get("name")) for track in tracks}


def _event(
    event: Mapping[str, Any],
    day: PublishedDay | None,
    room: str,
    place: str,
    tracks: Mapping[str, str],
) -> PublishedEvent:
    texts: dict[str, Any] = {key: as_text(event.get(key)) for key in _TEXTS}
    if day is None and not texts["date"]:
        texts["date"], texts["start"] = texts["start"], ""
    id_ = as_text(event.get("id")) or as_text(event.get("code"))
    if texts["guid"] or id_:
        place = _("event {id}").format(id=flatten(texts["guid"] or id_))
    own_room = event.get("room")
    track = event.get("track")
    slug = as_text(as_mapping(track).get("slug"))
    people = [*as_list(event.get("persons")), *as_list(event.get("participants"))]
    return PublishedEvent(
        place=place,
        day=day,
        listed_in=room,
        id=id_,
        room=as_text(as_mapping(own_room).get("name")) or as_text(own_room),
        track=as_text(as_mapping(track).get("name")) or tracks.get(slug, slug) or as_text(track),
        persons=tuple(map(_person, people)),
        links=tuple(_links(event)),
        **texts,
    )


def _links(event: Mapping[str, Any]) -> Iterator[PublishedLink]:
    for value in (*as_list(event.get("links")), *as_list(event.get("attachments"))):
        link = as_mapping(value)
        href = next(filter(None, (as_text(link.get(key)) for key in _ADDRESSES)), "") or as_text(
            value
        )
        title = (
            as_text(link.get("title"))
            or as_text(link.get("name"))
            or as_text(link.get("description"))
        )
        yield PublishedLink(href, title)


def _person(value: Any) -> str:
    person = as_mapping(value)
    return next(filter(None, (as_text(person.get(key)) for key in _NAMES)), "") or as_text(value)
