"""Choices and the sessions that they are of, where ids mean other ones in a new version."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import chosen
from tests.itinerary.programme_changes.test_successors import programme
from tui_planner.itinerary.itinerary import Choice, Itinerary
from tui_planner.itinerary.programme_changes.rematching import ProgrammeFollower
from tui_planner.itinerary.programme_changes.session_changes import Change, find_changes
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

ROWS = ("1 | Sails | 10:00 | Fay", "2 | Ropes | 11:00 | Gus", "3 | Nets | 13:00")
SPEAKING = ("sails | Sails | 10:00 | Fay", "ropes | Ropes | 11:00 | Gus")


def followed(before: Sequence[str], now: Sequence[str], *ids: str) -> list[str]:
    """The ids that choices made in one version have in the next."""
    then, present = programme(*before), programme(*now)
    choices = tuple(chosen(then, id_) for id_ in ids)
    itinerary = ProgrammeFollower(present)(Itinerary(programme=present.id, choices=choices))
    return [choice.session for choice in itinerary.choices]


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (("1 | Song | 09:00", "2 | Sails | 10:00 | Fay", "3 | Ropes | 11:00 | Gus"), ["2", "3"]),
        (("1 | Ropes | 11:00 | Gus", "2 | Sails | 10:00 | Fay"), ["2", "1"]),
        (("1 | Ropes | 11:00 | Gus", "2 | Nets | 13:00"), ["1-was-20250213-1000", "1"]),
        (("1 | Song | 10:00", "2 | Sails | 12:00 | Fay", "3 | Ropes | 11:00"), ["2", "3"]),
        (("1 | Sails | 12:00", "2 | Roped | 11:00 | Gus"), ["1", "2"]),
        (("1 | Tar | 10:00 | Fay", "2 | Ropes | 15:00 | Ida"), ["1", "2"]),
        (("1 | Tar | 10:00", "2 | Ropes | 11:00 | Gus"), ["1-was-20250213-1000", "2"]),
        (
            ("1 | Tar | 12:00 | Fay", "2 | Wax | 9:00"),
            ["1-was-20250213-1000", "2-was-20250213-1100"],
        ),
    ],
)
def test_row_numbers(now: tuple[str, ...], wanted: list[str]) -> None:
    assert followed(ROWS, now, "1", "2") == wanted


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        ("sails | Tar | 10:00", "sails"),  # renamed, and somebody else or nobody is named
        ("sails | Tar | 12:00 | Fay", "sails"),
        ("sails | Sails | 12:00", "sails"),
        ("sails | Tar | 12:00 | Ida", "sails-was-20250213-1000"),  # nothing but the id
        ("tar | Sails | 10:00 | Fay", "sails"),  # offered, as its id is gone
    ],
)
def test_ids_that_say_something(now: str, wanted: str) -> None:
    assert followed(SPEAKING, (now, "x | Other | 15:00"), "sails") == [wanted]


def test_ids_that_change_places() -> None:
    now = ("ropes | Sails | 10:00 | Fay", "sails | Ropes | 11:00 | Gus")
    assert followed(SPEAKING, now, "sails", "ropes") == ["ropes", "sails"]


def test_a_run_that_becomes_the_only_one_and_the_reverse() -> None:
    """The import makes the ids of runs of their starts, where there are several."""
    one = ("g | Sails | 14:00 | Fay", "x | Other | 15:00")
    two = ("g-20250213-1000 | Sails | 10:00 | Fay", "g-20250213-1400 | Sails | 14:00 | Fay")
    assert followed(two, one, "g-20250213-1400") == ["g"]
    assert followed(two, one, "g-20250213-1000") == ["g-20250213-1000"]  # that one is gone
    assert followed(one, two, "g") == ["g-20250213-1400"]


@pytest.mark.parametrize(
    ("before", "now", "wanted"),
    [
        ("0", "0-sails", "0-sails"),  # all share one id now
        ("0-sails", "0-sails-20250213-1000", "0-sails-20250213-1000"),
        ("0", "0-2025", "0"),  # that is not what an import puts behind an id: offered
    ],
)
def test_what_an_import_puts_behind_an_id(before: str, now: str, wanted: str) -> None:
    one = f"{before} | Sails | 10:00 | Fay"
    assert followed((one,), (f"{now} | Sails | 10:00 | Fay",), before) == [wanted]


def test_what_is_back_under_its_number_is_taken_up_again() -> None:
    then, without = programme(*ROWS), programme("1 | Tar | 12:00", "2 | Wax | 15:00")
    choice = chosen(then, "1", note="Bring a needle")
    parted = ProgrammeFollower(without)(Itinerary(programme=then.id, choices=(choice,)))
    assert find_changes(parted.choices[0], without) == (Change.GONE,)
    back = ProgrammeFollower(then)(parted)
    assert back.choices == (choice,)


def test_the_same_session_is_not_chosen_twice() -> None:
    ids = followed(ROWS, ("1 | Sails | 10:00 | Fay", "2 | Sails | 10:00 | Fay"), "1", "2")
    assert ids == ["1", "2-was-20250213-1100"]


PEOPLE = st.lists(st.sampled_from(["Ada", "Bo", "Cy"]), max_size=2, unique=True)
SESSION = st.tuples(st.sampled_from("ABCDEF"), st.integers(8, 14), PEOPLE)
VERSION = st.lists(SESSION, min_size=1, max_size=6)


def numbered(version: Sequence[tuple[str, int, list[str]]], kind: str) -> Programme:
    rows = ("|".join((f"{kind}{n}", title, f"{hour:02}:00", *people)) for n, (title, hour, people)
            in enumerate(version, 1))  # fmt: skip
    return programme(*rows)


@settings(deadline=None, max_examples=150)
@given(st.lists(VERSION, min_size=2, max_size=4), st.sampled_from(["", "s", "talk of "]))
def test_no_choice_is_lost_nor_silently_of_another_session(
    versions: list[list[tuple[str, int, list[str]]]], kind: str
) -> None:
    programmes = [numbered(version, kind) for version in versions]
    first = programmes[0]
    choices = tuple(Choice.of(session, first) for session in first.sessions)
    itinerary = Itinerary(programme=first.id, choices=choices)
    for present in programmes:
        itinerary = ProgrammeFollower(present)(itinerary)
        assert len(itinerary.choices) == len(choices)
        assert len({choice.session for choice in itinerary.choices}) == len(choices)
        plan = ResolvedItinerary(present, itinerary)
        assert len(plan.chosen_sessions) + len(plan.gone) == len(choices)
        for one in plan.chosen_sessions:
            now = Choice.of(one.session, present)
            agree = now.title == one.choice.title or now.start == one.choice.start
            assert agree or set(now.speakers) & set(one.choice.speakers)
        assert ProgrammeFollower(present)(itinerary) == itinerary
    seen_again = ProgrammeFollower(first)(itinerary)
    assert {(one.title, one.start) for one in seen_again.choices} == {
        (one.title, one.start) for one in choices
    }


@settings(deadline=None, max_examples=60)
@given(VERSION, st.data())
def test_row_numbers_that_shift_change_nothing(
    version: list[tuple[str, int, list[str]]], data: st.DataObject
) -> None:
    """Where titles tell the sessions apart, each choice goes with its own."""
    version = list({session[0]: session for session in version}.values())
    at = data.draw(st.integers(0, len(version)))
    then = numbered(version, "")
    now = numbered([*version[:at], ("Opening", 7, []), *version[at:]], "")
    choices = tuple(Choice.of(session, then) for session in then.sessions)
    after = ProgrammeFollower(now)(Itinerary(programme=now.id, choices=choices))
    assert not any(find_changes(choice, now) for choice in after.choices)
    titles = [now.session_by_id[choice.session].title for choice in after.choices]
    assert titles == [choice.title for choice in choices]


def test_a_large_programme_under_other_ids_takes_no_time(hoorn: Programme) -> None:
    """Ten thousand sessions and a thousand choices, none of which is where it was."""
    some = hoorn.sessions[0]
    sessions = tuple(some._replace(id=str(n), title=f"Talk {n}", order=n) for n in range(10_000))
    then = replace(hoorn, sessions=sessions)
    later = some.timing.shorten(some.timing.start + timedelta(minutes=1), None)
    moved = tuple(
        one._replace(id=str(n + 1), timing=(some.timing, later)[n % 2])
        for n, one in enumerate(sessions)
    )
    now = replace(hoorn, sessions=moved)
    choices = tuple(Choice.of(session, then) for session in sessions[:1000])
    after = ProgrammeFollower(now)(Itinerary(programme=now.id, choices=choices))
    assert [one.session for one in after.choices if "was" not in one.session] == [
        str(n + 1) for n in range(0, 1000, 2)
    ]
