"""A programme to iCalendar and back: all that the format can hold comes back."""

import pytest
from hypothesis import given, settings

from tests.builders import plan_of
from tests.exchange.any_programmes import any_programmes
from tests.exchange.coming_back import held_by_ics, imported_from
from tests.helpers import programme_of
from tui_planner.exchange.exporting.icalendar.vcalendar import UNSUPPORTED, make_calendar
from tui_planner.exchange.exporting.unsupported_features import count_unsupported
from tui_planner.programme.model import Programme

HEAD = """\
[programme]
id = "some-days"
title = "Some; days, and nights"
timezone = "Europe/Amsterdam"
language = "nl"
venue = "Town hall"
city = "Hoorn"
url = "https://example.org"
version = "2"
description = '''
All of it,
in two lines'''

[[days]]
date = 2025-10-25
end = 2025-10-26T06:00:00

[[days]]
date = 2025-10-26
"""
BODY = """
[[rooms]]
id = "hall"
name = "Hall, great"

[[blocks]]
id = "welcome"
kind = "plenary"
title = "Welcome"
day = 2025-10-25
start = "09:00"
end = "10:00"
room = "hall"
speakers = ["Ada; Lovelace"]
description = "Hello"

[[blocks]]
id = "lunch"
kind = "meal"
title = "Eating"
day = 2025-10-25
start = "12:00"
end = "13:00"

[[sessions]]
id = "container@example.org"
title = "Track"
day = 2025-10-25
start = "10:00"
end = "12:00"
track = "A, B"

[[sessions]]
id = "part"
title = "Part"
day = 2025-10-25
start = "10:00"
end = "11:00"
part_of = "container@example.org"
room = "hall"
speakers = ["Ada, the first", "Bob"]
hosts = ["A, B and C"]
description = '''
Speaker: not this line

<b>bold</b> \\n and; more'''
url = "https://example.org/part?a=1,2"
language = "en-GB"

[[sessions]]
id = "again"
title = "Part again"
day = 2025-10-25
start = "11:00"
repeat_of = "part"
status = "full"
meal = true

[[sessions]]
id = "invited"
title = "Invited"
day = 2025-10-25
start = "15:00"
end = "16:00"
status = "invitation"
drop_in = true

[[sessions]]
id = "off"
title = "Off"
day = 2025-10-25
start = "15:00"
end = "16:00"
status = "cancelled"

[[sessions]]
id = "night"
title = "Night"
day = 2025-10-25
start = 2025-10-26T02:15:00
end = 2025-10-26T04:00:00

[[sessions]]
id = "evening"
title = "Evening"
day = 2025-10-26
start = "22:00"
end = 2025-10-27T01:00:00
"""


def come_back(programme: Programme) -> Programme:
    return imported_from(make_calendar(plan_of(programme), mine=False, alarm=None), "day.ics")


@pytest.fixture
def some_days() -> Programme:
    return programme_of(BODY, HEAD)


def test_sessions_and_blocks_come_back(some_days: Programme) -> None:
    before, after = held_by_ics(some_days), held_by_ics(come_back(some_days))
    for id_ in before:
        assert after.pop(id_) == before[id_]
    assert after == {}


def test_who_hosts_every_session_comes_back() -> None:
    body = "".join(
        f'[[sessions]]\nid = "{id_}"\ntitle = "{id_}"\nstart = "10:00"\nhosts = ["One"]\n'
        for id_ in ("a", "b")
    )
    after = come_back(programme_of(body))
    assert [session.hosts for session in after.sessions] == [("One",), ("One",)]


def test_nothing_is_guessed_of_what_is_said() -> None:
    body = """
[[rooms]]
id = "a"
name = "A"

[[rooms]]
id = "b"
name = "B"
"""
    for id_, title, room, start, end in (
        ("whole", "Cancelled flights", "a", "10:00", "12:00"),
        ("first", "First", "a", "10:00", "11:00"),
        ("second", "Second", "a", "11:00", "12:00"),
        ("pause", "Break", "a", "12:00", "12:30"),
        ("pause-b", "Break", "b", "12:00", "12:30"),
    ):
        body += f'''
[[sessions]]
id = "{id_}"
title = "{title}"
room = "{room}"
start = "{start}"
end = "{end}"
'''
    before = programme_of(body)
    assert held_by_ics(come_back(before)) == held_by_ics(before)


@given(any_programmes())
@settings(deadline=None)
def test_any_programme_comes_back(programme: Programme) -> None:
    after = come_back(programme)
    assert held_by_ics(after) == held_by_ics(programme)
    for name in ("id", "title", "zone", "language", "venue", "city", "version", "description"):
        assert getattr(after, name) == getattr(programme, name), name


def test_the_shipped_programme_comes_back(hoorn: Programme) -> None:
    assert held_by_ics(come_back(hoorn)) == held_by_ics(hoorn)


def test_the_programme_itself_comes_back(some_days: Programme) -> None:
    after = come_back(some_days)
    for name in ("id", "title", "zone", "language", "venue", "city", "url", "version"):
        assert getattr(after, name) == getattr(some_days, name), name
    assert after.description == some_days.description.strip()
    assert [day.date for day in after.days] == [day.date for day in some_days.days]


def test_a_second_journey_changes_nothing(some_days: Programme) -> None:
    once = come_back(some_days)
    first, second = (
        make_calendar(plan_of(one), mine=False, alarm=None) for one in (once, come_back(once))
    )
    assert first == second


def test_what_does_not_come_back_is_said(hoorn: Programme) -> None:
    said = count_unsupported(plan_of(hoorn), UNSUPPORTED, mine=False)
    assert "until when a session may run on (2)" in said
    assert "starts that are not exact (4)" in said
    assert "which part of a description is the agenda (1)" in said
    assert len(said) == 6


def test_of_a_programme_that_comes_back_whole_nothing_is_said(some_days: Programme) -> None:
    assert count_unsupported(plan_of(some_days), UNSUPPORTED, mine=False) == []
