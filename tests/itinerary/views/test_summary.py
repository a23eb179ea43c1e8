"""What is next, on the day itself."""

import pytest

from tests.builders import appointment, block, plan_of, room, session
from tests.helpers import local, programme_of
from tui_planner.itinerary.views.summary import describe_next

DAY = "2025-02-13"
PROGRAMME = programme_of(
    room("hall", "Great hall")
    + session("early", "10:00-11:00", 'room = "hall"')
    + session("late", "14:00-15:00")
    + session("other", "10:30-11:00")
    + block("lunch", "meal", "12:00-13:00")
)


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("09:39", "next in 21 minutes: EARLY, Great hall"),
        ("09:59", "next in 1 minute: EARLY, Great hall"),
        ("10:00", "next in 150 minutes: Call"),  # what has begun is not next
        ("13:00", "next in 60 minutes: LATE"),
        ("14:00", ""),
    ],
)
def test_the_next_of_what_is_ones_own_is_counted_down_to(moment: str, told: str) -> None:
    own = appointment("Call", "12:30", "12:45")
    plan = plan_of(PROGRAMME, "late", "early", appointments=(own,))
    assert describe_next(plan, local(PROGRAMME, f"{DAY} {moment}")) == told


def test_on_another_day_and_without_choices_there_is_nothing_next() -> None:
    assert describe_next(plan_of(PROGRAMME, "late"), local(PROGRAMME, "2025-02-12 13:00")) == ""
    assert describe_next(plan_of(PROGRAMME), local(PROGRAMME, f"{DAY} 09:00")) == ""
