"""The ways out of what is no clash: a full or cancelled session, presence, a squeezed meal."""

import pytest

from tests.builders import appointment, block, chosen, clock, plan_of
from tests.helpers import programme_of
from tests.itinerary.one_clash import talk
from tui_planner.itinerary.notices import NoticeKind, find_notices
from tui_planner.itinerary.resolutions.resolution import Resolution
from tui_planner.itinerary.resolutions.resolutions_of import find_ways
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme


def ways(plan: ResolvedItinerary, kind: NoticeKind) -> tuple[Resolution, ...]:
    (notice,) = (notice for notice in find_notices(plan) if notice.kind is kind)
    return find_ways(notice, plan)


def said(plan: ResolvedItinerary, kind: NoticeKind) -> list[str]:
    return [way.message for way in ways(plan, kind)]


def run(start: str, end: str, **more: str) -> str:
    return talk("run", start, end, repeat_of="a", **more)


@pytest.mark.parametrize(
    ("status", "drop"), [("full", []), ("cancelled", ["Drop A: you miss nothing more."])]
)
def test_another_run_of_what_is_full_or_cancelled(status: str, drop: list[str]) -> None:
    programme = programme_of(talk("a", "10:00", "11:00", status=status) + run("14:00", "15:00"))
    plan = plan_of(programme, "a")
    again = "Attend RUN at another time, 14:00–15:00: you miss nothing."
    assert said(plan, NoticeKind.STATUS) == [again, *drop]
    taken = ways(plan, NoticeKind.STATUS)[0].apply(plan.itinerary)
    assert [choice.session for choice in taken.choices] == ["run"]


def test_an_alternative_to_what_is_full(hoorn: Programme) -> None:
    found = ways(plan_of(hoorn, "wandeling-gouden-erfgoed"), NoticeKind.STATUS)
    instead = {way.instead for way in found}
    assert {"wandeling-westerdijk", "strandwandeling"} <= instead
    assert "wandeling-gouden-erfgoed" not in instead


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("13:00", "14:00", True),
        ("14:00", "15:00", True),
        ("14:01", "15:01", False),
        ("08:59", "09:40", False),
    ],
)
def test_only_a_run_for_which_one_is_there_whole(start: str, end: str, found: bool) -> None:
    body = talk("a", "10:00", "11:00") + talk("b", "10:00", "11:00") + run(start, end)
    plan = plan_of(programme_of(body), "a", "b", arrives=clock("09:00"), leaves=clock("15:00"))
    offered = [way.instead for way in ways(plan, NoticeKind.CERTAIN)]
    assert ("run" in offered) == found


def test_who_leaves_at_eleven_is_not_told_to_keep_what_begins_later() -> None:
    body = talk("a", "10:00", "12:00") + talk("b", "11:30", "12:30")
    plan = plan_of(programme_of(body), "a", "b", leaves=clock("11:00"))
    assert said(plan, NoticeKind.CERTAIN) == [
        "Leave A at 11:00: you miss nothing more of it.",
        "Keep A and drop B: you miss nothing more.",
    ]


def test_the_cost_is_of_what_one_is_there_for() -> None:
    body = talk("a", "10:00", "12:00") + talk("b", "11:40", "12:30")
    plan = plan_of(programme_of(body), "a", "b", arrives=clock("10:30"), leaves=clock("12:00"))
    assert said(plan, NoticeKind.CERTAIN) == [
        "Leave A at 11:40: you miss 20 minutes of it.",
        "Keep A and drop B: you miss 20 minutes.",
        "Keep B and drop A: you miss 90 minutes.",
    ]


def test_what_to_do_about_what_begins_before_one_arrives() -> None:
    body = talk("a", "10:00", "11:00") + run("14:00", "15:00")
    plan = plan_of(programme_of(body), "a", arrives=clock("10:20"))
    assert said(plan, NoticeKind.PRESENCE) == [
        "Attend RUN at another time, 14:00–15:00: you miss nothing.",
        "Join A at 10:20: you miss nothing more of it.",
        "Drop A: you miss 40 minutes.",
    ]


def test_times_that_cannot_be_have_no_way_out() -> None:
    programme = programme_of(talk("a", "10:00", "11:00"))
    plan = plan_of(programme, chosen(programme, "a", join=clock("11:30")))
    assert said(plan, NoticeKind.PRESENCE) == []
    away = plan_of(programme, "a", arrives=clock("12:00"), leaves=clock("11:00"))
    assert said(away, NoticeKind.PRESENCE) == []


MEAL = block("lunch", "meal", "12:00-13:00")


def test_how_to_have_ones_lunch() -> None:
    body = MEAL + talk("a", "11:30", "13:00") + run("15:00", "16:00")
    plan = plan_of(programme_of(body), "a")
    assert said(plan, NoticeKind.MEAL) == [
        "Attend RUN at another time, 15:00–16:00: you miss nothing.",
        "Leave A at 12:40: you miss 20 minutes of it.",
        "Join A at 12:20: you miss 50 minutes of it.",
        "Drop A: you miss 90 minutes.",
    ]


def test_of_two_that_take_a_meal_only_what_gives_it_back_is_a_way() -> None:
    body = MEAL + talk("a", "12:00", "12:50")
    call = appointment("Call", "12:05", "12:10")
    plan = plan_of(programme_of(body), "a", appointments=(call,))
    assert "Drop Call" not in " ".join(said(plan, NoticeKind.MEAL))
    assert "Drop A: you miss 50 minutes." in said(plan, NoticeKind.MEAL)


def test_a_run_over_lunch_names_the_lunch() -> None:
    body = MEAL + talk("a", "10:00", "11:00") + talk("b", "10:00", "11:00") + run("12:10", "12:50")
    found = ways(plan_of(programme_of(body), "a", "b"), NoticeKind.CERTAIN)
    again = next(way for way in found if way.instead == "run")
    assert again.message.endswith("you miss nothing. It leaves too little time for LUNCH.")


def test_to_drop_where_one_eats_names_the_lunch() -> None:
    body = MEAL + talk("a", "11:30", "12:50", meal=True) + talk("b", "12:10", "13:10")
    found = said(plan_of(programme_of(body), "a", "b"), NoticeKind.CERTAIN)
    assert "Keep B and drop A: you miss 80 minutes. It leaves too little time for LUNCH." in found
