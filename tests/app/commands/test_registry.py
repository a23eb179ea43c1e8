"""A command is one record in one file: everything that shows commands finds it there."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import ROOT
from tui_planner.app import commands
from tui_planner.app.commands.registry import COMMANDS

pytestmark = pytest.mark.slow

ADDED = '''
"""A command that is added."""

from tui_planner.app.commands.command import Command, CommandGroup
from tui_planner.app.controllers.planner import Planner


def _greet(planner: Planner) -> None:
    planner.prompts.say("Hello there.")


GROUP = CommandGroup(
    place=18,
    commands=(Command("greet", "W", _greet, "Greet", "Say hello.", "W", rank=1),),
)
'''

OPENED = '''
"""Opens the app with a folder more of commands, and tells where it knows those from."""

import asyncio
import json
import sys
from pathlib import Path

from tui_planner.app import commands

work, key = Path(sys.argv[1]), sys.argv[2]
commands.__path__.append(str(work / "more"))

from tests.app.conftest import LONG_AFTER, Planner
from tests.app.looks import text_of
from tests.helpers import SHIPPED, read_programme


async def look() -> dict[str, object]:
    app = Planner(read_programme(str(SHIPPED)), work / "own.toml", (), LONG_AFTER)
    async with app.run_test(size=(120, 70)) as pilot:
        told = {"notice": app.status, "line": text_of(app).splitlines()[-1]}
        told["palette"] = [one.title for one in app.get_system_commands(app.screen)]
        await pilot.press("question_mark")
        await pilot.pause()
        told["help"] = text_of(app).splitlines()
        await pilot.press("escape", key)
        await pilot.pause()
        return {**told, "said": app.status}


print(json.dumps(asyncio.run(look())))
'''


def opened(work: Path, key: str) -> dict[str, Any]:
    """What the app tells that is opened with the command, in a process of its own."""
    (work / "more").mkdir()
    (work / "more" / "greeting.py").write_text(ADDED, "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", OPENED, str(work), key],
        cwd=ROOT,
        env={**os.environ, "XDG_CONFIG_HOME": str(work / "config"), "LANGUAGE": "en"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def test_a_file_with_a_command_is_all_that_a_command_needs(tmp_path: Path) -> None:
    told = opened(tmp_path, "W")
    assert told["said"] == "Hello there."
    assert "W Greet" in told["line"]
    assert "Greet (W)" in told["palette"]
    line, after = _from("Say hello.", told["help"])
    assert "W" in line.split()
    assert "Everything about the session" in after  # the first of a group of a higher place


def _from(words: str, lines: Sequence[str]) -> Sequence[str]:
    """The line with some words, and the one after it."""
    at = next(number for number, line in enumerate(lines) if words in line)
    return lines[at : at + 2]


def test_the_settings_know_a_command_that_is_added(tmp_path: Path) -> None:
    path = tmp_path / "config" / "tui-planner" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text('[keys]\ngreet = "Z"\n', "utf-8")
    told = opened(tmp_path, "Z")
    assert "no command" not in told["notice"]
    assert told["said"] == "Hello there."
    assert "Z Greet" in told["line"]


def test_no_two_groups_are_at_one_place_and_none_is_left_out() -> None:
    folder = Path(next(iter(commands.__path__)))
    own = {"__init__", "command", "keymap", "registry"}
    places = [
        vars(sys.modules[f"{commands.__name__}.{file.stem}"])["GROUP"].place
        for file in folder.glob("*.py")
        if file.stem not in own
    ]
    assert len(places) == len(set(places))


def test_no_two_commands_have_one_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys.split(",")]
    assert len(keys) == len(set(keys))
