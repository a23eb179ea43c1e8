"""The settings in the commands: where they are, what is wrong with them, the clock, ASCII."""

import re
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.support import Cli
from tests.helpers import SHIPPED
from tui_planner.cli.output import speaks_unicode


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The user's settings, in a folder that is there."""
    path = tmp_path / "config" / "tui-planner" / "settings.toml"
    path.parent.mkdir(parents=True)
    return path


def test_where_says_where_they_are_and_that_they_are_not_there(cli: Cli, settings: Path) -> None:
    outcome = cli("where")
    assert f"settings   {settings}\n" in outcome.out
    assert "There is no file of settings yet" in outcome.err
    settings.write_text("clock = 24\n")
    assert "There is no file" not in cli("where").err


def test_a_fault_is_told_and_the_command_does_its_work(cli: Cli, settings: Path) -> None:
    settings.write_text("clok = 12\n")
    outcome = cli("show", "--format", "agenda")
    assert outcome.code == 0
    assert "12:45–13:30" in outcome.out
    assert f'{settings}:1:1: There is no key "clok" here. Did you mean "clock"?' in outcome.err
    assert settings.read_text() == "clok = 12\n"


def test_where_tells_every_fault_of_the_app_s_settings_too_and_once(
    cli: Cli, settings: Path
) -> None:
    lines = [
        "clok = 12",
        'theme = "nothing like it"',
        "[keys]",
        'chose = "x"',
        'find = "hyperbole"',
        'undo = "q"',
        'redo = "q"',
        "[lanes.hoorn]",
        'hidden = "cellar"',
    ]
    settings.write_text("\n".join(lines))
    err = cli("where").err
    told = [line for line in err.splitlines() if line.startswith(f"{settings}:")]
    assert sorted(line.split(":")[1] for line in told) == ["1", "2", "4", "5", "7", "9"]
    assert re.search(r"There are: .*\bnord, ", err)
    assert "Write it like space, ctrl+f, f2 or A." in err
    assert "Give one of the two another key." in err
    assert 'Did you mean "choose"?' in err
    assert err.count("Until then the default holds.") == 6


@pytest.mark.parametrize(
    "argv",
    [("show",), ("show", "--format", "agenda"), ("mine",), ("suggest",)],
    ids=" ".join,
)
def test_a_clock_of_12_hours_everywhere(cli: Cli, settings: Path, argv: tuple[str, ...]) -> None:
    cli("choose", "iza-lunch", "strandwandeling")
    settings.write_text("clock = 12\n")
    out = cli(*argv).out
    assert "12:45" in out
    assert "1:30pm" in out or "1:30p " in out
    assert "13:" not in out
    assert "14:" not in out


def test_findings_by_a_clock_of_12_hours(cli: Cli, settings: Path) -> None:
    settings.write_text("clock = 12\n")
    assert "(iza-lunch): 12:45–1:00pm, 15 minutes" in cli("check").out


def test_half_days_are_said_once_where_they_are_one(cli: Cli, settings: Path) -> None:
    settings.write_text("clock = 12\n")
    out = cli("show", "--format", "agenda").out
    assert "12:45–1:30pm" in out
    assert "11:30am–12:30pm(–1:00pm)" in out
    assert "~12:50pm–(1:45pm)" in out


def test_json_keeps_its_times(cli: Cli, settings: Path) -> None:
    settings.write_text("clock = 12\n")
    assert "2025-02-13T13:30:00+01:00" in cli("show", "--format", "json").out


@pytest.mark.parametrize("format_", ["grid", "agenda"])
def test_ascii_alone(cli: Cli, settings: Path, format_: str) -> None:
    assert not cli("show", str(SHIPPED), "--format", format_).out.isascii()
    assert cli("show", str(SHIPPED), "--format", format_, "--ascii").out.isascii()
    settings.write_text("ascii = true\n")
    assert cli("show", str(SHIPPED), "--format", format_).out.isascii()


class Terminal(StringIO):
    """A terminal with an encoding."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("env", "speaks"),
    [
        ({}, True),  # nothing says that it does not, as in most containers
        ({"LANG": "nl_NL.UTF-8"}, True),
        ({"LANG": "C.utf8"}, True),
        ({"LC_ALL": "", "LANG": "nl_NL.UTF-8"}, True),
        ({"LANG": "C"}, False),
        ({"LC_ALL": "POSIX", "LANG": "nl_NL.UTF-8"}, False),
        ({"LC_CTYPE": "nl_NL.ISO-8859-1"}, False),
        ({"LANG": "nl_NL.UTF-8", "TERM": "linux"}, False),
    ],
)
def test_which_terminals_speak_unicode(
    monkeypatch: pytest.MonkeyPatch, env: dict[str, str], *, speaks: bool
) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert speaks_unicode(Terminal()) is speaks
    assert speaks_unicode(StringIO()) is False  # of which no encoding is known
