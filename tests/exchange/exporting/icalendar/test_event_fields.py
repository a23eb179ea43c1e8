"""What the exported iCalendar says, as the icalendar library reads it strictly."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar

from tests.builders import appointment, chosen, clock, plan_of
from tests.helpers import programme_of
from tui_planner.exchange.exporting.icalendar.vcalendar import make_calendar
from tui_planner.itinerary.itinerary import Appointment
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

HEAD = """\
[programme]
id = "day"
title = "A day"
date = 2025-02-13
timezone = "Europe/Amsterdam"
venue = "Town hall"
city = "Hoorn"
"""
BODY = """
[[rooms]]
id = "hall"
name = "Great hall"
building = "North"

[[blocks]]
id = "opening"
kind = "plenary"
title = "Opening"
start = "09:00"
end = "09:30"

[[blocks]]
id = "round"
kind = "choice"
title = "Round"
start = "10:00"
end = "12:00"

[[blocks]]
id = "lunch"
kind = "meal"
title = "Lunch"
start = "12:00"
end = "13:00"

[[sessions]]
id = "data"
block = "round"
title = 'Data; big, and \\ "more"'
start = "10:00"
end = "11:00"
overrun = "11:30"
room = "hall"
track = "Data, big"
speakers = ["Ada", "Bob"]
hosts = ["Group"]
url = "https://example.org/data"
links = [{ url = "https://example.org/a,b;c.pdf", title = "Slides: 1" }, "https://example.org/b"]
language = "en"
description = '''
One; two, three \\
four'''

[[sessions]]
id = "walk"
title = "A walk with a very long title, in which every letter counts twice: ééééééééééééééééééé"
start = "12:05"
around = 5

[[sessions]]
id = "off"
title = "Off"
start = "14:00"
end = "15:00"
status = "cancelled"

