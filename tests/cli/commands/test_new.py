"""`new`: a programme to begin with, in which nothing is found and everything is shown."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import tomli

from tests.cli.support import Cli, process
from tui_planner.cli.actions.new import choose_day

SHOWN = {
    "rooms": {"capacity"},
    "routes": {"from", "to", "minutes"},
    "blocks": {"kind", "speakers", "minutes_needed", "room"},
    "sessions": {"part_of", "repeat_of", "overrun", "track", "hosts", "status", "drop_in"},
    "accepted": {"rule", "sessions", "reason"},
}


def test_nothing_is_found_in_it_and_every_table_is_shown(cli: Cli, folder: Path) -> None:
    outcome = cli("new")
    assert (outcome.code, outcome.out) == (0, "")
    file = folder / "programme.toml"
    assert "programme.toml" in outcome.err
    checked = cli("check", "programme.toml", "--format", "json")
    assert json.loads(checked.out)["problems"] == []
    made = tomli.loads(file.read_text(encoding="utf-8"))
    for table, keys in SHOWN.items():
        assert keys <= {key for one in made[table] for key in one}
    assert {block["kind"] for block in made["blocks"]} >= {"plenary", "choice", "meal"}


def test_without_what_is_accepted_there_is_one_finding(cli: Cli, folder: Path) -> None:
    text = cli("new", "-").out.partition("[[accepted]]")[0]
    (folder / "mine.toml").write_text(text, encoding="utf-8")
    (found,) = json.loads(cli("check", "mine.toml", "--format", "json").out)["problems"]
    assert found["rule"] == "C102"


def test_in_the_language_of_the_user(folder: Path) -> None:
    outcome = process("new", "-", env={"LANGUAGE": "nl"})
    assert tomli.loads(outcome.out)["programme"]["language"] == "nl"
    (folder / "nl.toml").write_text(outcome.out, encoding="utf-8")
    checked = process("check", str(folder / "nl.toml"), "--format", "json")
    assert json.loads(checked.out)["problems"] == []


@pytest.mark.parametrize("name", [["programme.toml"], [], ["-p", "programme.toml"]])
def test_what_is_there_is_kept_unless_forced(cli: Cli, folder: Path, name: list[str]) -> None:
    file = folder / "programme.toml"
    file.write_text("mine", encoding="utf-8")
    refused = cli("new", *name)
    assert (refused.code, refused.out) == (2, "")
    assert "--force" in refused.err
    assert file.read_text(encoding="utf-8") == "mine"
    assert cli("new", *name, "--force").code == 0
    assert file.read_text(encoding="utf-8") == cli("new", "-").out


def test_where_the_user_says(cli: Cli, folder: Path) -> None:
    assert cli("new", "our day.toml").code == 0
    assert [path.name for path in folder.glob("*.toml")] == ["our day.toml"]
    assert cli("new", "no/such/folder.toml").code == 2


def test_the_day_is_one_of_next_year(cli: Cli) -> None:
    day = tomli.loads(cli("new", "-").out)["programme"]["date"]
    assert day.year == datetime.now(UTC).year + 1


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 28), date(2027, 11, 11)),
        (date(2028, 2, 29), date(2029, 2, 8)),
        (date(2025, 1, 1), date(2026, 1, 8)),
        (date(2026, 12, 31), date(2027, 12, 9)),
    ],
)
def test_it_is_the_second_thursday_of_the_month(today: date, day: date) -> None:
    assert choose_day(today) == day
    assert day.weekday() == 3
