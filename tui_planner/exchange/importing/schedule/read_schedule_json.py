"""Reader of schedule.json: version 1 of frab and pretalx, and schema 2 where it has sessions."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_limits import check_events, check_text
from tui_planner.exchange.importing.text.decoding import decode_text
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
_MOST_OBJECTS = 1_000_000
_ADDRESSES = ("url", "href", "link")
_NAMES = ("public_name", "name", "full_public_name", "display_name")


def read_schedule_json(data: bytes) -> PublishedSchedule:
    """Read a schedule.json.

    Raises:
        NoScheduleError: it is no JSON that can be read, or no schedule.
    """
    text, guessed = decode_text(data)
    schedule = _schedule(_parsed(text))
    conference = _mapping(schedule.get("conference"))
    published = PublishedSchedule(
        conference={key: _text(value) for key, value in conference.items() if value},
        version=_text(schedule.get("version")),
        rooms=[room for value in _rooms(schedule) if (room := _room(value)).name],
    )
    if guessed:
        message = _("The text is not UTF-8: it was read as {encoding}.")
        published.mended.append(message.format(encoding=guessed))
    languages = _mapping(conference.get("defaults")).get("language")
    published.conference.setdefault("language", _text(languages))
    tracks = _tracks(conference)
    for day, listed_in, place, event in _events(schedule, published):
        check_events(len(published.events) + 1)
        published.events.append(_event(event, day, listed_in, place, tracks))
    if not published.events:
        raise NoScheduleError(describe_json_without_events(schedule))
    return published


def _parsed(text: str) -> Any:
    too_large = NoScheduleError(_("The JSON is no schedule: nothing in one is so large."))
    if text.count("{") + text.count("[") > _MOST_OBJECTS:
        raise too_large
    try:
        return json.loads(text, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        message = _("The JSON is broken in line {line}, column {column}: {reason}. Fetch it again.")
        raise NoScheduleError(
            message.format(line=error.lineno, column=error.colno, reason=error.msg)
        ) from error
    except (RecursionError, ValueError) as error:  # a number of thousands of digits, too
        raise too_large from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; lists under a key that stands twice, as of two rooms, are joined."""
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    joined: dict[str, Any] = {}
    for key, value in pairs:
        before = joined.get(key)
        if isinstance(before, list) and isinstance(value, list):
            before.extend(value)
        else:
            joined[key] = value
    return joined


def _schedule(data: Any) -> Mapping[str, Any]:
    document = _mapping(data)
    schedule = _mapping(document.get("schedule"))
    if not schedule and "conference" in document:
        schedule = document
    if not schedule:
        raise NoScheduleError(describe_json(data))
    return schedule


def _rooms(schedule: Mapping[str, Any]) -> Iterator[Any]:
    yield from _list(_mapping(schedule.get("conference")).get("rooms"))
    yield from _list(schedule.get("rooms"))


def _room(value: Any) -> PublishedRoom:
    room = _mapping(value)
    capacity = room.get("capacity")
    if not isinstance(capacity, int | float) or not 0 < capacity < 10**9:
        return PublishedRoom(_text(room.get("name")))
    return PublishedRoom(_text(room.get("name")), int(capacity))


def _events(
    schedule: Mapping[str, Any], published: PublishedSchedule
) -> Iterator[tuple[PublishedDay | None, str, str, Mapping[str, Any]]]:
    """List every event with its day, the room it is listed under, and its place by numbers."""
    days = _list(_mapping(schedule.get("conference")).get("days")) or _list(schedule.get("days"))
    for number, value in enumerate(days, 1):
        day = _mapping(value)
        start = _text(day.get("day_start")) or _text(day.get("start"))
        end = _text(day.get("day_end")) or _text(day.get("end"))
        made = PublishedDay(_text(day.get("date")) or start, start, end)
        published.days.append(made)
        for room, events in _by_room(day.get("rooms")):
            for place, event in enumerate(_list(events), 1):
                position = _("day {day}, {room}, event {n}").format(
                    day=number, room=flatten(room), n=place
                )
                yield made, room, position, _mapping(event)
    for key in ("events", "sessions"):
        for place, event in enumerate(_list(schedule.get(key)), 1):
            yield None, "", _("event {n}").format(n=place), _mapping(event)


def _by_room(rooms: Any) -> Iterable[tuple[str, Any]]:
    if isinstance(rooms, list):
        return [(_text(_mapping(room).get("name")), _mapping(room).get("events")) for room in rooms]
    return [(str(name), events) for name, events in _mapping(rooms).items()]


def _tracks(conference: Mapping[str, Any]) -> Mapping[str, str]:
    tracks = map(_mapping, _list(conference.get("tracks")))
    return {_text(track.get("slug")): _text(track.get("name")) for track in tracks}


def _event(
    event: Mapping[str, Any],
    day: PublishedDay | None,
    room: str,
    place: str,
    tracks: Mapping[str, str],
) -> PublishedEvent:
    texts = {key: _text(event.get(key)) for key in _TEXTS}
    if day is None and not texts["date"]:
        texts["date"], texts["start"] = texts["start"], ""
    id_ = _text(event.get("id")) or _text(event.get("code"))
    if texts["guid"] or id_:
        place = _("event {id}").format(id=flatten(texts["guid"] or id_))
    own_room = event.get("room")
    track = event.get("track")
    slug = _text(_mapping(track).get("slug"))
    people = [*_list(event.get("persons")), *_list(event.get("participants"))]
    return PublishedEvent(
        place=place,
        day=day,
        listed_in=room,
        id=id_,
        room=_text(_mapping(own_room).get("name")) or _text(own_room),
        track=_text(_mapping(track).get("name")) or tracks.get(slug, slug) or _text(track),
        persons=tuple(map(_person, people)),
        links=tuple(_links(event)),
        **texts,
    )


def _links(event: Mapping[str, Any]) -> Iterator[PublishedLink]:
    for value in (*_list(event.get("links")), *_list(event.get("attachments"))):
        link = _mapping(value)
        href = next(filter(None, (_text(link.get(key)) for key in _ADDRESSES)), "") or _text(value)
        title = (
            _text(link.get("title")) or _text(link.get("name")) or _text(link.get("description"))
        )
        yield PublishedLink(href, title)


def _person(value: Any) -> str:
    person = _mapping(value)
    return next(filter(None, (_text(person.get(key)) for key in _NAMES)), "") or _text(value)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    """Convert a value to a text; of one in several languages, the English one or the first."""
    if isinstance(value, dict):
        value = value.get("en") or next(iter(value.values()), "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    check_text(len(text))
    return text
