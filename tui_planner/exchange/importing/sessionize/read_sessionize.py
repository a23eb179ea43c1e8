"""Reader of the JSON of Sessionize: of its views All, GridSmart and Sessions."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_limits import Limit, check_limit
from tui_planner.exchange.importing.json_document import (
    as_list,
    as_mapping,
    as_text,
    describe_encoding,
    parse_json,
)
from tui_planner.exchange.importing.schedule.schedule_records import (
    PublishedDay,
    PublishedEvent,
    PublishedLink,
    PublishedRoom,
    PublishedSchedule,
)
from tui_planner.support.i18n import _, ngettext

from .categories import Categories, find_kind

_SIGNS = frozenset({"isServiceSession", "isPlenumSession"})
_STATES = {"accepted": "", "accept_queue": "", "decline_queue": "declined"}
_MOST_LOOKED_AT = 50


class _Listed(NamedTuple):
    """A session with the room and the day that it is listed under, if any."""

    session: Mapping[str, Any]
    room: str = ""
    day: PublishedDay | None = None


def is_sessionize(document: Any) -> bool:
    """Tell whether a document of JSON is a view of Sessionize."""
    return _is_speakers(document) or any(
        "startsAt" in one.session and _SIGNS & one.session.keys()
        for one, _number in zip(_list_sessions(document), range(_MOST_LOOKED_AT), strict=False)
    )


def read_sessionize(data: bytes) -> PublishedSchedule:
    """Read a view of Sessionize.

    Raises:
        NoScheduleError: it is no JSON that can be read, or a view without times.
    """
    document = parse_json(data)
    if _is_speakers(document):
        text = _(
            "It is the list of speakers of Sessionize, which says no times: take its view All, "
            "GridSmart or Sessions."
        )
        raise NoScheduleError(text)
    whole = as_mapping(document)
    rooms = {as_text(room.get("id")): as_text(room.get("name")) for room in _rooms(document)}
    people = {
        as_text(person.get("id")): _name(person)
        for person in map(as_mapping, as_list(whole.get("speakers")))
    }
    categories = Categories.from_document(whole)
    published = PublishedSchedule(
        rooms=[PublishedRoom(name) for name in rooms.values() if name],
        mended=describe_encoding(data),
    )
    seen: set[tuple[str, str]] = set()
    days: dict[PublishedDay, None] = {}
    for one in _list_sessions(document):
        event = _event(one, rooms, people, categories, len(published.events) + 1)
        if event.id and (event.id, event.date) in seen:  # what is for all is listed in each room
            continue
        seen.add((event.id, event.date))
        check_limit(Limit.EVENTS, len(published.events) + 1)
        published.events.append(event)
        days.update({one.day: None} if one.day else {})
    published.days += days
    published.mended += _describe_left_away(document)
    return published


def _list_sessions(document: Any) -> Iterator[_Listed]:
    """List the sessions of any view."""
    for session in as_list(as_mapping(document).get("sessions")):
        yield _Listed(as_mapping(session))
    for group in map(as_mapping, as_list(document)):
        for session in as_list(group.get("sessions")):
            yield _Listed(as_mapping(session))
        day = PublishedDay(as_text(group.get("date"))) if group.get("date") else None
        for room in map(as_mapping, as_list(group.get("rooms"))):
            for session in as_list(room.get("sessions")):
                yield _Listed(as_mapping(session), as_text(room.get("name")), day)


def _rooms(document: Any) -> Iterator[Mapping[str, Any]]:
    for part in (as_mapping(document), *map(as_mapping, as_list(document))):
        yield from map(as_mapping, as_list(part.get("rooms")))


def _event(
    one: _Listed,
    rooms: Mapping[str, str],
    people: Mapping[str, str],
    categories: Categories,
    number: int,
) -> PublishedEvent:
    session = one.session
    id_ = as_text(session.get("id"))
    kind = find_kind(
        as_text(session.get("title")),
        is_service=session.get("isServiceSession") is True,
        is_plenum=session.get("isPlenumSession") is True,
    )
    said = categories.sort_items(session)
    room = as_text(session.get("room")) or rooms.get(as_text(session.get("roomId")), "")
    speakers = as_list(session.get("speakers"))
    return PublishedEvent(
        place=_("session {id}").format(id=id_[:60] or number),
        day=one.day,
        id=id_,
        date=as_text(session.get("startsAt")),
        end=as_text(session.get("endsAt")),
        room=room or ("" if kind else one.room),
        title=as_text(session.get("title")),
        track=said.track,
        type=kind or said.type,
        language=said.language,
        description="\n\n".join(filter(None, (as_text(session.get("description")), said.others))),
        state=_state(as_text(session.get("status"))),
        persons=tuple(filter(None, (_speaker(value, people) for value in speakers))),
        links=tuple(_links(session)),
    )


def _speaker(value: Any, people: Mapping[str, str]) -> str:
    if isinstance(value, dict):
        return _name(value) or people.get(as_text(value.get("id")), "")
    return people.get(as_text(value), "")


def _name(person: Mapping[str, Any]) -> str:
    parts = (as_text(person.get("firstName")), as_text(person.get("lastName")))
    return as_text(person.get("fullName")) or as_text(person.get("name")) or " ".join(parts).strip()


def _links(session: Mapping[str, Any]) -> Iterator[PublishedLink]:
    for key, title in (("liveUrl", _("Live stream")), ("recordingUrl", _("Recording"))):
        if url := as_text(session.get(key)).strip():
            yield PublishedLink(url, title)


def _state(status: str) -> str:
    """Get the state by which a session is left out or cancelled; empty for one that is on."""
    state = status.strip().lower()
    return _STATES.get(state, state)


def _is_speakers(document: Any) -> bool:
    """Tell whether a document is the view of speakers, each with names of sessions alone."""
    first = as_mapping(next(iter(as_list(document)), None))
    return "sessions" in first and ("fullName" in first or "isTopSpeaker" in first)


def _describe_left_away(document: Any) -> list[str]:
    """Describe in a sentence, or none, what there is no place for."""
    answers = sum(
        bool(as_list(one.session.get("questionAnswers"))) for one in _list_sessions(document)
    )
    if not answers:
        return []
    text = ngettext(
        "Answers to the organiser's own questions are left away, of {n} session.",
        "Answers to the organiser's own questions are left away, of {n} sessions.",
        answers,
    )
    return [text.format(n=answers)]