[[sessions]]
id = "fair@example.org"
title = "Fair"
start = "14:00"
end = "17:00"
drop_in = true
status = "full"
"""


Found = Any
"""A component of the library, whose properties are of as many types as there are properties."""


@pytest.fixture
def programme() -> Programme:
    return programme_of(BODY, HEAD)


def events(data: bytes) -> dict[str, Found]:
    """The events by their titles; the file must be as RFC 5545 wants it."""
    calendar = strictly(data)
    return {str(event["SUMMARY"]): event for event in calendar.events}


def strictly(data: bytes) -> Found:
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    calendar = Calendar.from_ical(data)
    assert isinstance(calendar, Calendar)
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"]
    assert calendar.to_ical() == data
    uids = [event["UID"] for event in calendar.events]
    assert len(uids) == len(set(uids))
    for event in calendar.events:
        _check(event, {zone.tz_name for zone in calendar.timezones})
    return calendar


def _check(event: Found, zones: set[str]) -> None:
    assert event.errors == []
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE"):
        assert not isinstance(event[name], list)
    assert event["DTSTAMP"].params.get("TZID") is None
    assert event["DTSTAMP"].dt.utcoffset() == timedelta()
    if "DTEND" in event:
        assert event["DTEND"].dt > event["DTSTART"].dt
    for name in ("DTSTART", "DTEND"):
        zone = event[name].params.get("TZID") if name in event else None
        assert zone is None or zone in zones


def exported(
    plan: ResolvedItinerary, *, mine: bool = True, alarm: int | None = None
) -> dict[str, Found]:
    return events(make_calendar(plan, mine=mine, alarm=alarm))


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2025-02-13T{text}+01:00")


def test_links_are_attached_with_their_titles(programme: Programme) -> None:
    event = exported(plan_of(programme), mine=False)['Data; big, and \\ "more"']
    attached = [(str(link), link.params.get("LABEL")) for link in event["ATTACH"]]
    assert attached == [
        ("https://example.org/a,b;c.pdf", "Slides: 1"),
        ("https://example.org/b", None),
    ]


def test_a_session_is_said_in_full(programme: Programme) -> None:
    event = exported(plan_of(programme), mine=False)['Data; big, and \\ "more"']
    assert event["UID"] == "data@day"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (at("10:00"), at("11:00"))
    assert event["LOCATION"] == "Great hall, Town hall, Hoorn"
    assert event["CATEGORIES"].cats == ["Data, big"]
    assert event["URL"] == "https://example.org/data"
    assert event["SUMMARY"].params["LANGUAGE"] == "en"
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "OPAQUE")
    assert event["DESCRIPTION"].split("\n") == [
        "10:00–11:00(–11:30); may run until 11:30",
        "Speakers: Ada and Bob",
        "Hosts: Group",
        "Building: North",
        "Slides: 1: https://example.org/a,b;c.pdf",
        "https://example.org/b",
        "",
        "One; two, three \\",
        "four",
    ]


def test_the_calendar_is_named(programme: Programme) -> None:
    calendar = strictly(make_calendar(plan_of(programme), mine=False, alarm=None))
    assert calendar["NAME"] == calendar["X-WR-CALNAME"] == "A day"
    assert calendar["X-WR-TIMEZONE"] == "Europe/Amsterdam"
    assert "METHOD" not in calendar


def test_the_programme_has_all_that_takes_place_and_no_rounds(programme: Programme) -> None:
    titles = list(exported(plan_of(programme, "data"), mine=False))
    assert [title.split()[0] for title in titles] == [
        "Opening",
        "Data;",
        "Lunch",
        "A",
        "Fair",
        "Off",
    ]


def test_the_itinerary_has_what_is_chosen_and_what_is_for_everyone(programme: Programme) -> None:
    plan = plan_of(programme, "off", appointments=(appointment("Call", "15:30", "15:45"),))
    assert list(exported(plan)) == ["Opening", "Lunch", "Off", "Call"]


def test_who_arrives_later_has_no_opening(programme: Programme) -> None:
    assert list(exported(plan_of(programme, arrives=clock("09:45")))) == ["Lunch"]


def test_the_status_says_how_sure_it_is(programme: Programme) -> None:
    maybe = chosen(programme, "data", priority="maybe")
    gone = chosen(programme, "off", priority="maybe")
    found = exported(plan_of(programme, maybe, gone, "walk"))
    assert [event["STATUS"] for event in found.values()] == [
        *("CONFIRMED", "TENTATIVE", "CONFIRMED", "CONFIRMED", "CANCELLED")
    ]


def test_only_what_takes_time_makes_busy(programme: Programme) -> None:
    found = exported(plan_of(programme), mine=False)
    busy = [title.split()[0] for title, event in found.items() if event["TRANSP"] == "OPAQUE"]
    assert busy == ["Opening", "Data;", "A", "Off"]


def test_own_times_count_and_those_of_the_session_are_told(programme: Programme) -> None:
    late = chosen(programme, "data", join=clock("10:30"), priority="must", note="Sit in front")
    event = exported(plan_of(programme, late))['Data; big, and \\ "more"']
    assert event["DTSTART"].dt == at("10:30")
    assert event["DESCRIPTION"].split("\n")[:2] == [
        "You must be there.",
        "These are your own times; the session itself is 10:00–11:00(–11:30).",
    ]
    assert "Your note: Sit in front" in event["DESCRIPTION"]


def test_what_is_not_exact_is_said_in_words(programme: Programme) -> None:
    found = exported(plan_of(programme), mine=False)
    walk = next(event for title, event in found.items() if title.startswith("A walk"))
    assert "starts up to 5 minutes earlier or later; the end is not stated" in walk["DESCRIPTION"]
    assert "DTEND" not in walk  # nothing but the end of the day is known
    assert found["Fair"]["DESCRIPTION"] == "It is full."


def alarms(event: Found) -> list[timedelta]:
    return [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]


def test_an_alarm_is_before_the_earliest_start(programme: Programme) -> None:
    plan = plan_of(programme, "data", "walk", "off")
    found = exported(plan, alarm=10)
    by_start = [alarms(event) for event in found.values()]
    ten, fifteen = timedelta(minutes=-10), timedelta(minutes=-15)
    assert by_start == [[ten], [ten], [], [fifteen], []]
    assert all(alarms(event) == [] for event in exported(plan).values())


def test_a_choice_that_is_gone_cancels_what_a_calendar_has_of_it(programme: Programme) -> None:
    was = chosen(programme, "data")._replace(session="gone", title="Gone")
    never_seen = was._replace(session="never", start=None)
    event = exported(plan_of(programme, was, never_seen))["Gone"]
    assert (event["UID"], event["STATUS"]) == ("gone@day", "CANCELLED")
    assert event["DTSTART"].dt == at("10:00")


def test_the_same_plan_gives_the_same_bytes() -> None:
    first, again = (programme_of(BODY, HEAD) for _ in range(2))
    plans = [plan_of(one, "data", "walk") for one in (first, again)]
    made = [make_calendar(plan, mine=True, alarm=5) for plan in plans]
    assert made[0] == made[1]


def test_what_was_written_later_has_a_higher_sequence(programme: Programme) -> None:
    plan = plan_of(programme, "data")
    written = datetime(2025, 1, 1, 12, 0, 30, 999, tzinfo=UTC)
    older, newer, unknown = (
        events(make_calendar(plan, mine=True, alarm=None, changed=changed))["Opening"]
        for changed in (written, written + timedelta(seconds=1), None)
    )
    assert older["DTSTAMP"].dt == older["LAST-MODIFIED"].dt == written.replace(microsecond=0)
    assert newer["SEQUENCE"] == older["SEQUENCE"] + 1
    assert (unknown["SEQUENCE"], "LAST-MODIFIED" in unknown) == (0, False)


def test_uids_stay_when_times_and_titles_change(programme: Programme) -> None:
    later = programme_of(BODY.replace('"14:00"', '"13:30"').replace("Fair", "Great fair"), HEAD)
    before, after = (exported(plan_of(one), mine=False) for one in (programme, later))
    assert {event["UID"] for event in before.values()} == {event["UID"] for event in after.values()}
    assert "fair@example.org" in {event["UID"] for event in before.values()}


def test_the_second_hour_of_two_is_not_taken_for_the_first() -> None:
    night = HEAD.replace("2025-02-13", "2025-10-26")
    body = """
[[sessions]]
id = "late"
title = "Late"
start = "02:30"
end = "02:15"
"""
    event = exported(plan_of(programme_of(body, night)), mine=False)["Late"]
    assert event["DTSTART"].dt.astimezone(UTC).hour == 0
    assert event["DTEND"].dt.astimezone(UTC) == datetime(2025, 10, 26, 1, 15, tzinfo=UTC)


def test_a_programme_in_utc_needs_no_rules() -> None:
    programme = programme_of(BODY, HEAD.replace("Europe/Amsterdam", "UTC"))
    calendar = strictly(make_calendar(plan_of(programme), mine=False, alarm=None))
    assert calendar.timezones == []
    assert calendar.events[0]["DTSTART"].to_ical() == b"20250213T090000Z"


def test_an_appointment_past_midnight() -> None:
    programme = programme_of("", HEAD)
    own = Appointment(title="Party", start=clock("23:00"), end=clock("01:00"))
    event = exported(plan_of(programme, appointments=(own,)))["Party"]
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=2)
