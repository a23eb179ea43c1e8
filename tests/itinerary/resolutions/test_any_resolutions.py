"""Ways out of any clash: each solves it, costs what it says, and makes nothing worse."""

from collections.abc import Iterator
from datetime import time

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import appointment, plan_of
from tests.helpers import programme_of
from tui_planner.clashes.judge import Clash, Verdict, needs_nobody
from tui_planner.itinerary.chosen_clashes import find_clashes, list_attended
from tui_planner.itinerary.itinerary import Choice, Priority
from tui_planner.itinerary.notices import Notice, NoticeKind, find_notices, name_thing
from tui_planner.itinerary.resolutions.resolution import Resolution, ResolutionKind
from tui_planner.itinerary.resolutions.resolutions_of import find_resolutions, find_ways
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Status

PRESENCE = NoticeKind.PRESENCE
PRIORITIES: list[Priority] = ["maybe", "want", "must"]

ROOMS = """\
[[rooms]]
id = "hall"
name = "Hall"
[[rooms]]
id = "attic"
name = "Attic"
[[routes]]
from = "hall"
to = "attic"
minutes = 12
[[blocks]]
id = "opening"
kind = "plenary"
title = "Opening"
start = "09:00"
end = "09:40"
[[blocks]]
id = "lunch"
kind = "meal"
title = "Lunch"
start = "11:30"
end = "12:20"
minutes_needed = 25
[[blocks]]
id = "speech"
kind = "plenary"
title = "Speech"
start = "12:10"
end = "12:30"
"""


def clock(minutes: int) -> str:
    return f"{9 + minutes // 60:02}:{minutes % 60:02}"


@st.composite
def sessions(draw: st.DrawFn, number: int) -> str:
    """One session between 09:00 and 14:00, and perhaps another run of it."""
    start = draw(st.integers(0, 42)) * 5
    length = draw(st.integers(1, 18)) * 5
    keys = {"id": f"s{number}", "title": f"S{number}", "start": clock(start)}
    if draw(st.integers(0, 3)):
        keys["end"] = clock(start + length)
        if not draw(st.integers(0, 3)):
            keys["overrun"] = clock(start + length + 15)
    if draw(st.booleans()):
        keys["room"] = draw(st.sampled_from(["hall", "attic"]))
    if draw(st.booleans()):
        keys["group"] = draw(st.sampled_from(["one", "two"]))
    if not draw(st.integers(0, 5)):
        keys["status"] = draw(st.sampled_from(["full", "cancelled", "invitation"]))
    lines = [f'{key} = "{value}"' for key, value in keys.items()]
    if not draw(st.integers(0, 3)):
        lines.append("around = 5")
    if not draw(st.integers(0, 4)):
        lines.append("meal = true")
    if draw(st.booleans()):
        start = draw(st.integers(0, 80)) * 5
        lines += ["[[sessions]]", f'id = "run-{number}"', f'title = "S{number}"']
        lines += [f'start = "{clock(start)}"', f'end = "{clock(start + 30)}"']
        lines += [f'repeat_of = "s{number}"']
    return "\n".join(["[[sessions]]", *lines, ""])


@st.composite
def plans(draw: st.DrawFn) -> ResolvedItinerary:
    number = draw(st.integers(2, 9))
    programme = programme_of(ROOMS + "".join(draw(sessions(each)) for each in range(number)))
    known = st.sampled_from(list(programme.session_by_id))
    ids = draw(st.lists(known, min_size=2, max_size=5, unique=True))
    priorities: st.SearchStrategy[Priority] = st.sampled_from(PRIORITIES)
    choices = [Choice.of(programme.session_by_id[id_], programme, draw(priorities)) for id_ in ids]
    call = appointment("Call", "10:00", "10:30")
    arrives, leaves = (
        draw(st.none() | st.integers(*within).map(lambda step: time.fromisoformat(clock(step * 5))))
        for within in ((0, 20), (24, 60))
    )
    return plan_of(
        programme,
        *choices,
        appointments=(call,) if draw(st.booleans()) else (),
        arrives=arrives,
        leaves=leaves,
    )


