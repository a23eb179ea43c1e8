"""The benchmarks tell of a program what it took, not what measuring it took."""

import os
import sys

import pytest

from benchmarks.processes import run
from benchmarks.terminal import Terminal

pytestmark = pytest.mark.slow

_LARGE = 100  # MiB, more than a bare interpreter takes, and less than is held here meanwhile
_BARE = [sys.executable, "-I", "-S", "-c"]


def test_memory_of_a_process_is_its_own() -> None:
    ballast = bytearray(os.urandom(2 * _LARGE << 20))
    small = run([*_BARE, "pass"])
    large = run([*_BARE, f"import os; os.urandom({_LARGE} << 20)"])
    assert len(ballast) >> 20 == 2 * _LARGE
    assert 0 < small["memory"] < _LARGE
    assert _LARGE < large["memory"] < 2 * _LARGE


def test_memory_of_a_program_in_a_terminal_is_its_own() -> None:
    ballast = bytearray(os.urandom(_LARGE << 20))
    waits_for_a_line = "print('.' * 2_000, flush=True); input()"
    with Terminal([*_BARE, waits_for_a_line], os.environ) as terminal:
        terminal.read_start(quiet=0.2)
        _milliseconds, memory = terminal.leave("\n")
    assert len(ballast) >> 20 == _LARGE
    assert 0 < memory < _LARGE
