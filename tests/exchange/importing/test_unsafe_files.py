"""Files that are no schedule, or mean harm: one sentence, in no time."""

import codecs
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.exchange.importing.icalendar.ical_texts import calendar
from tests.exchange.importing.icalendar.ical_texts import event as ical_event
from tests.exchange.importing.support import (
    event,
    imported,
    json_of,
    notes_of,
    programme,
    schema2,
    xml,
)
from tests.helpers import soon
from tui_planner.exchange.importing import import_limits as limits
from tui_planner.exchange.importing.detect_format import detect_format
from tui_planner.exchange.importing.formats import (
    html_page,
    icalendar,
    jcal,
    json_ld,
    json_list,
    pretalx,
    schedule_json,
    schedule_xml,
    sessionize,
    xcal,
)
from tui_planner.exchange.importing.icalendar import occurrences as ical_occurrences
from tui_planner.exchange.importing.icalendar import zones as ical_zones
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_format import ImportFormat

pytestmark = pytest.mark.slow

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE schedule [
 <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"> <!ENTITY c "&b;&b;&b;&b;&b;&b;">
]>
<schedule><conference><title>&c;</title></conference></schedule>"""

OUTSIDE = b"""<!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<schedule><conference><title>&x;</title></conference></schedule>"""

PARAMETER = b"""<!DOCTYPE schedule [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd"> %x;]>
<schedule/>"""


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"<schedule/>", schedule_xml.FORMAT),
        (b'\n <?xml version="1.0"?>\n<!-- x --><schedule/>', schedule_xml.FORMAT),
        ("<schedule/>".encode("utf-16"), schedule_xml.FORMAT),
        (codecs.BOM_UTF8 + b"<schedule/>", schedule_xml.FORMAT),
        (b'{"schedule": {}}', schedule_json.FORMAT),
        (b"\n\nBEGIN:VCALENDAR\r\n", icalendar.FORMAT),
        (codecs.BOM_UTF8 + b"begin:vcalendar", icalendar.FORMAT),
        (b"<!DOCTYPE html><html>", html_page.FORMAT),
        (b'<?xml version="1.0"?><!doctype HTML PUBLIC "x"><html lang="en">', html_page.FORMAT),
        (b"<HTML><body>", html_page.FORMAT),
        (b"<?xml version='1.0'?><iCalendar>", xcal.FORMAT),
        (b"<x:icalendar xmlns:x='urn'>", xcal.FORMAT),
        (b'[ "vcalendar", [], []]', jcal.FORMAT),
        (b'[{"sessions": [{"startsAt": "", "isServiceSession": 1}]}]', sessionize.FORMAT),
        (b'{"x": [], "sessions": [{"startsAt": 1, "isPlenumSession": 0}]}', sessionize.FORMAT),
        (b'{"results": [{"code": "A", "title": "B", "slots": []}]}', pretalx.FORMAT),
        (b'{"talks": [], "rooms": [], "timezone": "UTC"}', pretalx.FORMAT),
        (b'{"@context": {"@vocab": "http://schema.org/"}}', json_ld.FORMAT),
        (b'{"sessions": [{"start": "10:00"}]}', json_list.OTHER),
        (b'[{"title": "Talk", "speakers": []}]', json_list.OTHER),
        (b'{"schedule": ', json_list.OTHER),
        (b"[]", json_list.OTHER),
        (b"[[days]]\n", None),
        (b"[programme]\n", None),
        (b"# a comment\n", None),
        (b"", None),
        (bytes(range(256)), None),
    ],
)
def test_the_kind_is_recognised_by_the_content(data: bytes, kind: ImportFormat | None) -> None:
    assert detect_format(data) is kind


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"<!DOCTYPE html><html><body>Schedule</body></html>", "HTML"),
        (bytes(range(256)) * 10, "no schedule"),
        (b"[programme]\ntitle = 'x'", "needs no import"),
        (b"Just some words.", "no schedule"),
        (b"<feeds/>", "<feeds>"),
        (b'{"talks": [], "hall": 1}', 'has "talks", "hall", and no'),
        (b'[{"name": "Talk", "hall": 1}]', 'has "name", "hall", and no'),
        (b'[{"name": "Talk", "when": 1}]', 'list in JSON with the columns "name", "when"'),
        (b"[]", "nothing in it"),
        (b"<schedule>", "broken in line 1"),
        (b"<schedule></day>", "broken in line 1"),
        (b"<schedule/>", "no session"),
        (BOMB, "entities"),
        (OUTSIDE, "entities"),
        (PARAMETER, "entities"),
        (b'{"schedule": [' + b"{}," * 1_000_001 + b"0]}", "so large"),
        (b"<schedule>" + b"<day>" * 5_000, "too deep or too large"),
    ],
)
def test_what_is_no_schedule_is_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(NoScheduleError, match=words) as refused:
        imported(data)
    assert "\n" not in str(refused.value)


def test_more_events_than_any_event_has(monkeypatch: pytest.MonkeyPatch) -> None:
    events = [event(str(number)) for number in range(4)]
    monkeypatch.setitem(limits.MOST, limits.Limit.EVENTS, 3)
    week = ical_event("DTSTART;VALUE=DATE:20250213", "DTEND;VALUE=DATE:20250220")
    for data in (xml({"A": events}), json_of({"A": events}), calendar(week)):
        with pytest.raises(NoScheduleError, match="more than 3 events"):
            imported(data)


@pytest.mark.parametrize(
    "line",
    [
        "DTSTART" + ";TZID=a" * 100_000 + ":x:20250705T090000",
        "DTSTART;TZID=" + "a:" * 100_000 + ":20250705T090000",
        "X-ALT-DESC:" + "<a href='http://a.b/" * 40_000,
    ],
    ids=["zones", "colons", "links"],
)
def test_a_line_that_is_made_to_be_slow_is_not(line: str) -> None:
    talk = ical_event("DTSTART:20250705T090000", line, "DESCRIPTION:x")
    with soon():
        programme(calendar(talk))


def test_names_of_zones_that_are_made_to_be_slow_are_not() -> None:
    named = (f"(UTC+01:00) {', '.join([f'City {n}'] * 50)}" for n in range(2_000))
    talks = [ical_event(f'DTSTART;TZID="{name}":20250705T090000', uid=name[-9:]) for name in named]
    with soon():
        programme(calendar(*talks))


def test_zones_that_are_made_to_be_slow_are_not() -> None:
    rule = "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU"
    offsets = "TZOFFSETFROM:+0315", "TZOFFSETTO:+0415"
    part = ("BEGIN:STANDARD", "DTSTART:20000401T000000", *offsets, rule, "END:STANDARD")
    zones = [
        "\n".join(["BEGIN:VTIMEZONE", f"TZID:Z{zone}", *part * 50, "END:VTIMEZONE"])
        for zone in range(50)
    ]
    talks = [
        ical_event(f"DTSTART;TZID=Z{n % 50}:{1901 + n}0705T090000", uid=str(n))
        for n in range(1_000)
    ]
    with soon():
        programme(calendar(*zones, *talks))


LONG = "a b" * 400_000


@pytest.mark.parametrize(
    "data",
    [
        xml({"A": [event(title=LONG)]}),
        json_of({"A": [event(title=LONG)]}),
        calendar(ical_event(title=LONG)),
        calendar(ical_event(title="a\n " * 600_000)),
        calendar(ical_event(title="x\n" + "a line that is none\n" * 60_000)),
    ],
    ids=["xml", "json", "ics", "folded", "stray"],
)
def test_a_text_longer_than_any_is_refused(data: bytes) -> None:
    with pytest.raises(NoScheduleError, match="more than 1000000 characters"):
        imported(data)


def test_a_description_that_is_cut_is_told() -> None:
    data = xml({"A": [event(description="a b " * 50_000)]})
    assert len(programme(data).sessions[0].description) <= 100_000
    assert [text for _kind, _place, text in notes_of(data)] == [
        "Its description is cut after 100000 characters."
    ]


def test_entities_of_html_are_resolved_and_said() -> None:
    data = xml({"A": [event(title="Caf+eacute;+nbsp;+nvlt; +AMP; +amp;eacute;")]})
    data = data.replace(b"+", b"&").replace(b"&amp;amp;", b"&amp;")
    assert programme(data).sessions[0].title == "Caf\xe9 <\u20d2 & &eacute;"
    assert "HTML" in notes_of(data)[0][2]
    assert notes_of(data)[0][2].endswith(": 4.")
    with pytest.raises(NoScheduleError, match="undefined entity"):
        imported(data.replace(b"&eacute;&", b"&nosuch;&"))


def test_where_nothing_can_be_taken_it_is_said_why() -> None:
    data = xml({"A": [event(), event("two")]}, day={"date": "soon"})
    with pytest.raises(NoScheduleError, match=r'None of the 2 .* line 5: "Talk one" is left out'):
        imported(data)


@pytest.mark.parametrize("rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;COUNT=9999"])
def test_events_that_recur_have_a_bound_together(
    rule: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ical_occurrences, "MOST_OF_ALL", 100)
    start = "DTSTART:20250213T100000Z"
    data = calendar(*(ical_event(start, f"RRULE:{rule}", uid=str(n)) for n in range(20)))
    made = imported(data)
    assert 20 <= made.sessions <= 120
    assert any("Too many events recur" in text for _kind, _place, text in notes_of(made))


def test_zones_of_a_files_own_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ical_zones, "_MOST_FITTED", 1)
    zones = "\n".join(
        f"BEGIN:VTIMEZONE\nTZID:{name}\nBEGIN:STANDARD\nDTSTART:19700101T000000\n"
        "TZOFFSETTO:+0530\nEND:STANDARD\nEND:VTIMEZONE"
        for name in "AB"
    )
    events = (ical_event(f"DTSTART;TZID={name}:20250213T100000", uid=name) for name in "AB")
    notes = [text for _kind, _place, text in notes_of(calendar(zones, *events))]
    assert any('"A" is taken for Asia/Kolkata' in text for text in notes)
    assert any('There is no time zone "B"' in text for text in notes)


def test_the_line_of_what_is_broken() -> None:
    data = xml({"A": [event()]}) + b"<rest"
    with pytest.raises(NoScheduleError, match=f"line {data.count(10) + 1}"):
        imported(data)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("ISO-8859-1", "latin-1"),
        ("windows-1252", "cp1252"),
        ("UTF-16", "utf-16"),
        ("Shift_JIS", "shift_jis"),
    ],
)
def test_encodings_that_xml_declares(declared: str, encoding: str) -> None:
    title = "日本" if encoding == "shift_jis" else "Café"
    text = xml({"A": [event(title=title)]}).decode().replace('"utf-8"', f'"{declared}"')
    data = text.encode(encoding)
    assert programme(data).sessions[0].title == title
    assert notes_of(data) == []


def test_latin_1_that_claims_to_be_utf_8_is_read_and_said() -> None:
    data = xml({"A": [event(title="Café")]}).decode().encode("latin-1")
    assert programme(data).sessions[0].title == "Café"
    assert "windows-1252" in notes_of(data)[0][2]


def test_an_encoding_that_is_no_character_set_is_not_used() -> None:
    data = xml({"A": [event()]}).replace(b'"utf-8"', b'"unicode_escape"')
    assert programme(data).sessions[0].title == "Talk one"


def test_control_characters_in_xml_are_removed_and_said() -> None:
    data = xml({"A": [event(title="A\x0btalk")]})
    assert programme(data).sessions[0].title == "Atalk"
    assert notes_of(data)[0][0] == "mended"


def test_crlf_and_cr() -> None:
    data = xml({"A": [event(abstract="One\ntwo")]})
    for end in (b"\r\n", b"\r"):
        made = programme(data.replace(b"\n", end))
        assert made.sessions[0].description == "One\ntwo"


def test_an_undeclared_prefix_does_no_harm() -> None:
    data = xml({"A": [event()]}).replace(b"<duration>", b"<x:other/><duration>")
    assert len(programme(data).sessions) == 1


def test_lone_halves_of_characters_in_json() -> None:
    session = {"guid": "\udfff", "title": "a\ud83d", "start": "2025-02-13T10:00:00Z"}
    data = schema2([session], title="\ud800")
    assert programme(data).sessions[0].title == "a\ufffd"


@pytest.mark.parametrize(
    "data",
    [
        xml({"A": [event(str(number)) for number in range(20_001)]}),
        json_of({"A": [event(str(number)) for number in range(20_001)]}),
        calendar(*(ical_event("DTSTART:20250213T100000Z", uid=str(n)) for n in range(20_001))),
        calendar(
            *(
                ical_event("DTSTART:20250213T100000Z", "RRULE:FREQ=DAILY;COUNT=50", uid=str(n))
                for n in range(150)
            ),
            *(ical_event("DTSTART:20250213T100000Z", uid=f"once {n}") for n in range(15_000)),
        ),
    ],
    ids=["xml", "json", "ics", "recurring"],
)
def test_more_events_than_a_programme_has_sessions_are_refused(data: bytes) -> None:
    with pytest.raises(NoScheduleError, match=r"more than 20000 events.* take a part of it"):
        imported(data)


def test_more_days_than_a_programme_has_are_refused() -> None:
    days = (date(2000, 1, 1) + timedelta(days=number) for number in range(4_001))
    data = calendar(*(ical_event(f"DTSTART:{day:%Y%m%d}T100000Z", uid=f"{day}") for day in days))
    with pytest.raises(NoScheduleError, match="more than 4000 days"):
        imported(data)


def test_more_meals_than_a_programme_has_blocks_are_refused() -> None:
    first = datetime(2025, 2, 13, 6, tzinfo=UTC)
    starts = (first + timedelta(minutes=number) for number in range(5_001))
    meals = (
        ical_event(f"DTSTART:{at:%Y%m%dT%H%M}00Z", "DURATION:PT5M", uid=f"{at}", title="Lunch")
        for at in starts
    )
    with pytest.raises(NoScheduleError, match="more than 5000 breaks and meals"):
        imported(calendar(*meals))


def test_a_file_larger_than_any_schedule_is_refused() -> None:
    data = b"<schedule>" + b" " * 20_000_000
    with pytest.raises(NoScheduleError, match="larger than 20 MB"):
        imported(data)


def test_properties_by_the_million_are_refused() -> None:
    people = calendar("BEGIN:VEVENT\r\n" + "URL:x\r\n" * 600_001 + "END:VEVENT\r\n")
    with pytest.raises(NoScheduleError, match="more than 600000 properties"):
        imported(people)


def test_of_very_many_dates_that_an_event_leaves_out_the_first_count() -> None:
    def dates(numbers: range) -> str:
        return ",".join(f"{date(1990, 1, 1) + timedelta(days=n):%Y%m%dT100000Z}" for n in numbers)

    lines = ("DTSTART:20250213T100000Z", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20250214T100000Z")
    many = f"EXDATE:{dates(range(9_999))}"
    data = calendar(ical_event(*lines, many))
    assert len(programme(data).sessions) == 2
    assert not [text for _kind, _place, text in notes_of(data) if "EXDATE" in text]
    (text,) = [
        text
        for _kind, _place, text in notes_of(calendar(ical_event(*lines, many, "EXDATE:20250215")))
        if "EXDATE" in text
    ]
    assert "more than 10000 dates" in text
