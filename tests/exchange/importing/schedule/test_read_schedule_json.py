"""schedule.json, version 1 and schema 2, as a programme."""

import json

import pytest

from tests.exchange.importing.support import (
    clock,
    event,
    imported,
    json_of,
    notes_of,
    programme,
    schema2,
)
from tui_planner.exchange.importing.import_errors import NoScheduleError

EVENT = {
    "guid": "270fa44c-821a-577f-8ca3-33e8d4a8c2a7",
    "id": 7,
    "date": "2025-02-13T10:00:00+01:00",
    "start": "10:00",
    "duration": "00:30",
    "room": "Hall",
    "title": "Opening",
    "subtitle": None,
    "track": "CCC",
    "language": "en",
    "abstract": "Welcome.",
    "description": "",
    "persons": [{"id": 1, "public_name": "Some One"}, {"name": "Another"}],
}

EVENT_2 = {
    "guid": "b1740c2f-0c44-5f1b-89ed-456a9eecf0b8",
    "start": "2024-12-28T00:15:00+01:00",
    "end": "2024-12-28T00:55:00+01:00",
    "room": {"name": "Saal 1", "guid": "ba692ba3-421b-5371-8309-60acc34a3c05"},
    "title": "Racing",
    "subtitle": "With a computer",
    "track": {"slug": "hardware"},
    "language": "en",
    "abstract": {"de": "Deutsch", "en": "English"},
    "description": None,
    "participants": [{"guid": "x", "name": "A Racer", "role": "SPEAKER"}],
}

DAYS_2 = [
    {
        "date": "2024-12-27",
        "start": "2024-12-27T09:30:00+00:00",
        "end": "2024-12-28T06:00:00+01:00",
    },
    {
        "date": "2024-12-28",
        "start": "2024-12-28T06:00:00+01:00",
        "end": "2024-12-29T06:00:00+01:00",
    },
]


def test_version_1() -> None:
    data = json_of({"Hall": [EVENT]}, rooms=[{"name": "Hall", "capacity": 80}, {"name": "Attic"}])
    made = programme(data)
    (session,) = made.sessions
    assert session.id == EVENT["guid"]
    assert session.speakers == ("Some One", "Another")
    assert session.description == "Welcome."
    assert clock(session.timing.start, made) == "2025-02-13 10:00"
    assert [(room.name, room.capacity) for room in made.rooms] == [("Hall", 80), ("Attic", None)]
    assert notes_of(data) == []


def test_schema_2() -> None:
    tracks = [{"slug": "hardware", "name": "Hardware & Making"}]
    data = schema2([EVENT_2], days=DAYS_2, tracks=tracks)
    made = programme(data)
    (session,) = made.sessions
    assert session.track == "Hardware & Making"
    assert session.speakers == ("A Racer",)
    assert session.description == "With a computer\n\nEnglish"
    assert made.get_room_name(session.room) == "Saal 1"
    assert str(session.day) == "2024-12-27"
    assert clock(session.timing.start, made) == "2024-12-28 00:15"
    assert clock(session.timing.end, made) == "2024-12-28 00:55"
    assert notes_of(data) == []


@pytest.mark.parametrize("state", ["REJECTED", "WITHDRAWN", "DELETED", "DRAFT"])
def test_what_is_not_held_is_left_out_by_its_name(state: str) -> None:
    made = imported(schema2([EVENT_2, {**EVENT_2, "guid": "x", "title": "Gone", "state": state}]))
    assert (made.found, made.sessions, made.left_out) == (2, 1, 1)
    ((kind, _place, text),) = notes_of(made)
    assert kind == "left out"
    assert '"Gone"' in text
    assert state.lower() in text


def test_what_is_cancelled_is_shown_as_that() -> None:
    made = programme(schema2([{**EVENT_2, "state": "CANCELED"}]))
    assert made.sessions[0].status.value == "cancelled"


def test_a_break_of_schema_2_is_a_block() -> None:
    pause = {"type": "BREAK", "title": "Fresh air", "guid": "p"}
    times = {"start": "2024-12-27T12:00:00+01:00", "end": "2024-12-27T13:00:00+01:00"}
    made = programme(schema2([EVENT_2, {**pause, **times}]))
    assert [(block.id, block.kind.value) for block in made.blocks] == [("p", "break")]


def test_two_rooms_of_one_name_are_joined_not_lost() -> None:
    rooms = (json.dumps([event("one")]), json.dumps([event("two", "12:00")]))
    day = ", ".join(f'"A": {room}' for room in rooms)
    data = json_of({"X": []}).replace(b'"X": []', day.encode())
    assert [session.id for session in programme(data).sessions] == ["one", "two"]


def test_a_number_as_id_and_none_at_all() -> None:
    first = {**EVENT, "guid": None}
    second = {**first, "id": None, "slug": "a-slug", "start": "12:00", "date": None}
    made = programme(json_of({"Hall": [first, second]}))
    assert [session.id for session in made.sessions] == ["7", "a-slug"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "broken in line 1"),
        (b'{"a": 1}', "no schedule"),
        (b'{"schedule": []}', "no schedule"),
        (b'{"schedule": ' + b"[" * 100_000, "no schedule"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "no schedule"),
        (json_of({}).replace(b"2025-02-13", b"soon"), "no session"),
    ],
    ids=["broken", "other", "list", "deep", "number", "no day"],
)
def test_what_is_no_schedule_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(NoScheduleError, match=words):
        imported(data)


@pytest.mark.parametrize(
    "value", [None, 1, True, [], {}, "x", [None], {"name": None}, float("inf")]
)
def test_any_value_anywhere_is_no_fault(value: object) -> None:
    for key in EVENT:
        imported(json_of({"Hall": [EVENT, {**EVENT, "guid": "other", key: value}]}))
    for key in EVENT_2:
        imported(schema2([EVENT_2, {**EVENT_2, "guid": "other", key: value}]))
    for key in ("rooms", "tracks", "start", "languages", "defaults", "acronym"):
        imported(json_of({"Hall": [EVENT]}, **{key: value}))
