"""`choose` and `drop`: the file afterwards, and what is said."""

from pathlib import Path

import pytest
import tomli_w

from tests.cli.support import TWO_DAYS, Cli, chosen, saved
from tests.helpers import SHIPPED


def test_the_file_afterwards(cli: Cli, own_file: Path) -> None:
    outcome = cli("choose", "iza-lunch", "digital-twins")
    assert outcome.code == 0
    assert outcome.out == ""
    assert "Chosen: Actualiteit IZA/AZWA (lunchbespreking)" in outcome.err
    data = saved(own_file)
    assert data["format"] == 1
    assert data["programme"] == "bnd-g40-hoorn-2025"
    first = data["choices"][0]
    assert first["session"] == "iza-lunch"
    assert first["priority"] == "want"
    assert first["title"] == "Actualiteit IZA/AZWA (lunchbespreking)"
    assert first["start"].isoformat() == "2025-02-13T12:45:00"
    assert first["end"].isoformat() == "2025-02-13T13:30:00"
    assert first["status"] == "open"
    assert "room" not in first
    assert chosen(own_file) == ["iza-lunch", "digital-twins"]


def test_an_end_that_is_not_stated_is_not_kept(cli: Cli, own_file: Path) -> None:
    cli("choose", "strandwandeling")
    assert "end" not in saved(own_file)["choices"][0]


@pytest.mark.parametrize("priority", ["must", "want", "maybe"])
def test_priority(cli: Cli, own_file: Path, priority: str) -> None:
    cli("choose", "iza-lunch", "--priority", priority)
    assert saved(own_file)["choices"][0]["priority"] == priority


def test_another_priority_later_keeps_the_rest(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch", "digital-twins")
    data = saved(own_file)
    data["choices"][0]["note"] = "ask about money"
    own_file.write_text(tomli_w.dumps(data))
    cli("choose", "iza-lunch", "--priority", "must")
    first = saved(own_file)["choices"][0]
    assert (first["priority"], first["note"]) == ("must", "ask about money")
    assert chosen(own_file) == ["iza-lunch", "digital-twins"]


def test_choosing_twice_changes_nothing(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch", "--priority", "must")
    before = own_file.read_bytes()
    outcome = cli("choose", "iza-lunch")
    assert outcome.code == 0
    assert "already" in outcome.err
    assert own_file.read_bytes() == before
    cli("choose", "digital-twins", "digital-twins")
    assert chosen(own_file) == ["iza-lunch", "digital-twins"]


def test_a_full_session_is_chosen_and_said(cli: Cli, own_file: Path) -> None:
    outcome = cli("choose", "wandeling-gouden-erfgoed")
    assert outcome.code == 0
    assert "is full." in outcome.err
    assert chosen(own_file) == ["wandeling-gouden-erfgoed"]


@pytest.mark.parametrize(
    ("status", "words"), [("cancelled", "cancelled"), ("invitation", "invitation")]
)
def test_other_states_are_said_too(cli: Cli, folder: Path, status: str, words: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8").replace('status = "full"', f'status = "{status}"')
    (folder / "programme.toml").write_text(text, encoding="utf-8")
    outcome = cli("choose", "wandeling-gouden-erfgoed")
    assert outcome.code == 0
    assert words in outcome.err


def test_clashes_are_said(cli: Cli) -> None:
    assert "at most 15 in one stretch, of the 20 minutes" in cli("choose", "iza-lunch").err
    outcome = cli("choose", "strandwandeling")
    assert outcome.code == 0
    assert "at the same time, 12:50–13:30: 40 minutes" in outcome.err
    assert "! " not in cli("choose", "digital-twins").err  # not those of the others


def test_drop(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch", "digital-twins", "samen-slim")
    outcome = cli("drop", "iza-lunch", "samen-slim")
    assert outcome.code == 0
    assert outcome.out == ""
    assert "Dropped: Samen Slim: sociale duurzame wijken" in outcome.err
    assert chosen(own_file) == ["digital-twins"]
    cli("drop", "digital-twins")
    assert chosen(own_file) == []
    assert saved(own_file)["programme"] == "bnd-g40-hoorn-2025"


def test_dropping_what_was_not_chosen(cli: Cli, own_file: Path) -> None:
    outcome = cli("drop", "iza-lunch")
    assert outcome.code == 0
    assert "iza-lunch was not chosen." in outcome.err
    assert not own_file.exists()


def test_dropping_twice_is_said_once(cli: Cli) -> None:
    cli("choose", "iza-lunch")
    assert cli("drop", "iza-lunch", "iza-lunch").err.count("Dropped") == 1


def test_a_gone_session_can_be_dropped(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch", "digital-twins")
    own_file.write_text(own_file.read_text().replace('"iza-lunch"', '"of-old"'))
    outcome = cli("drop", "of-old")
    assert outcome.code == 0
    assert "Dropped: Actualiteit IZA/AZWA (lunchbespreking)" in outcome.err
    assert chosen(own_file) == ["digital-twins"]


def test_unknown_keys_are_kept(cli: Cli, own_file: Path) -> None:
    extra = {
        "mood": "good",
        "empty": "",
        "none": [],
        "later": {"a": [1, {"b": 2.5}], "c": ""},
        "choices": [{"session": "samen-slim", "seat": "12b", "blank": "", "tags": []}],
        "appointments": [
            {"title": "Call", "start": "09:00", "end": "09:10", "with": "home", "blank": ""}
        ],
    }
    own_file.parent.mkdir(parents=True)
    own_file.write_text(tomli_w.dumps({"format": 1, "programme": "bnd-g40-hoorn-2025", **extra}))
    assert cli("choose", "iza-lunch").code == 0
    data = saved(own_file)
    assert (data["mood"], data["empty"], data["none"]) == ("good", "", [])
    assert data["later"] == extra["later"]
    kept = {key: data["choices"][0][key] for key in ("seat", "blank", "tags")}
    assert kept == {"seat": "12b", "blank": "", "tags": []}
    appointment = data["appointments"][0]
    assert (appointment["with"], appointment["blank"]) == ("home", "")


def test_nothing_is_called_chosen_that_could_not_be_written(cli: Cli, folder: Path) -> None:
    (folder / "file").write_text("no folder")
    outcome = cli("choose", "iza-lunch", "--itinerary", "file/i.toml")
    assert outcome.code == 2
    assert "Chosen" not in outcome.err
    assert (folder / "file").read_text() == "no folder"


def test_own_times_are_kept_and_judged(cli: Cli, folder: Path) -> None:
    fair = '[[sessions]]\nid = "fair"\ntitle = "Fair"\nall_day = true\nday = 2025-03-29\n'
    (folder / "fair.toml").write_text(TWO_DAYS + fair)
    assert cli("choose", "-p", "fair.toml", "fair", "one").err.splitlines() == [
        "Chosen: Fair",
        "Chosen: First",
    ]
    said = cli("choose", "-p", "fair.toml", "fair", "--join", "10:30", "--leave", "12.00").err
    assert "! First and Fair are at the same time, 10:30–11:00: 30 minutes." in said
    assert "10:30–12:00" in cli("mine", "fair.toml").out


def test_an_own_time_that_is_none_changes_nothing(cli: Cli, folder: Path) -> None:
    (folder / "days.toml").write_text(TWO_DAYS)
    refused = cli("choose", "-p", "days.toml", "one", "--join", "soon")
    assert refused.code == 2
    assert "soon" in refused.err
    assert "[one]" not in cli("mine", "days.toml").out
