"""Which instants the times of an iCalendar file mean."""

from datetime import UTC, date, datetime
from functools import cache
from io import StringIO
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.tz import datetime_ambiguous, datetime_exists, tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

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
from tui_planner.exchange.importing.text.zone_names import find_zone

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
        "W. Europe Daylight Time",
        "/freeassociation.sourceforge.net/Tzfile/Europe/Amsterdam",
        "/example.org/CET",
        '"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"',
        "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
        "CEST",
        "UTC+2",
        "UTC+02:00",
        "GMT+0200",
        "GMT +2",
        "+02:00",
        "(GMT+02:00) Nowhere",
        "tzone://Microsoft/Europe/Amsterdam",
    ],
)
def test_a_zone_by_any_of_its_names(zone: str) -> None:
    draft = imported(at("20250713T100000", zone))
    assert draft.sessions[0].start.isoformat() == "2025-07-13T08:00:00+00:00"
    assert clocks(draft) == ["2025-07-13 10:00–11:00"]
    assert draft.zone in ("Europe/Amsterdam", "Europe/Berlin", "CET", "Etc/GMT-2")


@pytest.mark.parametrize(
    ("zone", "instant"),
    [
        ("EST5EDT", "14:00"),
        ("PST8PDT", "17:00"),
        ("EST", "15:00"),
        ("Israel", "07:00"),
        ("Japan", "01:00"),
        ("NZ-CHAT", "21:15"),
        ("GMT0", "10:00"),
        ("Zulu", "10:00"),
        ("GMT+0100", "09:00"),
        ("UTC-03:30", "13:30"),
        ("UTC+5:45", "04:15"),
        ("UTC+04:15", "05:45"),
        ("Etc/GMT+3", "13:00"),
        ("Alberta Standard Time", "16:00"),
        ("Qyzylorda Standard Time", "05:00"),
        ("tzone://Microsoft/Utc", "10:00"),
        ("Pacific Time (US & Canada)", "17:00"),
    ],
)
def test_a_zone_that_is_named_as_no_place(zone: str, instant: str) -> None:
    draft = imported(at("20250713T100000", zone))
    assert f"{draft.sessions[0].start:%H:%M}" == instant


def test_every_name_of_windows_and_of_the_database_is_known() -> None:
    for name in (*WINDOWS_TO_OLSON, *(available_timezones() - {"localtime", "Factory"})):
        assert find_zone(name), name


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


def defined(name: str, *parts: str) -> str:
    return "\n".join(["BEGIN:VTIMEZONE", f"TZID:{name}", *parts, "END:VTIMEZONE"])


def observance(kind: str, start: str, change: str, *more: str) -> str:
    before, after = change.split()
    offsets = f"TZOFFSETFROM:{before}", f"TZOFFSETTO:{after}"
    return "\n".join([f"BEGIN:{kind}", f"DTSTART:{start}", *offsets, *more, f"END:{kind}"])


CAMP = defined(
    "Camp Time",
    observance(
        "STANDARD", "20001001T000000", "+0415 +0315", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU"
    ),
    observance(
        "DAYLIGHT", "20000401T000000", "+0315 +0415", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"
    ),
)


@pytest.mark.parametrize(
    ("local", "instant"),
    [("20250705T090000", "2025-07-05T04:45"), ("20251206T090000", "2025-12-06T05:45")],
)
def test_a_zone_whose_clocks_go_as_no_other_keeps_its_instants(local: str, instant: str) -> None:
    draft = imported(CAMP, at(local, "Camp Time"))
    assert f"{draft.sessions[0].start:%Y-%m-%dT%H:%M}" == instant
    (told,) = notes_of_kind(draft, NoteKind.GUESSED)
    assert "shown in UTC, at the same moments" in told


def test_what_recurs_in_such_a_zone_goes_by_its_rules() -> None:
    weekly = event(
        "DTSTART;TZID=Camp Time:20250928T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"
    )
    starts = [f"{one.start:%d %H:%M}" for one in imported(CAMP, weekly).sessions]
    assert starts == ["28 04:45", "05 05:45", "12 05:45"]


def test_a_zone_that_has_no_summer_is_not_shown_in_one_that_has() -> None:
    ours = defined("Ours", observance("STANDARD", "19700101T000000", "+0200 +0200"))
    weekly = event(
        "DTSTART;TZID=Ours:20251019T100000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=3"
    )
    draft = imported(ours, weekly)
    assert [when[11:16] for when in clocks(draft)] == ["10:00"] * 3


def test_a_rule_that_has_ended_leaves_what_it_brought_last() -> None:
    ours = defined(
        "Ours",
        observance(
            "DAYLIGHT",
            "20100301T000000",
            "-0315 -0215",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=1SU;UNTIL=20140401T000000Z",
        ),
        observance(
            "STANDARD",
            "20000901T000000",
            "-0215 -0315",
            "RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1SU;UNTIL=20141001T000000Z",
        ),
    )
    draft = imported(ours, at("20250705T090000", "Ours"))
    assert f"{draft.sessions[0].start:%H:%M}" == "12:15"


