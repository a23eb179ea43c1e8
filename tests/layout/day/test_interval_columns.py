"""Intervals side by side, against counting them minute by minute."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.days import at, between
from tui_planner.layout.day.interval_columns import Slot, pack_columns
from tui_planner.programme.timing import Interval

intervals = st.builds(
    lambda start, length: between(start, start + length), st.integers(0, 40), st.integers(1, 15)
)
relaxed = settings(deadline=None)


def columns_of(slot: Slot) -> set[int]:
    return set(range(slot.column, slot.column + slot.span))


def clusters(given_: list[Interval]) -> list[list[int]]:
    """The indices of intervals that hang together, found by joining pairs."""
    found = [{n} for n in range(len(given_))]
    for one, other in combinations(range(len(given_)), 2):
        if given_[one].meets(given_[other]):
            merged = {n for group in found if one in group or other in group for n in group}
            found = [group for group in found if not group & merged] + [merged]
    return [sorted(group) for group in found]


@relaxed
@given(st.lists(intervals, max_size=12))
def test_what_meets_shares_no_column(shown: list[Interval]) -> None:
    slots = pack_columns(shown)
    for one, other in combinations(range(len(shown)), 2):
        if shown[one].meets(shown[other]):
            assert not columns_of(slots[one]) & columns_of(slots[other])


@relaxed
@given(st.lists(intervals, max_size=12))
def test_a_cluster_has_as_many_columns_as_meet_at_once(shown: list[Interval]) -> None:
    slots = pack_columns(shown)
    for cluster in clusters(shown):
        most = max(
            sum(shown[n].start <= at(minute) < shown[n].end for n in cluster)
            for minute in range(60)
        )
        assert {slots[n].columns for n in cluster} == {most}


@relaxed
@given(st.lists(intervals, max_size=12))
def test_slots_lie_within_their_columns_and_are_as_wide_as_can_be(shown: list[Interval]) -> None:
    slots = pack_columns(shown)
    assert len(slots) == len(shown)
    for cluster in clusters(shown):
        for n in cluster:
            slot = slots[n]
            behind = slot.column + slot.span
            assert slot.column >= 0
            assert slot.span >= 1
            assert behind <= slot.columns
            beside = [slots[m] for m in cluster if shown[m].meets(shown[n])]
            assert behind == slot.columns or any(other.column == behind for other in beside)


def test_touching_intervals_share_a_column() -> None:
    assert pack_columns([between(0, 5), between(5, 9)]) == [Slot(0, 1, 1), Slot(0, 1, 1)]


def test_the_order_of_the_file_is_the_order_of_the_columns() -> None:
    assert [slot.column for slot in pack_columns([between(0, 5)] * 3)] == [0, 1, 2]


def test_an_interval_widens_over_what_is_free_to_its_right() -> None:
    slots = pack_columns([between(0, 9), between(0, 3), between(0, 3), between(3, 9)])
    assert slots == [Slot(0, 1, 3), Slot(1, 1, 3), Slot(2, 1, 3), Slot(1, 2, 3)]


def test_nothing_has_no_slots() -> None:
    assert pack_columns([]) == []


def test_what_is_alone_beside_very_many_widens_as_far_as_one_can_see() -> None:
    at_once = [between(0, 60)] * 500
    alone = between(60, 90)
    slots = pack_columns([between(0, 90), *at_once, alone])
    assert slots[0] == Slot(0, 1, 501)
    assert slots[500] == Slot(500, 1, 501)
    assert slots[-1].column == 1
    assert slots[-1].span >= 100
