"""Times into rows: nothing starts or ends within a row."""

from datetime import UTC, datetime
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.layout.days import ZONE, between
from tui_planner.layout.day.axis import STEPS, Axis, Cuts, Scale, make_axis
from tui_planner.programme.timing import MINUTE, Interval

scales = st.builds(Scale, st.sampled_from(STEPS), st.booleans())
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
@given(some_intervals, scales)
def test_rows_are_contiguous_and_cover_everything(shown: list[Interval], scale: Scale) -> None:
    rows = make_axis(Cuts.from_intervals(shown), scale, ZONE).rows
    assert rows[0].start == min(interval.start for interval in shown)
    assert rows[-1].end == max(interval.end for interval in shown)
    assert all(one.end == other.start for one, other in pairwise(rows))
    assert all(row.start < row.end for row in rows)


@relaxed
@given(some_intervals, scales)
def test_everything_is_in_the_rows_that_it_shares_an_instant_with(
    shown: list[Interval], scale: Scale
) -> None:
    axis = make_axis(Cuts.from_intervals(shown), scale, ZONE)
    for interval in shown:
        rows = range(axis.find_top(interval.start), axis.find_bottom(interval.end))
        meeting = [
            n for n, row in enumerate(axis.rows) if interval.meets(Interval(row.start, row.end))
        ]
        assert [*rows] == meeting
        assert meeting
        assert set(axis.find_rows(interval).text_rows) <= set(rows)


@relaxed
@given(some_intervals, scales, st.data())
def test_what_overlaps_shares_a_row_and_nothing_else_does(
    shown: list[Interval], scale: Scale, data: st.DataObject
) -> None:
    heads = data.draw(st.lists(st.sampled_from([interval.start for interval in shown])))
    axis = make_axis(Cuts.from_intervals(shown, heads), scale, ZONE).insert_headings(
        dict(enumerate(heads))
    )
    for one, other in combinations(sorted(shown), 2):
        share = axis.find_top(other.start) < axis.find_bottom(one.end)
        assert share == one.meets(other)
        if one.end == other.start:
            between_ = axis.find_top(other.start) - axis.find_bottom(one.end)
            assert between_ == heads.count(other.start)


@relaxed
@given(some_intervals, scales)
def test_a_part_of_a_row_is_told_to_the_eighth(shown: list[Interval], scale: Scale) -> None:
    axis = make_axis(Cuts.from_intervals(shown), scale, ZONE)
    for interval in shown:
        first, last = (
            axis.rows[axis.find_top(interval.start)],
            axis.rows[axis.find_bottom(interval.end) - 1],
        )
        place = axis.find_rows(interval)
        before, behind = place.before, place.behind
        assert 0 <= before < 8
        assert 0 <= behind < 8
        exact = 8 * (interval.start - first.start) / (first.end - first.start)
        assert before <= exact < before + 1
        exact = 8 * (last.end - interval.end) / (last.end - last.start)
        assert behind <= exact < behind + 1
        if scale.is_exact:
            assert (before, behind) == (0, 0)


@relaxed
@given(some_intervals, scales, st.data())
def test_headings_are_rows_of_no_duration_before_their_instant(
    shown: list[Interval], scale: Scale, data: st.DataObject
) -> None:
    heads = data.draw(st.lists(st.sampled_from([interval.start for interval in shown])))
    axis = make_axis(Cuts.from_intervals(shown, heads), scale, ZONE).insert_headings(
        dict(enumerate(heads))
    )
    for number, instant in enumerate(heads):
        y = axis.find_heading_row(number)
        assert y is not None
        row = axis.rows[y]
        assert row.start == row.end == instant
        assert axis.find_bottom(instant) <= y < axis.find_top(instant)
    assert sum(row.heading is not None for row in axis.rows) == len(heads)


@relaxed
@given(some_intervals)
def test_an_exact_scale_has_every_start_and_end_at_an_edge(shown: list[Interval]) -> None:
    cuts = Cuts.from_intervals(shown)
    exact = make_axis(cuts, Scale(60, is_exact=True), ZONE).rows
    assert set(cuts.at) <= {row.start for row in exact} | {exact[-1].end}


