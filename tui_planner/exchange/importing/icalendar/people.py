"""The speakers and hosts of an event, in the ways in which calendars name them."""

import re
from collections.abc import Iterator

from tui_planner.exchange.ical_extensions import X_PREFIX
from tui_planner.exchange.importing.text.plain_text import flatten

from .content_lines import Component, Property, unescape

_NO_SPEAKERS = ("GROUP", "RESOURCE", "ROOM")
_NO_PART = ("NON-PARTICIPANT",)
_FIRST_LINE = re.compile(
    r"(?:speakers?|presenters?|presented by|by|von|vortragende[rn]?|referent(?:in|en|innen)?|"
    r"sprekers?|intervenante?s?|ponentes?)[ \t]*:[ \t]*(\S[^\n]{0,300})(?:\n|\Z)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*[,;&]\s*|\s+(?:and|und|en|et|y)\s+")


def read_extensions(event: Component, name: str) -> list[str]:
    """Read the values of a property that only this program writes."""
    return [flatten(unescape(item.value)) for item in event.get_all(X_PREFIX + name)]


def read_speakers(event: Component, first_line: tuple[str, ...]) -> tuple[str, ...]:
    """Read the speakers: from our own property, the attendees, or else the first line.

    Who attends an event of a published calendar is named for speaking there.
    """
    attending = (
        _name(item)
        for item in event.get_all("ATTENDEE")
        if item.params.get("CUTYPE", "").upper() not in _NO_SPEAKERS
        and item.params.get("ROLE", "").upper() not in _NO_PART
    )
    return _distinct(read_extensions(event, "SPEAKER")) or _distinct(attending) or first_line


def read_hosts(event: Component) -> tuple[str, ...]:
    """Read the groups that run an event."""
    groups = [item for item in event.get_all("ATTENDEE") if item.params.get("CUTYPE") == "GROUP"]
    named = (_name(item) for item in (*event.get_all("ORGANIZER"), *groups))
    return _distinct(read_extensions(event, "HOST")) or _distinct(named)


def drop_first_line(description: str) -> tuple[tuple[str, ...], str]:
    """Split the speakers that the first line of a description names from the rest of it."""
    match = _FIRST_LINE.match(description)
    if match is None:
        return (), description
    return _distinct(_BETWEEN.split(flatten(match[1]))), description[match.end() :].strip()


def _name(item: Property) -> str:
    """Get the common name, or the address where there is none."""
    name = flatten(item.params.get("CN", ""))
    address = item.value.removeprefix("mailto:").removeprefix("MAILTO:").strip()
    return name or (flatten(address) if "@" in address else "")


def _distinct(names: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))
