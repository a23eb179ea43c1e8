"""Imported schedules as the check judges them: no clash is guessed away, and no guess is silent."""

from tests.exchange.importing.icalendar.ical_texts import calendar
from tests.exchange.importing.icalendar.ical_texts import event as ical_event
from tests.exchange.importing.support import clashing, event, findings, imported, programme, xml
from tui_planner.checks.check_file import check_file
from tui_planner.programme.reading.read_programme import read_text
from tui_planner.programme.toml.source import Source

PARTS = [event("all", title="Short talks", duration="02:00")] + [
    event(id_, start, title=f"Short talk {id_}", duration="01:00")
    for id_, start in (("a", "10:00"), ("b", "11:00"))
]
GUESSED = xml({"Hall": PARTS, "Tent": [event(f"t{n}", "15:00") for n in range(5)]})


def day(start: str, end: str) -> tuple[str, str]:
    return f"DTSTART;TZID=Europe/Amsterdam:20260508T{start}", f"DTEND:20260508T{end}"


def guesses(text: str) -> list[tuple[str, ...]]:
    """The sessions of each guess that the check tells of."""
    found = check_file(read_text(Source("programme.toml", text)))
    return [problem.sessions for problem in found if problem.rule.code == "A210"]


def test_sessions_without_an_end_that_follow_one_another_are_no_double_booking() -> None:
    hours = [f"{hour}:00" for hour in range(10, 15)]
    data = xml({"Hall": [event(hour, hour, duration="") for hour in hours]})
    told = [id_ for problem in findings(data, "C", "C103", "A203") for id_ in problem.sessions]
    assert sorted(told) == hours


def test_one_in_two_rooms_of_the_file_is_a_double_booking_of_the_second() -> None:
    rooms = {"a": ("10", "11", r"Hall 1\, Hall 2"), "b": ("1030", "1130", "Hall 2")}
    rooms["c"] = ("12", "13", "Hall 1")
    data = calendar(
        *(
            ical_event(*day(f"{start:0<6}", f"{end:0<6}"), f"LOCATION:{room}", uid=uid)
            for uid, (start, end, room) in rooms.items()
        )
    )
    (found,) = findings(data, "C103")
    made = programme(data)
    assert sorted(room.name for room in made.rooms) == ["Hall 1", "Hall 2"]
    assert "Hall 2" in found.message
    assert "10:30–11:00" in found.message
    assert (found.minutes, found.severity) == (30, "error")


def test_what_stands_in_for_a_cancelled_session_stands_on_its_own() -> None:
    long = ical_event(*day("100000", "130000"), "LOCATION:Tent", title="CANCELLED: Long workshop")
    others = [
        ical_event(*day(f"{hour}0000", f"{hour + 1}0000"), "LOCATION:Tent", uid=f"{hour}")
        for hour in (10, 11)
    ]
    data = calendar(long, *others)
    assert not any(session.part_of for session in programme(data).sessions)
    assert clashing(data) == set()


def test_a_part_of_which_the_file_says_so_is_no_guess() -> None:
    hall = "LOCATION:Hall"
    whole = ical_event(*day("100000", "120000"), hall, uid="whole", title="Hackathon")
    part = ical_event(*day("103000", "110000"), hall, "RELATED-TO:whole", uid="part", title="Tea")
    data = calendar(whole, part)
    assert [session.part_of for session in programme(data).sessions] == [None, "whole"]
    assert findings(data, "C103", "A210") == []


def test_each_guess_is_told_once_until_the_file_is_edited() -> None:
    text = imported(GUESSED).text
    assert guesses(text) == [(), ("a", "all"), ("b", "all")]
    *_area, part = findings(GUESSED, "A210")
    assert part.message.startswith('"Short talk b" (b) is taken as a part of "Short talks" (all)')
    edited = text.replace("Short talk a", "A short talk")
    assert edited != text
    assert guesses(edited) == []


def test_a_guess_is_told_in_whichever_language_it_was_imported() -> None:
    text = imported(GUESSED).text
    in_dutch = text.replace("# As imported", "# Zoals ingelezen")
    assert in_dutch != text
    assert len(guesses(in_dutch)) == 3
    assert guesses(in_dutch + "# mine\n") == guesses("# mine\n" + in_dutch) == []


def test_without_a_checksum_each_mark_tells_of_its_line() -> None:
    body = imported(GUESSED).text.rpartition("# ")[0]
    assert len(guesses(body)) == 3
    first = next(line for line in body.splitlines() if line.startswith("part_of"))
    unmarked = body.replace(first, first.partition("#")[0], 1)
    assert guesses(unmarked) == [(), ("b", "all")]


def test_parts_that_a_person_wrote_are_told_of_to_nobody() -> None:
    written = imported(GUESSED).text.replace("  # ?", "  # sure?")
    assert guesses(written) == []
