"""A session in several rooms that the file itself has books each of them."""

import pytest

from tests.exchange.importing.support import clashing, event, findings, imported, notes_of, xml
from tests.exchange.importing.support import programme as programme_of


def in_rooms(text: str, *, names: tuple[str, ...] = ("Hall 1", "Hall 2", "Attic")) -> bytes:
    """One session in a room of this name, and one in each of others half an hour later."""
    others = {name: [event(name, "10:30")] for name in names}
    return xml({text: [event("both", persons="Ann Ode")], **others})


@pytest.mark.parametrize(
    "text",
    ["Hall 1, Hall 2", "Hall 1 / Hall 2", "hall 1 + HALL 2", "Hall 1 and Hall 2", "Hall 1 & 2"],
)
def test_it_books_each_of_them(text: str) -> None:
    data = in_rooms(text)
    made = programme_of(data)
    assert sorted(room.name for room in made.rooms) == ["Attic", "Hall 1", "Hall 2"]
    assert {(session.id, session.room, session.part_of) for session in made.sessions} >= {
        ("both", "hall-1", None),
        ("both-hall-2", "hall-2", "both"),
    }
    assert clashing(data) == {
        frozenset(("both", "Hall 1")),
        frozenset(("both-hall-2", "Hall 2")),
    }
    assert {problem.minutes for problem in findings(data, "C103")} == {15}
    assert findings(data, "C104", "A210") == []
    assert (imported(data).found, imported(data).added) == (4, 1)
    assert [kind for kind, _place, _text in notes_of(data)] == ["mended"]


@pytest.mark.parametrize("text", ["Hall 1, Cellar", "Hall 1, Hall 1", "Hall 1", "Attic of Hall 1"])
def test_what_the_file_does_not_have_is_no_room_of_its_own(text: str) -> None:
    assert imported(in_rooms(text)).added == 0


def test_what_is_in_more_than_three_rooms_is_everywhere_and_books_none() -> None:
    names = ("A", "B", "C", "D")
    data = in_rooms(", ".join(names), names=names)
    assert imported(data).added == 0
    assert clashing(data) == set()
