"""Reader of events of schema.org: a document of JSON-LD, or a page that has some in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from tui_planner.exchange.declared_schedules import list_declared
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.json_document import (
    as_mapping,
    as_text,
    describe_encoding,
    load_json,
    parse_json,
)
from tui_planner.exchange.importing.schedule.schedule_records import (
    PublishedSchedule,
)
from tui_planner.exchange.importing.schedule.unknown_shapes import advise_export
from tui_planner.exchange.importing.text.decoding import decode_text
from tui_planner.exchange.importing.text.plain_text import flatten
from tui_planner.exchange.importing.text.written_times import read_date, read_instant
from tui_planner.programme.time_text import join_words
from tui_planner.support.i18n import _, ngettext

from .event_graph import EventGraph, EventNode
from .event_record import make_events, read_name
from .locations import find_city, find_place
from .page_parts import PageParts, find_parts

_LONGEST_SESSION = timedelta(hours=12)
"""What has parts and lasts longer is a day or a track, and no session."""
_LONGEST_TOLD = 300


def is_json_ld(document: Any) -> bool:
    """Tell whether a document of JSON is JSON-LD in the vocabulary of schema.org."""
    listed = document if isinstance(document, list) else [document]
    return any("schema.org" in str(as_mapping(one).get("@context")) for one in listed)


def read_json_ld(data: bytes) -> PublishedSchedule:
    """Read a document of JSON-LD.

    Raises:
        NoScheduleError: it is no JSON that can be read, or tells of no event.
    """
    graph = EventGraph([parse_json(data)])
    if not graph.events:
        raise NoScheduleError(
            _("This JSON-LD tells of no event. {advice}").format(advice=advise_export())
        )
    published = _publish(graph, "")
    published.mended += describe_encoding(data)
    return published


def read_page(data: bytes, name: str) -> PublishedSchedule:
    """Read the events in a page of HTML; `name` is how the user knows it.

    Raises:
        NoScheduleError: there are none in it, or it declares the schedule to be elsewhere and has
            only the event as a whole.
    """
    page = decode_text(data)[0]
    parts, schedules = find_parts(page), list_declared(page)
    parsed = [load_json(block, strict=False) for block in parts.blocks]
    graph = EventGraph([document for document, fault in parsed if not fault])
    if not graph.events or (schedules and len(graph.events) == 1):
        raise NoScheduleError(_describe_page(parts, schedules, name))
    published = _publish(graph, flatten(parts.title))
    broken = sum(bool(fault) for _document, fault in parsed)
    if broken:
        text = ngettext(
            "{n} block of JSON-LD in the page cannot be read: it is passed over.",
            "{n} blocks of JSON-LD in the page cannot be read: they are passed over.",
            broken,
        )
        published.mended.append(text.format(n=broken))
    return published


def _publish(graph: EventGraph, title: str) -> PublishedSchedule:
    """Publish the events: one that has all others as its parts is the programme itself."""
    roots = graph.list_roots()
    with_parts = [root for root in roots if root.parts]
    whole = with_parts[0] if len(with_parts) == 1 else None
    about = whole or (roots[0] if len(roots) == 1 else None)
    values = about.values if about else {}
    city = next(filter(None, (find_city(graph, event.values) for event in graph.events)), "")
    published = PublishedSchedule(
        conference={
            "title": read_name(values) or title,
            "description": as_text(values.get("description")) if whole else "",
            "url": as_text(values.get("url")) if whole else "",
            "venue": find_place(graph, values) if whole else "",
            "city": city,
        }
    )
    leaves = [event for event in graph.events if event is not whole and not _is_shelf(event)]
    for event in leaves:
        number = len(published.events) + 1
        published.events += make_events(graph, event, whole, _shelf_name(event, whole), number)
    ids = Counter(id_ for id_, _title in {(event.id, event.title) for event in published.events})
    published.events = [
        replace(event, id="") if ids[event.id] > 1 else event  # the address of the page, for one
        for event in published.events
    ]
    return published


def _is_shelf(event: EventNode) -> bool:
    """Tell whether an event only holds others, as a day or a track does."""
    if not event.parts:
        return False
    start = read_instant(as_text(event.values.get("startDate")))
    end = read_instant(as_text(event.values.get("endDate")))
    if start is None or end is None or (start.tzinfo is None) != (end.tzinfo is None):
        return True
    return end - start > _LONGEST_SESSION


def _shelf_name(event: EventNode, whole: EventNode | None) -> str:
    """Name the track or the day that an event stands in; empty where there is none."""
    above = event.whole
    if above is None or above is whole or not _is_shelf(above):
        return ""
    return "" if read_date(read_name(above.values)) else read_name(above.values)


def _describe_page(parts: PageParts, schedules: Sequence[str], name: str) -> str:
    """Tell what a page has that no programme can be made of, and where the schedule may be."""
    if schedules:
        text = _(
            "{name} is a page of HTML, no schedule; it says that the schedule is at {addresses}: "
            "fetch that, and import it."
        )
        addresses = join_words([address[:_LONGEST_TOLD] for address in schedules[:3]])
        return text.format(name=name, addresses=addresses)
    if parts.blocks:
        text = _(
            "{name} is a page of HTML; its JSON-LD tells of no event: look on it for a link to "
            "schedule.xml, schedule.json or an .ics file."
        )
        return text.format(name=name)
    text = _(
        "{name} is a page of HTML, no schedule: look on it for a link to schedule.xml, "
        "schedule.json or an .ics file."
    )
    return text.format(name=name)
