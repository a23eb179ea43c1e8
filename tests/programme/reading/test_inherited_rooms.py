"""A session without a room is in that of its block, else of what it is part of."""

from tests.builders import block, room, session
from tests.helpers import programme_of, reading_of

ROOMS = room("hall") + room("attic")


def rooms(body: str) -> dict[str, str | None]:
    return {one.id: one.room for one in programme_of(ROOMS + body).sessions}


def test_its_own_room_comes_first_then_its_blocks_then_its_containers() -> None:
    found = rooms(
        block("b", "meal", "12:00-14:00", 'room = "attic"')
        + session("whole", "12:00-14:00", 'room = "hall"')
        + session("own", "12:00-12:30", 'room = "hall"', 'block = "b"')
        + session("of-block", "12:30-13:00", 'block = "b"', 'part_of = "whole"')
        + session("of-whole", "13:00-13:30", 'part_of = "whole"')
        + session("of-part", "13:00-13:10", 'part_of = "of-whole"')
        + session("alone", "13:30-14:00")
    )
    assert found == {
        "whole": "hall",
        "own": "hall",
        "of-block": "attic",
        "of-whole": "hall",
        "of-part": "hall",
        "alone": None,
    }


def test_a_part_is_in_the_room_of_the_block_of_its_whole() -> None:
    found = rooms(
        block("b", "meal", "12:00-14:00", 'room = "attic"')
        + session("part", "12:00-12:30", 'part_of = "whole"')
        + session("whole", "", 'block = "b"')
    )
    assert found == {"part": "attic", "whole": "attic"}


def test_a_room_that_cannot_be_read_is_not_replaced() -> None:
    reading = reading_of(
        ROOMS
        + session("whole", "12:00-14:00", 'room = "hall"')
        + session("part", "12:00-12:30", 'part_of = "whole"', "room = 3")
    )
    assert reading.judged is not None
    assert reading.judged.programme.session_by_id["part"].room is None


def test_parts_that_contain_one_another_end_somewhere() -> None:
    reading = reading_of(
        session("a", "12:00-14:00", 'part_of = "b"') + session("b", "12:00-14:00", 'part_of = "a"')
    )
    assert reading.judged is not None
    assert [one.room for one in reading.judged.programme.sessions] == [None, None]
