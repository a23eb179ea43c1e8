"""The sweep against trying every pair."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clashes.oracle import at
from tui_planner.clashes.sweep import find_meeting, find_meeting_across
from tui_planner.programme.timing import Interval

Ends = tuple[int, int]
# Few minutes, so that starts are equal, intervals lie in one another, and some are empty.
ends = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=14)


def intervals(pairs: list[Ends]) -> list[Interval]:
    return [Interval(at(start), at(end)) for start, end in pairs]


def find_pairs(row: list[Interval]) -> list[Ends]:
    return [(other, one) for one, others in find_meeting(row) for other in others]


def meet(one: Ends, other: Ends) -> bool:
    return bool(set(range(*one)) & set(range(*other)))


@settings(deadline=None, max_examples=500)
@given(ends)
def test_meeting_pairs(pairs: list[Ends]) -> None:
    found = [tuple(sorted(pair)) for pair in find_pairs(intervals(pairs))]
    wanted = [
        (one, other)
        for one, other in combinations(range(len(pairs)), 2)
        if meet(pairs[one], pairs[other])
    ]
    assert sorted(found) == wanted  # each once


@settings(deadline=None, max_examples=500)
@given(ends, ends)
def test_meeting_between(left: list[Ends], right: list[Ends]) -> None:
    found = [
        (one, other)
        for one, others in find_meeting_across(intervals(left), intervals(right))
        for other in others
    ]
    wanted = [
        (one, other)
        for one, other in product(range(len(left)), range(len(right)))
        if meet(left[one], right[other])
    ]
    assert sorted(found) == wanted


def test_nothing_meets_nothing() -> None:
    assert find_pairs([]) == []
    assert list(find_meeting_across([], intervals([(0, 5)]))) == []


@pytest.mark.slow
def test_many_that_do_not_meet_are_quick() -> None:
    """A hundred thousand in a row: every pair would be five thousand million."""
    row = intervals([(10 * number, 10 * number + 10) for number in range(100_000)])
    assert find_pairs(row) == []
