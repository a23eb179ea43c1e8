"""The event that a submission of pretalx is in one of its slots; or a break, in a slot alone."""

from collections.abc import Iterator, Mapping
from typing import Any

from tui_planner.exchange.importing.json_document import as_list, as_mapping, as_text
from tui_planner.exchange.importing.schedule.schedule_records import PublishedEvent, PublishedLink
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.support.i18n import _

from .named_parts import NamedParts

_ON = {"accepted", "confirmed"}


def make_event(
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
