"""Changes of what is a delegate's own."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import appointment, clock
from tui_planner.itinerary.edits import (
    append_appointment,
    cycle_priority,
    name_priority,
    remove_appointment,
    replace_appointment,
    set_delegate,
    set_note,
    set_presence,
    set_priority,
)
from tui_planner.itinerary.itinerary import Appointment, Choice, Itinerary, Priority

CHOSEN = Itinerary(
    programme="p",
    choices=(Choice(session="a", note="earlier", join=clock("10:10")), Choice(session="b")),
)
CALL, WALK = appointment("Call", "14:00", "14:30"), appointment("Walk", "15:00", "15:30")


def test_a_key_goes_round_all_priorities() -> None:
    seen: list[Priority] = ["want"]
    for _ in range(3):
        seen.append(cycle_priority(seen[-1]))
    assert seen == ["want", "must", "maybe", "want"]


def test_the_usual_priority_goes_without_saying() -> None:
    assert [name_priority(one) for one in ("must", "want", "maybe")] == ["must", "", "maybe"]


def test_a_priority_leaves_the_rest_of_a_choice_as_it_is() -> None:
    after = set_priority(CHOSEN, "a", "must")
    assert after.choices == (
        Choice(session="a", note="earlier", join=clock("10:10"), priority="must"),
        Choice(session="b"),
    )


def test_a_note_is_replaced_and_removed() -> None:
    noted = set_note(CHOSEN, "a", "later")
    assert [choice.note for choice in noted.choices] == ["later", ""]
    assert [choice.note for choice in set_note(noted, "a", "").choices] == ["", ""]


def test_what_is_not_chosen_has_no_priority_and_no_note() -> None:
    assert set_priority(CHOSEN, "c", "must") == CHOSEN
    assert set_note(CHOSEN, "c", "a note") == CHOSEN


def test_keys_that_are_not_known_stay_with_a_choice() -> None:
    choice = Choice(session="a", extra={"seat": "12b"})
    after = set_note(Itinerary(programme="p", choices=(choice,)), "a", "by the door")
    assert after.choices[0].extra == {"seat": "12b"}


def test_an_appointment_is_replaced_where_it_stands() -> None:
    itinerary = append_appointment(append_appointment(CHOSEN, CALL), WALK)
    later = appointment("Call", "16:00", "16:30")
    assert replace_appointment(itinerary, CALL, later).appointments == (later, WALK)
    assert replace_appointment(itinerary, later, WALK) == itinerary


def test_of_two_that_are_the_same_one_is_taken_out() -> None:
    itinerary = CHOSEN._replace(appointments=(CALL, WALK, CALL))
    assert remove_appointment(itinerary, CALL).appointments == (WALK, CALL)
    assert remove_appointment(CHOSEN, CALL) == CHOSEN


def test_presence_and_name() -> None:
    after = set_delegate(set_presence(CHOSEN, clock("10:00"), None), "Één")
    assert (after.arrives, after.leaves, after.delegate) == (clock("10:00"), None, "Één")
    assert after.choices == CHOSEN.choices


APPOINTMENTS = st.sampled_from([CALL, WALK, appointment("Call", "09:00", "09:10")])


@settings(max_examples=50)
@given(st.lists(APPOINTMENTS, max_size=5), APPOINTMENTS, APPOINTMENTS)
def test_what_is_added_can_be_replaced_and_taken_out(
    before: list[Appointment], one: Appointment, other: Appointment
) -> None:
    itinerary = CHOSEN._replace(appointments=tuple(before))
    added = append_appointment(itinerary, one)
    changed = replace_appointment(added, one, other)
    assert sorted(remove_appointment(changed, other).appointments, key=str) == sorted(
        before, key=str
    )
    assert changed.choices == CHOSEN.choices
