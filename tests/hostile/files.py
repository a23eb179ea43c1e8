"""Files with a hostile text at each of their keys, in turn; the keys are those of the models."""

import copy
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import tomli_w

from tests.hostile.texts import MILD
from tui_planner.itinerary.itinerary import Appointment, Choice, Companion, Itinerary
from tui_planner.programme.reading.format.file_models import ARRAYS, ProgrammeTable, list_known_keys
from tui_planner.programme.reading.read_programme import read_bytes
from tui_planner.settings.settings_models import LanesTable, SettingsTable

Document = dict[str, Any]
Files = Iterator[tuple[str, bytes]]
"""Each with a name for those who read the test."""

PROGRAMME: Document = {
    "programme": {"id": "day", "title": "A day", "date": date(2025, 2, 13), "timezone": "UTC"},
    "days": [{"date": date(2025, 2, 13)}],
    "rooms": [{"id": "a", "name": "Hall"}, {"id": "b", "name": "Attic"}],
    "people": [{"name": "Ann"}],
    "routes": [{"from": "a", "to": "b", "minutes": 5}],
    "blocks": [
        {"id": "open", "kind": "plenary", "title": "Open", "start": "10:00", "end": "10:30"}
    ],
    "sessions": [
        {"id": "one", "title": "One", "start": "10:00", "end": "11:00", "room": "a"},
        {"id": "two", "title": "Two", "start": "10:30", "end": "11:30", "room": "b"},
    ],
    "accepted": [{"rule": "C101", "sessions": ["one", "two"], "reason": "So it is"}],
}
ITINERARY: Document = {
    "format": 1,
    "programme": "day",
    "choices": [
        {"session": "one", "title": "Once", "room": "a", "status": "open"},
        {"session": "two"},
        {"session": "gone", "title": "Gone", "start": datetime(2025, 2, 13, 10, 15)},  # noqa: DTZ001
    ],
    "appointments": [{"title": "Call", "start": "10:15", "end": "10:20"}],
    "companions": [{"name": "Ada", "sessions": ["one"]}],
}
_ITINERARY_TABLES = {"choices": Choice, "appointments": Appointment, "companions": Companion}
SETTINGS: Document = {"keys": {"choose": "x"}, "lanes": {"day": {"hidden": ["b"]}}}


def programmes(text: str) -> Files:
    """Programmes with a text at each key in turn, or as a key; named by that."""
    keys = {"programme": list_known_keys(ProgrammeTable)}
    keys |= {name: list_known_keys(model) for name, model in ARRAYS.items()}
    yield from _with_text(PROGRAMME, keys, text)


def itineraries(text: str) -> Files:
    """Itineraries likewise."""
    own = set(Itinerary._fields) - {"extra"}
    keys = {name: _known(model) for name, model in _ITINERARY_TABLES.items()}
    yield from _with_text(ITINERARY, {"": sorted(own), **keys}, text)


def settings(text: str) -> Files:
    """Settings likewise."""
    keys = {"": list_known_keys(SettingsTable), "keys": ["choose"], "lanes": ["day"]}
    yield from _with_text(SETTINGS, keys, text)
    for key in list_known_keys(LanesTable):
        yield f"lanes.day.{key}", _toml({"lanes": {"day": {key: [text]}}})


def mild_programme() -> bytes:
    """A programme with marks that turn lines around wherever a programme may hold them."""
    keys = {"programme": list_known_keys(ProgrammeTable)}
    keys |= {name: list_known_keys(model) for name, model in ARRAYS.items()}
    document = copy.deepcopy(PROGRAMME)
    for name, of_table in keys.items():
        for key in of_table:
            for table in _tables(document, name):
                before = table.get(key)
                for value in (f"{before or ''}{MILD}", [MILD]):
                    table[key] = value
                    if read_bytes("", _toml(document)).programme is not None:
                        break
                    table.pop(key) if before is None else table.update({key: before})
    return _toml(document)


def _known(model: type[Choice | Appointment | Companion]) -> list[str]:
    return [name for name in model._fields if name != "extra"]


def _with_text(base: Document, keys: dict[str, list[str]], text: str) -> Files:
    for name, of_table in keys.items():
        for key in (*of_table, text):
            for value in (text, [text], {text: text}):
                document = copy.deepcopy(base)
                table = _tables(document, name)[0]
                before = table.get(key)
                both = isinstance(before, str) and isinstance(value, str)
                table[key] = f"{before}{value}" if both else value
                kind = type(value).__name__
                yield f"{name}.{key if key != text else 'unknown'} {kind}", _toml(document)


def _tables(document: Document, name: str) -> list[Document]:
    table = document[name] if name else document
    return table if isinstance(table, list) else [table]


def _toml(document: Document) -> bytes:
    return tomli_w.dumps(document).encode()
