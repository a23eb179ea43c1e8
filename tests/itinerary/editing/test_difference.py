"""What was changed between two states, in words."""

from datetime import time
from typing import Any

import pytest

from tui_planner.itinerary.editing.difference import describe_difference
from tui_planner.itinerary.itinerary import Appointment, Choice, Companion, Itinerary

CALL = Appointment(title="Bellen", start=time(14, 0), end=time(14, 30))
WALK = Choice(session="walk", title="A walk")
EMPTY = Itinerary(programme="day")


@pytest.mark.parametrize(
    ("changed", "there", "back"),
    [
        ({"choices": (WALK,)}, "chosen: A walk", "dropped: A walk"),
        ({"appointments": (CALL,)}, "added: Bellen", "removed: Bellen"),
        ({"arrives": time(11, 0)}, "changed: when you are there", None),
        ({"companions": (Companion(name="Zus"),)}, "changed: the choices of colleagues", None),
        ({"likes": ("water",)}, "changed: what you like", None),
    ],
)
def test_there_and_back(changed: dict[str, Any], there: str, back: str | None) -> None:
    after = EMPTY._replace(**changed)
    assert describe_difference(EMPTY, after) == there
    assert describe_difference(after, EMPTY) == (back or there)


def test_several_changes_are_told_together() -> None:
    before = EMPTY.choose(WALK)
    noted = before.choose(WALK._replace(note="shoes"))
    after = noted._replace(appointments=(CALL,))
    assert describe_difference(before, after) == "note: A walk; added: Bellen"


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"priority": "must"}, "must: A walk"),
        ({"priority": "maybe"}, "maybe: A walk"),
        ({"note": "shoes"}, "note: A walk"),
        ({"join": time(13, 0)}, "join or leave: A walk"),
        ({"status": "full"}, "seen: A walk"),
    ],
)
def test_what_was_changed_of_a_choice(changed: dict[str, Any], told: str) -> None:
    before = EMPTY.choose(WALK)
    assert describe_difference(before, before.choose(WALK._replace(**changed))) == told


def test_an_appointment_that_was_moved_is_changed() -> None:
    before = EMPTY._replace(appointments=(CALL,))
    moved = CALL._replace(end=time(15, 0))
    after = EMPTY._replace(appointments=(moved,))
    assert describe_difference(before, after) == "changed: Bellen"


def test_a_choice_that_went_along_to_another_id_is_one_change() -> None:
    before = EMPTY.choose(WALK)
    after = EMPTY.choose(WALK._replace(session="beach-walk"))
    assert describe_difference(before, after) == "now under another id: A walk"
