"""What is left of a meal, against counting its minutes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clashes.oracle import at, minute_of, runs
from tests.clashes.things import block
from tui_planner.clashes.meals import find_free_stretches, judge_meal
from tui_planner.programme.timing import Interval

Ends = tuple[int, int]
minutes = st.integers(0, 60)
taken_ends = st.lists(st.tuples(minutes, minutes), max_size=6)


def intervals(pairs: list[Ends]) -> list[Interval]:
    return [Interval(at(start), at(end)) for start, end in pairs]


def free_of(window: Ends, taken: list[Ends]) -> list[Ends]:
    return runs(set(range(*window)).difference(*(range(*one) for one in taken)))


@settings(deadline=None, max_examples=500)
@given(window=st.tuples(minutes, minutes), taken=taken_ends)
def test_free_stretches(window: Ends, taken: list[Ends]) -> None:
    whole = Interval(at(window[0]), at(window[1]))
    free = find_free_stretches(whole, sorted(intervals(taken)))
    said = [(minute_of(one.start), minute_of(one.end)) for one in free]
    assert said == free_of(window, taken)


@settings(deadline=None, max_examples=500)
@given(window=st.tuples(minutes, minutes).map(sorted), needed=minutes, taken=taken_ends)
def test_meal_notice(window: list[int], needed: int, taken: list[Ends]) -> None:
    start, end = window
    notice = judge_meal(block("lunch", start, end, needed=needed), intervals(taken))
    free = free_of((start, end), taken)
    longest = max((until - since for since, until in free), default=0)
    assert (notice is None) == (longest >= needed)
    if notice:
        assert notice.minutes == longest
        assert notice.free == tuple(intervals(free))


def test_one_stretch_must_hold_the_meal() -> None:
    """Fifteen minutes before and fifteen behind are thirty, and still too few."""
    notice = judge_meal(block("lunch", 0, 75, needed=20), intervals([(15, 60)]))
    assert notice is not None
    assert notice.minutes == 15
    assert judge_meal(block("lunch", 0, 75, needed=15), intervals([(15, 60)])) is None
