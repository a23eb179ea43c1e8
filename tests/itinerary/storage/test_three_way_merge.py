"""Changes of two sides to one itinerary: both are there afterwards."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import appointment
from tui_planner.itinerary.itinerary import Choice, Companion, Itinerary
from tui_planner.itinerary.storage.record_tables import parse_itinerary
from tui_planner.itinerary.storage.three_way_merge import merge

IDS = ("one", "two", "three", "four")
EMPTY = Itinerary(programme="a-day")


def of(*choices: str | Choice, **more: Any) -> Itinerary:
    made = tuple(
        choice if isinstance(choice, Choice) else Choice(session=choice) for choice in choices
    )
    return EMPTY._replace(choices=made, **more)


def ids(itinerary: Itinerary) -> list[str]:
    return [choice.session for choice in itinerary.choices]


def note(id_: str, text: str) -> Choice:
    return Choice(session=id_, note=text)


def must(id_: str, **more: Any) -> Choice:
    return Choice(session=id_, priority="must", **more)


def test_what_both_chose_is_chosen() -> None:
    assert ids(merge(of("one"), of("one", "two"), of("one", "three"))) == ["one", "two", "three"]


def test_what_one_side_dropped_is_dropped() -> None:
    assert merge(of("one", "two"), of("one", "two", "three"), of("two")) == of("two", "three")
    assert merge(of("one", "two"), of("two"), of("one", "two", "three")) == of("two", "three")


def test_what_one_dropped_and_the_other_changed_stays() -> None:
    base, dropped, changed = of("one"), of("two"), of(must("one"))
    assert merge(base, dropped, changed) == of("two", must("one"))
    assert merge(base, changed, dropped) == of("two", must("one"))


def test_different_fields_of_one_choice() -> None:
    merged = merge(of("one"), of(must("one")), of(note("one", "ask")))
    assert merged == of(must("one", note="ask"))


def test_the_same_field_is_as_i_have_it() -> None:
    maybe = of(Choice(session="one", priority="maybe"))
    assert merge(of("one"), maybe, of(must("one"))) == maybe


def test_notes_of_both_are_joined() -> None:
    base = of(note("one", "ask"))
    mine, theirs = of(note("one", "ask her")), of(note("one", "call"))
    assert merge(base, mine, theirs) == of(note("one", "ask her\ncall"))
    assert merge(base, mine, of(note("one", "ask her twice"))) == of(note("one", "ask her twice"))
    assert merge(base, mine, of("one")) == of(note("one", "ask her"))  # removed there, changed here


def test_what_both_added_takes_what_either_said_of_it() -> None:
    assert merge(EMPTY, of("one"), of(must("one"))) == of(must("one"))
    assert merge(EMPTY, of(must("one")), of("one")) == of(must("one"))


def test_appointments_are_told_apart_by_all_that_they_say() -> None:
    call, lunch = appointment("Call", "09:00", "10:00"), appointment("Lunch", "12:00", "13:00")
    later = appointment("Call", "09:30", "10:00")
    base = of(appointments=(call,))
    assert merge(base, of(appointments=(later,)), of(appointments=(call, lunch))) == of(
        appointments=(later, lunch)
    )
    both = merge(base, of(appointments=(later,)), of(appointments=(lunch,)))
    assert both == of(appointments=(later, lunch))


def test_the_same_appointment_twice_is_two() -> None:
    call = appointment("Call", "09:00", "10:00")
    once, twice = of(appointments=(call,)), of(appointments=(call, call))
    assert merge(once, twice, of("one", appointments=(call,))) == of(
        "one", appointments=(call, call)
    )


def test_colleagues_are_told_apart_by_their_names() -> None:
    ann, bob = Companion(name="Ann", sessions=("one",)), Companion(name="Bob")
    anew = Companion(name="Ann", sessions=("two",))
    merged = merge(of(companions=(ann,)), of(companions=(anew,)), of(companions=(ann, bob)))
    assert merged == of(companions=(anew, bob))


def test_what_either_likes_is_liked() -> None:
    base, mine, theirs = (of(likes=likes) for likes in [("a", "b"), ("a", "b", "c"), ("b", "d")])
    assert set(merge(base, mine, theirs).likes) == {"b", "c", "d"}
    assert merge(base, mine, base).likes == ("a", "b", "c")


def read(**more: object) -> Itinerary:
    return parse_itinerary({"format": 1, "programme": "a-day", **more})


@pytest.mark.parametrize("key", ["appointments", "companions", "likes"])
def test_a_key_that_is_not_known_here_may_have_any_name(key: str) -> None:
    base, mine, theirs = (read(choices=[{"session": "one", key: n}]) for n in (1, 2, 3))
    assert merge(base, mine, theirs) == mine
    assert merge(base, base._replace(delegate="Me"), theirs).choices == theirs.choices


def test_a_note_of_a_later_version_need_not_be_words() -> None:
    assert merge(read(note=1), read(note=2), read(note=3)) == read(note=2)


def test_keys_that_are_not_known_here_are_kept() -> None:
    base = read(mood="good", old=1, choices=[{"session": "one", "seat": 1}])
    mine = read(mood="good", new=[2], choices=[{"session": "one", "seat": 2}])
    theirs = read(mood="bad", old=1, choices=[{"session": "one", "seat": 1, "row": 9}])
    merged = merge(base, mine, theirs)
    assert merged.extra == {"mood": "bad", "new": [2]}
    assert merged.choices[0].extra == {"seat": 2, "row": 9}


CHOICE = st.builds(
    lambda **said: Choice(**said),  # noqa: PLW0108 - of the type, all fields would be made up
    session=st.sampled_from(IDS),
    priority=st.sampled_from(["must", "want", "maybe"]),
    note=st.sampled_from(["", "a", "b", "c"]),
    room=st.sampled_from([None, "hall"]),
)
CALL, WALK = appointment("Call", "09:00", "10:00"), appointment("Walk", "10:00", "10:30")
ITINERARY = st.builds(
    lambda **said: Itinerary(**said),  # noqa: PLW0108 - likewise
    programme=st.just("a-day"),
    arrives=st.sampled_from([None, CALL.start, WALK.start]),
    choices=st.lists(CHOICE, max_size=4, unique_by=lambda choice: choice.session).map(tuple),
    appointments=st.lists(st.sampled_from([CALL, WALK]), max_size=3).map(tuple),
)
FEW = settings(max_examples=150, deadline=None)


@FEW
@given(ITINERARY, ITINERARY)
def test_where_one_side_changed_nothing_the_other_is_taken_whole(
    base: Itinerary, other: Itinerary
) -> None:
    assert merge(base, other, base) == other
    assert merge(base, base, other) == other
    assert merge(base, other, other) == other


@FEW
@given(ITINERARY, ITINERARY, ITINERARY)
def test_nothing_is_lost_that_nobody_dropped(
    base: Itinerary, mine: Itinerary, theirs: Itinerary
) -> None:
    merged = merge(base, mine, theirs)
    for id_ in IDS:
        was, here, there = (side.find_choice(id_) for side in (base, mine, theirs))
        dropped = was is not None and None in (here, there)
        changed = any(choice not in (None, was) for choice in (here, there))
        chosen = here is not None or there is not None
        assert (merged.find_choice(id_) is not None) == (chosen and (changed or not dropped))
    assert len(ids(merged)) == len(set(ids(merged)))
    for one in (CALL, WALK):
        was_n, *both = (side.appointments.count(one) for side in (base, mine, theirs))
        least = min(was_n, *both)
        assert merged.appointments.count(one) >= max(least, max(both) - max(was_n - min(both), 0))


@FEW
@given(ITINERARY, ITINERARY, ITINERARY)
def test_each_field_is_as_the_side_has_it_that_changed_it(
    base: Itinerary, mine: Itinerary, theirs: Itinerary
) -> None:
    merged = merge(base, mine, theirs)
    for choice in merged.choices:
        was, here, there = (side.find_choice(choice.session) for side in (base, mine, theirs))
        if was is None or here is None or there is None:
            continue
        for field in ("priority", "note", "room"):
            old, ours, other = (getattr(side, field) for side in (was, here, there))
            if ours == old:
                assert getattr(choice, field) == other
            elif other == old or field != "note":
                assert getattr(choice, field) == ours
            else:
                assert ours in choice.note
                assert other in choice.note


@FEW
@given(ITINERARY, ITINERARY, ITINERARY)
def test_it_is_the_same_from_both_sides_but_for_order_and_conflicts(
    base: Itinerary, mine: Itinerary, theirs: Itinerary
) -> None:
    one, other = merge(base, mine, theirs), merge(base, theirs, mine)
    assert sorted(ids(one)) == sorted(ids(other))
    assert sorted(map(str, one.appointments)) == sorted(map(str, other.appointments))


@FEW
@given(ITINERARY, ITINERARY, ITINERARY)
def test_a_second_merge_adds_nothing(base: Itinerary, mine: Itinerary, theirs: Itinerary) -> None:
    merged = merge(base, mine, theirs)
    assert merge(theirs, merged, theirs) == merged
    assert merge(mine, mine, merged) == merged
