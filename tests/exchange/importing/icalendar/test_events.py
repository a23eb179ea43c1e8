"""What an event of an iCalendar file says, as a session."""

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
from tui_planner.exchange.importing.draft.draft import NoteKind
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
        (("DTEND;TZID=Europe/Amsterdam:20260213T090000",), "?", "longer than 14 days"),
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
    assert imported(*fairs, *talks, stand).sessions[2].drop_in


def test_an_all_day_event_goes_along_with_the_day() -> None:
    fair = event("DTSTART;VALUE=DATE:20250213", uid="fair@example.org", title="Fair")
    draft = imported(fair, event(), event(START, "DURATION:PT3H", uid="three@example.org"))
    assert [session.title for session in draft.sessions] == ["First", "First", "Fair"]
    assert clocks(draft)[2] == "2025-02-13 10:00–13:00"
    assert draft.sessions[2].drop_in
    assert "It lasts whole days" in notes_of_kind(draft, NoteKind.GUESSED)[0]


def test_an_event_of_days_is_on_each_day_that_has_others() -> None:
    dates = "DTSTART;VALUE=DATE:20250212", "DTEND;VALUE=DATE:20250215"
    days = event(*dates, uid="x@y", title="Fair")
    later = "DTSTART;TZID=Europe/Amsterdam:20250214T090000"
    draft = imported(days, event(), event(later, "DURATION:PT1H", uid="two@example.org"))
    assert [session.id for session in draft.sessions[2:]] == ["x@y#20250213", "x@y#20250214"]
    assert clocks(draft)[2:] == ["2025-02-13 10:00–11:00", "2025-02-14 09:00–10:00"]


def test_only_all_day_events_are_whole_days() -> None:
    draft = imported(event("DTSTART;VALUE=DATE:20250330", "DTEND;VALUE=DATE:20250331"))
    assert clocks(draft) == ["2025-03-30 00:00–00:00"]  # 23 hours, as the clocks go
    assert draft.zone == "UTC"


def test_whole_days_on_which_nothing_else_is_are_all_there() -> None:
    draft = imported(event("DTSTART;VALUE=DATE:20250213", "DTEND;VALUE=DATE:20250216"))
    assert [session.day.day for session in draft.sessions] == [13, 14, 15]


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
