"""What the commands import: never the app's toolkit, and nothing slow before it is needed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import SHIPPED

pytestmark = pytest.mark.slow

SCRIPT = """\
import json, sys
from tui_planner.cli.main import main
code = main(sys.argv[1:]) if sys.argv[1:] else 0
print(file=sys.stderr)
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""


def imported(tmp_path: Path, *argv: str) -> tuple[int, set[str]]:
    """The exit code of a command and the packages that a fresh interpreter imported for it."""
    code, names = modules(tmp_path, *argv)
    return code, {name.partition(".")[0] for name in names}


def modules(tmp_path: Path, *argv: str) -> tuple[int, list[str]]:
    """The exit code of a command and the modules that a fresh interpreter imported for it."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *argv],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(SHIPPED.parent)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    code, names = json.loads(done.stderr.splitlines()[-1])
    return code, names


@pytest.mark.parametrize(
    "argv",
    [
        ["check"],
        ["check", "--format", "json"],
        ["show"],
        ["show", "--format", "agenda"],
        ["show", "--format", "json"],
        ["show", "--mine"],
        ["choose", "iza-lunch", "strandwandeling"],
        ["drop", "iza-lunch"],
        ["mine"],
        ["mine", "--format", "json"],
        ["check", "--format", "github"],
        ["check", "--format", "sarif"],
        ["rules"],
        ["rules", "C101"],
        ["schema"],
        ["where"],
    ],
    ids=" ".join,
)
def test_no_command_but_open_imports_textual(tmp_path: Path, argv: list[str]) -> None:
    code, packages = imported(tmp_path, *argv)
    assert code in {0, 1}
    assert "tui_planner" in packages
    assert "textual" not in packages


@pytest.mark.parametrize("argv", [[], ["--help"], ["--version"], ["some.toml"]], ids=" ".join)
def test_the_entry_point_imports_neither_textual_nor_pydantic(
    tmp_path: Path, argv: list[str]
) -> None:
    _code, packages = imported(tmp_path, *argv)
    assert not packages & {"textual", "pydantic", "tomli"}


@pytest.mark.parametrize("argv", [["show"], ["mine"], ["choose", "iza-lunch"]], ids=" ".join)
def test_of_a_programme_that_is_remembered_nothing_is_validated(
    tmp_path: Path, argv: list[str]
) -> None:
    _code, at_first = imported(tmp_path, *argv)
    _code, then = imported(tmp_path, *argv)
    assert "pydantic" in at_first
    assert "pydantic" not in then


@pytest.mark.parametrize(
    ("argv", "module"),
    [
        (["--version"], None),
        (["show"], "show"),
        (["drop", "--help"], "drop"),
        (["import", "--bogus"], "import_"),
        (["appointment", "list"], "appointment"),
    ],
)
def test_of_the_commands_only_that_which_is_named_is_imported(
    tmp_path: Path, argv: list[str], module: str | None
) -> None:
    _code, names = modules(tmp_path, *argv)
    folder = "tui_planner.cli.commands."
    found = [name.removeprefix(folder) for name in names if name.startswith(folder)]
    assert found == ([] if module is None else [module])


@pytest.mark.parametrize("argv", [["--help"], ["show", "--help"], ["export", "--format", "x"]])
def test_what_runs_no_command_imports_nothing_to_run_one(tmp_path: Path, argv: list[str]) -> None:
    _code, names = modules(tmp_path, *argv)
    assert not [name for name in names if name.startswith("tui_planner.cli.actions")]
    assert "tui_planner.programme.model" not in names


@pytest.mark.parametrize("argv", [["show"], ["check"], ["choose", "iza-lunch"]], ids=" ".join)
def test_of_a_file_nothing_is_imported_that_asks_the_network(
    tmp_path: Path, argv: list[str]
) -> None:
    _code, names = modules(tmp_path, *argv)
    assert not {"http.client", "ssl"} & set(names)
    assert not [name for name in names if name.startswith("tui_planner.exchange.fetching")]