@pytest.mark.parametrize(
    "line",
    [
        "DTSTART;TZID=tzone://Microsoft/Custom:20250713T100000",
        "DTSTART;VALUE=DATE-TIME;TZID=tzone://Microsoft/Custom:20250713T100000",
        "DTSTART;TZID=tzone://Microsoft/Custom;VALUE=DATE-TIME:20250713T100000",
        'DTSTART;TZID="tzone://Microsoft/Custom":20250713T100000',
        "DTSTART;TZID=tzone://Microsoft/Custom:2025-07-13T10:00:00",
    ],
)
def test_a_zone_may_have_a_colon_in_its_name(line: str) -> None:
    draft = imported(CUSTOM.format(name="tzone://Microsoft/Custom"), event(line, "DURATION:PT1H"))
    assert draft.sessions[0].start.isoformat() == "2025-07-13T08:00:00+00:00"


def test_a_zone_may_have_commas_and_brackets_in_its_name() -> None:
    name = "(UTC+04:15) Here, there; and nowhere".replace(";", "")
    definition = CAMP.replace("TZID:Camp Time", f"TZID:{name}".replace(",", "\\,"))
    draft = imported(definition, at("20250705T090000", name))
    assert f"{draft.sessions[0].start:%H:%M}" == "04:45"


def test_letters_that_the_file_defines_go_by_its_rules() -> None:
    own = CUSTOM.format(name="EST")
    draft = imported(own, at("20250713T100000", "EST"))
    assert draft.sessions[0].start.isoformat() == "2025-07-13T08:00:00+00:00"


def test_the_zone_of_a_calendar_may_be_one_that_it_defines() -> None:
    head = "X-WR-TIMEZONE:Ours"
    draft = imported(head, CUSTOM.format(name="Ours"), at("20250713T100000", "Ours"))
    assert draft.zone == "Europe/Berlin"
    assert notes_of_kind(draft, NoteKind.MENDED) == []


def walls_between(first: date, last: date) -> st.SearchStrategy[datetime]:
    return st.builds(datetime.combine, st.dates(first, last), st.times()).map(
        lambda wall: wall.replace(second=0, microsecond=0)
    )


ZONES = (
    *("Europe/Berlin", "Europe/London", "America/New_York", "America/Sao_Paulo", "Asia/Kolkata"),
    *("Australia/Lord_Howe", "Pacific/Auckland", "Asia/Kathmandu", "America/St_Johns"),
)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(ZONES),
    st.lists(walls_between(date(2015, 1, 2), date(2035, 12, 30)), min_size=1, max_size=5),
)
def test_a_zone_that_the_icalendar_library_defines_means_the_instants_of_the_database(
    name: str, walls: list[datetime]
) -> None:
    zone = ZoneInfo(name)
    definition = _definition(name).replace(f"TZID:{name}", "TZID:Their own")
    events = [
        at(f"{wall:%Y%m%dT%H%M%S}", "Their own").replace("one@", f"{number}@")
        for number, wall in enumerate(walls)
    ]
    starts = [session.start for session in imported(definition, *events).sessions]
    assert starts == [wall.replace(tzinfo=zone).astimezone(UTC) for wall in walls]


@cache
def _definition(name: str) -> str:
    made = Timezone.from_tzinfo(
        ZoneInfo(name), first_date=date(2014, 1, 1), last_date=date(2037, 1, 1)
    )
    lines = made.to_ical().decode().replace("\r\n ", "").replace("\r\n", "\n").splitlines()
    return "\n".join(line for line in lines if not line.startswith("X-LIC"))


@settings(max_examples=100, deadline=None)
@given(
    st.integers(-12 * 60, 14 * 60),
    st.integers(-120, 120),
    walls_between(date(2020, 1, 2), date(2029, 12, 30)),
)
def test_the_rules_of_a_zone_hold_as_dateutil_reads_them(
    offset: int, shift: int, wall: datetime
) -> None:
    winter, summer = _as_offset(offset), _as_offset(offset + shift)
    ours = defined(
        "Ours",
        observance(
            "STANDARD",
            "20001029T030000",
            f"{summer} {winter}",
            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        ),
        observance(
            "DAYLIGHT",
            "20000326T020000",
            f"{winter} {summer}",
            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        ),
    )
    expected = tzical(StringIO(ours + "\n")).get("Ours")
    local = wall.replace(tzinfo=expected)
    if datetime_ambiguous(local) or not datetime_exists(local):
        return  # dateutil reads these otherwise than RFC 5545; the test above has them
    session = imported(ours, at(f"{wall:%Y%m%dT%H%M%S}", "Ours")).sessions[0]
    assert session.start == local.astimezone(UTC)


def _as_offset(minutes: int) -> str:
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"
