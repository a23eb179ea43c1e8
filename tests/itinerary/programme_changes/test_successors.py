"""Choices whose ids are gone: what is offered in their places, and taking it."""

import pytest

from tests.builders import chosen, clock
from tests.helpers import programme_of
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.programme_changes.session_changes import Change, find_changes, mark_seen
from tui_planner.itinerary.programme_changes.successors import (
    adopt_successor,
    find_successor,
    find_successors,
)
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme


def programme(*sessions: str) -> Programme:
    """Sessions from lines like `id | title | start | speakers`."""
    tables = []
    for line in sessions:
        id_, title, start, *speakers = (part.strip() for part in line.split("|"))
        named = ", ".join(f'"{name}"' for name in speakers)
        tables.append(
            f'[[sessions]]\nid = "{id_}"\ntitle = "{title}"\nstart = "{start}"\n'
            f'end = "18:00"\nspeakers = [{named}]\n'
        )
    return programme_of("".join(tables))


def offered(before: str, *now: str) -> str | None:
    """What is offered for the only choice, made when the programme held only that."""
    then, present = programme(before), programme(*now)
    choices = tuple(chosen(then, session.id) for session in then.sessions)
    plan = ResolvedItinerary(present, Itinerary(programme=present.id, choices=choices))
    assert len(plan.gone) == 1
    session = find_successor(plan.gone[0], plan)
    return None if session is None else session.id


BEFORE = "talk | The talk | 10:00 | Ann | Bob"


@pytest.mark.parametrize(
    "now",
    [
        "new | The talk | 10:00 | Ann | Bob",
        "new | The talk | 14:00 | Bob | Ann",  # moved, too
        "new | the  TALK | 14:00 | Ann | Bob",
        "new | The talk | 10:00",  # who speaks is not said any more
        "talkk | The talks | 14:00 | Cem",  # a typo, and a like title
        "tallk | Something else | 10:00 | Cem",  # a typo, at the same time
    ],
)
def test_evidently_the_same(now: str) -> None:
    other = "other | Other things | 12:00 | Eve"
    wanted = now.split(" ", 1)[0]
    assert offered(BEFORE, other, now) == wanted


@pytest.mark.parametrize(
    "now",
    [
        "new | The talk | 14:00 | Cem",  # another speaker
        "new | The talk | 14:00",  # perhaps another
        "new | Another thing | 10:00 | Ann | Bob",  # another title
        "tallk | Something else | 14:00 | Ann | Bob",  # a typo, and nothing else
    ],
)
def test_perhaps_another(now: str) -> None:
    assert offered(BEFORE, now) is None


def test_another_number_is_no_typo() -> None:
    assert offered("session-101 | One | 10:00", "session-102 | Two | 10:00") is None
    assert offered("sesion-101 | One | 10:00", "session-101 | Two | 10:00") == "session-101"


def test_of_two_that_may_be_meant_none_is_offered() -> None:
    runs = ("x | The talk | 12:00 | Ann | Bob", "y | The talk | 14:00 | Ann | Bob")
    assert offered(BEFORE, *runs) is None
    assert offered(BEFORE, *runs, "z | The talk | 10:00 | Ann | Bob") == "z"
    assert offered(BEFORE, "tallk | A | 10:00", "talkk | B | 10:00") is None


def test_what_is_chosen_is_not_offered() -> None:
    then, now = programme(BEFORE), programme("new | The talk | 10:00 | Ann | Bob")
    choices = (chosen(then, "talk"), chosen(now, "new"))
    plan = ResolvedItinerary(now, Itinerary(programme=now.id, choices=choices))
    assert find_successors(plan) == {}


def test_what_two_choices_may_mean_is_offered_for_neither() -> None:
    then = programme("a | The talk | 10:00 | Ann", "b | The talk | 12:00 | Ann")
    now = programme("c | The talk | 14:00 | Ann")
    choices = (chosen(then, "a"), chosen(then, "b"))
    assert (
        find_successors(ResolvedItinerary(now, Itinerary(programme=now.id, choices=choices))) == {}
    )


def test_a_choice_of_nothing_but_an_id_has_no_successor() -> None:
    now = programme("talkk | The talk | 10:00")
    itinerary = Itinerary(programme=now.id, choices=(Choice(session="talk"),))
    assert find_successors(ResolvedItinerary(now, itinerary)) == {}


def test_speakers_that_an_older_file_does_not_hold() -> None:
    """Then the same title at the same time is the same."""
    then = programme(BEFORE)
    old = chosen(then, "talk", speakers=())
    for start, wanted in (("10:00", ["new"]), ("14:00", [])):
        now = programme(f"new | The talk | {start} | Ann | Bob")
        found = find_successors(ResolvedItinerary(now, Itinerary(programme=now.id, choices=(old,))))
        assert [session.id for session in found.values()] == wanted


def test_following_keeps_what_is_the_delegates_own() -> None:
    then, now = programme(BEFORE), programme("new | The talk | 14:00 | Ann | Bob")
    own = {"priority": "must", "note": "Bring a pen", "join": clock("15:00")}
    choice = chosen(then, "talk", **own)
    itinerary = Itinerary(
        programme=now.id, choices=(Choice(session="x"), choice, Choice(session="y"))
    )
    after = adopt_successor(itinerary, choice, now.session_by_id["new"])
    assert [one.session for one in after.choices] == ["x", "new", "y"]
    taken = after.choices[1]
    assert (taken.priority, taken.note, taken.join) == ("must", "Bring a pen", clock("15:00"))
    assert find_changes(taken, now) == (Change.MOVED,)  # that is still to be told


def test_following_what_was_seen_to_be_gone_tells_only_what_changed() -> None:
    then, now = programme(BEFORE), programme("new | The talk | 10:00 | Ann | Bob")
    itinerary = Itinerary(programme=now.id, choices=(chosen(then, "talk"),))
    known = mark_seen(itinerary, now, "talk")
    after = adopt_successor(known, known.choices[0], now.session_by_id["new"])
    assert find_changes(after.choices[0], now) == ()


def test_following_what_is_chosen_meanwhile_changes_nothing() -> None:
    then, now = programme(BEFORE), programme("new | The talk | 10:00 | Ann | Bob")
    itinerary = Itinerary(programme=now.id, choices=(chosen(then, "talk"), chosen(now, "new")))
    assert adopt_successor(itinerary, itinerary.choices[0], now.session_by_id["new"]) == itinerary


def test_the_shipped_programme_under_new_ids(hoorn: Programme) -> None:
    """Each session is found again by what it says, where all ids are new."""
    choices = tuple(
        chosen(hoorn, session.id)._replace(session=f"gone-{session.order}")
        for session in hoorn.sessions
    )
    found = find_successors(
        ResolvedItinerary(hoorn, Itinerary(programme=hoorn.id, choices=choices))
    )
    assert [session.id for session in found.values()] == [one.id for one in hoorn.sessions]
