"""The zone of a schedule: named, wished for, or weighed from what the file says."""

from datetime import UTC

import pytest

from tests.exchange.importing.support import clock, event, notes_of, programme, xml
from tests.helpers import DATA
from tui_planner.exchange.importing.import_schedule import import_schedule
from tui_planner.programme.model import Programme


def case(name: str) -> bytes:
    return (DATA / "imports" / name).read_bytes()


def shown_in(zone: str, data: bytes) -> Programme:
    return programme(import_schedule(data, "schedule", zone=zone))


def starts(made: Programme) -> list[str]:
    return [clock(session.timing.start, made) for session in made.sessions]


def instants(made: Programme) -> list[str]:
    return [f"{s.timing.start.astimezone(UTC):%Y-%m-%dT%H:%MZ}" for s in made.sessions]


def unnamed(*events: dict[str, str], city: str = "", day: dict[str, str] | None = None) -> bytes:
    day = {"date": "2026-05-08"} | (day or {})
    return xml({"Hall": list(events)}, day=day, time_zone_name="", city=city)


UTC_DATE = event("one", "10:00", date="2026-05-08T08:00:00+00:00")
LOCAL_DAY = {"start": "2026-05-08T08:00:00+02:00", "end": "2026-05-08T20:00:00+02:00"}


def test_a_zone_that_is_wished_for_shows_the_instants_and_moves_none() -> None:
    made = shown_in("America/New_York", case("06-timezone-option.xml"))
    assert instants(made) == ["2026-05-08T13:30Z"]
    assert starts(made) == ["2026-05-08 09:30"]
    assert clock(made.sessions[0].timing.end, made) == "2026-05-08 11:00"


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "Pacific/Auckland", "America/Los_Angeles", "UTC"])
@pytest.mark.parametrize("name", ["05-date-before-day.xml", "07-utc-dates-local-start.xml"])
def test_in_whatever_zone_the_instants_are_the_same(name: str, zone: str) -> None:
    made = shown_in(zone, case(name))
    assert made.zone.key == zone
    assert instants(made) == instants(programme(case(name)))
    assert not [
        note
        for note in notes_of(import_schedule(case(name), "s", zone=zone))
        if "date is taken" in note[2]
    ]


def test_clock_times_are_of_the_zone_that_the_file_names_and_shown_in_the_other() -> None:
    made = shown_in("America/New_York", xml({"Hall": [event(start="10:00")]}))
    assert starts(made) == ["2025-02-13 04:00"]


def test_what_has_no_zone_is_read_in_the_one_that_is_wished_for() -> None:
    made = shown_in("America/New_York", unnamed(event(start="10:00"), city="Berlin"))
    assert starts(made) == ["2026-05-08 10:00"]


def test_a_day_that_begins_the_evening_before_elsewhere_is_put_there() -> None:
    made = shown_in("America/Los_Angeles", unnamed(event(date="2026-05-08T08:00:00+02:00")))
    assert starts(made) == ["2026-05-07 23:00"]
    assert [str(day.date) for day in made.days] == ["2026-05-07"]


def test_city_days_and_clock_times_outweigh_dates_in_utc() -> None:
    data = case("07-utc-dates-local-start.xml")
    made = programme(data)
    assert made.zone.key == "Europe/Berlin"
    assert starts(made) == ["2026-05-08 10:00", "2026-05-08 11:00"]
    assert instants(made) == ["2026-05-08T08:00Z", "2026-05-08T09:00Z"]
    ((kind, _place, text),) = notes_of(data)
    assert kind == "guessed"
    assert "Europe/Berlin" in text
    assert "its city, the offsets of its days and the clock times" in text


@pytest.mark.parametrize(
    ("data", "zone", "start"),
    [
        (unnamed(UTC_DATE, city="Berlin"), "Europe/Berlin", "10:00"),
        (unnamed(UTC_DATE, city="Hamburg, Germany"), "Europe/Berlin", "10:00"),
        (unnamed(UTC_DATE, city="Utrecht"), "Europe/Amsterdam", "10:00"),
        (unnamed(UTC_DATE, day=LOCAL_DAY), "Etc/GMT-2", "10:00"),
        (unnamed(UTC_DATE), "Etc/GMT-2", "10:00"),
        (unnamed({**UTC_DATE, "start": ""}, city="Berlin"), "Europe/Berlin", "10:00"),
        (unnamed({**UTC_DATE, "start": ""}), "UTC", "08:00"),
        (unnamed({**UTC_DATE, "start": "08:00"}), "UTC", "08:00"),
        (
            unnamed({**UTC_DATE, "date": "2026-05-08T08:00:00"}, city="Berlin"),
            "Europe/Berlin",
            "10:00",
        ),
        (unnamed(event(start="10:00"), city="Leipzig"), "Europe/Berlin", "10:00"),
        (unnamed(event(start="10:00"), city="Austin, TX"), "America/Chicago", "10:00"),
        (unnamed(event(start="10:00"), day=LOCAL_DAY), "Etc/GMT-2", "10:00"),
        (unnamed(event(start="10:00"), city="USA"), "UTC", "10:00"),
        (unnamed(event(date="2026-05-08T10:00:00+02:00"), city="Tokyo"), "Etc/GMT-2", "10:00"),
        (
            unnamed(event(date="2026-05-08T10:00:00-07:00"), city="USA"),
            "Etc/GMT+7",  # Phoenix or Los Angeles
            "10:00",
        ),
        (unnamed(event(start="10:00"), city="Germany"), "Europe/Berlin", "10:00"),
    ],
)
def test_what_is_weighed_where_no_zone_is_named(data: bytes, zone: str, start: str) -> None:
    made = programme(data)
    assert (made.zone.key, starts(made)) == (zone, [f"2026-05-08 {start}"])
    assert [kind for kind, _place, _text in notes_of(data)] == ["guessed"]


def test_where_nothing_says_anything_it_is_utc_and_told() -> None:
    data = unnamed(event(start="10:00"), city="Atlantis")
    assert programme(data).zone.key == "UTC"
    assert "UTC is taken, unless --timezone says which" in notes_of(data)[0][2]


def test_an_offset_alone_is_no_zone_of_another_place() -> None:
    """In winter +01:00 is of Berlin and of Lagos; only the offset is known."""
    data = unnamed(event(date="2026-05-08T10:00:00+01:00"))
    assert programme(data).zone.key == "Etc/GMT-1"


def test_two_offsets_are_those_of_a_zone_with_summer_time() -> None:
    data = unnamed(
        event("one", date="2026-03-28T10:00:00+01:00"),
        event("two", date="2026-03-29T10:00:00+02:00"),
        day={"date": "2026-03-28"},
    )
    assert programme(data).zone.key == "Europe/Berlin"
