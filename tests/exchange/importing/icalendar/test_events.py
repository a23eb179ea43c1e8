"""What an event of an iCalendar file says, as a session."""

from datetime import time, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.exchange.importing.icalendar.ical_texts import (
    END,
    START,
    calendar,
    clocks,
    event,
    imported,
    notes_of_kind,
    only,
)
from tui_planner.exchange.importing.draft.draft import Draft, NoteKind
from tui_planner.exchange.importing.icalendar.read_icalendar import read_icalendar
from tui_planner.exchange.importing.import_errors import NoScheduleError


def test_what_an_event_says_is_kept() -> None:
    session = only(
        START,
        END,
        r"DESCRIPTION:Long\, and in\ntwo lines",
        "LOCATION:Great hall",
        "CATEGORIES:Databases",
        "URL:https://example.org/one",
    )
    assert (session.id, session.title) == ("one@example.org", "First")
    assert session.description == "Long, and in\ntwo lines"
    assert (session.room, session.track) == ("Great hall", "Databases")
    assert session.url == "https://example.org/one"
    assert session.place == "line 5"


def test_what_a_calendar_says_is_kept() -> None:
    draft = imported("X-WR-CALDESC:All of it", "URL:https://example.org", event())
    assert (draft.title, draft.description) == ("A day", "All of it")
    assert draft.url == "https://example.org"


def test_a_calendar_without_a_name_is_called_by_its_description() -> None:
    draft = read_icalendar(calendar("X-WR-CALDESC:A fair", event(), name=""))
    assert (draft.title, draft.description) == ("A fair", "")
    assert 'head of the file: The calendar has no name: it is called "A fair".' in notes_of_kind(
        draft, NoteKind.GUESSED
    )


@pytest.mark.parametrize(
    ("lines", "end", "note"),
    [
        (("DURATION:PT45M",), "10:45", ""),
        (("DURATION:P0DT1H30M",), "11:30", ""),
        ((), "?", "It says no end that can be read"),
        (("DURATION:PT0S",), "?", "It lasts no time"),
        (("DTEND;TZID=Europe/Amsterdam:20250213T100000",), "?", "It lasts no time"),
        (("DTEND;TZID=Europe/Amsterdam:20250213T090000",), "?", "It ends before it starts"),
        (("DTEND;TZID=Europe/Amsterdam:20260213T090000",), "?", "longer than 100 days"),
        (("DURATION:soon",), "?", "It says no end that can be read"),
        (("DURATION:P99999999999999999999D",), "?", "It says no end that can be read"),
    ],
)
def test_an_end_that_cannot_be_is_not_stated(lines: tuple[str, ...], end: str, note: str) -> None:
    draft = imported(event(START, *lines), event(uid="two@example.org"))
    assert [when for when in clocks(draft) if when.endswith(f"–{end}")]
    assert any(note in text for text in notes_of_kind(draft, NoteKind.MENDED)) == bool(note)


def test_what_says_no_start_is_left_out_by_name() -> None:
    draft = imported(event(), event("DTSTART:later", uid="two", title="Second"))
    assert [session.title for session in draft.sessions] == ["First"]
    assert notes_of_kind(draft, NoteKind.LEFT_OUT) == [
        'line 11: "Second" is left out: nothing that can be read says when it starts.'
    ]


def test_what_is_no_event_is_left_out_by_name() -> None:
    task = "BEGIN:VTODO\nUID:t\nSUMMARY:Write talk\nEND:VTODO"
    draft = imported(event(), task)
    assert notes_of_kind(draft, NoteKind.LEFT_OUT) == [
        'line 11: "Write talk" is left out: it is no event, but a VTODO.'
    ]


def test_an_event_without_uid_keeps_its_made_id_from_one_import_to_the_next() -> None:
    first = imported(event(uid=""))
    moved = event("DTSTART:20250213T150000Z", END, uid="")
    again = imported(event(uid="new@example.org", title="Before"), moved)
    assert first.sessions[0].id == again.sessions[1].id == "first"
    assert "It has no UID" in notes_of_kind(first, NoteKind.GUESSED)[0]


def test_events_without_uid_are_no_versions_of_each_other() -> None:
    later = event(START.replace("T10", "T12"), "LAST-MODIFIED:20250101T000000Z", uid="")
    assert len(imported(event(uid=""), later).sessions) == 2


