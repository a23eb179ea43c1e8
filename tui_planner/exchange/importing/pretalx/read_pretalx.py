"""Reader of what pretalx answers with: submissions or slots of its API, the data of its widget."""

from collections.abc import Iterator, Mapping, Sequence
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
    PublishedEvent,
    PublishedLink,
    PublishedRoom,
    PublishedSchedule,
)
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.support.i18n import _

from .named_parts import NamedParts

_MOST_LOOKED_AT = 50
_EXPANDED = "?expand=slots,slots.room,speakers,track,submission_type"
_EXPANDED_SLOTS = "?expand=room,submission,submission.speakers,submission.track"
"""What the address of submissions or slots must end with so that the answer has names."""
_ON = {"accepted", "confirmed"}


class _Placed(NamedTuple):
    """A submission in a slot; either may be empty, of a break or of what has no time yet."""

    talk: Mapping[str, Any]
    slot: Mapping[str, Any]


def is_pretalx(document: Any) -> bool:
    """Tell whether a document of JSON is an answer of pretalx with talks or slots."""
    if _is_widget(document):
        return True
    listed = [as_mapping(item) for item in _items(document)[:_MOST_LOOKED_AT]]
    return any(_is_submission(item) or _is_slot(item) for item in listed)


def read_pretalx(data: bytes) -> PublishedSchedule:
    """Read an answer of pretalx.

    Raises:
        NoScheduleError: it is no JSON that can be read, or an answer that holds only the numbers
            of the slots and not when they are.
    """
    document = parse_json(data)
    whole = as_mapping(document)
    items = _items(document)
    placed = [one for item in items for one in _place(as_mapping(item))]
    if _is_numbers_only(items, placed):
        text = _(
            "This answer of pretalx holds only numbers and codes of what it is about: ask for it "
            "with {parameter} in the address, or take the schedule.json of the event."
        )
        raise NoScheduleError(text.format(parameter=_expansion(items)))
    parts = NamedParts.from_document(whole)
    published = PublishedSchedule(
        conference={"time_zone_name": as_text(whole.get("timezone"))},
        version=as_text(whole.get("version")),
        rooms=[PublishedRoom(name) for name in parts.rooms.values() if name],
        mended=describe_encoding(data),
    )
    for number, (talk, slot) in enumerate(placed, 1):
        check_limit(Limit.EVENTS, number)
        published.events.append(_make_event(talk, slot, parts, number))
    if parts.unnamed:
        text = _(
            "It has only numbers or codes for some {parts}: they are left away. With {parameter} "
            "in the address there are names."
        )
        unnamed = parts.describe_unnamed()
        published.mended.append(text.format(parts=unnamed, parameter=_expansion(items)))
    published.mended += _describe_further_pages(whole, len(items))
    return published


def _items(document: Any) -> list[Any]:
    """List what an answer lists: of a page of the API, a schedule, the widget, or a bare list."""
    whole = as_mapping(document)
    for key in ("results", "slots", "talks"):
        if isinstance(whole.get(key), list):
            return as_list(whole.get(key))
    return as_list(document)


def _expansion(items: Sequence[Any]) -> str:
    return _EXPANDED_SLOTS if any(_is_slot(as_mapping(item)) for item in items) else _EXPANDED


def _is_widget(document: Any) -> bool:
    whole = as_mapping(document)
    return (
        isinstance(whole.get("talks"), list)
        and isinstance(whole.get("rooms"), list)
        and bool({"event_start", "timezone"} & whole.keys())
    )


def _is_submission(item: Mapping[str, Any]) -> bool:
    return "code" in item and "title" in item and bool({"slot", "slots"} & item.keys())


def _is_slot(item: Mapping[str, Any]) -> bool:
    return {"submission", "room", "start"} <= item.keys()


def _is_numbers_only(items: Sequence[Any], placed: Sequence[_Placed]) -> bool:
    """Tell whether no talk has both a title and a slot, as these are only numbers or codes."""
    if any(talk and slot for talk, slot in placed):
        return False
    listed = [as_mapping(item) for item in items]
    slots = (slot for item in listed for slot in as_list(item.get("slots")))
    codes = (item.get("submission") for item in listed)
    return any(isinstance(slot, int) for slot in slots) or any(
        isinstance(code, str) for code in codes
    )


def _place(item: Mapping[str, Any]) -> Iterator[_Placed]:
    """Pair a submission with each of its slots, or a slot with its submission."""
    if _is_slot(item):
        yield _Placed(as_mapping(item.get("submission")), item)
        return
    slots = [slot for slot in map(as_mapping, as_list(item.get("slots"))) if slot]
    slots = slots or [slot for slot in [as_mapping(item.get("slot"))] if slot]
    if not slots:
        slots = [item] if "start" in item else [{}]
    for slot in slots:
        yield _Placed(item, slot)


def _describe_further_pages(whole: Mapping[str, Any], number: int) -> list[str]:
    """Describe in a sentence, or none, that an answer is one page of several."""
    count = whole.get("count")
    if not whole.get("next") and not whole.get("previous"):
        return []
    text = _(
        "It is one page of several, and holds {n} of {all}: the others are not fetched. The "
        "schedule.json of the event holds them all."
    )
    total = as_text(count) if isinstance(count, int) else "?"
    return [text.format(n=number, all=total)]


def _make_event(
    talk: Mapping[str, Any], slot: Mapping[str, Any], parts: NamedParts, number: int
) -> PublishedEvent:
    """Make the event of a submission in a slot; `number` is its place in the answer, from 1."""
    code = as_text(talk.get("code")) or _code(slot.get("submission"))
    is_break = not code
    state = as_text(talk.get("state")).lower()
    title = as_text(talk.get("title")) or as_text(slot.get("description" if is_break else "title"))
    return PublishedEvent(
        place=_("talk {code}").format(code=flatten(code)[:60] or number),
        id=code or _break_id(slot),
        date=as_text(slot.get("start")),
        end=as_text(slot.get("end")),
        duration="" if slot.get("end") else as_text(slot.get("duration") or talk.get("duration")),
        room=parts.name_room(slot.get("room")),
        title=title,
        track=parts.name_track(talk.get("track")),
        type="break" if is_break else parts.name_type(_type(talk)),
        language=as_text(talk.get("content_locale")),
        abstract=as_text(talk.get("abstract")),
        description="" if is_break else as_text(talk.get("description")),
        state="" if state in _ON else state,
        persons=tuple(parts.name_speakers(talk.get("speakers"))),
        links=tuple(_links(talk)),
    )


def _type(talk: Mapping[str, Any]) -> Any:
    return talk.get("submission_type") or talk.get("session_type")


def _code(submission: Any) -> str:
    """Get the code of a submission that a slot names only by it."""
    return submission if isinstance(submission, str) else ""


def _break_id(slot: Mapping[str, Any]) -> str:
    """Make an id that the next answer has too, where the break is at the same time."""
    return f"break-{as_text(slot.get('start'))}" if slot.get("start") else ""


def _links(talk: Mapping[str, Any]) -> Iterator[PublishedLink]:
    for resource in map(as_mapping, as_list(talk.get("resources"))):
        href = as_text(resource.get("resource")) or as_text(resource.get("link"))
        href = href or as_text(resource.get("url"))
        if href:
            yield PublishedLink(href, as_text(resource.get("description")))
