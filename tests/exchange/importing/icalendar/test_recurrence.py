"""Recurring events: the rules, against dateutil's, and what becomes of them in a file."""

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.importing.icalendar.ical_texts import (
    END,
    START,
    clocks,
    event,
    imported,
    notes_of_kind,
)
from tui_planner.exchange.importing.draft.draft import Draft, NoteKind
from tui_planner.exchange.importing.icalendar.occurrences import MOST_OF_ONE
from tui_planner.exchange.importing.icalendar.recurrence import expand_rule, parse_rule

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def some(values: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    listed = st.lists(values, min_size=1, max_size=3, unique=True)
    return st.just("") | listed.map(lambda them: ",".join(map(str, them)))


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Rules that hold again and again: dateutil looks for the next date up to the year 9999."""
    frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    ordinal = draw(st.sampled_from(("", "1", "-1", "2")))
    parts = {
        "FREQ": frequency,
        "INTERVAL": draw(st.sampled_from(("", "1", "2", "5"))),
        "WKST": draw(st.sampled_from(("", "MO", "SU"))),
        "BYMONTH": draw(some(st.integers(1, 12))),
        "BYDAY": draw(some(st.sampled_from(WEEKDAYS).map(lambda day: ordinal + day))),
    }
    if not parts["BYDAY"] and frequency != "WEEKLY":
        parts["BYMONTHDAY"] = draw(some(st.integers(1, 28) | st.integers(-28, -1)))
    if parts["BYDAY"] and frequency in ("MONTHLY", "WEEKLY"):
        parts["BYSETPOS"] = draw(st.sampled_from(("", "1", "-1")))
    return ";".join(f"{name}={value}" for name, value in parts.items() if value)


@settings(max_examples=150, deadline=None)
@given(rules(), st.dates(date(2023, 1, 1), date(2027, 12, 31)), st.integers(0, 500))
def test_a_rule_holds_on_the_days_on_which_dateutil_says_so(
    text: str, first: date, later: int
) -> None:
    rule = parse_rule(text)
    assert rule is not None
    midnight = datetime.combine(first, time())
    after, last = midnight + timedelta(days=later), midnight + timedelta(days=later + 400)
    expected = [at.date() for at in rrulestr(text, dtstart=midnight).between(after, last, inc=True)]
    found = expand_rule(rule, first, after.date(), 1_000)
    # Of the first week dateutil sees only what is left of it, and so counts positions from there.
    seen = first + timedelta(days=6) if "WEEKLY" in text and rule.positions else first
    assert [day for day in found if day <= last.date() and day > seen] == [
        day for day in expected if day > seen
    ]


def test_the_first_date_counts() -> None:
    rule = parse_rule("FREQ=WEEKLY;BYDAY=FR;COUNT=2")
    assert rule is not None
    assert expand_rule(rule, date(2025, 2, 13), date(2025, 2, 13), 9) == [
        date(2025, 2, 13),
        date(2025, 2, 14),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9", "FREQ=YEARLY;BYWEEKNO=1", "", "COUNT=2", "FREQ="),
        *("FREQ=DAILY;UNTIL=093000", "FREQ=DAILY;UNTIL=x", "FREQ=DAILY;UNTIL=PT1H"),
        *("FREQ=DAILY;COUNT=x", "FREQ=DAILY;INTERVAL=093000T"),
    ],
)
def test_a_rule_that_is_not_by_days_is_not_known(text: str) -> None:
    assert parse_rule(text) is None


@pytest.mark.parametrize("text", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;BYMONTH=99"])
def test_a_rule_that_never_holds_leaves_the_first_date(text: str) -> None:
    rule = parse_rule(text)
    assert rule is not None
    assert expand_rule(rule, date(2025, 2, 13), date(2025, 2, 13), 9) == [date(2025, 2, 13)]


def recurring(*lines: str) -> Draft:
    return imported(event(START, END, *lines))


def days(draft: Draft) -> list[str]:
    return [when.removesuffix(" 10:00–11:00").removeprefix("2025-") for when in clocks(draft)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["RRULE:FREQ=DAILY;COUNT=3"], ["02-13", "02-14", "02-15"]),
        (["RRULE:FREQ=DAILY;UNTIL=20250214"], ["02-13", "02-14"]),
        (["RRULE:FREQ=DAILY;UNTIL=20250214T085959Z"], ["02-13"]),
        (["RRULE:FREQ=DAILY;UNTIL=20250214T090000Z"], ["02-13", "02-14"]),
        (
            ["RRULE:FREQ=DAILY;COUNT=3", "EXDATE;TZID=Europe/Amsterdam:20250214T100000"],
            ["02-13", "02-15"],
        ),
        (["RRULE:FREQ=DAILY;COUNT=3", "EXDATE;VALUE=DATE:20250214"], ["02-13", "02-15"]),
        (["RDATE;TZID=Europe/Amsterdam:20250220T100000"], ["02-13", "02-20"]),
        (["RDATE;VALUE=PERIOD:20250220T090000Z/PT1H"], ["02-13", "02-20"]),
        (["RRULE:FREQ=HOURLY;COUNT=3"], ["02-13"]),
    ],
)
def test_an_event_recurs(lines: list[str], expected: list[str]) -> None:
    assert days(recurring(*lines)) == expected


def test_recurrences_are_told_and_keep_ids_of_their_own() -> None:
    draft = recurring("RRULE:FREQ=DAILY;COUNT=2")
    assert [session.id for session in draft.sessions] == [
        "one@example.org#20250213T1000",
        "one@example.org#20250214T1000",
    ]
    assert notes_of_kind(draft, NoteKind.MENDED) == [
        'line 5: "First" recurs: 2 occurrences are taken.'
    ]


def test_a_rule_that_is_not_known_is_told() -> None:
    draft = recurring("RRULE:FREQ=MINUTELY;COUNT=3")
    assert "It recurs in a way that is not known here" in notes_of_kind(draft, NoteKind.GUESSED)[0]
    assert notes_of_kind(draft, NoteKind.MENDED) == []


def test_a_recurrence_goes_by_the_clocks_also_where_they_change() -> None:
    start = "DTSTART;TZID=Europe/Amsterdam:20250329T100000"
    draft = imported(event(start, "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2"))
    assert clocks(draft) == ["2025-03-29 10:00–11:00", "2025-03-30 10:00–11:00"]


def test_one_occurrence_is_moved_and_another_cancelled() -> None:
    moved = event(
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20250214T100000",
        "DTSTART;TZID=Europe/Amsterdam:20250214T150000",
        "DURATION:PT1H",
        title="Moved",
    )
    off = event("RECURRENCE-ID:20250215T090000Z", START, END, "STATUS:CANCELLED", title="Off")
    draft = imported(moved, event(START, END, "RRULE:FREQ=DAILY;COUNT=3"), off)
    assert [session.title for session in draft.sessions] == ["First", "Moved", "Off"]
    assert clocks(draft)[1] == "2025-02-14 15:00–16:00"
    assert draft.sessions[1].id == "one@example.org#20250214T1000"
    assert draft.sessions[2].status == "cancelled"


FOLLOWING = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:202502{day}T100000"


def test_a_change_of_all_that_follow_is_taken_for_them_all() -> None:
    later = FOLLOWING.format(day=14)
    moved = event(later, START.replace("13T10", "14T15"), "DURATION:PT2H", title="Moved")
    one = event(
        "RECURRENCE-ID;TZID=Europe/Amsterdam:20250216T100000",
        START.replace("13T10", "16T09"),
        "DURATION:PT1H",
        title="One",
    )
    draft = imported(event(START, END, "RRULE:FREQ=DAILY;COUNT=5"), moved, one)
    assert [session.title for session in draft.sessions] == [
        *("First", "Moved", "Moved", "One", "Moved")
    ]
    assert clocks(draft) == [
        "2025-02-13 10:00–11:00",
        "2025-02-14 15:00–17:00",
        "2025-02-15 15:00–17:00",
        "2025-02-16 09:00–10:00",
        "2025-02-17 15:00–17:00",
    ]
    assert draft.sessions[2].id == "one@example.org#20250215T1000"


def test_the_last_change_of_all_that_follow_counts_and_may_move_the_day() -> None:
    first = event(FOLLOWING.format(day=14), START.replace("13T10", "14T12"), "DURATION:PT1H")
    then = event(FOLLOWING.format(day=16), START.replace("13T10", "17T09"), "STATUS:CANCELLED")
    draft = imported(event(START, END, "RRULE:FREQ=DAILY;COUNT=5"), then, first)
    assert clocks(draft) == [
        "2025-02-13 10:00–11:00",
        "2025-02-14 12:00–13:00",
        "2025-02-15 12:00–13:00",
        "2025-02-17 09:00–?",
        "2025-02-18 09:00–?",
    ]
    assert [session.status for session in draft.sessions[2:]] == ["open", "cancelled", "cancelled"]


@pytest.mark.parametrize("day", ["RECURRENCE-ID;VALUE=DATE:20250214", "RECURRENCE-ID:20250214"])
def test_an_occurrence_may_be_named_by_its_day(day: str) -> None:
    moved = event(day, START.replace("13T10", "14T15"), "DURATION:PT1H", title="Moved")
    draft = imported(event(START, END, "RRULE:FREQ=DAILY;COUNT=3"), moved)
    assert clocks(draft) == [
        "2025-02-13 10:00–11:00",
        "2025-02-14 15:00–16:00",
        "2025-02-15 10:00–11:00",
    ]
    assert draft.sessions[1].id == "one@example.org#20250214T1000"


def test_a_whole_day_may_be_named_by_a_time() -> None:
    fair = event("DTSTART;VALUE=DATE:20250213", "RRULE:FREQ=DAILY;COUNT=3", title="Fair")
    off = event("RECURRENCE-ID:20250214T000000Z", "DTSTART;VALUE=DATE:20250214", "STATUS:CANCELLED")
    draft = imported(fair, off)
    assert [session.status for session in draft.sessions] == ["open", "cancelled", "open"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("RDATE;VALUE=PERIOD:20250220T120000Z/PT3H", "2025-02-20 13:00–16:00"),
        ("RDATE;VALUE=PERIOD:20250220T120000Z/20250220T133000Z", "2025-02-20 13:00–14:30"),
        (
            "RDATE;VALUE=PERIOD;TZID=America/New_York:20250220T060000/20250220T070000",
            "2025-02-20 12:00–13:00",
        ),
        ("RDATE;TZID=America/New_York:20250220T060000", "2025-02-20 12:00–13:00"),
        ("RDATE;VALUE=DATE:20250220", "2025-02-20 10:00–11:00"),
        ("RDATE;VALUE=PERIOD:20250220T120000Z/20250220T110000Z", "2025-02-20 13:00–14:00"),
    ],
)
def test_a_listed_date_has_its_own_time_and_a_period_its_own_end(line: str, expected: str) -> None:
    assert clocks(recurring(line)) == ["2025-02-13 10:00–11:00", expected]


def test_a_period_whose_end_cannot_be_is_told() -> None:
    told = notes_of_kind(recurring("RDATE;VALUE=PERIOD:20250220T120000Z/soon"), NoteKind.MENDED)
    assert any('"soon" counts as long as the others' in text for text in told)


def test_an_occurrence_whose_recurring_event_is_not_there_stays() -> None:
    alone = event("RECURRENCE-ID:20250214T090000Z", START, END)
    assert len(imported(alone).sessions) == 1


def test_what_recurs_without_end_recurs_while_the_others_are() -> None:
    begun = "DTSTART;TZID=Europe/Amsterdam:20200101T090000"
    daily = event(begun, "DURATION:PT1H", "RRULE:FREQ=DAILY", uid="d@x", title="Daily")
    later = event("DTSTART;TZID=Europe/Amsterdam:20250215T100000", END, uid="two@x")
    draft = imported(daily, event(), later)
    dates = [session.day.isoformat() for session in draft.sessions if session.title == "Daily"]
    assert dates == ["2025-02-13", "2025-02-14", "2025-02-15"]
    assert "recurs without an end" in notes_of_kind(draft, NoteKind.GUESSED)[0]


def test_what_recurs_only_while_nothing_else_is_on_is_left_out() -> None:
    yearly = event(START.replace("2025", "2020"), "RRULE:FREQ=YEARLY;BYMONTH=7", uid="y@x")
    draft = imported(yearly, event())
    assert len(draft.sessions) == 1
    assert (
        "it recurs, but never while the other events are"
        in notes_of_kind(draft, NoteKind.LEFT_OUT)[0]
    )


@pytest.mark.parametrize("rule", ["FREQ=DAILY", "FREQ=DAILY;COUNT=1000000"])
def test_no_event_recurs_more_often_than_a_programme_can_bear(rule: str) -> None:
    draft = recurring(f"RRULE:{rule}")
    assert len(draft.sessions) == MOST_OF_ONE
    assert "or too often" in notes_of_kind(draft, NoteKind.GUESSED)[0]


def test_whole_days_recur() -> None:
    fair = event("DTSTART;VALUE=DATE:20250213", "RRULE:FREQ=DAILY;COUNT=2", title="Fair")
    draft = imported(fair, event(uid="two@x"))
    assert [session.day.isoformat() for session in draft.sessions if session.title == "Fair"] == [
        "2025-02-13",
        "2025-02-14",
    ]
