"""`suggest` against trying all days: never worse, equal in every aim, and allowed."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.builders import appointment, chosen, clock
from tests.helpers import programme_of
from tests.itinerary.suggestions.days_by_hand import all_days, is_allowed, worth_of
from tui_planner.itinerary.itinerary import Itinerary
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.itinerary.suggestions import day_graph, label_search
from tui_planner.itinerary.suggestions.best_day import Scope, Suggestion, apply_suggestion, suggest

LIKES = ["red", "blue"]
FRAME = """
changeover = {changeover}

[[rooms]]
id = "a"
name = "A"
[[rooms]]
id = "b"
name = "B"

[[blocks]]
id = "one"
kind = "choice"
title = "Round one"
start = "09:00"
end = "10:00"
[[blocks]]
id = "two"
kind = "choice"
title = "Round two"
start = "10:00"
end = "11:00"
[[blocks]]
id = "lunch"
kind = "meal"
title = "Lunch"
start = "10:30"
end = "11:30"
minutes_needed = 30
[[blocks]]
id = "talk"
kind = "plenary"
title = "Talk"
start = "11:40"
end = "12:00"
"""
MINUTES = st.integers(0, 18).map(lambda number: 9 * 60 + 10 * number)


def wall(minute: int) -> str:
    return f'"{minute // 60:02}:{minute % 60:02}"'


@st.composite
def session(draw: st.DrawFn, number: int) -> str:
    lines = [f'[[sessions]]\nid = "s{number}"', f'title = "{draw(st.sampled_from(TITLES))}"']
    start = draw(MINUTES)
    block = draw(st.sampled_from(["", "", "one", "two", "lunch"]))
    if block:
        first = {"one": 540, "two": 600, "lunch": 630}[block]
        start = first + draw(st.sampled_from([0, 20, 40]))
        lines.append(f'block = "{block}"')
    end = start + draw(st.sampled_from([10, 20, 30, 60]))
    if block:
        end = min(end, first + 60)
    lines += [f"start = {wall(start)}", f'room = "{draw(st.sampled_from("ab"))}"']
    if draw(st.integers(0, 4)):
        lines.append(f"end = {wall(end)}")
        if not draw(st.integers(0, 3)):
            lines.append(f"overrun = {wall(end + 20)}")
    if not draw(st.integers(0, 4)):
        lines.append("around = 10")
    lines.append(draw(st.sampled_from(MORE)))
    if number:
        lines.append(draw(st.sampled_from(["", "", "", 'repeat_of = "s0"', 'part_of = "s0"'])))
    return "\n".join(lines)


TITLES = ["Red", "Blue", "Red and blue", "Grey"]
MORE = [
    "",
    "",
    "",
    'group = "g"',
    'group = "g"',
    "drop_in = true",
    "meal = true",
    'status = "full"',
    'description = "red"',
]


@st.composite
def plans(draw: st.DrawFn) -> ResolvedItinerary:
    number = draw(st.integers(1, 7))
    body = "\n\n".join(draw(session(index)) for index in range(number))
    frame = FRAME.format(changeover=draw(st.sampled_from([0, 0, 10])))
    programme = programme_of(frame + body)
    choices = tuple(
        chosen(
            programme,
            f"s{index}",
            note="before",
            priority=draw(st.sampled_from(["must", "want", "maybe"])),
        )
        for index in range(number)
        if not draw(st.integers(0, 2))
    )
    call = (appointment("Call", "09:10", "09:30"),) if not draw(st.integers(0, 3)) else ()
    leaves = clock("11:00") if not draw(st.integers(0, 5)) else None
    itinerary = Itinerary(programme=programme.id, choices=choices, appointments=call, leaves=leaves)
    return ResolvedItinerary(programme, itinerary)


def after_taking(plan: ResolvedItinerary, suggestion: Suggestion) -> ResolvedItinerary:
    return ResolvedItinerary(
        plan.programme, apply_suggestion(plan.itinerary, suggestion, plan.programme)
    )


def goes_on(plan: ResolvedItinerary) -> set[str]:
    return {
        chosen_session.session.id
        for chosen_session in plan.chosen_sessions
        if chosen_session.session.status != "cancelled"
    }


@settings(max_examples=150, deadline=None)
@given(plans(), st.sampled_from(Scope))
def test_no_day_is_better(plan: ResolvedItinerary, scope: Scope) -> None:
    suggestion = suggest(plan, LIKES, scope)
    assert suggestion.is_proven
    after = after_taking(plan, suggestion)
    added = {one.session.id for one in suggestion.add}
    assert is_allowed(after, added if scope is Scope.ROUNDS else goes_on(after))
    best = max(worth_of(day, LIKES) for day in all_days(plan, LIKES, scope))
    assert worth_of(after, LIKES) == best


def two_musts_behind_a_better_start() -> ResolvedItinerary:
    """Of these, the longest path begins with what is not chosen, and would drop a must for it."""
    sessions = (
        'id = "s0"\nstart = "09:00"\nend = "09:10"\noverrun = "09:30"',
        'id = "s1"\nstart = "09:00"',
        'id = "s2"\nstart = "09:00"',
        'id = "s3"\nstart = "09:00"',
        'id = "s4"\nstart = "09:40"\nrepeat_of = "s0"',
    )
    body = "\n".join(
        f'[[sessions]]\ntitle = "Red"\nroom = "a"\naround = 10\n{each}' for each in sessions
    )
    programme = programme_of(FRAME.format(changeover=0) + body)
    musts = tuple(chosen(programme, id_, note="before", priority="must") for id_ in ("s2", "s4"))
    itinerary = Itinerary(programme=programme.id, choices=musts, leaves=clock("11:00"))
    return ResolvedItinerary(programme, itinerary)


@settings(max_examples=100, deadline=None)
@given(plans(), st.sampled_from(Scope), st.integers(1, 4))
@example(two_musts_behind_a_better_start(), Scope.WHOLE_DAY, 2)
def test_with_too_little_time_no_day_is_worse_than_as_it_is(
    plan: ResolvedItinerary, scope: Scope, days: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(day_graph, "_MOST_DAYS", days)
        patch.setattr(label_search, "_WIDTHS", ())
        suggestion = suggest(plan, LIKES, scope)
    after = after_taking(plan, suggestion)
    assert is_allowed(after, {one.session.id for one in suggestion.add})
    if scope is Scope.ROUNDS or is_allowed(plan, goes_on(plan)):
        assert worth_of(after, LIKES) >= worth_of(plan, LIKES)
