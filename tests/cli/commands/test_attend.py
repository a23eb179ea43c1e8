"""`attend` and `note`: presence, and what is written of a session."""

from datetime import datetime, time
from pathlib import Path

import pytest

from tests.cli.support import TWO_DAYS, Cli, saved


def test_arrival_and_departure(cli: Cli, own_file: Path) -> None:
    assert cli("attend").out == "You attend the whole event.\n"
    assert not own_file.exists()
    outcome = cli("attend", "--from", "09:30", "--until", "16.00")
    assert (outcome.code, outcome.out) == (0, "")
    assert "You attend from 09:30 until 16:00." in outcome.err
    data = saved(own_file)
    assert (data["arrives"], data["leaves"]) == (time(9, 30), time(16))
    assert cli("attend").out == "You attend from 09:30 until 16:00.\n"


def test_one_of_the_two_leaves_the_other(cli: Cli) -> None:
    cli("attend", "--from", "09:30")
    assert cli("attend").out == "You attend from 09:30.\n"
    cli("attend", "--until", "16:00")
    assert cli("attend").out == "You attend from 09:30 until 16:00.\n"
    cli("attend", "--clear", "--until", "15:00")
    assert cli("attend").out == "You attend until 15:00.\n"
    assert "You attend the whole event." in cli("attend", "--clear").err


def test_what_is_missed_is_said(cli: Cli) -> None:
    cli("choose", "veiligheid", "asielketen", "iza-lunch")
    told = cli("attend", "--from", "12:00", "--until", "16:00").err
    assert "Veiligheid starts at 11:30, before you arrive at 12:00: you miss 30 minutes." in told
    assert "after you leave at 16:00: you miss 15 minutes." in told
    assert "IZA" not in told


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["--from", "16:00", "--until", "9:30"], "You would leave at 09:30, and arrive only at"),
        (["--from", "early"], '"early" is no time'),
        (["--until", ""], '"" is no time'),
        (["--until", "2025-02-14 10:00"], "The programme has no day 2025-02-14."),
        (["--from", "\udcff"], "is no time"),
    ],
)
def test_what_cannot_be_meant_is_said(cli: Cli, own_file: Path, argv: list[str], told: str) -> None:
    outcome = cli("attend", *argv)
    assert outcome.code == 2
    assert told in outcome.err
    assert not own_file.exists()


def test_several_days(cli: Cli, folder: Path) -> None:
    (folder / "days.toml").write_text(TWO_DAYS)
    cli("attend", "-p", "days.toml", "--from", "16:00", "--until", "10:30")
    words = "You attend from Sat 29 Mar 16:00 until Sun 30 Mar 10:30.\n"
    assert cli("attend", "-p", "days.toml").out == words
    cli("attend", "-p", "days.toml", "--from", "2025-03-30 09:00", "--itinerary", "i.toml")
    assert saved(folder / "i.toml")["arrives"] == datetime.fromisoformat("2025-03-30 09:00")


def test_a_note_is_kept_printed_and_removed(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch", "--priority", "must")
    assert cli("note", "iza-lunch").out == ""
    outcome = cli("note", "iza-lunch", "vraag", "naar de", "café's")
    assert (outcome.code, outcome.out) == (0, "")
    assert "Noted with Actualiteit IZA/AZWA (lunchbespreking)." in outcome.err
    kept = saved(own_file)["choices"][0]
    assert (kept["note"], kept["priority"]) == ("vraag naar de café's", "must")
    assert cli("note", "iza-lunch").out == "vraag naar de café's\n"
    assert "vraag naar de café's" in cli("mine").out
    cli("note", "iza-lunch", "")
    assert "note" not in saved(own_file)["choices"][0]


def test_a_note_needs_a_choice(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch")
    outcome = cli("note", "iza-lunc", "a note")
    assert outcome.code == 2
    assert 'iza-lunc is not chosen. Did you mean "iza-lunch"?' in outcome.err
    assert "tui-planner mine" in cli("note", "digital-twins", "a note").err
    assert "note" not in own_file.read_text()


def test_a_note_with_a_session_that_is_gone(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch")
    own_file.write_text(own_file.read_text().replace('"iza-lunch"', '"of-old"'))
    assert cli("note", "of-old", "where is it?").code == 0
    assert cli("note", "of-old").out == "where is it?\n"


@pytest.mark.parametrize("text", ["\x1b[31m", "\udcff", "a\0"])
def test_a_note_that_cannot_be_kept(cli: Cli, own_file: Path, text: str) -> None:
    cli("choose", "iza-lunch")
    before = own_file.read_bytes()
    outcome = cli("note", "iza-lunch", text)
    assert outcome.code == 2
    assert "The note has characters that cannot be kept." in outcome.err
    assert own_file.read_bytes() == before
