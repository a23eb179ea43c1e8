"""What the README shows of the program is what the program does."""

import re
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from tests.helpers import ROOT
from tui_planner.app.commands.keymap import find_key_problems
from tui_planner.app.commands.registry import COMMANDS
from tui_planner.checks.registry import REGISTRY
from tui_planner.cli.main import main
from tui_planner.settings.settings import Lanes
from tui_planner.settings.settings_file import SettingsFile

README = (ROOT / "README.md").read_text(encoding="utf-8")


def _section(head: str) -> str:
    """The text under a head, up to the next."""
    return README.split(f"\n## {head}\n", 1)[1].split("\n## ", 1)[0].strip()


def test_the_section_for_organisers_begins_with_the_output_of_check(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = re.match(r"```\n(.*?)\n```\n", _section("For organisers"), re.DOTALL)
    assert shown
    monkeypatch.chdir(ROOT)
    main(["check", "programme.toml"])
    printed = iter(capsys.readouterr().out.splitlines())
    lines = [line for line in shown[1].splitlines() if line != "…"]
    assert len(lines) > 10
    for line in lines:
        assert line in printed, f"not printed, or not in this order: {line}"


def test_the_table_of_the_rules_is_that_of_the_register() -> None:
    rows = [
        f"| {code} | {entry.rule.name} | {entry.rule.severity.value} | {entry.page.finds} |"
        for code, entry in REGISTRY.items()
    ]
    table = "\n".join(["| rule | name | severity | finds |", "|---|---|---|---|", *rows])
    assert table in _section("For organisers"), f"The table must be:\n\n{table}"
    assert README.count("\n| C101 ") == 1


def test_the_settings_that_it_shows_are_valid_and_say_all(tmp_path: Path) -> None:
    shown = re.search(r"```toml\n(.*?)```", _section("Settings"), re.DOTALL)
    assert shown
    path = tmp_path / "settings.toml"
    path.write_text(shown[1], encoding="utf-8")
    file = SettingsFile(path)
    assert not file.problems
    assert not [*find_key_problems(file, BUILTIN_THEMES, COMMANDS)]
    assert None not in (file.settings.theme, file.settings.zoom, file.settings.ascii)
    assert file.settings.lanes["my-programme"] == Lanes(
        ("cellar",), ("great-hall",), ("great-hall", "attic")
    )


def test_the_commands_that_keys_can_be_given_to() -> None:
    listed = _section("Settings").split("The commands are", 1)[1].split("\n\n", 1)[0]
    ids = re.findall(r"`([\w-]+)`", listed)
    ways = [f"way-{number}" for number in range(1, 10)]
    assert sorted({*ids, *ways}) == sorted(command.id for command in COMMANDS)
