"""judge() over files with several days, past midnight, and in the nights that the clocks change.

The instants of Europe/Amsterdam in 2025 are worked out here by hand: an hour ahead of UTC until 30
March 02:00, when the clocks skip to 03:00, and again from 26 October 03:00, when they go back to
02:00; two hours in between.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.clashes.oracle import ZERO, Raw, agrees, expected
from tests.helpers import programme_of
from tui_planner.clashes.judge import Verdict, judge

SKIPPED = datetime.fromisoformat("2025-03-30T02:00"), datetime.fromisoformat("2025-03-30T03:00")
TWICE = datetime.fromisoformat("2025-10-26T02:00"), datetime.fromisoformat("2025-10-26T03:00")
NIGHTS = {
    "march": datetime.fromisoformat("2025-03-29T22:00"),
    "october": datetime.fromisoformat("2025-10-25T22:00"),
    "plain": datetime.fromisoformat("2025-06-14T22:00"),
}
HEAD = """\
[programme]
title = "Nights"
timezone = "Europe/Amsterdam"
changeover = 10
"""


@dataclass(frozen=True)
class Written:
    """A session as a file has it, in minutes of the wall clock from the night's beginning."""

    start: int
    end: int | None
    overrun: int | None
    around: int
    room: str


def utc_minute(wall: datetime, *, second: bool = False) -> int:
    """The minute from `ZERO` of a wall time; of one that is there twice, the first."""
    summer = SKIPPED[1] <= wall < TWICE[1] and not (second and TWICE[0] <= wall)
    instant = wall - timedelta(hours=2 if summer else 1)
    return int((instant - ZERO.replace(tzinfo=None)) / timedelta(minutes=1))


def not_before(wall: datetime, minute: int) -> int:
    first = utc_minute(wall)
    return first if first >= minute else utc_minute(wall, second=True)


def raws_of(a: Written, b: Written, night: datetime) -> tuple[Raw, Raw]:
    """Both, with the ends that are assumed where none is stated."""
    one, other = _raw_of(a, night), _raw_of(b, night)
    lengths = [raw.end - raw.start for raw in (one, other) if raw.end is not None]
    usual = int(median(lengths)) if lengths else 60
    is_one_room = a.room == b.room
    return _assumed(one, other, usual, is_one_room), _assumed(other, one, usual, is_one_room)


def _assumed(raw: Raw, other: Raw, usual: int, is_one_room: bool) -> Raw:
    """The end of a session without one: its day's at most, which `raw` has."""
    end = min(raw.start + usual, raw.assumed)
    if is_one_room and other.start > raw.start:
        end = min(end, other.start)
    return replace(raw, assumed=end, guessed=raw.end is None)


def _raw_of(written: Written, night: datetime) -> Raw:
    wall = night + timedelta(minutes=written.start)
    for minute in filter(None, (written.start, written.end, written.overrun)):
        assume(not SKIPPED[0] <= night + timedelta(minutes=minute) < SKIPPED[1])
    start = utc_minute(wall)
    midnight = wall.replace(hour=0, minute=0) + timedelta(days=1)
    end = overrun = None
    if written.end is not None:
        end = not_before(night + timedelta(minutes=written.end), start)
    reached = start if end is None else end
    assume(end is None or start < end)
    if written.overrun is not None:
        overrun = not_before(night + timedelta(minutes=written.overrun), reached)
    assume(start <= reached and (overrun is None or reached <= overrun))
    return Raw(start, end, utc_minute(midnight), overrun, written.around)


def toml(id_: str, written: Written, night: datetime) -> str:
    lines = ["[[sessions]]", f'id = "{id_}"', f'title = "{id_}"', f"around = {written.around}"]
    for key, value in (
        ("start", written.start),
        ("end", written.end),
        ("overrun", written.overrun),
    ):
        if value is not None:
            lines.append(f"{key} = {night + timedelta(minutes=value):%Y-%m-%dT%H:%M:%S}")
    return "\n".join([*lines, f'room = "{written.room}"\n'])


def day_tables(night: datetime) -> str:
    days = (night, night + timedelta(days=1))
    return "".join(f"[[days]]\ndate = {day:%Y-%m-%d}\n" for day in days)


ROOMS = '[[rooms]]\nid = "a"\nname = "A"\n[[rooms]]\nid = "b"\nname = "B"\n'
walls = st.integers(0, 36).map(lambda step: step * 10)
perhaps = st.none() | walls
written = st.builds(
    Written, walls, perhaps, perhaps, st.sampled_from([0, 0, 20]), st.sampled_from("ab")
)


@pytest.mark.parametrize("night", NIGHTS.values(), ids=NIGHTS.keys())
@settings(deadline=None, max_examples=150)
@given(a=written, b=written)
def test_it_says_what_the_definitions_say(night: datetime, a: Written, b: Written) -> None:
    one, other = raws_of(a, b, night)
    programme = programme_of(
        day_tables(night) + ROOMS + toml("a", a, night) + toml("b", b, night), HEAD
    )
    clash = judge(programme.sessions[0], programme.sessions[1], programme)
    assert agrees(clash, expected(one, other, 0 if a.room == b.room else 10)), clash


def judged(night: datetime, a: Written, b: Written) -> tuple[Verdict, int] | None:
    body = day_tables(night) + ROOMS + toml("a", a, night) + toml("b", b, night)
    programme = programme_of(body, HEAD)
    clash = judge(programme.sessions[0], programme.sessions[1], programme)
    return (clash.verdict, clash.minutes) if clash else None


def test_the_hour_that_is_skipped_takes_no_time() -> None:
    """01:30–03:30 is one hour in that night, and meets 03:00–04:00 for half an hour."""
    long = Written(210, 330, None, 0, "a")
    late = Written(300, 360, None, 0, "a")
    assert judged(NIGHTS["march"], long, late) == (Verdict.CERTAIN, 30)
    assert judged(NIGHTS["plain"], long, late) == (Verdict.CERTAIN, 30)
    before = Written(210, 239, None, 0, "a")
    assert judged(NIGHTS["march"], before, Written(300, 360, None, 0, "b")) == (Verdict.TIGHT, 1)
    assert judged(NIGHTS["plain"], before, Written(300, 360, None, 0, "b")) is None


def test_the_hour_that_is_there_twice_counts_twice() -> None:
    """01:00–03:00 is three hours in that night."""
    long = Written(180, 300, None, 0, "a")
    assert judged(NIGHTS["october"], long, long) == (Verdict.CERTAIN, 180)
    assert judged(NIGHTS["plain"], long, long) == (Verdict.CERTAIN, 120)


def test_past_midnight_is_the_next_day_of_the_programme_too() -> None:
    party = Written(60, 180, None, 0, "a")  # from 23:00 until 01:00
    early = Written(150, 240, None, 0, "a")  # from 00:30 until 02:00, on the second day
    assert judged(NIGHTS["plain"], party, early) == (Verdict.CERTAIN, 30)
