"""The whole app, walked through at random for two minutes; `tests.walk` walks further."""

import subprocess
import sys

import pytest

from tests.helpers import ROOT

_SECONDS = 30
"""For each of the four walks."""


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("where", [[], ["--process"]], ids=["in here", "in a pseudo-terminal"])
def test_nothing_that_one_does_ends_the_app_or_parts_its_picture(
    language: str, where: list[str]
) -> None:
    walk = [sys.executable, "-m", "tests.walk", "--seed", "1", "--seconds", str(_SECONDS)]
    steps = "50" if where else "1000000"  # from outside, each takes the better part of a second
    walk += ["--steps", steps, "--language", language, *where]
    done = subprocess.run(walk, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr
    assert "steps, seeds 1 to" in done.stdout
