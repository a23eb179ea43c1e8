"""What others published, imported and exported in every format: no session is lost."""

import json
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from icalendar import Calendar

from tests.builders import plan_of
from tests.exchange.coming_back import imported_from
from tests.exchange.exporting.reading import read_page
from tests.samples import TABLE, sample
from tui_planner.exchange.exporting.icalendar.vcalendar import make_calendar
from tui_planner.exchange.exporting.markdown import make_markdown
from tui_planner.exchange.exporting.plan_json import make_whole_document
from tui_planner.exchange.exporting.schedule.schedule_json import make_schedule_json
from tui_planner.exchange.exporting.schedule.schedule_xml import make_schedule_xml
from tui_planner.exchange.exporting.svg import make_svg
from tui_planner.exchange.exporting.webpage.page import make_page
from tui_planner.programme.model import BlockKind, Status

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", TABLE)
def test_sessions_out_are_sessions_in(name: str) -> None:
    programme = imported_from(sample(name).read_bytes(), name)
    plan = plan_of(programme)
    sessions = len(programme.sessions)
    things = sessions + sum(block.kind is not BlockKind.CHOICE for block in programme.blocks)
    held = things - sum(s.status is Status.CANCELLED for s in programme.sessions)
    page = read_page(make_page(plan, mine=False))
    assert len(page.all("li", "session")) == sessions
    document: Any = make_whole_document(plan, mine=False)
    assert len(document["sessions"]) == sessions
    assert make_markdown(plan, mine=False).count("**") == 2 * things
    calendar = Calendar.from_ical(make_calendar(plan, mine=False, alarm=None))
    assert len(calendar.events) == things
    assert len(list(fromstring(make_schedule_xml(programme)).iter("event"))) == held  # noqa: S314
    days = json.loads(make_schedule_json(programme))["schedule"]["conference"]["days"]
    assert sum(len(events) for day in days for events in day["rooms"].values()) == held
    assert make_svg(plan, mine=False).count('class="session ') == sessions
