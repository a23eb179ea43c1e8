"""Choosing and dropping make new itineraries; a choice remembers what was seen."""

from datetime import datetime

import pytest

from tests.builders import appointment
from tests.helpers import programme_of
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.programme.model import Programme

EMPTY = Itinerary(programme="a-day")
ONE, TWO, THREE = (Choice(session=id_) for id_ in ("one", "two", "three"))


def ids(itinerary: Itinerary) -> list[str]:
    return [choice.session for choice in itinerary.choices]


def test_choices_keep_their_order() -> None:
    itinerary = EMPTY.choose(TWO).choose(ONE).choose(THREE)
    assert ids(itinerary) == ["two", "one", "three"]
    assert ids(EMPTY) == []


def test_a_choice_is_put_in_the_place_of_its_earlier_one() -> None:
    itinerary = EMPTY.choose(ONE).choose(TWO).choose(Choice(session="one", priority="must"))
    assert ids(itinerary) == ["one", "two"]
    assert itinerary.choices[0].priority == "must"


def test_drop_takes_some_and_knows_no_strangers() -> None:
    itinerary = EMPTY.choose(ONE).choose(TWO).choose(THREE)
    assert ids(itinerary.drop("one", "three", "stranger")) == ["two"]
    assert itinerary.drop() == itinerary
    assert itinerary.drop("stranger") == itinerary


def test_a_choice_is_found_by_its_session() -> None:
    itinerary = EMPTY.choose(ONE)
    assert itinerary.find_choice("one") is itinerary.choices[0]
    assert itinerary.find_choice("two") is None


def test_changes_leave_the_rest() -> None:
    call = appointment("Call", "09:00", "10:00")
    itinerary = EMPTY._replace(delegate="x", appointments=(call,), extra={"mood": "good"})
    changed = itinerary.choose(ONE).drop("one")
    assert changed == itinerary
    assert changed.extra == {"mood": "good"}


@pytest.fixture
def programme() -> Programme:
    return programme_of(
        """
[[rooms]]
id = "hall"
name = "Hall"

[[sessions]]
id = "stated"
title = "Stated"
start = "10:00"
end = "11:00"
room = "hall"
status = "full"

[[sessions]]
id = "open"
title = "Open"
start = "12:00"
"""
    )


def test_a_choice_remembers_what_was_seen(programme: Programme) -> None:
    choice = Choice.of(programme.session_by_id["stated"], programme, "must")
    assert choice == Choice(
        session="stated",
        priority="must",
        title="Stated",
        start=datetime(2025, 2, 13, 10),  # noqa: DTZ001 - a wall time
        end=datetime(2025, 2, 13, 11),  # noqa: DTZ001
        room="hall",
        status="full",
    )


def test_an_end_that_is_not_stated_was_not_seen(programme: Programme) -> None:
    assert Choice.of(programme.session_by_id["open"], programme).end is None


def test_a_choice_is_put_in_the_place_of_another() -> None:
    itinerary = EMPTY.choose(ONE).choose(TWO)
    assert ids(itinerary.replace("one", THREE)) == ["three", "two"]
    assert itinerary.replace("stranger", THREE) == itinerary
    assert itinerary.replace("one", TWO) == itinerary