def test_of_two_versions_of_an_event_the_newer_counts() -> None:
    draft = imported(
        event(START, END, "SEQUENCE:2", title="New"), event(START, END, "SEQUENCE:1", title="Old")
    )
    assert [session.title for session in draft.sessions] == ["New"]
    assert notes_of_kind(draft, NoteKind.LEFT_OUT) == [
        'line 12: "Old" is left out: a newer version of it is in the file.'
    ]


def test_events_of_one_uid_that_are_no_versions_are_both_handed_on() -> None:
    other = "DTSTART;TZID=Europe/Amsterdam:20250213T140000"
    draft = imported(event(), event(other, "DURATION:PT1H"))
    assert clocks(draft) == ["2025-02-13 10:00–11:00", "2025-02-13 14:00–15:00"]


@pytest.mark.parametrize("line", ["STATUS:CANCELLED", "status:cancelled"])
def test_a_cancelled_event_stays_as_cancelled(line: str) -> None:
    assert only(START, END, line).status == "cancelled"


def test_a_calendar_that_is_a_cancellation_cancels_its_events() -> None:
    draft = imported("METHOD:CANCEL", event())
    assert [session.status for session in draft.sessions] == ["cancelled"]


def test_an_event_that_takes_no_time_is_to_drop_in() -> None:
    others = [event(START, END, uid=f"{n}@example.org") for n in range(2)]
    draft = imported(event(START, END, "TRANSP:TRANSPARENT"), *others)
    assert [session.drop_in for session in draft.sessions] == [True, False, False]
    assert "It says that it takes no time" in notes_of_kind(draft, NoteKind.GUESSED)[0]


@pytest.mark.parametrize("opaque", [0, 1, 2])
def test_where_half_or_more_take_no_time_that_is_how_the_calendar_is_written(opaque: int) -> None:
    free = [event(START, END, "TRANSP:TRANSPARENT", uid=f"free{n}@example.org") for n in range(2)]
    others = [event(START, END, uid=f"{n}@example.org") for n in range(opaque)]
    draft = imported(*free, *others)
    assert not any(session.drop_in for session in draft.sessions)
    assert f"2 of {2 + opaque} events" in notes_of_kind(draft, NoteKind.GUESSED)[0]


def test_events_of_whole_days_do_not_count_among_those_that_take_no_time() -> None:
    day = "DTSTART;VALUE=DATE:20250213"
    fairs = [event(day, "TRANSP:TRANSPARENT", uid=f"fair{n}@example.org") for n in range(4)]
    talks = [event(START, END, uid=f"{n}@example.org") for n in range(2)]
    stand = event(START, END, "TRANSP:TRANSPARENT", uid="stand@example.org")
    assert [each.drop_in for each in imported(*fairs, *talks, stand).sessions] == [False] * 6 + [
        True
    ]


def days_of(draft: Draft) -> list[tuple[str, str]]:
    """The days that are on all day, each by the clocks: a session's id, and the date."""
    zone = ZoneInfo(draft.zone)
    found = []
    for session in draft.sessions:
        if session.all_day:
            assert session.end is not None
            begun, ended = (at.astimezone(zone) for at in (session.start, session.end))
            assert begun.date() == session.day == ended.date() - timedelta(days=1)
            assert begun.time() == ended.time() == time()
            assert not session.drop_in
            found.append((session.id, session.day.isoformat()))
    return found


@pytest.mark.parametrize(
    "lines",
    [
        ["DTSTART;VALUE=DATE:20250213", "DTEND;VALUE=DATE:20250214"],
        ["DTSTART;VALUE=DATE:20250213"],
        ["DTSTART:20250213", "DTEND:20250213"],
        ["DTSTART;VALUE=DATE:20250213", "DURATION:P1D"],
        ["DTSTART;VALUE=DATE:20250213T000000", "DTEND;VALUE=DATE:20250214T000000"],
        ["DTSTART;TZID=Europe/Amsterdam:20250213T000000", "DURATION:P1D"],
        ["DTSTART:20250212T230000Z", "DTEND:20250213T230000Z"],
        ["DTSTART:20250213T000000", "DTEND:20250213T235959"],
        ["DTSTART:20250213T000000", "DTEND:20250213T240000"],
        [
            "DTSTART:20250213T000000Z",
            "DTEND:20250214T000000Z",
            "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE",
        ],
    ],
)
def test_an_event_of_a_whole_day_is_on_all_of_it(lines: list[str]) -> None:
    fair = event(*lines, uid="fair@example.org", title="Fair")
    draft = imported("X-WR-TIMEZONE:Europe/Amsterdam", fair, event())
    assert days_of(draft) == [("fair@example.org", "2025-02-13")]
    assert len(draft.sessions) == 2


