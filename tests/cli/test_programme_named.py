"""Which programme a command works on, and what is said where none is named."""

import json
from pathlib import Path

import pytest

from tests.cli.support import COMMANDS, TWO_DAYS, Cli
from tests.helpers import HEAD, SHIPPED
from tui_planner import __version__

OTHER = HEAD.replace("A day", "Other")


@pytest.fixture(autouse=True)
def two_files(folder: Path) -> None:
    (folder / "days.toml").write_text(TWO_DAYS)
    (folder / "other.toml").write_text(OTHER)


@pytest.mark.parametrize("name", ["some.toml", "./some", "days.toml", "programmes/a"])
def test_a_file_is_no_command(cli: Cli, name: str) -> None:
    outcome = cli(name)
    assert outcome.code == 2
    assert f"did you mean: tui-planner open {name}" in outcome.err
    assert outcome.out == ""


def test_a_file_with_a_space_is_quoted(cli: Cli) -> None:
    assert "did you mean: tui-planner open 'my day.toml'" in cli("my day.toml").err


@pytest.mark.parametrize(
    "argv",
    [
        ["-p", "days.toml", "show"],
        ["show", "-p", "days.toml"],
        ["--programme", "days.toml", "show"],
        ["show", "--programme=days.toml"],
        ["show", "days.toml"],
        ["-p", "other.toml", "show", "-p", "days.toml"],
        ["-p", "other.toml", "show", "days.toml"],
        ["show", "-p", "other.toml", "days.toml"],
        ["show", "days.toml", "-p", "other.toml"],
        ["-p", "days.toml", "mine"],
        ["mine", "-p", "other.toml", "days.toml"],
    ],
)
def test_the_named_programme_is_used(cli: Cli, argv: list[str]) -> None:
    outcome = cli(*argv)
    assert outcome.code == 0
    assert outcome.out.startswith("Two days")
    assert "Programme:" not in outcome.err


@pytest.mark.parametrize(
    "argv", [["open", "none.toml", "-p", "days.toml"], ["-p", "days.toml", "open", "none.toml"]]
)
def test_the_file_of_open_wins(cli: Cli, argv: list[str]) -> None:
    assert "none.toml:1:1: E010" in cli(*argv).err


@pytest.mark.parametrize(
    "argv", [["-p", "days.toml", "choose", "one"], ["choose", "one", "-pdays.toml"]]
)
def test_choose_takes_the_programme_on_either_side(cli: Cli, argv: list[str]) -> None:
    assert cli(*argv).code == 0
    assert cli("drop", "one", "-p", "days.toml").err == "Dropped: First\n"


@pytest.mark.parametrize(
    "argv", [["--itinerary", "i.toml", "choose", "one"], ["choose", "one", "--itinerary", "i.toml"]]
)
def test_the_itinerary_is_named_on_either_side(cli: Cli, folder: Path, argv: list[str]) -> None:
    assert cli("-p", "days.toml", *argv).code == 0
    assert (folder / "i.toml").exists()


@pytest.mark.parametrize("command", ["check", "show", "mine"])
def test_without_a_name_the_folder_comes_first(cli: Cli, folder: Path, command: str) -> None:
    (folder / "programme.toml").write_text(TWO_DAYS)
    outcome = cli(command, "--format", "json")
    assert "Programme: programme.toml\n" in outcome.err
    document = json.loads(outcome.out)
    assert document.get("programme", "two-days") == "two-days"


@pytest.mark.parametrize("command", ["check", "show", "mine", "open"])
def test_without_a_name_and_a_file_it_is_the_shipped_example(cli: Cli, command: str) -> None:
    outcome = cli(command)
    assert f"Programme: {SHIPPED}\n" in outcome.err
    assert "Programme:" not in outcome.out


@pytest.mark.parametrize("option", ["-p", "--itinerary"])
def test_an_empty_name_is_no_default(cli: Cli, own_folders: Path, option: str) -> None:
    assert cli("choose", "iza-lunch", option, "").code == 2
    assert not own_folders.exists()


def test_where_says_the_paths_in_use(cli: Cli, own_file: Path) -> None:
    outcome = cli("where")
    rows = dict(line.split(maxsplit=1) for line in outcome.out.splitlines())
    assert list(rows) == ["programme", "itinerary", "settings", "cache"]
    assert (rows["programme"], rows["itinerary"]) == (str(SHIPPED), str(own_file))
    assert rows["settings"].endswith("settings.toml")


def test_where_says_named_paths_whole(cli: Cli, folder: Path) -> None:
    outcome = cli("where", "-p", "days.toml", "--itinerary", "mine.toml")
    rows = dict(line.split(maxsplit=1) for line in outcome.out.splitlines())
    assert rows["programme"] == str(folder / "days.toml")
    assert rows["itinerary"] == str(folder / "mine.toml")


def test_where_says_why_there_is_no_itinerary(cli: Cli, folder: Path) -> None:
    outcome = cli("where", "-p", "none.toml")
    assert outcome.code == 2
    rows = dict(line.split(maxsplit=1) for line in outcome.out.splitlines())
    assert list(rows) == ["programme", "settings", "cache"]
    assert rows["programme"] == str(folder / "none.toml")
    assert "E010" in outcome.err


def test_version(cli: Cli) -> None:
    assert cli("--version").out == f"tui-planner {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command(cli: Cli, command: str) -> None:
    outcome = cli(command, "--help")
    assert f"tui-planner {command}" in outcome.out
    assert "--programme" in outcome.out
    assert outcome.err == ""
    assert command in cli("--help").out
