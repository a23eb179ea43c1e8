"""What a finding says: sessions by their titles, with the id that accepts them, and their day."""

import pytest

from tests.builders import TWO_DAYS_HEAD, block, room, session
from tests.helpers import HEAD, reading_of
from tui_planner.checks.check_file import check_file
from tui_planner.programme.text_rules import shorten_title

ROOMS = room("hall", "Great Hall") + room("attic", "Small Attic")
SAID = 'description = "What it is about."'
IN_HALL = (SAID, 'room = "hall"')
DAYS = "[[days]]\ndate = 2025-02-13\n[[days]]\ndate = 2025-02-14\n"
FRIDAY = "day = 2025-02-14"
LONG = "A very long title that goes on about heat, water and the towns of the north"


def messages(body: str, head: str = HEAD) -> list[str]:
    return [problem.message for problem in check_file(reading_of(body, head))]


def titled(id_: str, times: str, title: str, *more: str) -> str:
    return session(id_, times, *more).replace(f'"{id_.upper()}"', f'"{title}"')


def test_of_a_pair_both_titles_both_ids_and_the_room_by_its_name() -> None:
    body = ROOMS + titled("a", "10:00-11:00", "Heat", *IN_HALL)
    assert messages(body + titled("b", "10:30-11:30", "Water", *IN_HALL)) == [
        'The room Great Hall is booked twice, for "Heat" (a) and "Water" (b): '
        "10:30–11:00, 30 minutes."
    ]


def test_a_long_title_is_cut_behind_a_word() -> None:
    body = ROOMS + titled("a", "10:00-11:00", LONG, *IN_HALL)
    (message,) = messages(body + titled("b", "10:30-11:30", "Water", *IN_HALL))
    assert '"A very long title that goes on about…" (a)' in message
    assert "towns" not in message


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("short", "short"),
        ("exactly-ten", "exactly-t…"),
        ("one two three", "one two…"),
        ("a bcdefghijklm", "a bcdefgh…"),
        ("日" * 20, "日" * 9 + "…"),
        ("abcdefghe\u0301xyz", "abcdefgh…"),
        ("abcdefg\U0001f469\u200d\U0001f52c tools", "abcdefg…"),
    ],
)
def test_no_character_is_cut_in_two(title: str, cut: str) -> None:
    assert shorten_title(title, 10) == cut


def test_of_several_days_the_day_is_said() -> None:
    body = DAYS + ROOMS + session("a", "10:00-11:00", FRIDAY, *IN_HALL)
    body += session("b", "10:30-11:30", FRIDAY, *IN_HALL) + session("c", "14:00-", FRIDAY)
    assert messages(body, TWO_DAYS_HEAD) == [
        'The room Great Hall is booked twice, for "A" (a) and "B" (b): '
        "Fri 14 Feb 10:30–11:00, 30 minutes.",
        '"C" (c, Fri 14 Feb) has no description.',
        '"C" (c, Fri 14 Feb) has no room.',
        '"C" (c, Fri 14 Feb) does not say when it ends.',
    ]


def test_why_it_is_only_possible_is_said_briefly() -> None:
    body = titled("a", "10:00-11:00", LONG, SAID, 'overrun = "11:10"')
    (message,) = messages(body + session("b", "11:00-12:00", SAID))
    assert message.endswith(
        '11:00–11:10, 10 minutes ("A very long title that…" may run until 11:10).'
    )


def test_a_way_is_from_a_room_to_a_room() -> None:
    speaker = 'speakers = ["Ann Ode"]'
    body = ROOMS + session("a", "10:00-11:00", speaker, *IN_HALL)
    body += session("b", "11:05-12:00", speaker, SAID, 'room = "attic"')
    assert messages(body, f"{HEAD}changeover = 10\n") == [
        'Ann Ode has 5 of the 10 minutes that the way from "A" (a) in Great Hall to '
        '"B" (b) in Small Attic needs.'
    ]


def test_of_many_that_are_full_a_few_are_named() -> None:
    full = (SAID, 'block = "round"', 'status = "full"')
    body = block("round", "choice", "10:00-11:00")
    body += "".join(session(f"s{number}", "10:00-11:00", *full) for number in range(7))
    assert messages(body) == [
        '"ROUND" (round) has no session that is open, only "S0" (s0), "S1" (s1), "S2" (s2), '
        '"S3" (s3), "S4" (s4) and 2 others.'
    ]


def test_of_two_with_one_id_the_lines_tell_them_apart() -> None:
    body = ROOMS + session("a", "10:00-11:00", *IN_HALL) + session("a", "10:30-11:30", *IN_HALL)
    (message,) = [one for one in messages(body) if "booked" in one]
    line = (HEAD + body).splitlines().index('start = "10:30"') - 2
    assert f'"A" (a) and "A" (a, line {line})' in message


def test_one_without_an_id_is_named_by_its_line() -> None:
    nameless = session("b", "10:30-11:30", *IN_HALL).replace('id = "b"\n', "")
    body = ROOMS + session("a", "10:00-11:00", *IN_HALL) + nameless
    (message,) = [one for one in messages(body) if "booked" in one]
    line = (HEAD + body).splitlines().index('title = "B"')
    assert f'"A" (a) and "B" (line {line})' in message