def test_an_event_from_midnight_to_midnight_is_told_to_be_taken_as_all_day() -> None:
    draft = imported(event(START.replace("T10", "T00"), "DURATION:PT24H"))
    assert notes_of_kind(draft, NoteKind.GUESSED) == [
        "line 5: It is from midnight to midnight: that is taken as all day."
    ]


def test_midnight_of_another_zone_is_a_time() -> None:
    draft = imported("X-WR-TIMEZONE:Asia/Tokyo", event(START.replace("T10", "T00"), "DURATION:P1D"))
    assert clocks(draft) == ["2025-02-13 08:00–00:00", "2025-02-14 00:00–08:00"]
    assert days_of(draft) == []


def test_an_event_of_whole_days_is_on_each_of_them_also_where_nothing_else_is() -> None:
    dates = "DTSTART;VALUE=DATE:20250212", "DTEND;VALUE=DATE:20250215"
    draft = imported(event(*dates, uid="x@y", title="Fair"), event())
    assert days_of(draft) == [(f"x@y#202502{day}", f"2025-02-{day}") for day in ("12", "13", "14")]


def test_whole_days_are_as_long_as_the_clocks_make_them() -> None:
    dates = "DTSTART;VALUE=DATE:20250330", "DTEND;VALUE=DATE:20250331"
    draft = imported("X-WR-TIMEZONE:Europe/Amsterdam", event(*dates))
    (session,) = draft.sessions
    assert session.end is not None
    assert session.end - session.start == timedelta(hours=23)
    assert days_of(draft) == [("one@example.org", "2025-03-30")]


def test_more_whole_days_than_any_event_has_are_cut_and_told() -> None:
    draft = imported(event("DTSTART;VALUE=DATE:20250101", "DTEND;VALUE=DATE:20260101"))
    assert len(days_of(draft)) == 100
    assert "longer than 100 days: the first 100 are taken" in str(draft.notes)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [START, "DTEND;TZID=Europe/Amsterdam:20250215T160000"],
            ["13 10:00–00:00", "14 00:00–00:00", "15 00:00–16:00"],
        ),
        ([START, "DURATION:P1D"], ["13 10:00–00:00", "14 00:00–10:00"]),
        ([START, "DURATION:P1DT2H"], ["13 10:00–00:00", "14 00:00–12:00"]),
        (
            [START, "DTEND;TZID=Europe/Amsterdam:20250215T000000"],
            ["13 10:00–00:00", "14 00:00–00:00"],
        ),
        ([START, "DTEND;TZID=Europe/Amsterdam:20250214T095900"], ["13 10:00–09:59"]),
    ],
)
def test_a_timed_event_of_days_keeps_its_start_and_its_end(
    lines: list[str], expected: list[str]
) -> None:
    draft = imported(event(*lines, title="Hackathon"))
    assert clocks(draft) == [f"2025-02-{when}" for when in expected]
    assert [session.day.day for session in draft.sessions] == [int(when[:2]) for when in expected]
    assert not any(session.all_day or session.drop_in for session in draft.sessions)
    told = notes_of_kind(draft, NoteKind.MENDED)
    assert [text for text in told if "It lasts from 2025-02-13 10:00 to" in text] == (
        told if len(expected) > 1 else []
    )


def test_a_part_of_an_event_of_days_is_of_that_which_is_on_its_day() -> None:
    days = event(START, "DURATION:P2D", uid="long@x")
    part = event(START.replace("13T", "14T"), "DURATION:PT1H", "RELATED-TO:long@x")
    draft = imported(days, part)
    assert draft.sessions[-1].part_of == "long@x#20250214"


