"""The notices of what is missed by presence, and of own times that cannot be."""

from datetime import date, datetime

import pytest

from tests.builders import TWO_DAYS_HEAD, appointment, block, chosen, clock, plan_of, session
from tests.helpers import programme_of
from tests.itinerary.test_notices import Brief, brief_notices, only
from tui_planner.itinerary.notices import NoticeKind, find_notices
from tui_planner.itinerary.resolutions.resolution import ResolutionKind
from tui_planner.itinerary.resolutions.resolutions_of import find_ways
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Programme

SHORT = """[programme]
title = "A day"
date = 2025-02-13
timezone = "Europe/Amsterdam"
default_duration = 5
"""


def briefs_of(plan: ResolvedItinerary, id_: str) -> list[Brief]:
    return [brief for brief in brief_notices(plan) if id_ in brief[1]]


@pytest.mark.parametrize(
    ("arrives", "leaves", "wanted"),
    [
        ("11:30", "12:30", []),
        ("11:31", None, [("presence", ("slim-met-stroom",), 1)]),
        ("12:00", None, [("presence", ("slim-met-stroom",), 30)]),
        ("15:00", None, [("presence", ("slim-met-stroom",), 60)]),
        (None, "12:29", [("presence", ("slim-met-stroom",), 1)]),
        (None, "12:00", [("presence", ("slim-met-stroom",), 30)]),
        (None, "09:00", [("presence", ("slim-met-stroom",), 60)]),
        (
            "11:40",
            "12:10",
            [("presence", ("slim-met-stroom",), 10), ("presence", ("slim-met-stroom",), 20)],
        ),
    ],
)
def test_what_is_missed_by_who_comes_late_or_goes_early(
    hoorn: Programme, arrives: str | None, leaves: str | None, wanted: list[Brief]
) -> None:
    plan = plan_of(
        hoorn,
        "slim-met-stroom",
        arrives=arrives and clock(arrives),
        leaves=leaves and clock(leaves),
    )
    assert briefs_of(plan, "slim-met-stroom") == wanted


def test_who_joins_when_they_arrive_misses_nothing(hoorn: Programme) -> None:
    joining = chosen(hoorn, "slim-met-stroom", join=clock("12:00"), leave=clock("12:10"))
    plan = plan_of(hoorn, joining, arrives=clock("12:00"), leaves=clock("12:10"))
    assert briefs_of(plan, "slim-met-stroom") == []


def test_a_cancelled_session_is_not_missed() -> None:
    programme = programme_of(session("a", "10:00-11:00", 'status = "cancelled"'))
    assert brief_notices(plan_of(programme, "a", arrives=clock("12:00"))) == [
        ("status", ("a",), None)
    ]


def test_an_own_appointment_before_one_arrives(hoorn: Programme) -> None:
    call = appointment("Call", "09:00", "09:30")
    assert brief_notices(plan_of(hoorn, appointments=(call,), arrives=clock("09:20"))) == [
        ("presence", ("Call",), 20)
    ]


def test_a_presence_says_both_times(hoorn: Programme) -> None:
    found = find_notices(plan_of(hoorn, "slim-met-stroom", arrives=clock("12:00")))
    (notice,) = (one for one in found if "slim-met-stroom" in one.things)
    for word in ("Slim met stroom", "11:30", "12:00", "30"):
        assert word in notice.message


@pytest.mark.parametrize(
    ("arrives", "leaves", "wanted"),
    [
        ("09:15", "10:00", []),
        ("09:16", None, [("presence", ("open",), 1)]),
        ("11:00", None, [("presence", ("open",), 45)]),
        (None, "09:50", [("presence", ("open",), 10)]),
    ],
)
def test_a_plenary_for_which_one_comes_late_is_told(
    arrives: str | None, leaves: str | None, wanted: list[Brief]
) -> None:
    programme = programme_of(block("open", "plenary", "09:15-10:00"))
    plan = plan_of(programme, arrives=arrives and clock(arrives), leaves=leaves and clock(leaves))
    assert brief_notices(plan) == wanted


@pytest.mark.parametrize("kind", ["arrival", "break", "social", "choice", "meal"])
def test_no_other_block_is_missed(kind: str) -> None:
    programme = programme_of(block("x", kind, "09:15-10:00"))
    assert brief_notices(plan_of(programme, arrives=clock("09:30"))) == []


