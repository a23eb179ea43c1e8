"""iCalendar files that are not written as RFC 5545 wants."""

import pytest

from tests.exchange.importing.icalendar.ical_texts import (
    END,
    START,
    calendar,
    clocks,
    counted,
    event,
    imported,
    notes_of_kind,
    only,
)
from tui_planner.exchange.importing.detect_format import detect_format
from tui_planner.exchange.importing.draft.draft import NoteKind
from tui_planner.exchange.importing.formats import icalendar
from tui_planner.exchange.importing.icalendar import content_lines as ical_lines
from tui_planner.exchange.importing.icalendar.read_icalendar import read_icalendar
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_schedule import import_schedule

TITLED = event(START, END, title="Größe")
DATA = calendar(TITLED)


@pytest.mark.parametrize(
    "data",
    [
        DATA.replace(b"\r\n", b"\n"),
        DATA.replace(b"\r\n", b"\r"),
        DATA.replace(b"\r\n", b"\r\r\n"),
        DATA.replace(b"\r\n", b"\r\n\r\n"),
        b"\xef\xbb\xbf" + DATA,
        DATA.decode().encode("utf-16"),
        DATA.decode().encode("windows-1252"),
        DATA.replace("ö".encode(), b"\xc3\r\n \xb6"),
        DATA.lower().replace("größe".encode(), "Größe".encode()),
        DATA.removesuffix(b"END:VEVENT\r\nEND:VCALENDAR\r\n"),
        TITLED.encode(),
    ],
    ids=["lf", "cr", "crcrlf", "gaps", "bom", "utf-16", "1252", "fold", "lower", "cut", "bare"],
)
def test_a_file_is_read_however_it_is_written(data: bytes) -> None:
    draft = counted(read_icalendar(data))
    assert [session.title for session in draft.sessions] == ["Größe"]
    assert draft.sessions[0].end is not None


@pytest.mark.parametrize(
    ("data", "kind", "note"),
    [
        (DATA.replace(b"\r\n", b"\r"), NoteKind.MENDED, "line 1: Some lines do not end"),
        (DATA.decode().encode("latin-1"), NoteKind.GUESSED, "line 7: 1 property is not UTF-8"),
        (DATA.replace(b"END:VEVENT\r\n", b""), NoteKind.MENDED, "line 5: 1 component does not"),
        (DATA + b"END:VEVENT\r\n", NoteKind.MENDED, "line 12: 1 component ends that has not"),
        (DATA.replace(b"UID:", b"UID;X=\x01;=:"), NoteKind.MENDED, "line 6: 1 line cannot be"),
    ],
)
def test_what_is_mended_in_the_lines_is_told(data: bytes, kind: NoteKind, note: str) -> None:
    assert any(text.startswith(note) for text in notes_of_kind(read_icalendar(data), kind))


def test_a_sound_file_needs_no_mending() -> None:
    assert imported(event()).notes == []
    assert read_icalendar(calendar(event()).replace(b"\r\n", b"\n")).notes == []


def test_lines_without_the_space_of_a_fold_are_put_together() -> None:
    long = "A sentence that goes on for so long that some program broke it off " + "x" * 10
    session = only(START, END, f"DESCRIPTION:{long}", "here and there: now", "", "end")
    assert session.description == f"{long}here and there: now\nend"


def test_several_calendars_in_one_file_are_one_programme() -> None:
    data = calendar(event()) + calendar(event(uid="two@example.org"), name="X-WR-CALNAME:Other")
    draft = counted(read_icalendar(data))
    assert [session.id for session in draft.sessions] == ["one@example.org", "two@example.org"]
    assert draft.title == "A day"


def test_an_event_that_does_not_end_does_not_take_the_next_one_with_it() -> None:
    draft = imported(event().replace("\nEND:VEVENT", ""), event(uid="two@example.org"))
    assert clocks(draft) == ["2025-02-13 10:00–11:00"] * 2


def test_what_an_alarm_says_is_not_said_by_its_event() -> None:
    alarm = "BEGIN:VALARM\nDESCRIPTION:Wake\nSUMMARY:Wake\nDURATION:PT5M\nEND:VALARM"
    session = only(START, alarm, END)
    assert (session.title, session.description) == ("First", "")


def test_far_too_many_components_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ical_lines, "_MOST_COMPONENTS", 5)
    with pytest.raises(NoScheduleError, match="more than 5 components"):
        read_icalendar(calendar(*[event()] * 5))