def solved(plan: ResolvedItinerary) -> Iterator[tuple[Clash, Resolution, ResolvedItinerary]]:
    """Each clash of a plan, with each resolution and the plan after it."""
    for clash in find_clashes(plan):
        for resolution in find_resolutions(clash, plan):
            yield (
                clash,
                resolution,
                ResolvedItinerary(plan.programme, resolution.apply(plan.itinerary)),
            )


def pairs(plan: ResolvedItinerary, *verdicts: Verdict) -> set[frozenset[str]]:
    return {
        frozenset((clash.first.id, clash.second.id))
        for clash in find_clashes(plan)
        if not verdicts or clash.verdict in verdicts
    }


@settings(max_examples=50, deadline=None)
@given(plans())
def test_a_way_out_solves_its_clash(plan: ResolvedItinerary) -> None:
    for clash, _way, after in solved(plan):
        assert frozenset((clash.first.id, clash.second.id)) not in pairs(after)


@settings(max_examples=50, deadline=None)
@given(plans())
def test_no_way_out_makes_a_new_certain_clash(plan: ResolvedItinerary) -> None:
    before = pairs(plan, Verdict.CERTAIN)
    for _clash, _way, after in solved(plan):
        assert pairs(after, Verdict.CERTAIN) <= before


@settings(max_examples=50, deadline=None)
@given(plans())
def test_a_way_out_changes_one_thing_alone(plan: ResolvedItinerary) -> None:
    for _clash, resolution, after in solved(plan):
        if resolution.session not in plan.chosen_by_id:
            kept_ones = after.itinerary.appointments
            (dropped,) = (one for one in plan.itinerary.appointments if one not in kept_ones)
            assert dropped.title == resolution.session
            assert after.itinerary.choices == plan.itinerary.choices
            continue
        others = [one for one in plan.itinerary.choices if one.session != resolution.session]
        kept = [one for one in after.itinerary.choices if one in others]
        assert kept == others
        assert len(after.itinerary.choices) - len(others) == (
            resolution.kind is not ResolutionKind.KEEP
        )
        assert after.itinerary.appointments == plan.itinerary.appointments


def planned_minutes(plan: ResolvedItinerary, id_: str) -> int:
    """The planned minutes that are attended of a session, or an appointment, by who is there."""
    return sum(
        plan.find_attended(one.timing.planned).minutes
        for one in list_attended(plan)
        if one.id == id_ and not needs_nobody(one)
    )


@settings(max_examples=50, deadline=None)
@given(plans())
def test_the_cost_is_what_is_attended_less(plan: ResolvedItinerary) -> None:
    for _clash, resolution, after in solved(plan):
        if resolution.cost.minutes is None:
            assert plan.chosen_by_id[resolution.session].session.timing.open_end
            continue
        lost = planned_minutes(plan, resolution.session) - planned_minutes(
            after, resolution.session
        )
        if resolution.kind is ResolutionKind.REPEAT:
            assert resolution.cost.minutes == 0
        else:
            assert resolution.cost.minutes - resolution.cost.unplanned == lost
        assert resolution.cost.at_most or not resolution.cost.unplanned


@settings(max_examples=50, deadline=None)
@given(plans())
def test_keeping_is_always_a_way_and_the_higher_comes_first(plan: ResolvedItinerary) -> None:
    for clash in find_clashes(plan):
        dropped = [
            resolution.session
            for resolution in find_resolutions(clash, plan)
            if resolution.kind is ResolutionKind.KEEP
        ]
        own = [one for one in (clash.first, clash.second) if one in list_attended(plan)]
        missed = {one.id for one in own if plan.misses(one.timing)}
        there = {one.id for one in own} - missed
        assert set(dropped) == (missed if missed and there and len(own) == 2 else missed | there)
        ranks = [
            PRIORITIES.index(chosen_session.choice.priority) if chosen_session else len(PRIORITIES)
            for chosen_session in map(plan.chosen_by_id.get, dropped)
        ]
        assert ranks == sorted(ranks)


