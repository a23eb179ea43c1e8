"""The notice that too little of a meal is left."""

import pytest

from tests.builders import appointment, chosen, clock, plan_of
from tests.helpers import programme_of
from tui_planner.itinerary.notices import Notice, NoticeKind, find_notices
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

SENTENCE = (
    "12:30–12:45 and 13:30–13:45 are left of Lunch: at most 15 in one stretch, of the 20 minutes "
    "you need."
)


def meals(plan: ResolvedItinerary) -> list[Notice]:
    return [notice for notice in find_notices(plan) if notice.kind is NoticeKind.MEAL]


def lunch(*sessions: str, needed: str = "") -> Programme:
    """A meal from twelve to one, and sessions of it in order of the alphabet."""
    body = '[[blocks]]\nid = "lunch"\nkind = "meal"\ntitle = "Lunch"\nstart = "12:00"\n'
    body += f'end = "13:00"\n{needed}\n'
    for id_, session in zip("abcd", sessions, strict=False):
        times, _, more = session.partition(" ")
        start, end = times.split("-")
        body += f'[[sessions]]\nid = "{id_}"\ntitle = "{id_}"\nstart = "{start}"\nend = "{end}"\n'
        body += f"{more}\n"
    return programme_of(body)


@pytest.mark.parametrize(
    ("choices", "minutes"),
    [
        (["iza-lunch"], 15),
        (["strandwandeling"], None),
        (["wandeling-gouden-erfgoed"], None),
        (["veiligheid"], None),  # its overrun is not planned
        (["veiligheid", "strandwandeling"], None),
        (["iza-lunch", "strandwandeling"], 15),
        (["slim-met-stroom", "digital-twins"], None),
        ([], None),
    ],
)
def test_the_shipped_lunch(hoorn: Programme, choices: list[str], minutes: int | None) -> None:
    found = meals(plan_of(hoorn, *choices))
    assert [notice.minutes for notice in found] == ([] if minutes is None else [minutes])


def test_it_says_what_is_left(hoorn: Programme) -> None:
    (notice,) = find_notices(plan_of(hoorn, "iza-lunch"))
    assert notice.message == SENTENCE
    assert notice.things == ("lunch", "iza-lunch")
    assert notice.interval == hoorn.block_by_id["lunch"].timing.planned


def test_no_other_choice_alone_is_told_so(hoorn: Programme) -> None:
    others = [session.id for session in hoorn.sessions if session.id != "iza-lunch"]
    assert [id_ for id_ in others if meals(plan_of(hoorn, id_))] == []


def test_the_block_first_then_what_takes_it() -> None:
    programme = lunch("12:30-13:00", "12:00-12:30", "11:00-12:00")
    (notice,) = meals(plan_of(programme, "a", "b", "c"))
    assert notice.things == ("lunch", "b", "a")
    assert notice.minutes == 0


@pytest.mark.parametrize(
    ("times", "told"),
    [
        ("12:20-13:00", False),
        ("12:19-13:00", True),
        ("12:00-12:40", False),
        ("12:00-12:41", True),
        ("11:00-14:00", True),
        ("12:19-12:41", True),
        ("13:00-14:00", False),
        ("11:00-12:00", False),
    ],
)
def test_twenty_minutes_where_the_file_does_not_say(times: str, told: bool) -> None:
    assert bool(meals(plan_of(lunch(times), "a"))) == told


@pytest.mark.parametrize(("needed", "told"), [(30, False), (31, True), (0, False)])
def test_as_many_as_the_file_says(needed: int, told: bool) -> None:
    programme = lunch("12:30-13:00", needed=f"minutes_needed = {needed}")
    assert bool(meals(plan_of(programme, "a"))) == told


def test_one_stretch_must_be_long_enough() -> None:
    programme = lunch("12:15-12:25", "12:40-12:45")
    (notice,) = meals(plan_of(programme, "a", "b"))
    assert notice.minutes == 15
    assert meals(plan_of(programme, "a")) == []