def test_far_too_many_properties_of_one_kind_are_passed_over() -> None:
    draft = imported(event(START, END, *["ATTENDEE;CN=A:x"] * 1_005))
    assert "5 properties are too many of one kind" in notes_of_kind(draft, NoteKind.MENDED)[0]


@pytest.mark.parametrize("label", ["a =0D", "a = b", "é = 1", "it's (so) = !"])
def test_a_parameter_without_quotes_stays_as_it_is(label: str) -> None:
    draft = imported(event(START, END, f"ATTACH;LABEL={label}:https://example.org/a.pdf"))
    assert [link.title for link in draft.sessions[0].links] == [label]


PAGE = b"<!DOCTYPE html>\n<html><head></head>\n<body>\n<pre>%s</pre></body></html>"


@pytest.mark.parametrize(
    ("before", "behind", "number"),
    [
        (b"<!--\r\n", b"-->\r\n", 2),
        (b"<!-- fetched today -->\n\n", b"", 1),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\nSet-Cookie: a=b\r\n\r\n", b"", 3),
        (b"Notice: Undefined variable x in a.php on line 3\n", b"", 1),
        (b"# Our programme, as of today\n" * 1_000, b"# the end\n", 1_001),
        (b"<pre>", b"</pre>\n", 2),
        (b"  <pre>\n", b"  </pre>\n\n \n  </body>\n", 3),
        (b"<p>See below:</p><pre>\n", b"</pre>", 2),
        (b"\xef\xbb\xbfWarning: late\n\xef\xbb\xbf", b"\xef\xbb\xbf", 1),
        (b"X-Note: this file\n", b"X-Note: ends\nSUMMARY: here\n", 3),
    ],
)
def test_what_stands_around_a_calendar_is_passed_over_and_told(
    before: bytes, behind: bytes, number: int
) -> None:
    made = import_schedule(before + DATA + behind, "schedule")
    assert (made.sessions, made.left_out) == (1, 0)
    (told,) = [note.message for note in made.notes if "outside of the calendar" in note.message]
    assert told.startswith(f"{number} line")
    assert 'title = "Größe"' in made.text


def test_lines_keep_their_numbers_behind_what_is_passed_over() -> None:
    draft = read_icalendar(b"A notice\nin two lines\n" + calendar(event(START)))
    assert draft.sessions[0].place == "line 7"


@pytest.mark.parametrize(
    "data",
    [
        PAGE % DATA.replace(b"&", b"&amp;"),
        PAGE % DATA.replace(b"\r\n", b"<br>\n"),
        PAGE % DATA.replace(b"\r\n", b"<br/>"),
    ],
)
def test_a_calendar_in_a_page_is_read_as_the_page_shows_it(data: bytes) -> None:
    data = data.replace("Größe".encode(), b"R&amp;D &lt;now&gt;")
    draft = counted(read_icalendar(data))
    assert [session.title for session in draft.sessions] == ["R&D <now>"]
    assert detect_format(data) is icalendar.WRAPPED


@pytest.mark.parametrize(
    "data",
    [
        b"<schedule><event><description>\nBEGIN:VCALENDAR\n</description></event></schedule>",
        b'[programme]\ntitle = "x"\ndescription = """\nBEGIN:VCALENDAR\n"""\n',
        b'title = """\nBEGIN:VCALENDAR\n"""\n',
        b'{"a": "BEGIN:VCALENDAR"}',
        b"<html><a href='data:text/calendar,BEGIN:VCALENDAR%0A'>x</a></html>",
        b"It says BEGIN:VCALENDAR somewhere.\n",
    ],
)
def test_a_calendar_that_another_format_quotes_is_none(data: bytes) -> None:
    assert detect_format(data) is not icalendar.WRAPPED


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
def test_a_file_is_read_in_any_encoding_of_unicode(encoding: str) -> None:
    made = import_schedule(DATA.decode().encode(encoding), "schedule")
    assert (made.sessions, list(made.notes)) == (1, [])
    assert 'title = "Größe"' in made.text


def test_calendars_joined_each_with_a_mark_of_their_own_are_one() -> None:
    mark = b"\xef\xbb\xbf"
    draft = counted(read_icalendar(mark + DATA + b"\n" + mark + calendar(event(uid="two"))))
    assert len(draft.sessions) == 2
    assert draft.notes == []