def test_the_plenaries_of_a_day_on_which_one_is_not_there_are_not_told() -> None:
    body = "".join(f"[[days]]\ndate = 2025-02-{number}\n" for number in (13, 14))
    body += block("p", "plenary", "10:00-11:00", "day = 2025-02-13")
    body += block("q", "plenary", "10:00-11:00", "day = 2025-02-14")
    arrives = datetime.combine(date(2025, 2, 14), clock("10:15"))
    assert brief_notices(plan_of(programme_of(body, TWO_DAYS_HEAD), arrives=arrives)) == [
        ("presence", ("q",), 15)
    ]


def test_a_drop_in_that_begins_before_one_arrives_is_told() -> None:
    programme = programme_of(session("a", "10:00-11:00", "drop_in = true"))
    assert brief_notices(plan_of(programme, "a", arrives=clock("10:20"))) == [
        ("presence", ("a",), 20)
    ]


# -- Own times that cannot be --


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"join": "10:40", "leave": "10:20"}, ["A", "10:40", "10:20", "neither counts"]),
        ({"join": "10:40", "leave": "10:40"}, ["A", "10:40", "neither counts"]),
        ({"join": "11:00"}, ["ends at 11:00", "does not count"]),
        ({"join": "11:30"}, ["ends at 11:00", "11:30", "does not count"]),
        ({"leave": "09:30"}, ["starts at 10:00", "09:30", "does not count"]),
    ],
)
def test_own_times_that_leave_nothing_of_a_session_are_told(
    own: dict[str, str], words: list[str]
) -> None:
    programme = programme_of(session("a", "10:00-11:00"))
    choice = chosen(programme, "a", **{key: clock(time) for key, time in own.items()})
    notice = only(plan_of(programme, choice))
    assert (notice.kind, notice.things, notice.minutes) == (NoticeKind.PRESENCE, ("a",), None)
    for word in words:
        assert word in notice.message


@pytest.mark.parametrize("own", [{"join": "09:00"}, {"leave": "11:30"}, {"leave": "11:00"}])
def test_who_comes_before_it_starts_or_stays_on_contradicts_nothing(own: dict[str, str]) -> None:
    programme = programme_of(session("a", "10:00-11:00"))
    choice = chosen(programme, "a", **{key: clock(time) for key, time in own.items()})
    assert brief_notices(plan_of(programme, choice)) == []


@pytest.mark.parametrize("leaves", ["12:00", "10:30"])
def test_who_leaves_before_they_arrive_is_told_that_alone(leaves: str) -> None:
    programme = programme_of(session("a", "10:00-11:00"))
    notice = only(plan_of(programme, "a", arrives=clock("12:00"), leaves=clock(leaves)))
    assert (notice.kind, notice.things) == (NoticeKind.PRESENCE, ())
    assert f"You leave at {leaves}, and arrive only at 12:00" in notice.message


def test_leaving_on_another_day_is_told_with_that_day() -> None:
    body = "[[days]]\ndate = 2025-02-13\n[[days]]\ndate = 2025-02-14\n"
    body += session("a", "10:00-11:00", "day = 2025-02-14")
    plan = plan_of(
        programme_of(body, TWO_DAYS_HEAD),
        "a",
        leaves=datetime.combine(date(2025, 2, 13), clock("12:00")),
    )
    assert only(plan).message == (
        "A ends at 11:00, after you leave at Thu 13 Feb 12:00: you miss 60 minutes."
    )


def test_of_what_has_no_stated_end_no_minutes_are_told_to_who_arrives_later() -> None:
    programme = programme_of(session("walk", "10:00-"), SHORT)
    plan = plan_of(programme, "walk", arrives=clock("10:30"))
    (notice,) = find_notices(plan)
    assert notice.message == "WALK starts at 10:00, before you arrive at 10:30."


def test_no_way_out_of_coming_late_is_to_stay_longer() -> None:
    programme = programme_of(session("a", "10:00-"), SHORT)
    plan = plan_of(programme, "a", arrives=clock("10:10"), leaves=clock("11:00"))
    (notice,) = find_notices(plan)
    assert ResolutionKind.LEAVE not in {way.kind for way in find_ways(notice, plan)}
