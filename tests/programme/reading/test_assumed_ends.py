"""The end of a session that states none and stands in no block."""

import pytest

from tests.builders import block, room, session
from tests.helpers import HEAD, local, programme_of

HALL, ATTIC = 'room = "hall"', 'room = "attic"'
OPEN = session("a", "10:00-", HALL)


def end_of_a(body: str, head: str = HEAD) -> str:
    programme = programme_of(room("hall") + room("attic") + body, head)
    timing = programme.session_by_id["a"].timing
    assert not timing.end_stated
    return f"{timing.end.astimezone(programme.zone):%H:%M}"


def test_without_anything_else_it_is_an_hour() -> None:
    assert end_of_a(OPEN) == "11:00"


def test_the_default_duration_is_the_files() -> None:
    assert end_of_a(OPEN, HEAD + "default_duration = 45\n") == "10:45"


def test_else_the_median_of_the_stated_lengths() -> None:
    stated = session("b", "12:00-12:20") + session("c", "12:00-12:40") + session("d", "12:00-17:00")
    assert end_of_a(OPEN + stated + session("e", "12:00-")) == "10:40"


@pytest.mark.parametrize(
    ("other", "end"),
    [
        (session("b", "10:20-12:00", HALL), "10:20"),
        (session("b", "10:00-12:00", HALL), "10:50"),
        (session("b", "09:00-09:30", HALL), "10:50"),
        (session("b", "10:20-12:00", ATTIC), "10:50"),
        (session("b", "10:20-12:00"), "10:50"),
        (session("b", "10:20-12:00", HALL, 'status = "cancelled"'), "10:50"),
        (session("b", "10:20-10:40", 'part_of = "a"'), "10:50"),
        (session("b", "10:20-", 'part_of = "a"') + session("c", "10:30-11:00", HALL), "10:30"),
    ],
)
def test_it_lasts_at_most_until_the_next_in_its_room(other: str, end: str) -> None:
    assert end_of_a(OPEN + other, HEAD + "default_duration = 50\n") == end


def test_it_ends_with_its_day() -> None:
    day = '[[days]]\ndate = 2025-02-13\nend = "10:30"\n'
    assert end_of_a(day + OPEN) == "10:30"


def test_in_a_block_it_ends_with_that() -> None:
    body = block("b", "meal", "10:00-13:00") + session("a", "10:00-", 'block = "b"')
    assert end_of_a(body) == "13:00"


def test_after_the_end_of_its_day_it_lasts_all_the_same() -> None:
    day = "[[days]]\ndate = 2025-02-13\nend = 2025-02-14T02:00:00\n"
    late = '[[sessions]]\nid = "a"\ntitle = "A"\nstart = 2025-02-14T01:45:00\n'
    programme = programme_of(day + late)
    assert programme.sessions[0].timing.end == local(programme, "2025-02-14 02:00")
