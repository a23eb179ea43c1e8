"""Small calendars of the kinds that are published, each with what its publisher meant."""

from zoneinfo import ZoneInfo

import pytest

from tests.exchange.importing.icalendar.ical_texts import END, START, calendar, event
from tests.exchange.importing.support import findings, imported, notes_of, programme
from tests.helpers import DATA
from tui_planner.programme.model import Programme


def case(name: str) -> bytes:
    (file,) = (DATA / "imports").glob(f"{name}-*.ics")
    return file.read_bytes()


def times(name: str, zone: str = "") -> list[str]:
    """The sessions of a case: `Keynote 05-09 09:30–10:15`, by the clocks of a zone."""
    made = programme(case(name))
    clocks = ZoneInfo(zone) if zone else made.zone
    found = []
    for session in made.sessions:
        start, end = (at.astimezone(clocks) for at in session.timing.planned)
        found.append(f"{session.title} {start:%m-%d %H:%M}–{end:%H:%M}")
    return found


@pytest.mark.parametrize(
    ("name", "zone", "expected"),
    [
        (
            "01",
            "",
            [
                "Keynote 05-09 09:30–10:15",
                "Hackathon 05-09 10:00–00:00",
                "Hackathon 05-10 00:00–16:00",
                "Closing 05-10 17:00–18:00",
            ],
        ),
        ("02", "", ["Open exhibition 05-09 00:00–00:00", "Evening talk 05-09 18:00–19:00"]),
        ("10", "Europe/Berlin", ["T 07-08 10:00–11:00"]),
        ("11", "America/New_York", ["T 07-08 10:00–11:00"]),
        ("12", "UTC", ["Series 03-24 08:00–09:00", "Series 03-25 12:00–15:00"]),
        ("13", "UTC", ["One 07-05 04:45–05:45"]),
        ("15", "", ["Talk 05-08 10:00–11:00"]),
        (
            "16",
            "",
            [
                "Stand-up 10-20 09:30–10:00",
                "Stand-up moved 10-21 14:00–14:30",
                "Stand-up 10-22 09:30–10:00",
            ],
        ),
    ],
)
def test_when_the_sessions_of_a_case_are(name: str, zone: str, expected: list[str]) -> None:
    assert times(name, zone) == expected


def test_what_stands_around_a_calendar_is_told() -> None:
    assert notes_of(case("15")) == [
        ("mended", "line 1", "2 lines stand outside of the calendar: they are passed over.")
    ]


def test_an_instant_whose_zone_is_not_known_is_told() -> None:
    (told,) = notes_of(case("13"))
    assert told[0] == "guessed"
    assert '"Camp Time" go as in no known time zone' in told[2]


def test_two_halls_in_one_text_are_both_taken() -> None:
    (clash,) = findings(case("17"), "C103")
    assert clash.minutes == 30
    assert clash.interval is not None
    assert f"{clash.interval.start:%H:%M}" == "08:30"
    assert "Hall 2" in clash.message


def test_what_is_on_instead_of_something_cancelled_stands_on_its_own() -> None:
    made: Programme = programme(imported(case("20")))
    assert [(one.title, one.part_of, one.status) for one in made.sessions] == [
        ("CANCELLED: Long workshop", None, "cancelled"),
        ("Replacement one", None, "open"),
        ("Replacement two", None, "open"),
    ]


def test_a_part_of_something_cancelled_is_none_and_that_is_told() -> None:
    whole = event(START, "DURATION:PT3H", "STATUS:CANCELLED", uid="whole")
    part = event(START, END, "RELATED-TO:whole", uid="part", title="Part")
    off = event(START, END, "RELATED-TO:whole", "STATUS:CANCELLED", uid="off", title="Off")
    data = calendar(whole, part, off)
    parts = {session.title: session.part_of for session in programme(data).sessions}
    assert parts == {"First": None, "Part": None, "Off": "whole"}
    told = "What it is part of is cancelled: it stands on its own."
    assert [note for note in notes_of(data) if note[2] == told] == [("mended", "line 12", told)]


def test_what_lasts_days_clashes_as_its_hours_say() -> None:
    long = event(START, "DURATION:P1DT2H", "LOCATION:Hall", uid="long", title="Hackathon")
    talks = [
        event(START.replace("13T10", when), "DURATION:PT1H", "LOCATION:Hall", uid=f"t{when}")
        for when in ("13T09", "13T22", "14T11", "14T12")
    ]
    found = findings(calendar(long, *talks), "C103")
    assert sorted(problem.sessions for problem in found) == [
        ("long#20250213", "t13T22"),
        ("long#20250214", "t14T11"),
    ]


def test_what_is_on_all_day_leaves_breaks_for_everyone_and_holds_no_parts() -> None:
    fair = event("DTSTART;VALUE=DATE:20250213", "LOCATION:Hall", uid="fair", title="Fair")
    break_ = event(START, "DURATION:PT15M", uid="pause", title="Coffee break")
    talks = [
        event(START.replace("T10", hour), "DURATION:PT1H", "LOCATION:Hall", uid=hour, title="Fair")
        for hour in ("T11", "T12")
    ]
    made = programme(calendar(fair, break_, *talks))
    assert [block.title for block in made.blocks] == ["Coffee break"]
    assert {session.part_of for session in made.sessions} == {None}
