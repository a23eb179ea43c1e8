"""Which instants the times of an iCalendar file mean."""

import pytest

from tests.exchange.importing.icalendar.ical_texts import (
    START,
    calendar,
    clocks,
    event,
    imported,
    notes_of_kind,
)
from tui_planner.exchange.importing.draft.draft import NoteKind
from tui_planner.exchange.importing.icalendar.read_icalendar import read_icalendar

CUSTOM = """\
BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def at(time: str, zone: str = "") -> str:
    return event(f"DTSTART{f';TZID={zone}' if zone else ''}:{time}", "DURATION:PT1H")


@pytest.mark.parametrize(
    "zone",
    [
        "Europe/Amsterdam",
        "europe/amsterdam",
        '"Europe/Amsterdam"',
        "/mozilla.org/20070129_1/Europe/Amsterdam",
        "W. Europe Standard Time",
    ],
)
def test_a_zone_by_any_of_its_names(zone: str) -> None:
    draft = imported(at("20250713T100000", zone))
    assert draft.sessions[0].start.isoformat() == "2025-07-13T08:00:00+00:00"
    assert draft.zone in ("Europe/Amsterdam", "Europe/Berlin")


def test_a_zone_by_another_name_is_told() -> None:
    draft = imported(at("20250713T100000", "Eastern Standard Time"))
    assert draft.zone == "America/New_York"
    assert notes_of_kind(draft, NoteKind.MENDED) == [
        'line 8: The time zone "Eastern Standard Time" is taken for America/New_York.'
    ]


def test_a_zone_that_only_the_file_knows_goes_by_its_rules() -> None:
    custom = CUSTOM.format(name="Ours")
    draft = imported(custom, at("20250713T100000", "Ours"), at("20251213T100000", "Ours"))
    starts = [session.start.isoformat() for session in draft.sessions]
    assert starts == ["2025-07-13T08:00:00+00:00", "2025-12-13T09:00:00+00:00"]
    assert draft.zone == "Europe/Berlin"
    assert (
        'The time zone "Ours" is taken for Europe/Berlin'
        in notes_of_kind(draft, NoteKind.GUESSED)[0]
    )


def test_where_a_zone_of_the_file_really_is() -> None:
    custom = CUSTOM.format(name="Ours").replace("BEGIN:STANDARD", "X-LIC-LOCATION:Asia/Tokyo\n\\0")
    custom = custom.replace("\\0", "BEGIN:STANDARD")
    assert imported(custom, at("20250713T100000", "Ours")).zone == "Asia/Tokyo"


def test_an_unknown_zone_is_taken_for_that_of_the_calendar_and_told() -> None:
    draft = imported("X-WR-TIMEZONE:Asia/Tokyo", at("20250713T100000", "Middle earth"))
    assert clocks(draft) == ["2025-07-13 10:00–11:00"]
    assert notes_of_kind(draft, NoteKind.GUESSED) == [
        'line 9: There is no time zone "Middle earth": 1 time is taken as in Asia/Tokyo.'
    ]


@pytest.mark.parametrize(
    ("parts", "zone"),
    [
        (["X-WR-TIMEZONE:Asia/Tokyo", at("20250713T100000Z")], "Asia/Tokyo"),
        (["X-WR-TIMEZONE:Tokyo Standard Time", at("20250713T100000Z")], "Asia/Tokyo"),
        ([CUSTOM.format(name="Europe/Paris"), at("20250713T100000Z")], "Europe/Paris"),
        ([at("20250713T100000", "Europe/Paris"), at("20250714T100000Z")], "Europe/Paris"),
        ([at("20250713T100000Z")], "UTC"),
        ([at("20250713T100000")], "UTC"),
        ([at("20250713T100000+0900")], "Asia/Tokyo"),
    ],
)
def test_the_zone_of_the_programme(parts: list[str], zone: str) -> None:
    assert imported(*parts).zone == zone


def test_times_without_a_zone_are_those_of_the_calendar_and_told() -> None:
    draft = imported("X-WR-TIMEZONE:Asia/Tokyo", at("20250713T100000"), at("20250713T110000Z"))
    assert clocks(draft) == ["2025-07-13 10:00–11:00", "2025-07-13 20:00–21:00"]
    assert notes_of_kind(draft, NoteKind.GUESSED) == [
        "line 9: 1 event says no time zone: it is taken as in Asia/Tokyo."
    ]


def test_a_guessed_zone_is_told() -> None:
    draft = imported("X-WR-TIMEZONE:Nowhere", at("20250713T100000Z"))
    mended = 'line 5: X-WR-TIMEZONE: there is no time zone "Nowhere".'
    assert notes_of_kind(draft, NoteKind.MENDED) == [mended]
    assert "its times are shown in UTC" in notes_of_kind(draft, NoteKind.GUESSED)[0]


def test_an_end_in_the_hour_that_comes_twice_is_behind_its_start() -> None:
    zone = ";TZID=Europe/Amsterdam"
    night = event(f"DTSTART{zone}:20251026T024500", f"DTEND{zone}:20251026T021500")
    (session,) = imported(night).sessions
    assert session.end is not None
    assert (session.end - session.start).total_seconds() == 30 * 60


def test_a_party_past_midnight_is_of_the_day_it_begins() -> None:
    draft = imported(at("20250713T230000", "Europe/Paris"))
    assert clocks(draft) == ["2025-07-13 23:00–00:00"]
    assert [day.isoformat() for day in draft.days] == ["2025-07-13"]


def test_calendars_with_zones_of_their_own_are_brought_together() -> None:
    data = calendar(at("20250713T100000", "Europe/Paris"), at("20250713T110000", "Europe/Paris"))
    draft = read_icalendar(data + calendar(at("20250713T100000", "America/New_York")))
    assert clocks(draft)[2] == "2025-07-13 16:00–17:00"


def test_an_end_may_be_in_another_zone_than_the_start() -> None:
    draft = imported(event(START, "DTEND;TZID=Europe/London:20250213T100000"))
    assert clocks(draft) == ["2025-02-13 10:00–11:00"]
    draft = imported(event(START, "DTEND;TZID=Nowhere:20250213T110000"))
    assert "1 time is taken as in Europe/Amsterdam" in notes_of_kind(draft, NoteKind.GUESSED)[0]


@pytest.mark.parametrize("offset", ["+99999999999999999999", "+2500", "x", "", "+01", "-"])
def test_an_offset_that_is_none_is_not_used(offset: str) -> None:
    definition = CUSTOM.format(name="Mine").replace("TZOFFSETTO:+0100", f"TZOFFSETTO:{offset}")
    draft = imported(definition, at("20250213T100000", "Mine"))
    assert clocks(draft) == ["2025-02-13 10:00–11:00"]


def test_changes_of_the_clocks_may_be_listed() -> None:
    rule = "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"
    listed = CUSTOM.format(name="Mine").replace(rule, "RDATE:20240331T020000,20250330T020000")
    draft = imported(listed, at("20250213T100000", "Mine"), at("20250713T100000", "Mine"))
    assert draft.zone == "Europe/Berlin"
