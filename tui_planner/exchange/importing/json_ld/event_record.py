"""The record of an event of schema.org; one of whole days has a record for each of its days."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tui_planner.exchange.html_detection import resolve_references
from tui_planner.exchange.importing.json_document import as_list, as_text
from tui_planner.exchange.importing.schedule.schedule_records import PublishedEvent, PublishedLink
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.exchange.importing.text.written_times import read_clock, read_date, read_instant
from tui_planner.support.i18n import _

from .event_graph import EventGraph, EventNode, Node
from .locations import find_links, find_place

_ONE_DAY = timedelta(days=1)
_MOST_DAYS = 14
"""Of what lasts longer, these are listed: an exhibition of a year would fill the programme."""
_PERFORMERS = ("performer", "performers", "actor", "contributor")
_STATES = {"eventcancelled": "cancelled", "eventpostponed": "cancelled"}


def make_events(
    graph: EventGraph, event: EventNode, whole: EventNode | None, track: str, number: int
) -> Iterator[PublishedEvent]:
    """Make the records of an event.

    Args:
        graph: What its references are looked up in.
        event: The event.
        whole: The event that is the programme; None where there is none.
        track: The name of what it stands in, such as a track.
        number: Its place among all, from 1.
    """
    values = event.values
    above = whole.values if whole else {}
    inherited = event.whole.values if event.whole else {}
    room = find_place(graph, values)
    made = PublishedEvent(
        place=_("event {n}").format(n=number),
        id=_id(values),
        date=as_text(values.get("startDate")).strip(),
        end=as_text(values.get("endDate")).strip(),
        duration="" if values.get("endDate") else as_text(values.get("duration")),
        room="" if room == find_place(graph, above) else room,
        title=read_name(values) or read_name(inherited),
        track=track,
        language=_language(values.get("inLanguage")),
        description="\n\n".join(filter(None, (as_text(values.get("description")), _doors(values)))),
        url=as_text(values.get("url")),
        state=_state(graph, values),
        persons=_names(graph, [one for key in _PERFORMERS for one in _several(values.get(key))]),
        hosts=_hosts(graph, values, above),
        links=(*find_links(graph, values), *_recordings(graph, values)),
    )
    first = read_date(made.date) if len(made.date) == len("2026-05-09") else None
    return iter([made]) if first is None else _by_day(made, first)


def read_name(values: Node) -> str:
    """Read the name of an object, without the character references of HTML."""
    return flatten(resolve_references(as_text(values.get("name"))))


def _by_day(event: PublishedEvent, first: date) -> Iterator[PublishedEvent]:
    """List an event of whole days once on each of them."""
    last = read_date(event.end) or first
    number = max(1, min((last - first).days + 1, _MOST_DAYS))
    for day in (first + at * _ONE_DAY for at in range(number)):
        id_ = event.id if number == 1 or not event.id else f"{event.id}#{day:%Y%m%d}"
        start, end = f"{day}T00:00", f"{day + _ONE_DAY}T00:00"
        yield replace(event, id=id_, date=start, end=end, duration="")


def _id(values: Node) -> str:
    """Get what an event is known by, the likeliest to stay first."""
    identifier = values.get("identifier")
    if isinstance(identifier, dict):
        identifier = identifier.get("value")
    return as_text(identifier) or as_text(values.get("@id")) or as_text(values.get("url"))


def _doors(values: Node) -> str:
    """Tell when the doors open, where that is said."""
    written = as_text(values.get("doorTime")).strip()
    at = read_instant(written)
    clock = f"{at:%H:%M}" if at else written[:5] if read_clock(written[:5]) is not None else ""
    return _("Doors open at {time}.").format(time=clock) if clock else ""


def _state(graph: EventGraph, values: Node) -> str:
    said = [as_text(one).rpartition("/")[2].lower() for one in _several(values.get("eventStatus"))]
    state = next((_STATES[one] for one in said if one in _STATES), "")
    offers = [graph.resolve(one) for one in _several(values.get("offers"))]
    sold = [as_text(offer.get("availability")).lower().endswith("soldout") for offer in offers]
    return state or ("full" if sold and all(sold) else "")


def _language(value: Any) -> str:
    first = next(iter(_several(value)), "")
    if isinstance(first, Mapping):
        return as_text(first.get("alternateName")) or as_text(first.get("name"))
    return as_text(first)


def _names(graph: EventGraph, values: list[Any]) -> tuple[str, ...]:
    nodes = (one if isinstance(one, str) else read_name(graph.resolve(one)) for one in values)
    return tuple(dict.fromkeys(filter(None, nodes)))


def _hosts(graph: EventGraph, values: Node, above: Node) -> tuple[str, ...]:
    """List who organises an event, but for who organises all."""
    all_ = _names(graph, _several(above.get("organizer")))
    own = _names(graph, _several(values.get("organizer")))
    return tuple(name for name in own if name not in all_)


def _recordings(graph: EventGraph, values: Node) -> Iterator[PublishedLink]:
    for one in _several(values.get("recordedIn")):
        node = graph.resolve(one)
        url = as_text(node.get("url")) or as_text(node.get("contentUrl"))
        if url or isinstance(one, str):
            yield PublishedLink(url or one, _("Recording"))


def _several(value: Any) -> list[Any]:
    """List a value that may be one or several."""
    return as_list(value) or ([value] if value else [])
