"""What each format has no place for is said, and nothing that it holds."""

import json
from typing import Any

import pytest

from tests.builders import appointment, chosen, clock, plan_of
from tests.helpers import programme_of
from tui_planner.exchange.exporting.export_format import Request
from tui_planner.exchange.exporting.registry import list_formats
from tui_planner.exchange.exporting.unsupported_features import Feature, count_unsupported
from tui_planner.itinerary.resolved import ResolvedItinerary

FORMATS = list_formats()
HEAD = """\
[programme]
id = "all"
title = "All there is"
timezone = "Europe/Amsterdam"
language = "nl"
venue = "A-venue"
city = "A-city"
version = "A-version"
description = "About-it"
changeover = 5
"""
BODY = """
[[days]]
date = 2025-02-13
title = "Day-title"

[[rooms]]
id = "hall"
name = "Hall-name"
capacity = 4041
building = "A-building"

[[blocks]]
id = "lunch"
kind = "meal"
title = "Lunch"
start = "12:00"
end = "13:00"
minutes_needed = 1234

[[blocks]]
id = "round"
kind = "choice"
title = "Round"
start = "10:00"
end = "12:00"

[[sessions]]
id = "whole"
block = "round"
title = "Whole"
start = "10:00"
end = "11:00"
overrun = "11:30"
around = 5
status = "full"
group = "A-group"
room = "hall"
track = "A-track"
hosts = ["A-host"]
speakers = ["A-speaker"]
description = "A-description"
agenda = "An-agenda"
url = "mailto:a-room@example.org"
language = "fy"
capacity = 5051

[[sessions]]
id = "part"
title = "Part"
start = "10:00"
part_of = "whole"
repeat_of = "whole"
drop_in = true
meal = true

[[sessions]]
id = "off"
title = "Off"
start = "14:00"
end = "15:00"
status = "cancelled"

[[accepted]]
rule = "C101"
sessions = ["whole", "part"]
reason = "A-reason"
"""
WRITTEN = {
    Feature.HOSTS: "A-host",
    Feature.DESCRIPTIONS: "A-description",
    Feature.TRACKS: "A-track",
    Feature.ADDRESSES_OFF_THE_WEB: "mailto:a-room@example.org",
    Feature.SESSION_CAPACITIES: "5051",
    Feature.ROOM_CAPACITIES: "4041",
    Feature.BUILDINGS: "A-building",
    Feature.PLACE: "A-city",
    Feature.VERSION: "A-version",
    Feature.ABOUT: "About-it",
    Feature.DAY_TITLES: "Day-title",
    Feature.GROUPS: "A-group",
    Feature.MEAL_MINUTES: "1234",
    Feature.ACCEPTED: "A-reason",
    Feature.NOTES: "A-note",
    Feature.APPOINTMENTS: "An-appointment",
}
"""Words that stand in a file that holds a feature; of the others, no single word tells."""


@pytest.fixture
def plan() -> ResolvedItinerary:
    programme = programme_of(BODY, HEAD)
    whole = chosen(programme, "whole", priority="must", note="A-note")
    call = appointment("An-appointment", "16:00", "16:10")
    return plan_of(programme, whole, "part", "off", appointments=(call,), arrives=clock("09:00"))


def exported(plan: ResolvedItinerary, name: str) -> tuple[str, set[Feature]]:
    made, missing = FORMATS[name].make(Request(plan, mine=True, alarm=None, changed=None))
    not_held = set(missing)
    if Feature.ADDRESSES in not_held:
        not_held.add(Feature.ADDRESSES_OFF_THE_WEB)
    text = made if isinstance(made, str) else made.decode().replace("\r\n ", "")
    return text, not_held


def test_everything_is_there_to_be_lost(plan: ResolvedItinerary) -> None:
    of_programme = Feature.ADDRESSES, Feature.CANCELLED
    lost = count_unsupported(plan, list(Feature), mine=True)
    assert len(lost) == len(Feature), lost
    assert all(count_unsupported(plan, [feature], mine=True) for feature in of_programme)


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_not_told_to_be_lost_is_there(plan: ResolvedItinerary, name: str) -> None:
    made, not_held = exported(plan, name)
    missing = {feature for feature, words in WRITTEN.items() if words not in made}
    assert missing <= not_held


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "ics"])
def test_what_is_told_to_be_lost_is_not_there(plan: ResolvedItinerary, name: str) -> None:
    made, not_held = exported(plan, name)  # iCalendar tells in words what does not come back
    assert not [feature for feature in not_held & set(WRITTEN) if WRITTEN[feature] in made]


def test_the_json_holds_all_of_it(plan: ResolvedItinerary) -> None:
    made, not_held = exported(plan, "json")
    document: dict[str, Any] = json.loads(made)
    assert not_held == set()
    whole, part, off = document["sessions"]
    assert (whole["around"], whole["overrun"]) == (5, "2025-02-13T11:30:00+01:00")
    assert (whole["language"], whole["agenda"]) == ("fy", "An-agenda")
    assert (part["part_of"], part["repeat_of"], part["drop_in"], part["meal"]) == (
        *("whole", "whole"),
        *(True, True),
    )
    assert (part["end"], off["status"]) == (None, "cancelled")
    assert document["arrives"] == "2025-02-13T09:00:00+01:00"
    assert document["changeover"] == 5
