"""Tables that people keep: signs between the cells, encodings, columns, dates, times."""

import pytest

from tests.exchange.importing.support import clock, imported, notes_of, programme
from tests.helpers import DATA
from tui_planner.exchange.importing.detect_format import is_published
from tui_planner.exchange.importing.import_errors import NoScheduleError
from tui_planner.exchange.importing.import_schedule import import_schedule
from tui_planner.exchange.importing.tables.column_names import find_field
from tui_planner.programme.model import BlockKind, Programme, Status

SHEET = (DATA / "imports" / "18-sheet.csv").read_bytes()
DUTCH = (
    "Sessie;Datum;Begintijd;Eindtijd;Zaal;Spreker(s);Thema\n"
    "Café & zo;9-5-2026;9.30;10u15;Grote zaal;Ann Vos en Bob Bakker;Eten\n"
)


def _spans(made: Programme) -> list[tuple[str, str]]:
    ends = [one.timing.end for one in made.sessions]
    return [
        (clock(one.timing.start, made), clock(end, made)[-5:] if end else "")
        for one, end in zip(made.sessions, ends, strict=True)
    ]


def _start(date: str, start: str = "10:00") -> str:
    """When a session of one row starts."""
    return _spans(programme(f"Title\tDate\tStart\nOne\t{date}\t{start}\n".encode()))[0][0]


def _refusal(data: bytes, **columns: str) -> str:
    with pytest.raises(NoScheduleError) as refused:
        import_schedule(data, "table.csv", columns=columns)
    return str(refused.value)


def test_the_case_is_read() -> None:
    made = programme(SHEET)
    assert _spans(made) == [("2026-05-08 09:00", "10:00"), ("2026-05-08 10:00", "10:45")]
    assert [one.title for one in made.sessions] == ["Keynote", "Talk B"]
    assert [one.speakers for one in made.sessions] == [("Ann",), ("Bob",)]
    assert [room.name for room in made.rooms] == ["Hall"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_sign_between_and_any_encoding(delimiter: str, encoding: str, line_end: str) -> None:
    text = DUTCH.replace(";", delimiter).replace("\n", line_end)
    made = programme(text.encode(encoding))
    (one,) = made.sessions
    assert (one.title, one.track) == ("Café & zo", "Eten")
    assert one.speakers == ("Ann Vos", "Bob Bakker")
    assert _spans(made) == [("2026-05-09 09:30", "10:15")]


def test_titles_above_empty_rows_and_breaks_in_cells() -> None:
    data = (
        "sep=;\nNetwerkdag 2026;;;\n;;;\nZaterdag 9 mei;;;\n;;;\nTitel;Van;Tot;Toelichting;;\n"
        'Een;9:30;10:00;"Eerst dit; dan\ndat";;\n;;;;;\nTwee;10:00;11:00;;;\n'
    )
    made = programme(data.encode())
    assert made.title == "Netwerkdag 2026"
    assert _spans(made) == [("2026-05-09 09:30", "10:00"), ("2026-05-09 10:00", "11:00")]
    assert made.sessions[0].description == "Eerst dit; dan\ndat"


def test_a_row_of_a_date_alone_is_of_the_rows_below() -> None:
    data = "Time,Title\nSaturday 9 May 2026,\n9:00-9:45,One\n10 May 2026,\n9:00 - 9:30,Two\n"
    assert _spans(programme(data.encode())) == [
        ("2026-05-09 09:00", "09:45"),
        ("2026-05-10 09:00", "09:30"),
    ]


@pytest.mark.parametrize(
    "date",
    [
        "2026-05-09",
        "9-5-2026",
        "09.05.2026",
        "9 mei 2026",
        "za 9 mei 2026",
        "May 9, 2026",
        "9-5-26",
    ],
)
def test_dates_as_people_write_them(date: str) -> None:
    assert _start(date) == "2026-05-09 10:00"


@pytest.mark.parametrize("start", ["9:30", "9.30", "09:30", "9u30", "9:30 AM", "9.30 uur", "0930"])
def test_times_as_people_write_them(start: str) -> None:
    assert _start("2026-05-09", start) == "2026-05-09 09:30"


@pytest.mark.parametrize(
    ("cells", "start"),
    [
        ("46151\t0.4375", "2026-05-09 10:30"),
        ("46151\t10:30", "2026-05-09 10:30"),
        ("2026-05-09\t0,4375", "2026-05-09 10:30"),
        ("\t46151.4375", "2026-05-09 10:30"),
        ("46151\t46151.5", "2026-05-09 12:00"),
        ("46151\t0.999999", "2026-05-10 00:00"),
    ],
)
def test_dates_and_times_as_a_spreadsheet_counts_them(cells: str, start: str) -> None:
    data = f"Title\tDate\tStart\nOne\t{cells}\n".encode()
    assert _spans(programme(data))[0][0] == start


def test_what_a_number_was_taken_for_is_told() -> None:
    told = [message for _kind, _place, message in notes_of(b"Title,Date,Start\nOne,46151,10:30\n")]
    assert 'Numbers such as "46151" are days as a spreadsheet counts them: 2026-05-09.' in told


def test_a_date_and_time_in_one_column() -> None:
    data = b"Title,Start,End\nA,2026-05-08 09:00,2026-05-08 10:00\nB,9-5-2026 9:30,9-5-2026 10.15\n"
    assert _spans(programme(data)) == [("2026-05-08 09:00", "10:00"), ("2026-05-09 09:30", "10:15")]
    offset = programme(b"Title,Start,Duration\nA,2026-05-08T09:00:00+02:00,45 min\n")
    assert offset.sessions[0].timing.start.timestamp() == 1778223600


@pytest.mark.parametrize("duration", ["45", "0:45", "45 min", "PT45M"])
def test_durations(duration: str) -> None:
    data = f"Title;Date;Start;Duration (min)\nA;2026-05-08;9:00;{duration}\n"
    assert _spans(programme(data.encode())) == [("2026-05-08 09:00", "09:45")]


def test_past_midnight() -> None:
    made = programme(b"Title,Date,Start,End\nNight,2026-05-08,23:00,01:00\n")
    assert made.sessions[0].timing.end is not None
    assert clock(made.sessions[0].timing.end, made) == "2026-05-09 01:00"


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("5/9/2026", "13/9/2026"), "2026-09-05"),
        (("5/9/2026", "5/13/2026"), "2026-05-09"),
        (("5/9/2026", "5/10/2026"), "2026-05-09"),  # the others lie months apart
        (("9/5/2026", "10/5/2026"), "2026-05-09"),
    ],
)
def test_the_whole_column_tells_which_is_the_month(dates: tuple[str, str], first: str) -> None:
    rows = "".join(f"T{date},{date},9:00\n" for date in dates)
    assert _spans(programme(f"Title,Date,Start\n{rows}".encode()))[0][0] == f"{first} 09:00"


