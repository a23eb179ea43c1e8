"""schedule.xml and schedule.json: their shape, what is in them, and that both are valid."""

import json
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from jsonschema import Draft6Validator
from lxml import etree

from tests.exchange.any_programmes import any_programmes
from tests.exchange.exporting.nasty import TITLES, nasty_programme
from tests.helpers import DATA, programme_of
from tui_planner.exchange.exporting.export_checksum import insert_checksum
from tui_planner.exchange.exporting.formats import schedule_json, schedule_xml
from tui_planner.exchange.exporting.schedule.schedule_json import make_schedule_json
from tui_planner.exchange.exporting.schedule.schedule_xml import make_schedule_xml
from tui_planner.programme.model import Programme

pytestmark = pytest.mark.slow

GUID = "bf5f1132-82bd-4da2-bbe0-1abbf8daf4ab"
HEAD = """\
[programme]
id = "two days"
title = "Two days"
timezone = "Europe/Amsterdam"
version = "0.9"
url = "https://example.org/"
"""
BODY = f"""
[[days]]
date = 2025-03-29
[[days]]
date = 2025-03-30
[[rooms]]
id = "hall"
name = "Great hall"
capacity = 40
[[blocks]]
id = "lunch"
kind = "meal"
title = "Lunch"
day = 2025-03-29
start = "12:30"
end = "13:30"
[[blocks]]
id = "round"
kind = "choice"
title = "Round"
day = 2025-03-29
start = "10:00"
end = "11:00"
[[sessions]]
id = "{GUID}"
title = "First"
block = "round"
room = "hall"
speakers = ["Ada", "Bob"]
track = "Core"
description = "What it is."
agenda = "Point one."
url = "https://example.org/first"
links = [
    {{ url = "https://example.org/s.pdf", title = "Slides" }}, "https://example.org/b",
    "mailto:a@example.org",
]
language = "nl"
[[sessions]]
id = "open"
title = "Open"
day = 2025-03-30
start = "23:30"
url = "mailto:a@example.org"
[[sessions]]
id = "late"
title = "Late"
day = 2025-03-30
start = "23:00"
end = 2025-03-31T01:15:00
[[sessions]]
id = "gone"
title = "Gone"
day = 2025-03-30
start = "10:00"
end = "11:00"
status = "cancelled"
"""


Valid = Callable[[Programme], None]


@pytest.fixture
def two_days() -> Programme:
    return programme_of(BODY, HEAD)


@pytest.fixture(scope="module")
def are_valid() -> Valid:
    """Holds both files of a programme to the schemas of voc."""
    of_json = Draft6Validator(json.loads((DATA / "voc" / "schema.json").read_text()))
    of_xml = etree.XMLSchema(etree.parse(str(DATA / "voc" / "schedule.xml.xsd")))

    def check(programme: Programme) -> None:
        made = insert_checksum(schedule_json.FORMAT, make_schedule_json(programme))
        of_json.validate(json.loads(made))
        made = insert_checksum(schedule_xml.FORMAT, make_schedule_xml(programme))
        of_xml.assertValid(etree.fromstring(made.encode()))

    return check


def xml_events(programme: Programme) -> dict[str, Element]:
    """The events of the XML by their titles, which all differ."""
    return {_text(event, "title"): event for event in _xml(programme).iter("event")}


def json_events(programme: Programme) -> dict[str, dict[str, Any]]:
    """The events of the JSON by their titles."""
    days = _json(programme)["conference"]["days"]
    events = [event for day in days for room in day["rooms"].values() for event in room]
    return {event["title"]: event for event in events}


def test_the_days_and_rooms_of_the_xml(two_days: Programme) -> None:
    schedule = _xml(two_days)
    first, second = schedule.findall("day")
    assert first.attrib == {
        "index": "1",
        "date": "2025-03-29",
        "start": "2025-03-29T00:00:00+01:00",
        "end": "2025-03-30T00:00:00+01:00",
    }
    assert second.attrib["end"] == "2025-03-31T01:15:00+02:00"  # its last event's; a summer night
    assert [room.attrib["name"] for room in first] == ["", "Great hall"]
    about = {part.tag: part.text for part in schedule.iterfind("conference/*")}
    assert about["acronym"] == "two-days"
    assert about["time_zone_name"] == "Europe/Amsterdam"
    assert (about["start"], about["end"], about["days"]) == ("2025-03-29", "2025-03-30", "2")
    assert schedule.findtext("version") == "0.9"


