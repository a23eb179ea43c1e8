"""`appointment`: own appointments without the app."""

from datetime import date, time
from pathlib import Path

import pytest

from tests.cli.support import TWO_DAYS, Cli, saved

ADDED = ["appointment", "add", "Bellen", "14:00", "14:30"]


@pytest.fixture
def days(folder: Path) -> str:
    (folder / "days.toml").write_text(TWO_DAYS)
    return "days.toml"


def listed(cli: Cli, *argv: str) -> list[str]:
    return cli("appointment", "list", *argv).out.splitlines()


def test_the_file_afterwards(cli: Cli, own_file: Path) -> None:
    outcome = cli(*ADDED)
    assert (outcome.code, outcome.out) == (0, "")
    assert "Added: 14:00–14:30 Bellen" in outcome.err
    assert saved(own_file)["appointments"] == [
        {"title": "Bellen", "start": time(14), "end": time(14, 30)}
    ]


def test_a_note_and_a_title_in_any_script(cli: Cli, own_file: Path) -> None:
    cli("appointment", "add", "Café ☎ 電話", "14.00", "14:30:00", "--note", "zoë's nummer")
    (kept,) = saved(own_file)["appointments"]
    assert (kept["title"], kept["note"]) == ("Café ☎ 電話", "zoë's nummer")
    assert listed(cli) == ["1  14:00–14:30 Café ☎ 電話 – zoë's nummer"]


def test_what_it_clashes_with_is_said(cli: Cli) -> None:
    cli("choose", "digital-twins", "iza-lunch")
    outcome = cli(*ADDED)
    assert outcome.code == 0
    told = [line for line in outcome.err.splitlines() if line.startswith("! ")]
    assert len(told) == 1  # not what is told of the lunch
    assert "and Bellen are at the same time, 14:00–14:30: 30 minutes." in told[0]


def test_only_its_own_clashes_are_said_where_two_are_alike(cli: Cli) -> None:
    cli("choose", "digital-twins")
    cli(*ADDED)
    assert "same time" not in cli("appointment", "add", "Bellen", "15:00", "15:10").err


@pytest.mark.parametrize(
    ("times", "told"),
    [
        (["14:00", "13:00"], "The end, 13:00, is not after the start, 14:00."),
        (["14:00", "14:00"], "is not after the start"),
        (["2 weken", "14:00"], '"2 weken" is no time; write it like "11:30".'),
        (["14:00", "25:61"], '"25:61" is no time'),
        (["14:00", "15:00", "--day", "2"], "The programme has no day 2. Its days: 2025-02-13."),
        (["2024-02-13 14:00", "15:00"], "The programme has no day 2024-02-13."),
        (["14:00", "15:00", "--note", "\x1b[31m"], "The note has characters"),
    ],
)
def test_what_cannot_be_meant_is_said(
    cli: Cli, own_file: Path, times: list[str], told: str
) -> None:
    outcome = cli("appointment", "add", "Bellen", *times)
    assert outcome.code == 2
    assert told in outcome.err
    assert not own_file.exists()


def test_of_several_days_one_is_named(cli: Cli, days: str) -> None:
    outcome = cli(*ADDED, "-p", days)
    assert outcome.code == 2
    assert "say which: 2025-03-29, 2025-03-30." in outcome.err
    assert "Added: Sun 30 Mar 14:00–14:30" in cli(*ADDED, "-p", days, "--day", "2").err
    at = ["2025-03-29 10:30", "10:45"]
    told = cli("appointment", "add", "Overleg", *at, "-p", days).err
    assert "Added: Sat 29 Mar 10:30–10:45 Overleg" in told
    assert listed(cli, "-p", days) == [
        "1  Sat 29 Mar 10:30–10:45 Overleg",
        "2  Sun 30 Mar 14:00–14:30 Bellen",
    ]


def test_they_are_listed_in_the_order_of_the_day(cli: Cli) -> None:
    assert listed(cli) == []
    assert "no appointments" in cli("appointment", "list").err
    cli(*ADDED)
    cli("appointment", "add", "Overleg", "9:00", "9:10")
    assert listed(cli) == ["1  09:00–09:10 Overleg", "2  14:00–14:30 Bellen"]


@pytest.mark.parametrize("which", ["2", "Bellen", "bellen ", "BELLEN"])
def test_one_is_dropped_by_number_or_title(cli: Cli, which: str) -> None:
    cli(*ADDED)
    cli("appointment", "add", "Overleg", "9:00", "9:10")
    assert "Dropped: 14:00–14:30 Bellen" in cli("appointment", "drop", which).err
    assert listed(cli) == ["1  09:00–09:10 Overleg"]


def test_a_title_goes_before_a_number(cli: Cli) -> None:
    cli(*ADDED)
    cli("appointment", "add", "1", "16:00", "16:10")
    assert "Dropped: 16:00–16:10 1" in cli("appointment", "drop", "1").err