@pytest.mark.parametrize("where", ["", 'block = "lunch"'])
def test_who_eats_in_a_session_is_told_nothing(where: str) -> None:
    programme = lunch(f"12:00-13:00 meal = true\n{where}", "12:00-13:00")
    assert meals(plan_of(programme, "a")) == []
    assert meals(plan_of(programme, "a", "b")) == []
    assert len(meals(plan_of(programme, "b"))) == 1


def test_eating_at_another_time_does_not_help() -> None:
    assert len(meals(plan_of(lunch("18:00-19:00 meal = true", "12:00-13:00"), "a", "b"))) == 1


def test_eating_where_it_is_cancelled_does_not_help() -> None:
    programme = lunch('12:00-13:00 meal = true\nstatus = "cancelled"', "12:00-13:00")
    assert len(meals(plan_of(programme, "a", "b"))) == 1


@pytest.mark.parametrize("more", ['status = "cancelled"', "drop_in = true"])
def test_what_needs_nobody_takes_nothing(more: str) -> None:
    assert meals(plan_of(lunch(f"12:00-13:00 {more}"), "a")) == []


def test_an_own_appointment_takes_of_it(hoorn: Programme) -> None:
    call = appointment("Call", "12:40", "13:40")
    (notice,) = meals(plan_of(hoorn, appointments=(call,)))
    assert (notice.things, notice.minutes) == (("lunch", "Call"), 10)


def test_who_leaves_early_has_more_of_it(hoorn: Programme) -> None:
    assert meals(plan_of(hoorn, chosen(hoorn, "iza-lunch", leave=clock("13:25")))) == []
    assert meals(plan_of(hoorn, chosen(hoorn, "iza-lunch", join=clock("12:50")))) == []
    assert len(meals(plan_of(hoorn, chosen(hoorn, "iza-lunch", leave=clock("13:26"))))) == 1


def test_one_stretch_or_nothing_left_is_said_too() -> None:
    programme = lunch("12:10-13:00", "12:00-13:00")
    (one,) = meals(plan_of(programme, "a"))
    assert one.message == "12:00–12:10 is left of Lunch: 10 of the 20 minutes you need."
    (nothing,) = meals(plan_of(programme, "b"))
    assert nothing.message == "Nothing is left of Lunch: you need 20 minutes."


def test_nothing_chosen_is_no_reason_however_short_the_meal() -> None:
    programme = lunch("18:00-19:00", needed="minutes_needed = 90")
    assert meals(plan_of(programme, "a")) == []


PLENARY = '[[blocks]]\nid = "talk"\nkind = "plenary"\ntitle = "Talk"\nstart = "{}"\nend = "{}"\n'


@pytest.mark.parametrize(
    ("plenary", "choices", "things"),
    [
        (("12:20", "13:00"), [], None),
        (("12:10", "12:50"), [], ("lunch", "talk")),
        (("12:30", "13:00"), ["a"], ("lunch", "a", "talk")),
        (("13:00", "14:00"), ["a"], None),
    ],
)
def test_a_plenary_takes_of_it_too(
    plenary: tuple[str, str], choices: list[str], things: tuple[str, ...] | None
) -> None:
    body = '[[blocks]]\nid = "lunch"\nkind = "meal"\ntitle = "Lunch"\nstart = "12:00"\n'
    body += 'end = "13:00"\n[[sessions]]\nid = "a"\ntitle = "A"\nstart = "12:10"\nend = "12:30"\n'
    programme = programme_of(body + PLENARY.format(*plenary))
    assert [notice.things for notice in meals(plan_of(programme, *choices))] == [
        *([things] if things else [])
    ]


def test_a_plenary_that_one_is_not_there_for_takes_nothing() -> None:
    body = '[[blocks]]\nid = "lunch"\nkind = "meal"\ntitle = "Lunch"\nstart = "12:00"\n'
    programme = programme_of(f'{body}end = "13:00"\n' + PLENARY.format("12:10", "12:50"))
    assert meals(plan_of(programme, leaves=clock("12:05"))) == []
