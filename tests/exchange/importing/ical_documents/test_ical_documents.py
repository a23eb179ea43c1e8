"""Calendars in XML and in JSON say what the same calendar says as text."""

import json
from typing import Any

import pytest

from tests.exchange.importing.support import clock, imported, notes_of, programme
from tests.helpers import DATA
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.programme.model import Status

XCAL = (DATA / "formats/calendar.xcal").read_bytes()
PENTABARF = (DATA / "formats/pentabarf.xcal").read_bytes()
JCAL = (DATA / "formats/calendar.jcal.json").read_bytes()
WALK = "Reeds, rushes; and more"


def _jcal(*properties: list[Any]) -> bytes:
    """A jCal of one event."""
    known = [["uid", {}, "text", "one"], ["summary", {}, "text", "One"]]
    return json.dumps(["vcalendar", [], [["vevent", [*known, *properties], []]]]).encode()


@pytest.mark.parametrize("data", [XCAL, JCAL], ids=["xCal", "jCal"])
def test_an_event_keeps_what_it_says(data: bytes) -> None:
    made = programme(data)
    assert made.title == "Fen Walks"
    walks = [one for one in made.sessions if one.title == WALK]
    assert [clock(one.timing.start, made) for one in walks] == [
        *("2026-05-09 10:00", "2026-05-16 10:00")
    ]
    first = walks[0]
    assert first.timing.end is not None
    assert clock(first.timing.end, made) == "2026-05-09 11:30"
    assert str(made.zone) == "Europe/Amsterdam"
    assert first.id == "walk-1@fen.example#20260509T1000"
    assert first.speakers == ("Ada Verbeek",)
    assert first.description == "Bring boots.\nBring a friend."
    assert first.track == "Walks"
    assert [room.name for room in made.rooms] == ["Gate 1"]


def test_xcal_has_instants_and_states() -> None:
    made = programme(XCAL)
    tea = next(one for one in made.sessions if one.title == "Tea in the hut")
    assert clock(tea.timing.start, made) == "2026-05-09 14:00"
    assert tea.status is Status.CANCELLED
    walk = next(one for one in made.sessions if one.title == WALK)
    assert walk.url == "https://fen.example/walk-1"


def test_a_date_is_all_of_its_day() -> None:
    made = programme(JCAL)
    fen = next(one for one in made.sessions if one.title == "Open fen")
    assert clock(fen.timing.start, made) == "2026-05-10 00:00"
    assert clock(fen.timing.end, made) == "2026-05-11 00:00"


@pytest.mark.parametrize(("data", "place"), [(XCAL, "line 39"), (JCAL, "event 3")])
def test_notes_name_the_place_in_the_file(data: bytes, place: str) -> None:
    assert ("left out", place, '"Some day" is left out: nothing that can be read says when it '
            "starts.") in notes_of(data)  # fmt: skip


def test_the_older_xcal_has_its_values_without_a_type() -> None:
    made = programme(PENTABARF)
    peat, ditches = made.sessions
    assert (made.title, peat.title) == ("Fen Talks", "Peat; a love story")
    assert clock(peat.timing.start, made) == "2026-05-09 09:00"
    assert peat.speakers == ("Ada Verbeek", "Bram Kuiper")
    assert peat.description == "Dark, wet, old."
    assert (peat.track, peat.url) == ("Soil", "https://fen.example/301")
    assert ditches.timing.end is not None
    assert clock(ditches.timing.end, made) == "2026-05-09 11:00"  # 01:00, an hour


def test_a_rule_may_end_at_a_time() -> None:
    rule = {"freq": "DAILY", "until": "2026-05-11T10:00:00Z"}
    made = programme(
        _jcal(["dtstart", {}, "date-time", "2026-05-09T10:00:00Z"], ["rrule", {}, "recur", rule])
    )
    assert len(made.sessions) == 3


@pytest.mark.parametrize(
    "data",
    [
        b'["vcalendar", [], []]',
        b'["vcalendar", {}, 3]',
        b'["vcalendar", [["uid"]], [["vevent", [["dtstart", {}, "date-time"]], []]]]',
        b"<icalendar><vcalendar/></icalendar>",
        b"<icalendar><vcalendar><components><vevent/></components></vcalendar></icalendar>",
        b"<iCalendar><properties><uid><text>x</text></uid></properties></iCalendar>",
    ],
)
def test_one_without_events_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(NoScheduleError, match=r"a calendar (without events|in which no event)"):
        imported(data)


def test_a_schedule_that_names_a_calendar_is_still_a_schedule() -> None:
    text = "<schedule><conference><title>A</title></conference><!-- <icalendar> --></schedule>"
    with pytest.raises(NoScheduleError, match="no <event>"):
        imported(text.encode())
