"""schedule.xml in its dialects, as a programme."""

import pytest

from tests.exchange.importing.support import clock, event, imported, notes_of, programme, xml
from tui_planner.programme.model import Link

FRAB = """\
<?xml version='1.0' encoding='utf-8' ?>
<schedule xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:noNamespaceSchemaLocation="https://example.org/schedule.xsd">
  <generator name="frab"/><version>0.7</version>
  <conference>
    <title>Camp</title><acronym>camp-1</acronym><city>Halle</city><venue>A field</venue>
    <base_url>https://example.org/camp/</base_url>
    <time_zone_name>Europe/Berlin</time_zone_name>
  </conference>
  <day index='1' date='2042-07-01'
    start='2042-07-01T10:00:00+02:00' end='2042-07-02T04:00:00+02:00'>
    <room name='Tent' guid='bf5f1132-82bd-4da2-bbe0-1abbf8daf4ab'>
      <event guid='e427cfa9-9ba1-4b14-a99f-bce83ffe5a1c' id='1337'>
        <date>2042-07-02T01:30:00+02:00</date>
        <title>A night
          talk</title>
        <subtitle>In the dark</subtitle>
        <start>01:30</start>
        <duration>00:30</duration>
        <room>Tent</room>
        <track>Nature</track>
        <language>de</language>
        <abstract>About owls.</abstract>
        <description>About owls. And moths.</description>
        <url>https://example.org/owls</url>
        <recording><license/><optout>false</optout></recording>
        <persons><person id='1'>Some Person</person><person id='2'>Another</person></persons>
        <links><link href="https://example.org">A link</link></links>
      </event>
    </room>
    <room name='Empty tent'></room>
  </day>
  <day index='2' date='2042-07-02'></day>
</schedule>
"""

PENTABARF = """\
<?xml version="1.0" encoding="UTF-8"?>
<schedule>
 <conference>
  <title>An old event</title><city>Brussels</city><day_change>08:00</day_change>
 </conference>
 <day date="2010-02-06" index="1">
  <room name="Janson">
   <event id="819">
    <start>10:00</start><duration>00:45</duration><room>Janson</room><tag>welcome</tag>
    <title>Welcome</title><language>English</language><abstract/>
   </event>
   <event id="820"><start>00:30</start><duration>01:00:00</duration><title>Late</title></event>
  </room>
 </day>
</schedule>
"""


def test_all_that_frab_says_of_a_session() -> None:
    made = programme(FRAB.encode())
    (session,) = made.sessions
    assert session.id == "e427cfa9-9ba1-4b14-a99f-bce83ffe5a1c"
    assert session.title == "A night talk"
    assert session.track == "Nature"
    assert session.language == "de"
    assert session.speakers == ("Some Person", "Another")
    assert session.url == "https://example.org/owls"
    assert session.links == (Link("https://example.org", "A link"),)
    assert session.description == "In the dark\n\nAbout owls. And moths."
    assert made.get_room_name(session.room) == "Tent"
    assert clock(session.timing.start, made) == "2042-07-02 01:30"
    assert clock(session.timing.end, made) == "2042-07-02 02:00"


@pytest.mark.parametrize(
    ("written", "speakers"),
    [
        ("<person>Ada Bloem</person>", ("Ada Bloem",)),
        ("<person>Ada Bloem, Bo Vink and Cy Roos</person>", ("Ada Bloem", "Bo Vink", "Cy Roos")),
        ("<person>Bloem, Ada; Vink, Bo</person>", ("Bloem, Ada", "Vink, Bo")),
        ("<speaker>Ada Bloem</speaker><speaker>Bo Vink</speaker>", ("Ada Bloem", "Bo Vink")),
        ("<person/>", ()),
    ],
)
def test_people_outside_a_list_of_people(written: str, speakers: tuple[str, ...]) -> None:
    people = "<persons><person id='1'>Some Person</person><person id='2'>Another</person></persons>"
    (session,) = programme(FRAB.replace(people, written).encode()).sessions
    assert session.speakers == speakers


def test_the_event_its_days_and_its_rooms() -> None:
    made = programme(FRAB.encode())
    assert (made.id, made.title, made.version) == ("camp-1-2042", "Camp", "0.7")
    assert (made.city, made.venue, made.url) == ("Halle", "A field", "https://example.org/camp/")
    assert [room.name for room in made.rooms] == ["Tent", "Empty tent"]
    assert [str(day.date) for day in made.days] == ["2042-07-01", "2042-07-02"]


def test_a_session_past_midnight_stays_on_its_day() -> None:
    made = programme(FRAB.encode())
    assert str(made.sessions[0].day) == "2042-07-01"


def test_nothing_is_said_of_what_needed_no_mending() -> None:
    assert notes_of(FRAB.encode()) == []


def test_pentabarf_has_times_of_day_only_and_a_day_change() -> None:
    made = programme(PENTABARF.encode())
    assert made.zone.key == "Europe/Brussels"
    assert [clock(s.timing.start, made) for s in made.sessions] == [
        "2010-02-06 10:00",
        "2010-02-07 00:30",
    ]
    assert [s.id for s in made.sessions] == ["819", "820"]
    assert made.sessions[0].language == "en"
    assert clock(made.sessions[1].timing.end, made) == "2010-02-07 01:30"


def test_the_zone_of_the_city_is_a_guess() -> None:
    (note,) = notes_of(PENTABARF.encode())
    assert note[0] == "guessed"
    assert "Europe/Brussels" in note[2]


def test_places_are_lines_of_the_file() -> None:
    data = xml({"Hall": [event("one"), event("two", duration="00:00")]})
    line = next(n for n, text in enumerate(data.splitlines(), 1) if b'id="two"' in text)
    assert [place for _kind, place, _text in notes_of(data)] == [f"line {line}"]


def test_events_outside_of_days_and_rooms_are_found() -> None:
    data = b"""<schedule><conference><time_zone_name>UTC</time_zone_name></conference>
    <event guid="a"><date>2025-02-13T10:00:00+00:00</date><title>A</title><duration>1:00</duration>
    </event></schedule>"""
    assert [session.id for session in programme(data).sessions] == ["a"]


def test_the_same_ids_at_the_next_import() -> None:
    events = [event("one"), event("two", "11:00"), event("two", "12:00"), event("two", "13:00")]
    before = imported(xml({"Hall": events}))
    after = imported(xml({"Hall": events[::-1]}))
    assert before.text.split("[[rooms]]")[1].count("[[sessions]]") == 4
    ids = [[s.id for s in programme(made).sessions] for made in (before, after)]
    runs = [f"two-20250213-{hour}00" for hour in (11, 12, 13)]
    assert ids[0] == ids[1] == ["one", *runs]


def test_an_import_is_the_same_text_every_time() -> None:
    assert imported(FRAB.encode()).text == imported(FRAB.encode()).text
