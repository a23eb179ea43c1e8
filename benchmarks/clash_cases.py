"""All clashes among 100,000 sessions of which some 5,000 pairs overlap, against sorting them."""

import random
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from tui_planner.clashes.judge import judge, reach_of
from tui_planner.clashes.sweep import find_meeting
from tui_planner.programme.model import Day, Programme, Session
from tui_planner.programme.timing import MINUTE, Interval, Timing

from .pairs import Case, Sample

_SESSIONS = 100_000
_EACH = timedelta(minutes=10)
_LATE = 0.05
"""The part of the sessions that run into the next."""


def make_cases(_folder: Path) -> Iterator[Case]:
    """Make the one case, within this process."""
    programme = _programme()
    number = len(_clashes(programme))
    intervals = [session.timing.planned for session in programme.sessions]
    yield Case(
        f"the {number:,} clashes among {_SESSIONS:,} sessions, against sorting their times",
        partial(_timed, lambda: _clashes(programme)),
        partial(_timed, lambda: sorted(intervals)),
        {"time": 8},
    )


def _clashes(programme: Programme) -> list[object]:
    things = programme.sessions
    met = find_meeting([reach_of(thing, programme) for thing in things])
    pairs = ((things[one], things[other]) for one, others in met for other in others)
    judged = (judge(*pair, programme) for pair in pairs)
    return [clash for clash in judged if clash]


def _timed(work: Callable[[], object]) -> Sample:
    begun = time.perf_counter()
    work()
    return {"time": (time.perf_counter() - begun) * 1000}


def _programme() -> Programme:
    """Make a programme of sessions one after another, in no order."""
    chance = random.Random(20250213)
    first, day = datetime(2025, 2, 13, tzinfo=UTC), date(2025, 2, 13)
    sessions = []
    for number in range(_SESSIONS):
        start = first + number * _EACH
        end = start + _EACH + (4 * MINUTE if chance.random() < _LATE else timedelta())
        timing = Timing(start, end)
        sessions.append(Session(f"session-{number}", "A talk", timing, day, number))
    chance.shuffle(sessions)
    whole = Day(day, "", Interval(first, first + _SESSIONS * _EACH))
    return Programme("a", "A", ZoneInfo("UTC"), (whole,), sessions=tuple(sessions))
