"""What the tests share: programmes from a few lines of TOML."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from tui_planner.programme.model import Programme
from tui_planner.programme.problem import Problem
from tui_planner.programme.reading.read_programme import read_bytes, read_text
from tui_planner.programme.reading.read_result import ReadResult
from tui_planner.programme.toml.source import Source, read_data

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "programme.toml"
DATA = ROOT / "tests" / "data"

PATIENCE = 60.0
"""Seconds until what is waited for has to be there, on a machine that has much else to do."""

_LONGEST = 10.0  # seconds of computing

HEAD = """\
[programme]
title = "A day"
date = 2025-02-13
timezone = "Europe/Amsterdam"
"""


def read_programme(name: str) -> ReadResult:
    """What comes of reading a file, or standard input for `-`."""
    data = read_data(name)
    return ReadResult(name, None, (data,)) if isinstance(data, Problem) else read_bytes(name, data)


def reading_of(body: str, head: str = HEAD) -> ReadResult:
    """What comes of reading a head and a body."""
    return read_text(Source("test.toml", head + body))


def programme_of(body: str, head: str = HEAD) -> Programme:
    """The programme of a head and a body that must be free of problems."""
    reading = reading_of(body, head)
    assert reading.programme is not None, [problem.message for problem in reading.problems]
    return reading.programme


def local(programme: Programme, text: str) -> datetime:
    """The instant (UTC) of a local time like `2025-02-13 12:50`."""
    return datetime.fromisoformat(text).replace(tzinfo=programme.zone).astimezone(UTC)


def times(usual: int, thorough: int) -> int:
    """How often something is tried: in every run, and where THOROUGH is set in the environment."""
    return thorough if os.environ.get("THOROUGH") else usual


@contextmanager
def soon() -> Iterator[None]:
    """Fails where something computes for longer than anything may, or waits for too long."""

    def hangs(*_args: object) -> None:
        raise AssertionError("it hangs")

    before = [signal.signal(number, hangs) for number in (signal.SIGPROF, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_PROF, _LONGEST)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        for number, handler in zip((signal.SIGPROF, signal.SIGALRM), before, strict=True):
            signal.signal(number, handler)
