"""`suggest`: what it prints, and that only --take changes the file."""

import json
from pathlib import Path

import pytest

from tests.cli.support import TWO_DAYS, Cli, chosen, saved


def test_it_prints_and_changes_nothing(cli: Cli, own_folders: Path) -> None:
    outcome = cli("suggest", "--like", "digital")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    at = next(index for index, line in enumerate(lines) if line.endswith("[digital-twins]"))
    assert lines[at].startswith("+ 13:45–14:45 ")
    assert 'fills Keuzesessies ronde 2; you like "digital"; clashes with nothing' in lines[at + 1]
    assert "3 to add, 0 to drop. Take it with --take." in outcome.err
    assert not own_folders.exists()


def test_taken_it_is_kept_with_the_likes(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch")
    outcome = cli("suggest", "--like", "digital", "--like", "VNG", "--take")
    assert outcome.code == 0
    assert "Taken." in outcome.err
    assert saved(own_file)["likes"] == ["digital", "VNG"]
    assert chosen(own_file)[0] == "iza-lunch"
    assert "digital-twins" in chosen(own_file)
    assert len(chosen(own_file)) == 4
    again = cli("suggest")
    assert (again.code, again.out) == (0, "")
    assert "Nothing to propose" in again.err


def test_what_is_chosen_is_dropped_only_for_the_whole_day(cli: Cli, own_file: Path) -> None:
    cli("choose", "iza-lunch", "--priority", "must")
    cli("choose", "strandwandeling")
    assert "- " not in cli("suggest").out
    outcome = cli("suggest", "--whole-day", "--take")
    assert "\n- ~12:50–(13:45) Strandwandeling" in f"\n{outcome.out}"
    assert "strandwandeling" not in chosen(own_file)
    assert "iza-lunch" in chosen(own_file)


def test_json(cli: Cli) -> None:
    cli("choose", "iza-lunch")
    outcome = cli("suggest", "--like", "digital", "--format", "json")
    document = json.loads(outcome.out)
    keys = ["programme", "scope", "likes", "add", "drop", "left", "proven", "taken"]
    assert list(document) == keys
    assert (document["scope"], document["likes"]) == ("rounds", ["digital"])
    assert (document["proven"], document["taken"]) == (True, False)
    twins = next(one for one in document["add"] if one["session"] == "digital-twins")
    assert list(twins) == ["session", "title", "start", "end", "room", "reasons"]
    assert twins["start"] == "2025-02-13T13:45:00+01:00"
    assert twins["reasons"][0] == "fills Keuzesessies ronde 2"
    (meal,) = document["left"]
    assert list(meal) == ["kind", "sessions", "start", "end", "minutes", "message"]
    assert (meal["kind"], meal["sessions"], meal["minutes"]) == ("meal", ["lunch", "iza-lunch"], 15)


def test_a_day_of_several(cli: Cli, folder: Path) -> None:
    (folder / "days.toml").write_text(TWO_DAYS)
    likes = ("--like", "first", "--like", "second")
    assert [line[-5:] for line in cli("suggest", "days.toml", *likes).out.splitlines()[::2]] == [
        "[one]",
        "[two]",
    ]
    only = cli("suggest", "days.toml", "--day", "2", *likes)
    assert "+ Sun 30 Mar 10:00–11:00 Second [two]" in only.out
    assert "[one]" not in only.out
    assert cli("suggest", "days.toml", "--day", "3").code == 2


@pytest.mark.parametrize("like", ["", "  ", "a\nb", "\x1b[31m"])
def test_what_is_no_word(cli: Cli, own_folders: Path, like: str) -> None:
    outcome = cli("suggest", "--take", "--like", like)
    assert outcome.code == 2
    assert "--like takes a word" in outcome.err
    assert not own_folders.exists()
