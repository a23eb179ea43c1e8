"""Times that a schedule says twice, badly, or not at all."""

import pytest

from tests.exchange.importing.support import (
    clock,
    event,
    findings,
    imported,
    json_of,
    notes_of,
    programme,
    xml,
)
from tests.helpers import DATA

NIGHT = {
    "date": "2025-02-13",
    "start": "2025-02-13T09:30:00+01:00",
    "end": "2025-02-14T04:00:00+01:00",
}


def start_of(data: bytes) -> str:
    made = programme(data)
    return clock(made.sessions[0].timing.start, made)


def one(**more: str) -> bytes:
    return xml({"Hall": [event(**more)]})


@pytest.mark.parametrize(
    ("date", "start", "expected"),
    [
        ("", "10:00", "2025-02-13 10:00"),
        ("", "10.00", "2025-02-13 10:00"),
        ("", "9:05:00", "2025-02-13 09:05"),
        ("", "25:30", "2025-02-14 01:30"),
        ("2025-02-13T10:00:00+01:00", "10:00", "2025-02-13 10:00"),
        ("2025-02-13T09:00:00Z", "10:00", "2025-02-13 10:00"),
        ("2025-02-13T10:00:00", "10:00", "2025-02-13 10:00"),
        ("2025-02-13T10:00:00+01:00", "", "2025-02-13 10:00"),
        ("2025-02-13", "10:00", "2025-02-13 10:00"),
        ("", "2025-02-13T10:00:00+01:00", "2025-02-13 10:00"),
        ("2025-02-14T01:30:00+01:00", "01:30", "2025-02-14 01:30"),
        ("", "9.30", "2025-02-13 09:30"),
        ("", "9h30", "2025-02-13 09:30"),
        ("", "9:30 AM", "2025-02-13 09:30"),
        ("", "9:30 pm", "2025-02-13 21:30"),
        ("", "0930", "2025-02-13 09:30"),
        ("", "09:30:00", "2025-02-13 09:30"),
        ("", "9.30 uur", "2025-02-13 09:30"),
        ("2025-02-13T00:00:00+01:00", "9:30", "2025-02-13 09:30"),
    ],
)
def test_ways_to_write_a_start_that_need_no_word(date: str, start: str, expected: str) -> None:
    data = one(date=date, start=start)
    assert start_of(data) == expected
    assert notes_of(data) == []


def test_where_date_and_start_disagree_the_date_is_taken_and_said() -> None:
    data = one(date="2025-02-13T14:30:00+01:00", start="10:00")
    assert start_of(data) == "2025-02-13 14:30"
    ((kind, place, text),) = notes_of(data)
    assert (kind, place[:4]) == ("mended", "line")
    assert "14:30" in text
    assert "10:00" in text


def test_a_date_far_from_the_day_it_stands_under_is_not_taken() -> None:
    data = one(date="2019-08-21T10:00:00+02:00", start="10:00")
    assert start_of(data) == "2025-02-13 10:00"
    assert "2019-08-21" in notes_of(data)[0][2]


def test_a_date_a_day_after_the_day_it_stands_under_is_taken_and_said() -> None:
    data = one(date="2025-02-14T08:00:00+01:00", start="08:00")
    made = programme(data)
    assert start_of(data) == "2025-02-14 08:00"
    assert [f"{made.sessions[0].day}"] == ["2025-02-14"]
    assert "It stands under 2025-02-13" in notes_of(data)[0][2]


def test_a_night_is_as_long_as_the_file_says() -> None:
    night = event(date="2025-02-14T08:00:00+01:00", start="08:00")
    assert notes_of(xml({"Hall": [night]}, day_change="09:00:00")) == []


@pytest.mark.parametrize("date", ["", "2025-03-30T02:30:00"])
def test_a_start_that_the_clocks_skip_is_said(date: str) -> None:
    data = xml({"Hall": [event(start="02:30", date=date)]}, day={"date": "2025-03-30"})
    assert start_of(data) == "2025-03-30 03:30"
    assert "clocks skip: 03:30 is taken" in notes_of(data)[0][2]


def test_an_offset_that_the_zone_does_not_have_is_said_once() -> None:
    events = [
        event("one", "10:00", date="2025-02-13T10:00:00+03:00"),
        event("two", "11:00", date="2025-02-13T11:00:00+03:00"),
    ]
    data = xml({"Hall": events})
    assert start_of(data) == "2025-02-13 10:00"
    ((_kind, _place, text),) = notes_of(data)
    assert "2 dates" in text
    assert "+0300" in text


@pytest.mark.parametrize("duration", ["00:00", "0", "00:00:00", "PT0M"])
def test_no_duration_is_an_end_that_is_not_stated(duration: str) -> None:
    data = one(duration=duration)
    assert not programme(data).sessions[0].timing.end_stated
    ((kind, _place, text),) = notes_of(data)
    assert kind == "mended"
    assert "not stated" in text


@pytest.mark.parametrize("duration", ["", "long", "-1:00", "9999:00"])
def test_a_missing_or_unreadable_duration_too(duration: str) -> None:
    data = one(duration=duration)
    assert not programme(data).sessions[0].timing.end_stated
    assert duration in notes_of(data)[0][2]