@pytest.mark.parametrize(
    ("length", "end"),
    [
        ("PT90M", "2025-03-29T11:30"),
        ("P0W1DT0H", "2025-03-30T10:00"),
        ("PT24H", "2025-03-30T11:00"),
        ("P1DT1H", "2025-03-30T11:00"),
        ("P1W", "2025-04-05T10:00"),
        ("+P2W", "2025-04-12T10:00"),
        ("pt1h", "2025-03-29T11:00"),
        ("PT1H0M30S", "2025-03-29T11:00"),
    ],
)
def test_days_of_a_duration_go_by_the_clocks_and_hours_do_not(length: str, end: str) -> None:
    start = "DTSTART;TZID=Europe/Amsterdam:20250329T100000"
    last = imported(event(start, f"DURATION:{length}")).sessions[-1]
    assert last.end is not None
    local = last.end.astimezone(ZoneInfo("Europe/Amsterdam"))
    assert f"{local:%Y-%m-%dT%H:%M}" == end


def test_a_start_that_the_clocks_skip_is_told() -> None:
    draft = imported(event("DTSTART;TZID=Europe/Amsterdam:20250330T023000", "DURATION:PT1H"))
    assert clocks(draft) == ["2025-03-30 03:30–04:30"]
    assert notes_of_kind(draft, NoteKind.MENDED) == [
        "line 5: Its start, 02:30, is in an hour that the clocks skip: 03:30 is taken."
    ]


@pytest.mark.parametrize("name", ["X-ALT-DESC;FMTTYPE=text/html", "DESCRIPTION"])
def test_html_becomes_plain_text(name: str) -> None:
    draft = imported(event(START, END, rf"{name}:<p>One &amp\; two</p><p>Three</p>"))
    assert draft.sessions[0].description == "One & two\n\nThree"
    assert "A description was HTML" in notes_of_kind(draft, NoteKind.MENDED)[0]


def test_lines_stay_where_html_stands_only_here_and_there() -> None:
    assert only(START, END, r"DESCRIPTION:<i>One</i>\ntwo").description == "One\ntwo"


def test_of_several_categories_the_first_is_the_track() -> None:
    draft = imported(event(START, END, r"CATEGORIES:Data\, big,Talk"))
    assert draft.sessions[0].track == "Data, big"
    assert "left away: Talk" in notes_of_kind(draft, NoteKind.MENDED)[0]


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        (['ATTENDEE;CN="Ada L":invalid:nomail', "ATTENDEE;CN=Bob:x"], ("Ada L", "Bob")),
        (["ATTENDEE:mailto:ada@example.org"], ("ada@example.org",)),
        (['ATTENDEE;CN="Ada: L";X="a;b":mailto:x'], ("Ada: L",)),
        (["ATTENDEE;CUTYPE=ROOM;CN=Hall:x"], ()),
        ([r"DESCRIPTION:Speaker: Ada and Bob\nAbout"], ("Ada", "Bob")),
        ([r"DESCRIPTION:von: Ada\n\nÜber"], ("Ada",)),
        ([r"DESCRIPTION:von: Ada\n\n<ul><li>Über</li></ul>"], ("Ada",)),
        ([r"DESCRIPTION:<p>Speaker: Ada</p><p>About</p>"], ("Ada",)),
        ([r"DESCRIPTION:About speakers: many"], ()),
    ],
)
def test_who_speaks(lines: list[str], speakers: tuple[str, ...]) -> None:
    assert only(START, END, *lines).speakers == speakers


def test_the_line_that_names_the_speaker_is_not_in_the_description_too() -> None:
    draft = imported(event(START, END, r"DESCRIPTION:Speaker: Ada\nAbout"))
    assert draft.sessions[0].description == "About"
    assert "The first line of 1 description" in notes_of_kind(draft, NoteKind.GUESSED)[0]


def test_the_organizer_of_some_events_is_their_host_and_that_of_all_is_not() -> None:
    by = "ORGANIZER;CN={}:mailto:x@example.org"
    draft = imported(event(START, END, by.format("A")), event(START, END, by.format("B"), uid="2"))
    assert [session.hosts for session in draft.sessions] == [("A",), ("B",)]
    draft = imported(event(START, END, by.format("A")), event(START, END, by.format("A"), uid="2"))
    assert [session.hosts for session in draft.sessions] == [(), ()]
    assert "A is the organizer of every event" in notes_of_kind(draft, NoteKind.GUESSED)[0]


@pytest.mark.parametrize("data", [calendar(), calendar(event("DTSTART:x")), b"BEGIN:VCALENDAR"])
def test_a_calendar_without_events_is_refused(data: bytes) -> None:
    with pytest.raises(NoScheduleError):
        read_icalendar(data)
