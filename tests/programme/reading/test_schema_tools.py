"""The tools of editors, with the JSON Schema, say yes and no to the same files as the reader."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.programme.reading.schema_examples import (
    BAD,
    BAD_BUT_TO_TAPLO,
    BAD_BUT_TO_TOMBI,
    DIRECTIVE,
    GOOD,
    GOOD_TOML_1_1,
)
from tui_planner.programme.reading.format.format_schema import make_schema


class Tool:
    """Taplo or tombi, run over the files of a folder that name the schema."""

    def __init__(self, folder: Path, *command: str) -> None:
        found = shutil.which(command[0], path=Path(sys.executable).parent) or shutil.which(
            command[0]
        )
        if found is None:
            pytest.skip(f"{command[0]} is not installed: pip install {command[0]}")
        self.command = [found, *command[1:]]
        self.folder = folder
        schema = folder / DIRECTIVE.partition(" ")[2]
        schema.write_text(json.dumps(make_schema()), encoding="utf-8")

    def says(self, texts: Mapping[str, str]) -> tuple[int, dict[str, str]]:
        """The exit code, and for each text the lines that tell of it, if any."""
        names = {name: f"n{number:03}.toml" for number, name in enumerate(texts)}
        for name, text in texts.items():
            directive = "" if DIRECTIVE in text else f"{DIRECTIVE}\n"
            (self.folder / names[name]).write_text(directive + text, encoding="utf-8")
        done = subprocess.run(
            [*self.command, *names.values()],
            cwd=self.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )
        lines = (done.stdout + done.stderr).splitlines()
        told = {
            name: "\n".join(line for line in lines if f"{file}:" in line)
            for name, file in names.items()
        }
        return done.returncode, {name: said for name, said in told.items() if said}


@pytest.fixture
def taplo(tmp_path: Path) -> Tool:
    return Tool(tmp_path, "taplo", "lint", "--no-auto-config", "--colors", "never")


@pytest.fixture
def tombi(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tool:
    monkeypatch.setenv("NO_COLOR", "1")
    return Tool(tmp_path, "tombi", "lint", "--offline")


@pytest.fixture(params=["taplo", "tombi"])
def tool(request: pytest.FixtureRequest) -> Tool:
    made: Tool = request.getfixturevalue(request.param)
    return made


def test_the_tools_find_nothing_in_the_shipped_programme(tool: Tool) -> None:
    assert tool.says({"shipped": GOOD["shipped"]}) == (0, {})


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ('kind = "meal"', 'kind = "mael"'),
        ('start = "12:45"', "start = 1245"),
        ('status = "full"', 'statsu = "full"'),
        ("around = 5", "around = -5"),
    ],
)
def test_the_tools_find_the_line_of_a_fault(tool: Tool, was: str, now: str) -> None:
    lines = GOOD["shipped"].replace(was, now, 1).splitlines()
    if DIRECTIVE not in lines:
        lines.insert(0, DIRECTIVE)
    code, told = tool.says({"broken": "\n".join(lines) + "\n"})
    assert code != 0
    assert f".toml:{lines.index(now) + 1}:" in told["broken"]


def test_the_tools_take_what_the_reader_takes(tool: Tool) -> None:
    assert tool.says(GOOD) == (0, {})


def test_taplo_sees_seconds_and_years(taplo: Tool) -> None:
    code, told = taplo.says(BAD_BUT_TO_TOMBI)
    assert code != 0
    assert sorted(BAD_BUT_TO_TOMBI.keys() - told.keys()) == []


def test_the_tools_refuse_what_the_reader_refuses(tool: Tool) -> None:
    code, told = tool.says(BAD)
    assert code != 0
    assert sorted(BAD.keys() - told.keys()) == []


def test_tombi_knows_toml_1_1(tombi: Tool) -> None:
    assert tombi.says(GOOD_TOML_1_1) == (0, {})


def test_tombi_tells_quoted_dates_and_times_from_others(tombi: Tool) -> None:
    code, told = tombi.says(BAD_BUT_TO_TAPLO)
    assert code != 0
    assert sorted(BAD_BUT_TO_TAPLO.keys() - told.keys()) == []
