"""What is on all day, in every format that goes out, and back from those that come in again."""

from collections.abc import Callable
from datetime import date
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from icalendar import Calendar

from tests.builders import all_day, chosen, clock, plan_of, room, session
from tests.exchange.coming_back import imported_from
from tests.exchange.exporting.reading import read_page
from tests.helpers import HEAD, programme_of
from tui_planner.exchange.exporting.icalendar.vcalendar import make_calendar
from tui_planner.exchange.exporting.markdown import make_markdown
from tui_planner.exchange.exporting.plan_json import make_whole_document
from tui_planner.exchange.exporting.schedule.schedule_json import make_schedule_json
from tui_planner.exchange.exporting.schedule.schedule_xml import make_schedule_xml
from tui_planner.exchange.exporting.svg import make_svg
from tui_planner.exchange.exporting.webpage.page import make_page
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

ROOMS = room("hall", "Great hall") + room("attic", "Attic")
TALK = session("talk", "10:00-11:00", 'room = "attic"')
FAIR = programme_of(ROOMS + TALK + all_day("fair", 'room = "hall"') + all_day("sale"))
Make = Callable[[Programme], str]
SCHEDULES = pytest.mark.parametrize(
    ("name", "make"), [("day.xml", make_schedule_xml), ("day.json", make_schedule_json)]
)


def event_of(plan: ResolvedItinerary, title: str, *, mine: bool = False) -> Any:
    calendar = Calendar.from_ical(make_calendar(plan, mine=mine, alarm=10))
    return next(event for event in calendar.events if event["SUMMARY"] == title)


def test_a_calendar_has_dates_and_leaves_one_free() -> None:
    event = event_of(plan_of(FAIR), "FAIR")
    assert event["DTSTART"].dt == date(2025, 2, 13)
    assert event["DTEND"].dt == date(2025, 2, 14)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert event["TRANSP"] == "TRANSPARENT"
    assert not event.alarms.times


def test_a_calendar_has_the_hours_that_a_delegate_gave_it() -> None:
    plan = plan_of(FAIR, chosen(FAIR, "fair", join=clock("10:00"), leave=clock("11:30")))
    event = event_of(plan, "FAIR", mine=True)
    assert f"{event['DTSTART'].dt:%H:%M}–{event['DTEND'].dt:%H:%M}" == "10:00–11:30"
    assert event["TRANSP"] == "OPAQUE"
    assert "the session itself is all day" in event["DESCRIPTION"]


def test_a_page_has_it_above_the_hours_with_its_room() -> None:
    read = read_page(make_page(plan_of(FAIR), mine=False))
    first, second, third = read.one("ol").all("li")
    assert ["all day" in item.text for item in (first, second, third)] == [True, True, False]
    assert "Great hall" in first.text
    rows = [int(item.attributes["style"].split(":")[1].split("/")[0]) for item in (first, third)]
    assert rows[0] < rows[1]
    assert not [time for time in read.all("b") if time.text == "00:00"]


def test_a_page_of_a_day_of_nothing_else() -> None:
    read = read_page(make_page(plan_of(programme_of(all_day("fair"))), mine=False))
    (item,) = read.one("ol").all("li")
    assert "all day" in item.text


def test_an_image_has_it_above_the_hours() -> None:
    svg = "{http://www.w3.org/2000/svg}"
    drawing = fromstring(make_svg(plan_of(FAIR), mine=False))  # noqa: S314 - our own
    tops = {
        box.findtext(f"{svg}title"): float(box.attrib["y"])
        for box in drawing.iter(f"{svg}svg")
        if box.find(f"{svg}title") is not None and "class" in box.attrib
    }
    assert tops["FAIR, all day"] < tops["TALK, 10:00–11:00"]
    assert "00:00" not in [text.text for text in drawing.iter(f"{svg}text")]


def test_markdown_says_it_in_words_before_all_else() -> None:
    lines = [line for line in make_markdown(plan_of(FAIR), mine=False).splitlines() if "**" in line]
    assert lines[0] == "- all day **FAIR** · Great hall"
    assert lines[-1].startswith("- 10:00–11:00 **TALK**")


def test_json_says_it_beside_the_times() -> None:
    document = make_whole_document(plan_of(FAIR), mine=False)
    assert isinstance(document["sessions"], list)
    talk, fair, _sale = document["sessions"]
    assert (talk["all_day"], fair["all_day"]) == (False, True)
    assert fair["start"] == "2025-02-13T00:00:00+01:00"
    assert fair["end"] == "2025-02-14T00:00:00+01:00"


@SCHEDULES
def test_a_schedule_has_all_its_hours_and_comes_back(name: str, make: Make) -> None:
    text = make(FAIR)
    assert ">24:00<" in text or '"24:00"' in text
    back = {one.title: one.timing for one in imported_from(text.encode(), name).sessions}
    assert back == {one.title: one.timing for one in FAIR.sessions}


@SCHEDULES
@pytest.mark.parametrize("day", ["2025-03-30", "2025-10-26"])
def test_a_schedule_of_a_day_on_which_the_clocks_change(name: str, make: Make, day: str) -> None:
    programme = programme_of(all_day("fair"), HEAD.replace("2025-02-13", day))
    text = make(programme)
    (back,) = imported_from(text.encode(), name).sessions
    assert back.timing == programme.sessions[0].timing
