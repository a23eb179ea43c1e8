"""Ways out of any clash: each solves it, costs what it says, and makes nothing worse."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import appointment, plan_of
from tests.helpers import programme_of
from tui_planner.clashes.judge import Clash, Verdict
from tui_planner.itinerary.chosen_clashes import find_clashes, list_attended
from tui_planner.itinerary.itinerary import Choice, Priority
from tui_planner.itinerary.resolutions.resolution import Resolution, ResolutionKind
from tui_planner.itinerary.resolutions.resolutions_of import find_resolutions
from tui_planner.itinerary.resolved import ResolvedItinerary
from tui_planner.programme.model import Status

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
"""


def clock(minutes: int) -> str:
    return f"{9 + minutes // 60:02}:{minutes % 60:02}"


@st.composite
def sessions(draw: st.DrawFn, number: int) -> str:
    """One session between 09:00 and 14:00, and perhaps another run of it."""
    start = draw(st.integers(0, 42)) * 5
    length = draw(st.integers(0, 18)) * 5
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
    return plan_of(programme, *choices, appointments=(call,) if draw(st.booleans()) else ())


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
    """The planned minutes that are attended of a session, or an appointment."""
    return sum(one.timing.planned.minutes for one in list_attended(plan) if one.id == id_)


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
        plenaries = {block.id for block in plan.programme.blocks}
        assert set(dropped) == {clash.first.id, clash.second.id} - plenaries
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
    return not certain and frozenset((run, kept)) not in pairs(after)
