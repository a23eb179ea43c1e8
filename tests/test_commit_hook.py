"""The hook that pre-commit runs: its manifest, and which files it is for."""

import re
import shlex

import pytest
import yaml

from tests.cli.support import COMMANDS
from tests.helpers import ROOT
from tui_planner.cli.output import PROGRAM

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_it_runs_the_check_in_an_environment_of_its_own() -> None:
    program, command = shlex.split(HOOK["entry"])
    assert program == PROGRAM
    assert command == "check"
    assert command in COMMANDS
    assert HOOK["language"] == "python"


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("programme.toml", True),
        ("2025/programme.toml", True),
        ("my-programme.toml", False),
        ("programme.toml.orig", False),
        ("programmeXtoml", False),
        ("pyproject.toml", False),
    ],
)
def test_it_is_for_programmes_alone(file: str, wanted: bool) -> None:
    assert bool(re.search(HOOK["files"], file)) == wanted


def test_organisers_are_told_of_it() -> None:
    page = (ROOT / "docs" / "organisers.md").read_text(encoding="utf-8")
    assert f"- id: {HOOK['id']}\n" in page
