"""What is on all day, in the plan of a delegate: free of clashes unless hours are given to it."""

from datetime import datetime

import pytest

from tests.builders import all_day, appointment, block, chosen, clock, plan_of, session
from tests.helpers import local, programme_of
from tui_planner.itinerary.my_day import MyDay
from tui_planner.itinerary.notices import NoticeKind, find_notices
from tui_planner.itinerary.on_now import find_opening
from tui_planner.itinerary.programme_changes.session_changes import describe_change, find_changes
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.suggestions.best_day import suggest
from tui_planner.itinerary.views.session_states import find_fitting

TALK = session("talk", "10:00-11:00")
LUNCH = block("lunch", "meal", "12:00-13:00")
FAIR = programme_of(all_day("fair", 'group = "g"') + all_day("sale", 'group = "g"') + TALK + LUNCH)


def kinds(plan: ResolvedItinerary) -> list[NoticeKind]:
    return [notice.kind for notice in find_notices(plan)]


def test_it_clashes_with_nothing() -> None:
    own = appointment("Call", "09:00", "09:30")
    assert kinds(plan_of(FAIR, "fair", "talk", "sale", appointments=(own,))) == []


@pytest.mark.parametrize(
    ("hours", "wanted"),
    [
        ({"join": "10:30", "leave": "11:30"}, [NoticeKind.CERTAIN]),
        ({"join": "11:00", "leave": "11:30"}, []),
        ({"join": "11:00", "leave": "12:50"}, [NoticeKind.MEAL]),
        ({"leave": "10:30"}, [NoticeKind.CERTAIN]),
        ({"leave": "10:00"}, []),
        ({"join": "13:00"}, []),
    ],
)
def test_the_hours_that_a_delegate_gives_it_are_judged(
    hours: dict[str, str], wanted: list[NoticeKind]
) -> None:
    own = {key: clock(text) for key, text in hours.items()}
    assert kinds(plan_of(FAIR, chosen(FAIR, "fair", **own), "talk")) == wanted


def test_my_day_has_it_at_its_head_and_the_gaps_as_without_it() -> None:
    my_day = MyDay(plan_of(FAIR, "fair", "talk"))
    lines = [(entry.title, my_day.format_full_times(entry)) for entry in my_day.entries]
    assert lines == [
        ("FAIR", "all day"),
        ("TALK", "10:00–11:00"),
        ("free, 60 minutes", "11:00–12:00"),
        ("LUNCH", "12:00–13:00"),
    ]


@pytest.mark.parametrize("presence", [{"arrives": "10:00"}, {"leaves": "10:00"}])
def test_a_part_of_its_day_is_enough(presence: dict[str, str]) -> None:
    own = {key: clock(text) for key, text in presence.items()}
    assert kinds(plan_of(FAIR, "fair", **own)) == []


def test_a_delegate_who_is_not_there_that_day_misses_it() -> None:
    plan = plan_of(FAIR, "fair", arrives=datetime.fromisoformat("2025-02-14T09:00"))
    (notice,) = find_notices(plan)
    assert notice.kind is NoticeKind.PRESENCE
    assert notice.message == "FAIR is on all day, on a day on which you are not there."


def test_it_is_not_what_is_on_now() -> None:
    plan = plan_of(FAIR, "fair")
    opening = find_opening(plan, local(FAIR, "2025-02-13 10:30"))
    assert opening is not None
    assert opening.id == "talk"


def test_it_fits_beside_all_that_is_chosen() -> None:
    assert {"fair", "sale"} <= find_fitting(plan_of(FAIR, "talk"))


def test_one_that_became_a_session_of_hours_says_what_it_was() -> None:
    choice = chosen(FAIR, "fair")
    now = programme_of(session("fair", "10:00-11:00"))
    (change,) = find_changes(choice, now)
    assert describe_change(change, choice, now) == "moved: 10:00–11:00, was all day"


def test_a_clash_of_its_new_hours_is_one_that_the_change_made() -> None:
    now = programme_of(session("fair", "10:30-11:00") + TALK)
    (clash,) = find_notices(plan_of(now, chosen(FAIR, "fair"), chosen(FAIR, "talk")))
    assert clash.by_change


def test_a_suggestion_takes_it_beside_the_round_that_it_fills_with_another() -> None:
    round_ = block("round", "choice", "10:00-11:00") + session("one", "", 'block = "round"')
    liked = all_day("fair", 'track = "Craft"') + all_day("other")
    found = suggest(plan_of(programme_of(round_ + liked)), ["Craft"])
    assert {one.session.id for one in found.add} == {"one", "fair"}
    assert found.left == ()


def test_of_a_group_that_is_on_all_day_a_suggestion_takes_one() -> None:
    body = "".join(all_day(id_, 'group = "g"', 'track = "Craft"') for id_ in ("a", "b"))
    found = suggest(plan_of(programme_of(body)), ["Craft"])
    assert len(found.add) == 1
