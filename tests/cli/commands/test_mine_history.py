"""`mine --history` and `mine --restore`: what was changed, and having it back."""

import re
from pathlib import Path

import pytest

from tests.cli.support import Cli, chosen

LINE = re.compile(r" *(\d+)  \w+ \d+ \w+ \d\d:\d\d:\d\d  (.+)")
IZA = "Actualiteit IZA/AZWA (lunchbespreking)"


def history(cli: Cli) -> list[tuple[int, str]]:
    """The number of each change, and what it did."""
    lines = cli("mine", "--history").out.splitlines()
    found = [LINE.fullmatch(line) for line in lines]
    return [(int(match[1]), match[2]) for match in found if match]


def test_nothing_is_kept_at_first(cli: Cli, own_file: Path) -> None:
    outcome = cli("mine", "--history")
    assert (outcome.code, outcome.out) == (0, "")
    assert "No earlier state is kept." in outcome.err
    assert not own_file.parent.exists()


def test_each_change_is_told_the_latest_first(cli: Cli) -> None:
    cli("choose", "iza-lunch")
    cli("choose", "veiligheid", "samen-slim")
    cli("choose", "veiligheid", "--priority", "must")
    cli("drop", "iza-lunch")
    assert history(cli) == [
        (3, f"dropped: {IZA}"),
        (2, "must: Veiligheid"),
        (1, "chosen: Veiligheid, Samen Slim: sociale duurzame wijken"),
        (0, f"chosen: {IZA}"),
    ]


def test_a_state_is_put_back_and_that_can_be_had_back_too(cli: Cli, own_file: Path) -> None:
    for id_ in ("iza-lunch", "veiligheid", "samen-slim"):
        cli("choose", id_)
    outcome = cli("mine", "--restore", "1")
    assert outcome.code == 0
    assert outcome.out == ""
    assert "The itinerary is as it was until" in outcome.err
    assert chosen(own_file) == ["iza-lunch"]
    assert history(cli)[0][1].startswith("dropped: Veiligheid, Samen Slim")
    cli("mine", "--restore", "3")
    assert chosen(own_file) == ["iza-lunch", "veiligheid", "samen-slim"]


@pytest.mark.parametrize("number", ["2", "9"])
def test_a_number_that_is_none_is_refused(cli: Cli, own_file: Path, number: str) -> None:
    cli("choose", "iza-lunch")
    cli("choose", "veiligheid")
    outcome = cli("mine", "--restore", number)
    assert outcome.code == 2
    assert f"No earlier state has the number {number}." in outcome.err
    assert chosen(own_file) == ["iza-lunch", "veiligheid"]


@pytest.mark.parametrize("text", ["-1", "last"])
def test_what_is_no_number_is_refused(cli: Cli, own_file: Path, text: str) -> None:
    cli("choose", "iza-lunch")
    outcome = cli("mine", "--restore", text)
    assert outcome.code == 2
    assert f"'{text}' is no change; mine --history lists them" in outcome.err
    assert chosen(own_file) == ["iza-lunch"]


def test_the_first_change_of_all_can_be_had_back(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch", "veiligheid")
    assert cli("mine", "--restore", "0").code == 0
    assert chosen(own_file) == []


def test_an_itinerary_that_cannot_be_used_is_left_alone(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch")
    cli("choose", "veiligheid")
    own_file.write_text('format = 2\nprogramme = "bnd-g40-hoorn-2025"\n')
    for argv in (["--history"], ["--restore", "1"]):
        outcome = cli("mine", *argv)
        assert outcome.code == 2
        assert "format 2" in outcome.err
    assert "format = 2" in own_file.read_text()


def test_the_state_before_a_file_became_unreadable_is_put_back(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch")
    cli("choose", "veiligheid")
    cli("drop", "iza-lunch")
    own_file.write_text("= broken")
    listed = cli("mine", "--history")
    assert listed.code == 0
    assert "cannot be read" in listed.err
    assert history(cli) == [
        (2, "became unreadable"),
        (1, "chosen: Veiligheid"),
        (0, f"chosen: {IZA}"),
    ]
    assert own_file.read_text() == "= broken"
    assert cli("mine", "--restore", "9").code == 2
    assert own_file.read_text() == "= broken"
    outcome = cli("mine", "--restore", "2")
    assert outcome.code == 0
    assert "It was set aside as" in outcome.err
    assert "empty" not in outcome.err
    assert chosen(own_file) == ["iza-lunch", "veiligheid"]


def test_who_reads_a_broken_one_is_told_where_the_earlier_states_are(
    cli: Cli, own_file: Path
) -> None:
    cli("choose", "iza-lunch")
    cli("choose", "veiligheid")
    own_file.write_text("= broken")
    outcome = cli("mine")
    assert outcome.code == 2
    assert "What it held before: tui-planner mine --history." in outcome.err
    assert own_file.read_text() == "= broken"


def test_who_begins_anew_is_told_where_the_earlier_states_are(cli: Cli, own_file: Path) -> None:
    own_file.parent.mkdir(parents=True)
    own_file.write_text("= broken")
    assert "--history" not in cli("choose", "veiligheid").err  # there are none
    cli("choose", "iza-lunch")
    own_file.write_text("= broken")
    outcome = cli("choose", "samen-slim")
    assert "You begin with an empty one." in outcome.err
    assert "What it held before: tui-planner mine --history." in outcome.err
    assert len(history(cli)) > 0