def test_what_decided_the_month_is_told_only_where_it_was_guessed() -> None:
    def told(second: str) -> bool:
        data = f"Title,Date,Start\nA,5/9/2026,9:00\nB,{second},9:00\n".encode()
        return any("5/9/2026 is read as 2026-05-09" in text for *_place, text in notes_of(data))

    assert told("5/10/2026")
    assert not told("5/13/2026")


def test_a_date_without_a_year_is_told_or_refused() -> None:
    data = b"Dag 2026;;\nTitel;Datum;Van\nA;za 9 mei;9:00\n"
    assert _spans(programme(data))[0][0] == "2026-05-09 09:00"
    assert next(text for kind, _place, text in notes_of(data) if kind == "guessed").endswith(
        "name no year: 2026 is taken."
    )
    refused = _refusal(b"Titel;Datum;Van\nA;9 mei;9:00\n")
    assert '"9 mei"' in refused
    assert "with a year" in refused


def test_what_columns_were_taken_for_is_told() -> None:
    data = b"Nr,Titel,Datum,Van,Geheim\n1,A,2026-05-08,9:00,x\n"
    (told,) = (text for *_place, text in notes_of(data) if "columns" in text)
    assert 'title = "Titel", date = "Datum", start = "Van"' in told
    assert told.endswith('Not used: "Nr", "Geheim".')


def test_columns_that_the_user_names() -> None:
    data = b"Kop,Aanloop,Extra\nA,2026-05-08 9:00,x\n"
    assert '"Kop", "Aanloop", "Extra"' in _refusal(data)
    assert "--columns title=Kop,start=Aanloop" in _refusal(data)
    made = import_schedule(data, "t.csv", columns={"titel": "kop", "start": "Aanloop"})
    assert _spans(programme(made))[0][0] == "2026-05-08 09:00"
    assert 'no column "Kopp"; there are "Kop"' in _refusal(data, title="Kopp")
    assert "there are id, title" in _refusal(data, nonsense="Kop")


def test_a_date_for_all() -> None:
    data = b"Title,Start\nA,9:00\n"
    assert "--columns date=2026-05-09" in _refusal(data)
    made = import_schedule(data, "t.csv", columns={"date": "2026-05-09"})
    assert _spans(programme(made))[0][0] == "2026-05-09 09:00"


def test_what_has_no_time_is_left_out_and_counted() -> None:
    made = imported(b"Title,Date,Start,Room\nA,2026-05-08,9:00,Hall\nB,2026-05-08,later,Hall\n")
    assert (made.found, made.sessions, made.left_out) == (2, 1, 1)


def test_breaks_and_states() -> None:
    data = (
        b"Titel;Datum;Van;Tot;Soort;Status\nThee;2026-05-08;9:00;9:30;Pauze;\n"
        b"A;2026-05-08;10:00;11:00;;Geannuleerd\nB;2026-05-08;10:00;11:00;;vol\n"
    )
    made = programme(data)
    assert [one.kind for one in made.blocks] == [BlockKind.BREAK]
    assert [one.status for one in made.sessions] == [Status.CANCELLED, Status.FULL]


def test_a_quote_that_is_never_closed_loses_nothing() -> None:
    assert "never closed" in _refusal(b'Title,Date,Start\n"A,2026-05-08,9:00\nB,2026-05-08,9:00\n')
    inches = programme(b'Title\tDate\tStart\n"A" or B\t2026-05-08\t9:00\n')
    assert inches.sessions[0].title.endswith("or B")


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\n",
        "Dear all, and you\nthanks, Bob\n",
        'format 1\n[programme]\nid = "x"\n',
        'title, "x"\n',
        '[programme\ntitle = "a, b"\n',
        "# a, b, c\n\nformat = 1\nx = [1, 2, 3]\n",
        "",
    ],
)
def test_what_is_no_table(text: str) -> None:
    assert not is_published(text.encode())


def test_columns_are_for_tables() -> None:
    assert "--columns is for tables" in _refusal(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", title="A")


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Start time", "start"),
        ("STARTTIJD (CET)", "start"),
        ("starts_at", "start"),
        ("Session start", "start"),
        ("Room / location", "room"),
        ("Spreker(s)", "speakers"),
        ("Speaker 2", "speakers"),
        ("Sessie-titel", "title"),
        ("Toelichting", "description"),
        ("Speaker email", None),
        ("Budget", None),
        ("", None),
    ],
)
def test_what_a_column_is_by_its_name(name: str, field: str | None) -> None:
    found = find_field(name)
    assert (found and found[0]) == field
