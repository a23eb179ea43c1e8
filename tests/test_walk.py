"""The whole app, walked through at random, and alike at every run; `tests.walk` walks further."""

import subprocess
import sys

import pytest

from tests.helpers import ROOT

pytestmark = pytest.mark.slow

STEPS = {"in here": ["--steps", "150"], "in a pseudo-terminal": ["--steps", "40", "--process"]}


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("steps", STEPS.values(), ids=STEPS)
def test_nothing_that_one_does_ends_the_app_or_parts_its_picture(
    language: str, steps: list[str]
) -> None:
    walk = [sys.executable, "-m", "tests.walk", "--seed", "1", "--language", language, *steps]
    done = subprocess.run(walk, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr
    assert "steps, seeds 1 to" in done.stdout