@pytest.mark.parametrize("which", ["3", "0", "-0", "", "Belen", "\udcff"])
@pytest.mark.parametrize("action", ["edit", "drop"])
def test_one_that_there_is_not(cli: Cli, own_file: Path, action: str, which: str) -> None:
    cli(*ADDED)
    before = own_file.read_bytes()
    outcome = cli("appointment", action, "--", which)
    assert outcome.code == 2
    assert "There is no appointment" in outcome.err
    assert ('Did you mean "Bellen"?' in outcome.err) == (which == "Belen")
    assert own_file.read_bytes() == before


def test_of_two_with_one_title_a_number_is_asked_for(cli: Cli) -> None:
    cli(*ADDED)
    cli("appointment", "add", "bellen", "16:00", "16:10")
    outcome = cli("appointment", "drop", "Bellen")
    assert outcome.code == 2
    assert "name one by its number: 1, 2." in outcome.err
    cli("appointment", "drop", "1")
    assert listed(cli) == ["1  16:00–16:10 bellen"]


def test_what_is_not_named_stays(cli: Cli, own_file: Path) -> None:
    cli(*ADDED, "--note", "thuis")
    assert "Now: 13:50–14:30 Bellen" in cli("appointment", "edit", "1", "--start", "13:50").err
    cli("appointment", "edit", "bellen", "--title", "Overleg", "--end", "14:40")
    assert listed(cli) == ["1  13:50–14:40 Overleg – thuis"]
    cli("appointment", "edit", "Overleg", "--note", "")
    assert listed(cli) == ["1  13:50–14:40 Overleg"]
    assert "note" not in saved(own_file)["appointments"][0]


def test_a_change_says_what_it_clashes_with(cli: Cli) -> None:
    cli("choose", "asielketen")
    cli(*ADDED)
    outcome = cli("appointment", "edit", "1", "--start", "16:00", "--end", "16:30")
    assert "15 minutes" in outcome.err


def test_a_change_that_cannot_be_is_none(cli: Cli, own_file: Path) -> None:
    cli(*ADDED)
    before = own_file.read_bytes()
    for more in (["--end", "13:00"], ["--title", " "], ["--start", "x"], ["--day", "9"]):
        assert cli("appointment", "edit", "1", *more).code == 2
    assert own_file.read_bytes() == before


def test_to_another_day(cli: Cli, days: str, own_folders: Path) -> None:
    file = own_folders / "tui-planner" / "itineraries" / "two-days.toml"
    cli("appointment", "add", "Bellen", "2025-03-29 14:00", "14:30", "-p", days)
    cli("appointment", "edit", "Bellen", "--day", "2", "-p", days)
    assert saved(file)["appointments"] == [
        {"title": "Bellen", "start": time(14), "end": time(14, 30), "day": date(2025, 3, 30)}
    ]
    cli("appointment", "edit", "Bellen", "--end", "14:45", "-p", days)
    assert listed(cli, "-p", days) == ["1  Sun 30 Mar 14:00–14:45 Bellen"]


def test_keys_that_are_not_known_stay(cli: Cli, own_file: Path) -> None:
    cli(*ADDED)
    own_file.write_text(own_file.read_text().replace('title = "Bellen"', 'title = "Bellen", x = 1'))
    cli("appointment", "edit", "1", "--end", "15:00", "--title", "Overleg")
    (kept,) = saved(own_file)["appointments"]
    assert (kept["x"], kept["title"], kept["end"]) == (1, "Overleg", time(15))


def test_a_broken_itinerary(cli: Cli, folder: Path) -> None:
    """It is set aside for what is added; there is nothing in it to be changed."""
    (folder / "i.toml").write_text("format = = 1")
    for argv in (["list"], ["drop", "1"], ["edit", "1"]):
        outcome = cli("appointment", *argv, "--itinerary", "i.toml")
        assert outcome.code == 2
        assert "cannot be read" in outcome.err
    assert (folder / "i.toml").read_text() == "format = = 1"
    assert "set aside" in cli(*ADDED, "--itinerary", "i.toml").err
    assert listed(cli, "--itinerary", "i.toml") == ["1  14:00–14:30 Bellen"]


@pytest.mark.parametrize("argv", [[], ["add"], ["ad"], ["add", "x", "9:00"], ["drop"], ["edit"]])
def test_wrong_use(cli: Cli, argv: list[str]) -> None:
    outcome = cli("appointment", *argv)
    assert outcome.code == 2
    assert "usage: tui-planner appointment" in outcome.err


@pytest.mark.parametrize("action", ["add", "list", "edit", "drop"])
def test_help_of_every_action(cli: Cli, action: str) -> None:
    assert action in cli("appointment", "--help").out
    outcome = cli("appointment", action, "--help")
    assert f"tui-planner appointment {action}" in outcome.out
    assert "--itinerary" in outcome.out
