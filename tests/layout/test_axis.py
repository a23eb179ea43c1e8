"""Times into rows: nothing starts or ends within a row."""

from datetime import UTC, datetime
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.days import ZONE, between
from tui_planner.layout.axis import STEPS, Axis, Cuts, make_axis
from tui_planner.programme.timing import MINUTE, Interval

steps = st.sampled_from(STEPS)
some_intervals = st.lists(
    st.builds(
        lambda start, length: between(start, start + length),
        st.integers(500, 1700),
        st.integers(1, 200),
    ),
    min_size=1,
    max_size=8,
)
relaxed = settings(deadline=None)


def gutter_of(axis: Axis, zone: ZoneInfo = ZONE) -> list[str]:
    return [f"{row.start.astimezone(zone):%H:%M}" for row in axis.rows if row.heading is None]


@relaxed
@given(some_intervals, steps)
def test_rows_are_contiguous_and_cover_everything(shown: list[Interval], step: int) -> None:
    rows = make_axis(Cuts.of(shown), [], step, ZONE).rows
    assert rows[0].start == min(interval.start for interval in shown)
    assert rows[-1].end == max(interval.end for interval in shown)
    assert all(one.end == other.start for one, other in pairwise(rows))
    assert all(row.start < row.end for row in rows)


@relaxed
@given(some_intervals, steps)
def test_every_start_and_end_is_the_edge_of_a_row(shown: list[Interval], step: int) -> None:
    axis = make_axis(Cuts.of(shown), [], step, ZONE)
    edges = {row.start for row in axis.rows if row.is_cut} | {axis.rows[-1].end}
    for interval in shown:
        assert {interval.start, interval.end} <= edges
        assert axis.top(interval.start) < axis.bottom(interval.end)
        assert axis.rows[axis.top(interval.start)].start == interval.start
        assert axis.rows[axis.bottom(interval.end) - 1].end == interval.end


@relaxed
@given(some_intervals, steps, st.data())
def test_rows_meet_as_the_intervals_do(
    shown: list[Interval], step: int, data: st.DataObject
) -> None:
    headings = data.draw(st.lists(st.sampled_from([interval.start for interval in shown])))
    axis = make_axis(Cuts.of(shown), headings, step, ZONE)
    for one, other in combinations(sorted(shown), 2):
        share = axis.top(other.start) < axis.bottom(one.end)
        assert share == one.meets(other)
        if one.end == other.start:
            between_ = axis.top(other.start) - axis.bottom(one.end)
            assert between_ == headings.count(other.start)


@relaxed
@given(some_intervals, steps, st.data())
def test_headings_are_rows_of_no_duration_before_their_instant(
    shown: list[Interval], step: int, data: st.DataObject
) -> None:
    headings = data.draw(st.lists(st.sampled_from([interval.start for interval in shown])))
    axis = make_axis(Cuts.of(shown), headings, step, ZONE)
    for number, instant in enumerate(headings):
        y = axis.heading_row(number)
        row = axis.rows[y]
        assert row.start == row.end == instant
        assert axis.bottom(instant) <= y < axis.top(instant)
    assert sum(row.heading is not None for row in axis.rows) == len(headings)


@relaxed
@given(some_intervals, steps)
def test_every_instant_is_in_one_row(shown: list[Interval], step: int) -> None:
    axis = make_axis(Cuts.of(shown), [shown[0].start], step, ZONE)
    first, last = axis.rows[0].start, axis.rows[-1].end
    instant = first
    while instant < last:
        assert sum(row.start <= instant < row.end for row in axis.rows) == 1
        instant += 7 * MINUTE


def test_rows_follow_the_clock_where_nothing_cuts_them() -> None:
    axis = make_axis(Cuts.of([between(565, 645)]), [], 30, ZONE)
    assert gutter_of(axis) == ["09:25", "10:00", "10:30"]
    assert [row.is_cut for row in axis.rows] == [True, False, False]


def test_the_clock_is_that_of_the_zone() -> None:
    kathmandu = ZoneInfo("Asia/Kathmandu")  # 5 hours and 45 minutes from UTC
    axis = make_axis(Cuts.of([between(600, 780)]), [], 60, kathmandu)
    assert gutter_of(axis, kathmandu) == ["14:45", "16:00", "17:00"]


def test_a_row_is_at_least_half_a_step_unless_it_is_cut() -> None:
    axis = make_axis(Cuts.of([between(600, 660), between(605, 630)]), [], 15, ZONE)
    assert gutter_of(axis) == ["10:00", "10:05", "10:15", "10:30", "10:45"]


def test_a_long_quiet_stretch_is_one_row() -> None:
    axis = make_axis(Cuts.of([between(600, 630), between(900, 930)]), [], 15, ZONE)
    assert gutter_of(axis) == ["10:00", "10:15", "10:30", "15:00", "15:15"]
    assert [row.is_folded for row in axis.rows] == [False, False, True, False, False]


def test_a_short_quiet_stretch_is_drawn_to_scale() -> None:
    axis = make_axis(Cuts.of([between(600, 630), between(675, 705)]), [], 15, ZONE)
    assert not any(row.is_folded for row in axis.rows)
    assert len(axis.rows) == 7


def test_a_long_stretch_with_something_in_it_is_not_folded() -> None:
    axis = make_axis(Cuts.of([between(600, 900)]), [], 60, ZONE)
    assert not any(row.is_folded for row in axis.rows)
    assert len(axis.rows) == 5


def test_past_midnight() -> None:
    axis = make_axis(Cuts.of([between(23 * 60, 25 * 60 + 30)]), [], 30, ZONE)
    assert gutter_of(axis) == ["23:00", "23:30", "00:00", "00:30", "01:00"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2025-03-30 00:00", "2025-03-30 03:00", ["01:00", "01:30", "03:00", "03:30", "04:00"]),
        (
            "2025-10-25 23:00",
            "2025-10-26 02:00",
            ["01:00", "01:30", "02:00", "02:30", "02:00", "02:30"],
        ),
    ],
)
def test_nights_in_which_the_clocks_change(first: str, last: str, expected: list[str]) -> None:
    start, end = (datetime.fromisoformat(text).replace(tzinfo=UTC) for text in (first, last))
    axis = make_axis(Cuts.of([Interval(start, end)]), [], 30, ZONE)
    assert gutter_of(axis)[: len(expected)] == expected
    assert all(row.end - row.start == 30 * MINUTE for row in axis.rows)
    assert axis.top(start + 90 * MINUTE) == 3


def test_no_rows_hold_nothing() -> None:
    axis = make_axis(Cuts.of([]), [], 15, ZONE)
    assert axis.rows == ()