@pytest.mark.parametrize(
    "duration",
    [
        *("00:45", "0:45", "00:45:00", "PT45M", "PT0H45M", "45", "0:00:45:00", "45.0", "45 min"),
        *("P0Y0M0DT0H45M0.000S", "PT0.75H", "PT2700S", "45'", "0h45", "0:45:00", "0:45:30"),
        *("0.75 h", "45 minutes"),
    ],
)
def test_ways_to_write_a_duration(duration: str) -> None:
    assert programme(one(duration=duration)).sessions[0].timing.planned.minutes == 45


@pytest.mark.parametrize(
    ("duration", "minutes"),
    [
        ("PT1H", 60),
        ("1:00:00", 60),
        ("90", 90),
        ("1:30", 90),
        ("1h30", 90),
        ("1 h 30 min", 90),
        ("01:30:00", 90),
        ("1.5 hours", 90),
        ("1:02:30", 26 * 60 + 30),
        ("1:01:02:30", 25 * 60 + 2),
        ("1 day, 2:30:00", 26 * 60 + 30),
        ("P1DT2H30M", 26 * 60 + 30),
        ("2 days", 48 * 60),
    ],
)
def test_longer_durations(duration: str, minutes: int) -> None:
    assert programme(one(duration=duration)).sessions[0].timing.planned.minutes == minutes


def test_durations_of_iso_in_a_file_of_another() -> None:
    made = programme((DATA / "imports" / "08-iso-duration.xml").read_bytes())
    ends = [clock(session.timing.end, made) for session in made.sessions]
    assert ends == ["2026-05-08 10:40", "2026-05-08 12:00"]


def test_a_date_before_the_day_it_stands_under_is_taken_and_said() -> None:
    data = (DATA / "imports" / "05-date-before-day.xml").read_bytes()
    made = programme(data)
    assert [(clock(s.timing.start, made), str(s.day)) for s in made.sessions] == [
        ("2026-12-27 11:30", "2026-12-27"),
        ("2026-12-28 11:30", "2026-12-28"),
    ]
    ((kind, _place, text),) = notes_of(data)
    assert kind == "mended"
    assert "stands under 2026-12-28" in text
    assert findings(data, "C103") == []


def test_dates_that_are_all_far_from_the_days_are_meant() -> None:
    events = [
        event("one", date="2026-05-08T10:00:00+02:00", start="10:00"),
        event("two", date="2026-05-08T11:00:00+02:00", start="11:00"),
    ]
    made = programme(xml({"Hall": events}))
    assert {str(session.day) for session in made.sessions} == {"2026-05-08"}


def test_dates_without_an_offset_are_in_utc_where_the_clock_times_say_so() -> None:
    events = [
        event("one", "10:00", date="2025-02-13T09:00:00"),
        event("two", "11:00", date="2025-02-13T10:00:00"),
    ]
    data = xml({"Hall": events})
    assert start_of(data) == "2025-02-13 10:00"
    assert notes_of(data) == []


def test_a_day_may_be_written_in_words() -> None:
    data = xml({"Hall": [event()]}, day={"date": "13 February 2025"})
    assert start_of(data) == "2025-02-13 10:00"


def test_a_day_of_32_hours() -> None:
    events = [event("one", "09:30", duration="32:00"), event("two", "23:00", duration="03:00")]
    made = programme(xml({"Hall": events[:1], "Attic": events[1:]}))
    assert [session.timing.planned.minutes for session in made.sessions] == [32 * 60, 180]


def test_what_starts_past_midnight_is_of_the_day_that_goes_on_until_then() -> None:
    data = xml({"Hall": [event("late", "01:30"), event("first", "09:30")]}, day=NIGHT)
    made = programme(data)
    assert [(s.id, clock(s.timing.start, made)) for s in made.sessions] == [
        ("first", "2025-02-13 09:30"),
        ("late", "2025-02-14 01:30"),
    ]
    assert {str(session.day) for session in made.sessions} == {"2025-02-13"}


def test_a_session_without_any_time_is_left_out_by_its_name() -> None:
    made = imported(xml({"Hall": [event("one"), event("two", "", title="Some day")]}))
    assert (made.found, made.sessions, made.left_out) == (2, 1, 1)
    assert '"Some day"' in notes_of(made)[0][2]


@pytest.mark.parametrize("year", ["0001", "1850", "9999"])
def test_a_year_that_cannot_be_meant(year: str) -> None:
    date = f"{year}-02-13T10:00:00+01:00"
    made = imported(json_of({"Hall": [event("one"), event("two", date=date)]}))
    assert made.sessions == 2
    assert programme(made).days[0].date.year == 2025


def test_the_hour_that_the_clocks_repeat() -> None:
    day = {"date": "2025-10-26"}
    events = [
        event("first", "02:30", date="2025-10-26T02:30:00+02:00", duration="00:20"),
        event("second", "02:30", date="2025-10-26T02:30:00+01:00", duration="00:20"),
        event("around", "01:30", date="2025-10-26T01:30:00+02:00", duration="03:00"),
    ]
    data = xml({event["id"]: [event] for event in events}, day=day)
    made = {session.id: session for session in programme(data).sessions}
    assert made["first"].timing.planned.minutes == 20
    assert made["around"].timing.planned.minutes == 180
    ((kind, _place, text),) = notes_of(data)
    assert kind == "mended"
    assert "clocks" in text
