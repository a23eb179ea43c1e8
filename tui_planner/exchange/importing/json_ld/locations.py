"""Where an event of schema.org is: a room, a city, an address online."""

from collections.abc import Iterator
from typing import Any

from tui_planner.exchange.html_detection import resolve_references
from tui_planner.exchange.importing.json_document import as_list, as_text
from tui_planner.exchange.importing.schedule.schedule_records import PublishedLink
from tui_planner.support.i18n import _

from .event_graph import EventGraph, Node, list_types


def find_place(graph: EventGraph, event: Node) -> str:
    """Find the name of the place that an event is at; empty where it is online only."""
    for location in _list_locations(graph, event):
        if isinstance(location, str):
            return resolve_references(location)
        if "virtuallocation" not in list_types(location):
            name = resolve_references(as_text(location.get("name")))
            if name:
                return name
    return ""


def find_links(graph: EventGraph, event: Node) -> Iterator[PublishedLink]:
    """Find the addresses at which an event is online."""
    for location in _list_locations(graph, event):
        if not isinstance(location, str) and "virtuallocation" in list_types(location):
            name = resolve_references(as_text(location.get("name")))
            if url := as_text(location.get("url")):
                yield PublishedLink(url, name or _("Online"))


def find_city(graph: EventGraph, event: Node) -> str:
    """Find the city that an event is in, as far as its address says."""
    for location in _list_locations(graph, event):
        if not isinstance(location, str):
            address = graph.resolve(location.get("address"))
            if city := as_text(address.get("addressLocality")):
                return resolve_references(city)
    return ""


def _list_locations(graph: EventGraph, event: Node) -> Iterator[Node | str]:
    value: Any = event.get("location")
    for one in as_list(value) or [value]:
        yield one if isinstance(one, str) else graph.resolve(one)