def test_an_event_of_the_xml(two_days: Programme) -> None:
    event = xml_events(two_days)["First"]
    assert event.attrib["guid"] == GUID
    said = {part.tag: part.text for part in event}
    assert said["date"] == "2025-03-29T10:00:00+01:00"
    assert (said["start"], said["duration"]) == ("10:00", "01:00")
    assert (said["room"], said["track"], said["type"]) == ("Great hall", "Core", "session")
    assert said["description"] == "What it is.\n\nPoint one."
    assert said["url"] == "https://example.org/first"
    assert said["language"] == "nl"
    assert [person.text for person in event.iter("person")] == ["Ada", "Bob"]
    assert [(link.attrib["href"], link.text) for link in event.iter("link")] == [
        ("https://example.org/s.pdf", "Slides"),
        ("https://example.org/b", "https://example.org/b"),
    ]


def test_links_in_the_json(two_days: Programme) -> None:
    assert json_events(two_days)["First"]["links"] == [
        {"title": "Slides", "url": "https://example.org/s.pdf"},
        {"title": "https://example.org/b", "url": "https://example.org/b"},
    ]


def test_both_files_say_the_same(two_days: Programme) -> None:
    in_xml, in_json = xml_events(two_days), json_events(two_days)
    assert list(in_xml) == list(in_json)
    for title, event in in_json.items():
        other = in_xml[title]
        assert (event["guid"], str(event["id"])) == (other.attrib["guid"], other.attrib["id"])
        for key in ("date", "start", "duration", "room", "slug", "type", "description"):
            assert event[key] == _text(other, key)


def test_what_is_for_everyone_is_an_event_and_a_round_is_not(two_days: Programme) -> None:
    events = xml_events(two_days)
    assert _text(events["Lunch"], "type") == "meal"
    assert set(events) == {"Lunch", "First", "Open", "Late"}  # nor is what is cancelled


def test_an_end_that_is_not_stated_is_no_duration(two_days: Programme) -> None:
    assert json_events(two_days)["Open"]["duration"] == "00:00"
    assert "end" not in json_events(two_days)["Open"]
    assert json_events(two_days)["Late"]["duration"] == "02:15"
    assert json_events(two_days)["Late"]["end"] == "2025-03-31T01:15:00+02:00"


def test_identities_stay_when_sessions_move(two_days: Programme) -> None:
    before = {title: (e["guid"], e["id"]) for title, e in json_events(two_days).items()}
    parts = BODY.replace('"23:00"', '"22:00"').split("[[sessions]]")
    moved = "[[sessions]]".join([parts[0], *reversed(parts[1:])])
    after = {t: (e["guid"], e["id"]) for t, e in json_events(programme_of(moved, HEAD)).items()}
    assert after == before
    assert all(UUID(guid) and number > 0 for guid, number in before.values())
    assert len({number for _guid, number in before.values()}) == len(before)


def test_ids_of_two_programmes_differ(two_days: Programme) -> None:
    other = programme_of(BODY, HEAD.replace('"two days"', '"others"'))
    assert json_events(two_days)["Open"]["guid"] != json_events(other)["Open"]["guid"]


def test_text_of_the_programme_is_shown_and_never_obeyed() -> None:
    assert list(xml_events(nasty_programme())) == list(TITLES)
    assert list(json_events(nasty_programme())) == list(TITLES)


@pytest.mark.parametrize("title", ["日本", "x", "- - -", "A" * 300])
def test_titles_of_every_kind_are_valid(title: str, are_valid: Valid) -> None:
    are_valid(programme_of(BODY.replace("First", title), HEAD.replace("two days", title)))


def test_both_are_valid(hoorn: Programme, two_days: Programme, are_valid: Valid) -> None:
    for programme in (hoorn, two_days, nasty_programme()):
        are_valid(programme)


def test_of_any_programme_both_are_valid(are_valid: Valid) -> None:
    @given(any_programmes())
    @settings(deadline=None)
    def holds(programme: Programme) -> None:
        are_valid(programme)

    holds()


def test_the_main_shape_of_identities(two_days: Programme) -> None:
    """What the schemas ask of names, where they are not there to be asked."""
    for programme in (two_days, programme_of(BODY, HEAD.replace("two days", "日本"))):
        assert re.fullmatch(r"[a-z0-9_]{4,}", _json(programme)["conference"]["acronym"])
        for event in json_events(programme).values():
            assert re.fullmatch(r"[a-z0-9_]{4,}-[a-z0-9\-_]{3,}[a-z0-9]", event["slug"])


def _xml(programme: Programme) -> Element:
    return fromstring(make_schedule_xml(programme).encode())  # noqa: S314 - our own


def _json(programme: Programme) -> dict[str, Any]:
    schedule: dict[str, Any] = json.loads(make_schedule_json(programme))["schedule"]
    return schedule


def _text(event: Element, name: str) -> str:
    return event.findtext(name) or ""
