"""Reader of jCal: calendars in JSON (RFC 7265)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tui_planner.exchange.importing.draft.draft import Draft, Note, NoteKind
from tui_planner.exchange.importing.icalendar.content_lines import ENTRIES, Component, Property
from tui_planner.exchange.importing.icalendar.faults import format_line_place
from tui_planner.exchange.importing.icalendar.read_icalendar import make_draft
from tui_planner.exchange.importing.import_limits import Limit, check_limit
from tui_planner.exchange.importing.json_document import (
    as_list,
    as_mapping,
    as_text,
    describe_encoding,
    parse_json,
)
from tui_planner.support.i18n import _

from .property_values import make_property, make_rule

_DEEPEST = 10


def read_jcal(data: bytes, zone: str = "") -> Draft:
    """Read the programme in a jCal file.

    Args:
        data: The file.
        zone: The zone of the programme; where it is empty, that which the file names.

    Raises:
        NoScheduleError: it is no JSON that can be read, or holds no event that says when it is.
    """
    head = _("head of the file")
    notes = [Note(NoteKind.MENDED, head, text) for text in describe_encoding(data)]
    reader = _TreeReader()
    calendar = reader.read(parse_json(data), 0)
    draft = make_draft([calendar] if calendar else [], notes, zone)
    places = {format_line_place(n): _("event {n}").format(n=n) for n in range(1, reader.events + 1)}
    places[format_line_place(0)] = head
    for session in draft.sessions:
        session.place = places.get(session.place, session.place)
    draft.notes = [replace(note, place=places.get(note.place, note.place)) for note in draft.notes]
    return draft


class _TreeReader:
    """Reader of components; in the place of a line they have the number of their event.

    Attributes:
        events: How many events, to-dos and the like there are.
    """

    def __init__(self) -> None:
        self.events = 0

    def read(self, value: Any, depth: int) -> Component | None:
        """Read a component and those in it; None where it is none."""
        match value:
            case [str(name), list(properties), list(inner)] if depth < _DEEPEST:
                name = name.upper()
                self.events += name in ENTRIES
                check_limit(Limit.EVENTS, self.events)
                component = Component(name, self.events if name in ENTRIES else 0)
                for one in properties:
                    if item := _read_property(one, component.line):
                        component.add(item)
                read = (self.read(one, depth + 1) for one in inner)
                component.subcomponents += filter(None, read)
                return component
        return None


def _read_property(value: Any, line: int) -> Property | None:
    match value:
        case [str(name), dict(params), str(kind), *values] if values:
            if kind == "recur" and isinstance(values[0], dict):
                return make_rule(name, _rule(values[0]), line)
            if kind == "period":
                values = as_list(values[0]) or values
            said = {key: as_text(next(iter(as_list(one)), one)) for key, one in params.items()}
            return make_property(name, said, kind, list(map(as_text, values)), line)
    return None


def _rule(parts: Mapping[str, Any]) -> dict[str, list[str]]:
    return {
        key: [as_text(one) for one in as_list(part) or [part]]
        for key, part in as_mapping(parts).items()
    }
