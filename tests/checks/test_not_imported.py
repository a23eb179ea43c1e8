"""Commands of a delegate import no rule: neither the checks nor the texts of their pages."""

import subprocess
import sys

import pytest

from tests.helpers import ROOT

pytestmark = pytest.mark.slow

SCRIPT = """\
import sys
from tui_planner.cli.main import main
main(sys.argv[1:])
print(*sorted(name for name in sys.modules if name.startswith("tui_planner.")), sep="\\n")
"""


def imported(*argv: str) -> set[str]:
    """The modules of the program that a fresh interpreter imported for a command."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *argv],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    return {line for line in done.stdout.splitlines() if line.startswith("tui_planner.")}


@pytest.mark.parametrize("argv", [["show"], ["mine"], ["choose", "iza-lunch"]], ids=" ".join)
def test_a_delegate_needs_no_rules(argv: list[str]) -> None:
    names = imported(*argv)
    assert "tui_planner.clashes.judge" in names
    assert not {name for name in names if name.startswith("tui_planner.checks")}


def test_an_organiser_does() -> None:
    assert "tui_planner.checks.rules.file_faults" in imported("check")
