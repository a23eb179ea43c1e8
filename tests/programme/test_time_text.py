"""Times, dates and durations in words."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from tui_planner.programme.time_text import (
    explain_times,
    format_beside,
    format_clock,
    format_long_date,
    format_minutes,
    format_short_date,
    format_span,
    format_times,
    format_times_short,
    format_weekday,
    join_words,
)
from tui_planner.programme.timing import MINUTE, Interval, Timing

ZONE = ZoneInfo("Europe/Amsterdam")
NOON = datetime(2025, 2, 13, 11, tzinfo=UTC)
ONE = NOON + 60 * MINUTE

EXACT = Timing(NOON, ONE)
AROUND = Timing(NOON, ONE, around=5)
NO_END = Timing(NOON, ONE, end_stated=False)
BOTH = Timing(NOON, ONE, end_stated=False, around=1)
OVERRUN = Timing(NOON, ONE, overrun=ONE + 30 * MINUTE)
NO_REAL_OVERRUN = Timing(NOON, ONE, overrun=ONE)
OPEN = Timing(NOON, ONE, end_stated=False, open_end=True)


@pytest.mark.parametrize(
    ("timing", "full", "short", "explained"),
    [
        (EXACT, "12:00–13:00", "12:00–13:00", ""),
        (AROUND, "~12:00–13:00", "~12:00–13:00", "starts up to 5 minutes earlier or later"),
        (NO_END, "12:00–(13:00)", "12:00–?", "the end is not stated"),
        (
            BOTH,
            "~12:00–(13:00)",
            "~12:00–?",
            "starts up to 1 minute earlier or later; the end is not stated",
        ),
        (OVERRUN, "12:00–13:00(–13:30)", "12:00–13:00+", "may run until 13:30"),
        (NO_REAL_OVERRUN, "12:00–13:00", "12:00–13:00", ""),
        (OPEN, "12:00–", "12:00–?", "the end is not stated"),
    ],
)
def test_times(timing: Timing, full: str, short: str, explained: str) -> None:
    assert format_times(timing, ZONE) == full
    assert format_times_short(timing, ZONE) == short
    assert explain_times(timing, ZONE) == "; ".join(filter(None, [full, explained]))


def test_a_clock_beside_another_day_says_its_own() -> None:
    assert format_beside(NOON, date(2025, 2, 13), ZONE) == "12:00"
    assert format_beside(NOON, date(2025, 2, 14), ZONE) == "Thu 13 Feb 12:00"


def test_times_are_told_by_the_clock_of_the_programme() -> None:
    assert format_times(EXACT, ZoneInfo("America/New_York")) == "06:00–07:00"
    assert format_clock(NOON, ZoneInfo("Asia/Kathmandu")) == "16:45"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (datetime(2025, 3, 30, 0, 30, tzinfo=UTC), "01:30–03:30 (the clocks go forward)"),
        (datetime(2025, 10, 26, 0, 30, tzinfo=UTC), "02:30–02:30 (the clocks go back)"),
        (datetime(2025, 2, 13, 22, 30, tzinfo=UTC), "23:30–00:30"),
    ],
)
def test_times_over_midnight_and_over_a_change_of_the_clocks(
    start: datetime, expected: str
) -> None:
    assert format_span(Interval(start, start + 60 * MINUTE), ZONE) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 minutes"), (1, "1 minute"), (40, "40 minutes")]
)
def test_minutes(number: int, expected: str) -> None:
    assert format_minutes(number) == expected


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2025, 2, 13), "Thu 13 February 2025", "Thu 13 Feb"),
        (date(2024, 12, 1), "Sun 1 December 2024", "Sun 1 Dec"),
        (date(2024, 1, 1), "Mon 1 January 2024", "Mon 1 Jan"),
    ],
)
def test_dates(day: date, long: str, short: str) -> None:
    assert format_long_date(day) == long
    assert format_short_date(day) == short
    assert long.startswith(format_weekday(day))


@pytest.mark.parametrize(
    ("words", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_joined(words: list[str], expected: str) -> None:
    assert join_words(words) == expected


def test_an_assumed_end_beyond_a_change_of_the_clocks_says_so() -> None:
    start = datetime(2025, 10, 26, 0, 30, tzinfo=UTC)
    timing = Timing(start, start + 180 * MINUTE, end_stated=False)
    assert format_times(timing, ZONE) == "02:30–(04:30) (the clocks go back)"
