"""A process killed while it saves leaves the state before, or the one after, and no lock."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="no processes to fork"),
]


def found_after_kills(folder: Path, before: str) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.itinerary.storage.killed", str(folder), before],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_killed_at_any_step_it_leaves_one_of_two_states(tmp_path: Path) -> None:
    found = found_after_kills(tmp_path / "kept", "later")
    *killed, whole = found
    assert len(killed) > 10
    assert whole["there"] == ["before", "after"]
    states = [one["there"] for one in found]
    turn = states.index(["before", "after"])
    assert 0 < turn < len(killed)
    assert all(state == ["before"] for state in states[:turn])
    assert all(state == ["before", "after"] for state in states[turn:])
    assert all(one["earlier"] == ["before"] for one in found[turn:])
    assert all(one["next"] == [*one["there"], "next"] for one in found)
    assert all(one["folder"] == ["i.toml", "i.toml.history"] for one in found)


def test_killed_at_its_first_save_it_leaves_none_or_all(tmp_path: Path) -> None:
    found = found_after_kills(tmp_path / "kept", "first")
    states = [one["there"] for one in found]
    turn = states.index(["after"])
    assert 0 < turn < len(found) - 1
    assert all(state is None for state in states[:turn])
    assert all(state == ["after"] for state in states[turn:])
    assert all(one["next"] == [*(one["there"] or []), "next"] for one in found)