@relaxed
@given(some_intervals, scales)
def test_every_instant_is_in_one_row(shown: list[Interval], scale: Scale) -> None:
    axis = make_axis(Cuts.from_intervals(shown), scale, ZONE)
    first, last = axis.rows[0].start, axis.rows[-1].end
    instant = first
    while instant < last:
        row = axis.rows[axis.find_top(instant)]
        assert row.start <= instant < row.end
        instant += 7 * MINUTE


def test_a_start_near_another_lies_within_a_row_where_rows_are_long() -> None:
    cuts = Cuts.from_intervals([between(765, 810), between(770, 825)])
    assert gutter_of(make_axis(cuts, Scale(15), ZONE)) == [
        "12:45", "12:50", "13:00", "13:15", "13:30"
    ]  # fmt: skip
    coarse = make_axis(cuts, Scale(30), ZONE)
    assert gutter_of(coarse) == ["12:45", "13:00", "13:30"]
    assert coarse.find_rows(between(770, 825)).before == 2  # eighths; a third of the row


def test_a_session_that_only_touches_keeps_its_row_at_an_hour_a_row() -> None:
    shown = [between(600, 605), between(605, 610), between(610, 700)]
    axis = make_axis(Cuts.from_intervals(shown), Scale(60), ZONE)
    assert gutter_of(axis) == ["10:00", "10:05", "10:10", "11:00"]


def test_rows_follow_the_clock_where_nothing_cuts_them() -> None:
    axis = make_axis(Cuts.from_intervals([between(565, 645)]), Scale(30), ZONE)
    assert gutter_of(axis) == ["09:25", "10:00", "10:30"]
    assert [row.is_cut for row in axis.rows] == [True, False, False]


def test_the_clock_is_that_of_the_zone() -> None:
    kathmandu = ZoneInfo("Asia/Kathmandu")  # 5 hours and 45 minutes from UTC
    axis = make_axis(Cuts.from_intervals([between(600, 780)]), Scale(60), kathmandu)
    assert gutter_of(axis, kathmandu) == ["14:45", "16:00", "17:00"]


def test_a_row_is_at_least_half_a_step_unless_it_is_cut() -> None:
    axis = make_axis(Cuts.from_intervals([between(600, 660), between(605, 630)]), Scale(15), ZONE)
    assert gutter_of(axis) == ["10:00", "10:05", "10:15", "10:30", "10:45"]


def test_a_long_quiet_stretch_is_one_row() -> None:
    axis = make_axis(Cuts.from_intervals([between(600, 630), between(900, 930)]), Scale(15), ZONE)
    assert gutter_of(axis) == ["10:00", "10:15", "10:30", "15:00", "15:15"]
    assert [row.is_folded for row in axis.rows] == [False, False, True, False, False]


def test_a_short_quiet_stretch_is_drawn_to_scale() -> None:
    axis = make_axis(Cuts.from_intervals([between(600, 630), between(675, 705)]), Scale(15), ZONE)
    assert not any(row.is_folded for row in axis.rows)
    assert len(axis.rows) == 7


def test_a_long_stretch_with_something_in_it_is_not_folded() -> None:
    axis = make_axis(Cuts.from_intervals([between(600, 900)]), Scale(60), ZONE)
    assert not any(row.is_folded for row in axis.rows)
    assert len(axis.rows) == 5


def test_past_midnight() -> None:
    axis = make_axis(Cuts.from_intervals([between(23 * 60, 25 * 60 + 30)]), Scale(30), ZONE)
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
    axis = make_axis(Cuts.from_intervals([Interval(start, end)]), Scale(30), ZONE)
    assert gutter_of(axis)[: len(expected)] == expected
    assert all(row.end - row.start == 30 * MINUTE for row in axis.rows)
    assert axis.find_top(start + 90 * MINUTE) == 3


def test_no_rows_hold_nothing() -> None:
    axis = make_axis(Cuts.from_intervals([]), Scale(15), ZONE)
    assert axis.rows == ()


@relaxed
@given(some_intervals, scales, st.integers(500, 1600), st.integers(3, 5))
def test_no_row_spans_a_start_that_many_share(
    shown: list[Interval], scale: Scale, minute: int, count: int
) -> None:
    common = [between(minute, minute + 20 + number) for number in range(count)]
    axis = make_axis(Cuts.from_intervals([*shown, *common]), scale, ZONE)
    assert common[0].start in {row.start for row in axis.rows}
