"""0 nothing found, 1 findings or clashes, 2 wrong use or an unreadable file, 130 interrupted."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.support import BROKEN, COMMANDS, NEEDED, TWO_DAYS, WITHOUT_FILE, Cli
from tests.helpers import SHIPPED
from tui_planner.cli import main as main_module

SHIPPED_NAME = str(SHIPPED)
INFO_ONLY = """\
[programme]
title = "A day"
date = 2025-02-13
timezone = "Europe/Amsterdam"

[[blocks]]
id = "tea"
kind = "break"
title = "Tea"
start = "11:00"
end = "11:30"

[[sessions]]
id = "talk"
title = "Talk"
start = "10:00"
end = "11:00"
overrun = "11:15"
"""


@pytest.mark.parametrize(
    "argv",
    [
        ["check", "good.toml"],
        ["check", "info.toml"],
        ["check", "good.toml", "info.toml", "--format", "json"],
        ["show"],
        ["show", "good.toml"],
        ["choose", "iza-lunch"],
        ["drop", "iza-lunch"],
        ["mine"],
        ["where"],
        ["--version"],
        ["--help"],
        *([name, "--help"] for name in COMMANDS),
    ],
)
def test_nothing_found_is_0(cli: Cli, folder: Path, argv: list[str]) -> None:
    (folder / "good.toml").write_text(TWO_DAYS)
    (folder / "info.toml").write_text(INFO_ONLY)
    assert cli(*argv).code == 0


@pytest.mark.parametrize(
    "argv",
    [
        ["check", SHIPPED_NAME],
        ["check"],
        ["check", "-p", SHIPPED_NAME],
        ["check", "broken.toml"],
        ["check", "good.toml", "broken.toml"],
        ["check", "syntax.toml", "--format", "json"],
    ],
)
def test_findings_are_1(cli: Cli, folder: Path, argv: list[str]) -> None:
    (folder / "good.toml").write_text(TWO_DAYS)
    (folder / "broken.toml").write_text(BROKEN)
    (folder / "syntax.toml").write_text("[programme\n")
    assert cli(*argv).code == 1


@pytest.mark.parametrize(
    "chosen",
    [
        ["iza-lunch", "strandwandeling"],  # certain
        ["iza-lunch", "veiligheid"],  # possible
        ["wandeling-gouden-erfgoed"],  # full
        ["iza-lunch"],  # no time to eat
    ],
)
@pytest.mark.parametrize("format_", ["text", "json"])
def test_clashes_of_mine_are_1(cli: Cli, chosen: list[str], format_: str) -> None:
    assert cli("choose", *chosen).code == 0
    assert cli("mine", "--format", format_).code == 1


@pytest.mark.parametrize("format_", ["text", "json"])
def test_mine_without_clashes_is_0(cli: Cli, format_: str) -> None:
    cli("choose", "strandwandeling", "slim-met-stroom", "digital-twins")
    assert cli("mine", "--format", format_).code == 0


@pytest.mark.parametrize(
    "argv",
    [
        ["dance"],
        ["--dance"],
        ["show", "--format", "html"],
        ["show", "a.toml", "b.toml"],
        ["check", "--format", "grid"],
        ["choose"],
        ["drop"],
        ["choose", "iza-lunch", "--priority", "urgent"],
        ["show", "--day", "2"],
        ["-p"],
        ["where", "there"],
        ["import"],
        ["import", SHIPPED_NAME],
    ],
)
def test_wrong_use_is_2(cli: Cli, argv: list[str]) -> None:
    outcome = cli(*argv)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.strip()


@pytest.mark.parametrize("name", ["none.toml", ".", "latin1.toml", "none/none.toml"])
@pytest.mark.parametrize("command", [c for c in COMMANDS if c not in WITHOUT_FILE])
def test_an_unreadable_file_is_2(cli: Cli, folder: Path, command: str, name: str) -> None:
    (folder / "latin1.toml").write_bytes(b'[programme]\ntitle = "caf\xe9"\n')
    outcome = cli(command, *NEEDED.get(command, []), "-p", name)
    assert outcome.code == 2
    assert name in outcome.out + outcome.err


def test_check_tells_the_others_beside_an_unreadable_file(cli: Cli) -> None:
    outcome = cli("check", "none.toml", SHIPPED_NAME)
    assert outcome.code == 2
    assert "none.toml:1:1: E010" in outcome.out
    assert "C101" in outcome.out


@pytest.mark.parametrize(
    "argv",
    [["open"], ["show"], ["mine"], ["choose", "talk"], ["drop", "talk"], ["where"], []],
)
def test_a_broken_programme_is_2_for_all_but_check(
    cli: Cli, folder: Path, own_folders: Path, argv: list[str]
) -> None:
    (folder / "broken.toml").write_text(BROKEN)
    outcome = cli(*argv, "-p", "broken.toml")
    assert outcome.code == 2
    assert "broken.toml:4:12: E003" in outcome.err
    assert "E003" not in outcome.out
    assert not own_folders.exists()


def test_the_app_needs_a_terminal(cli: Cli) -> None:
    outcome = cli("open")
    assert outcome.code == 2
    assert "terminal" in outcome.err


@pytest.mark.parametrize("command", ["choose", "drop"])
def test_an_unknown_id_is_2_and_changes_nothing(cli: Cli, own_file: Path, command: str) -> None:
    cli("choose", "digital-twins")
    before = own_file.read_bytes()
    outcome = cli(command, "digital-twins", "samen-slim", "iza-lunsh")
    assert outcome.code == 2
    assert '"iza-lunsh"' in outcome.err
    assert 'Did you mean "iza-lunch"?' in outcome.err
    assert outcome.out == ""
    assert own_file.read_bytes() == before


@pytest.mark.parametrize("command", ["choose", "drop"])
def test_an_unknown_id_makes_no_file(cli: Cli, own_folders: Path, command: str) -> None:
    outcome = cli(command, "zzzzzz")
    assert outcome.code == 2
    assert "Did you mean" not in outcome.err
    assert "tui-planner show --format agenda" in outcome.err
    assert not own_folders.exists()


@pytest.mark.parametrize("name", ["check", "show", "choose", "drop", "mine", "open"])
def test_an_interrupt_is_130(
    cli: Cli, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    def interrupted(name: str, **_how: object) -> None:
        raise KeyboardInterrupt(name)

    monkeypatch.setattr("tui_planner.cli.loading.require_programme.read_programme", interrupted)
    monkeypatch.setattr("tui_planner.cli.actions.check.read_programme", interrupted)
    monkeypatch.setattr("tui_planner.cli.actions.open.read_with_news", interrupted)
    ids = ["iza-lunch"] if name in {"choose", "drop"} else []
    outcome = cli(name, *ids, "-p", SHIPPED_NAME)
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")
    monkeypatch.setattr(os, "_exit", sys.exit)  # which ends the process without a word to the tests
    with pytest.raises(SystemExit) as ended:
        main_module.run([name, *ids, "-p", SHIPPED_NAME])
    assert ended.value.code == 130
    capsys.readouterr()