@settings(max_examples=50, deadline=None)
@given(plans())
def test_every_run_that_fits_is_a_way_out(plan: ResolvedItinerary) -> None:
    """Against trying each: three at most are found."""
    for clash in find_clashes(plan):
        fitting = set()
        for lost, kept in ((clash.first.id, clash.second.id), (clash.second.id, clash.first.id)):
            fitting |= {run for run in other_runs(plan, lost) if fits(run, lost, kept, plan)}
        told = {
            resolution.instead
            for resolution in find_resolutions(clash, plan)
            if resolution.kind is ResolutionKind.REPEAT
        }
        assert told <= fitting
        assert len(told) == min(3, len(fitting))


def other_runs(plan: ResolvedItinerary, id_: str) -> set[str]:
    """The open runs of a chosen session that are not chosen themselves."""
    number = id_.rpartition("-")[2].lstrip("s")
    return {
        session.id
        for session in plan.programme.sessions
        if session.id in {f"s{number}", f"run-{number}"} - set(plan.chosen_by_id)
        and session.status is Status.OPEN
        and id_ in plan.chosen_by_id
    }


def fits(run: str, lost: str, kept: str, plan: ResolvedItinerary) -> bool:
    choice = Choice.of(plan.programme.session_by_id[run], plan.programme)
    after = ResolvedItinerary(plan.programme, plan.itinerary.replace(lost, choice))
    certain = {pair for pair in pairs(after, Verdict.CERTAIN) if run in pair}
    missed = [one for one in find_notices(after) if one.kind is PRESENCE and run in one.things]
    return not certain and not missed and frozenset((run, kept)) not in pairs(after)


def told_at_all(plan: ResolvedItinerary) -> Iterator[tuple[Notice, Resolution, ResolvedItinerary]]:
    """Each notice of a plan, with each way out of it and the plan after it."""
    for notice in find_notices(plan):
        for way in find_ways(notice, plan):
            yield notice, way, ResolvedItinerary(plan.programme, way.apply(plan.itinerary))


@settings(max_examples=80, deadline=None)
@given(plans())
def test_a_way_out_solves_what_it_is_of(plan: ResolvedItinerary) -> None:
    for notice, _way, after in told_at_all(plan):
        about = [
            one.message
            for one in find_notices(after)
            if (one.kind is notice.kind and one.things == notice.things)
            or (one.kind is NoticeKind.MEAL is notice.kind and one.things[0] == notice.things[0])
        ]
        assert notice.message not in about
        assert notice.kind is PRESENCE or not about


@settings(max_examples=150, deadline=None)
@given(plans())
def test_all_that_a_way_out_brings_is_named(plan: ResolvedItinerary) -> None:
    """Other clashes, meals of which less is left, and minutes that are missed."""
    clashes, meals, missed = troubles(plan)
    for _notice, way, after in told_at_all(plan):
        other_clashes, fewer, more_missed = troubles(after)
        new = {pair for pair, grave in other_clashes.items() if grave < clashes.get(pair, _NONE)}
        brought = {id_ for pair in new for id_ in pair} - {way.session, way.instead}
        assert brought <= {thing.id for thing in way.brings.clashes}
        lost = {id_ for id_, left in fewer.items() if left < meals.get(id_, _ENOUGH_LEFT)}
        assert lost == {meal.id for meal in way.brings.meals}
        for thing in (*way.brings.clashes, *way.brings.meals):
            assert name_thing(thing) in way.message
        assert more_missed <= missed


_NONE = len(Verdict)
_ENOUGH_LEFT = 1_000


def troubles(plan: ResolvedItinerary) -> tuple[dict[frozenset[str], int], dict[str, int], set[str]]:
    """The clashes with how grave they are, what is left of squeezed meals, and what is missed."""
    found = find_notices(plan)
    return (
        {
            frozenset((clash.first.id, clash.second.id)): list(Verdict).index(clash.verdict)
            for clash in find_clashes(plan)
        },
        {one.things[0]: one.minutes or 0 for one in found if one.kind is NoticeKind.MEAL},
        {one.message for one in found if one.kind is PRESENCE},
    )
